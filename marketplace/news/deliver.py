"""Deliver the news: each waiting delivery to its listener, in order per subject."""

import logging
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from marketplace.kit.journal import request_id
from marketplace.news import fates, leases, listeners, rules
from marketplace.news.facts import read
from marketplace.news.leases import Leased
from marketplace.news.pace import Pace
from marketplace.news.wake import call_help, note_asleep, note_awake

logger = logging.getLogger(__name__)
_HANDFUL, _LINGER = 10, 0.015
_pace = Pace()


@dataclass
class Tally:
    """What one round came to. `more`: it ended because its time was over, so there may be further deliveries due."""

    done: int = 0
    failed: int = 0
    dead: int = 0
    more: bool = False
    until: float = field(default=0.0, repr=False, compare=False)

    def is_over(self) -> bool:
        """Whether the round's time is over, and it has done something."""
        return time.monotonic() >= self.until and bool(self.done + self.failed + self.dead)


def deliver_due(*, budget: float) -> Tally:
    """Deliver what is due for about `budget` seconds (a handler at work is not cut short), or until nothing is left.

    Several workers may do so at once. Of one subject and listener the earlier event is done or dead before a later one
    is told; a failed one holds up the later ones of its subject until its next try. When it is **dead, the later ones
    go on**: handlers read the present state, so a later fact mostly repairs what the dead one left undone, and a lane
    that waited for an operator would turn one bad fact into a product that never changes again. A dead one that is
    replayed comes late, which the same duty of handlers covers.
    """
    tally = Tally(until=time.monotonic() + budget)
    leases.free_lost()
    with leases.holding() as lease:
        while not tally.more and (claimed := _claim(lease) or _claim_a_last_time(lease)):
            _deliver_all(claimed, lease, tally)
            if len(claimed) < _HANDFUL:
                time.sleep(_LINGER)  # a claim costs as much as some deliveries: let a few gather under steady load
            tally.more = tally.is_over()
    return tally


def deliver_here() -> int:
    """Deliver all that waits, also what handlers announce, in this process and transaction; how many. For tests.

    One after the other in the order of announcing; what a handler raises is raised here, so nothing is tried again.
    """
    count = 0
    while waiting := leases.waiting_rows():
        for leased in waiting:
            with _in_the_journal(leased), transaction.atomic():
                listeners.named(leased.listener).handler(read(leased.kind, leased.payload))
                fates.mark_done(leased=leased, lease=None)
            count += 1
    return count


def _claim(lease: UUID) -> list[Leased]:
    """This process's share of what is due; where there is more than that, another process is asked to help."""
    shares = {name: _pace.share(name) for name in listeners.names()}
    claimed = leases.claim(lease=lease, shares=shares)
    counts = Counter(one.listener for one in claimed)
    if any(counts[name] >= shares[name] for name in counts):
        call_help()
    return claimed


def _claim_a_last_time(lease: UUID) -> list[Leased]:
    """What has come meanwhile; under load one task goes on, instead of a new one for every few events."""
    note_asleep()
    claimed = _claim(lease)
    if claimed:
        note_awake()
    return claimed


def _deliver_all(claimed: list[Leased], lease: UUID, tally: Tally) -> None:
    """Deliver a claim, quick listeners first; what was not tried is given back, with its attempt."""
    left = {one.id: one for one in claimed}
    held: set[tuple[str, str]] = set()
    try:
        for leased in sorted(claimed, key=lambda one: (_pace.seconds(one.listener), one.listener, one.id)):
            if tally.is_over():
                break
            lane = (leased.listener, leased.subject)
            if lane not in held:
                del left[leased.id]
                if not _deliver(leased, lease, tally):
                    held.add(lane)
    finally:
        if left:
            leases.release(lease=lease, untried=list(left.values()))


def _deliver(leased: Leased, lease: UUID, tally: Tally) -> bool:
    """Make one attempt; True where the later events of its subject may follow."""
    with _in_the_journal(leased):
        attempts = leased.attempts + (0 if leased.first else 1)
        if attempts > rules.MOST_ATTEMPTS:
            fates.bury(leased=leased, lease=lease, attempts=leased.attempts, told="The worker was lost while handling this.")
            tally.dead += 1
            return True
        if not leased.first and not leases.count_attempt(lease=lease, leased=leased):
            return False
        return _attempt(leased, lease, attempts, tally)


def _attempt(leased: Leased, lease: UUID, attempts: int, tally: Tally) -> bool:
    started = time.monotonic()
    try:
        _tell(leased, lease)
    except fates.LeaseLost:
        logger.warning("news: %s of event %d was taken over by another worker", leased.listener, leased.event_id)
        return False
    except (Exception, SystemExit) as error:
        dead = fates.note_failure(leased=leased, lease=lease, attempts=attempts, error=error)
        tally.dead, tally.failed = tally.dead + dead, tally.failed + (not dead)
        return dead
    finally:
        _pace.took(leased.listener, time.monotonic() - started)
    tally.done += 1
    return True


def _tell(leased: Leased, lease: UUID) -> None:
    """Call the handler and mark the delivery as done: in one transaction, unless the handler works outside."""
    listener = listeners.named(leased.listener)
    event = read(leased.kind, leased.payload)
    if listener.outside:
        listener.handler(event)
        fates.mark_done(leased=leased, lease=lease)
        return
    with transaction.atomic():
        listener.handler(event)
        fates.mark_done(leased=leased, lease=lease)


@contextmanager
def _in_the_journal(leased: Leased) -> Iterator[None]:
    """Every log line of the handler carries the id of the event."""
    token = request_id.set(f"event:{leased.event_id}")
    try:
        yield
    finally:
        request_id.reset(token)
