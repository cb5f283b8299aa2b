"""Leases: which deliveries this worker has, and which ones their worker has lost."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import Error, connection

from marketplace.news import listeners, rules
from marketplace.news.models import Delivery


@dataclass(frozen=True)
class Leased:
    """A delivery in this worker's hands. `first`: its attempt is counted already, with the claim."""

    id: int
    listener: str
    subject: str
    attempts: int
    first: bool
    event_id: int
    kind: str
    payload: Mapping[str, Any]


# heads: the first waiting delivery of each (listener, subject), where it is due and free; locked, so that whoever claims
# at the same time takes others. runs: what waits behind a head comes with it, since nobody else can take it.
# The table fills and empties faster than its statistics follow, and a planner that believes it empty reads all that waits
# for each row. So the head of a lane is a scalar subquery with a limit, and the update goes by the primary key: conditions
# from which the planner cannot infer that one of the indexes of what waits would do.
_CLAIM = """
WITH turn AS (
    SELECT * FROM unnest(%(listeners)s::text[], %(shares)s::int[]) AS t(listener, share)
), heads AS MATERIALIZED (
    SELECT head.*, turn.share / count(*) OVER (PARTITION BY turn.listener) AS length FROM turn CROSS JOIN LATERAL (
        SELECT d.id, d.listener, d.subject FROM marketplace_delivery d
        WHERE d.listener = turn.listener AND d.state = 'waiting' AND d.due_at <= statement_timestamp()
          AND (d.leased_until IS NULL OR d.leased_until <= statement_timestamp())
          AND d.id = (
              SELECT lane.id FROM marketplace_delivery lane
              WHERE lane.listener = d.listener AND lane.subject = d.subject AND lane.state = 'waiting'
              ORDER BY lane.id LIMIT 1)
        ORDER BY d.due_at, d.id LIMIT turn.share FOR UPDATE SKIP LOCKED
    ) AS head
), runs AS MATERIALIZED (
    SELECT run.id, run.attempts FROM heads CROSS JOIN LATERAL (
        SELECT d.id, d.attempts FROM marketplace_delivery d
        WHERE d.listener = heads.listener AND d.subject = heads.subject AND d.state = 'waiting' AND d.id >= heads.id
        ORDER BY d.id LIMIT heads.length
    ) AS run
)
UPDATE marketplace_delivery d
SET lease = %(lease)s, leased_until = statement_timestamp() + make_interval(secs => %(seconds)s),
    attempts = greatest(d.attempts, 1),
    due_at = CASE WHEN d.attempts = 0 THEN statement_timestamp() + make_interval(secs => %(wait)s) ELSE d.due_at END
FROM runs, marketplace_event event
WHERE d.id = ANY(ARRAY(SELECT id FROM runs)) AND d.id = runs.id AND event.id = d.event_id
  AND d.state <> 'done' AND d.state <> 'dead' AND (d.leased_until IS NULL OR d.leased_until <= statement_timestamp())
RETURNING d.id, d.listener, d.subject, d.attempts, runs.attempts = 0, event.id, event.kind, event.payload
"""

_RELEASE = """
UPDATE marketplace_delivery
SET lease = NULL, leased_until = NULL, attempts = CASE WHEN id = ANY(%(uncount)s) THEN attempts - 1 ELSE attempts END,
    due_at = CASE WHEN id = ANY(%(uncount)s) THEN statement_timestamp() ELSE due_at END
WHERE lease = %(lease)s
"""

# Whoever can take the lock of a lease knows that its holder is gone: PostgreSQL frees it with the holder's connection.
_FREE_LOST = """
UPDATE marketplace_delivery SET lease = NULL, leased_until = NULL
WHERE lease IN (
    SELECT lease FROM (SELECT DISTINCT lease FROM marketplace_delivery WHERE lease IS NOT NULL) AS held
    WHERE pg_try_advisory_xact_lock(hashtextextended(lease::text, 0)))
"""


@contextmanager
def holding() -> Iterator[UUID]:
    """A new lease, alive as long as this block and its database connection are.

    Two things end a lease: its time (NEWS_LEASE_SECONDS, for a worker that hangs or is cut off), and the end of the
    connection that holds its advisory lock (for a worker that was killed), which `free_lost` finds within a second.
    """
    lease = uuid4()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [str(lease)])
    try:
        yield lease
    finally:
        with suppress(Error), connection.cursor() as cursor:  # a lost connection has freed the lock
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [str(lease)])


def claim(*, lease: UUID, shares: Mapping[str, int]) -> list[Leased]:
    """Lease what is due, at most `shares` deliveries of each listener, in the order of their announcing per subject.

    A first attempt is counted here, with its back-off set, in the same statement: a delivery that kills its worker has
    paid for it. Later attempts are counted one by one (`count_attempt`), just before the handler. So a delivery whose
    neighbour kills the worker loses one attempt at most.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _CLAIM,
            {
                "listeners": list(shares),
                "shares": list(shares.values()),
                "lease": lease,
                "seconds": settings.NEWS_LEASE_SECONDS,
                "wait": rules.wait_after(1),
            },
        )
        rows = cursor.fetchall()
    return sorted((Leased(*[*row[:-1], json.loads(row[-1])]) for row in rows), key=lambda leased: leased.id)


def count_attempt(*, lease: UUID, leased: Leased) -> bool:
    """Count a further attempt before it is made, with the back-off it will need; False where the lease was lost."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE marketplace_delivery SET attempts = attempts + 1, due_at = statement_timestamp() + make_interval(secs => %s)"
            " WHERE id = %s AND lease IS NOT DISTINCT FROM %s",
            [rules.wait_after(leased.attempts + 1), leased.id, lease],
        )
        return bool(cursor.rowcount == 1)


def release(*, lease: UUID, untried: Sequence[Leased] = ()) -> None:
    """Give back all that the lease still has; of the `untried` the attempt that was counted with the claim as well."""
    with connection.cursor() as cursor:
        cursor.execute(_RELEASE, {"lease": lease, "uncount": [leased.id for leased in untried if leased.first]})


def free_lost() -> int:
    """Free the deliveries whose worker is gone; how many. Not for use inside of `holding`: its lock is its own."""
    with connection.cursor() as cursor:
        cursor.execute(_FREE_LOST)
        return int(cursor.rowcount)


def waiting_rows() -> list[Leased]:
    """All that waits for a listener of this process and that no worker has, in the order of announcing, without leasing it."""
    rows = Delivery.objects.filter(state=Delivery.State.WAITING, lease=None, listener__in=listeners.names())
    return [
        Leased(row.pk, row.listener, row.subject, row.attempts, True, row.event_id, row.event.kind, row.event.payload)
        for row in rows.select_related("event").order_by("id")
    ]
