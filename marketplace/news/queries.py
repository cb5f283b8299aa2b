"""Questions about the event log: what changed since, what happened to this, and how the deliveries stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Now

from marketplace.news import listeners
from marketplace.news.models import Delivery, Event


class Cursor(NamedTuple):
    """Up to where a reader has read. The zero cursor reads from the beginning."""

    transaction_id: int = 0
    id: int = 0


class CursorFromElsewhere(Exception):
    """The cursor is ahead of this database: it was made in another one (before a restore). Read anew from the start."""


@dataclass(frozen=True)
class Happening:
    """An event as readers see it."""

    id: int
    kind: str
    subject: str
    payload: dict[str, Any]
    happened_at: datetime
    cursor: Cursor


@dataclass(frozen=True)
class Backlog:
    """How one listener stands. `oldest_seconds`: the age of what has waited longest; `known`: somebody here hears it."""

    listener: str
    known: bool
    waiting: int
    failing: int
    leased: int
    dead: int
    oldest_seconds: float


def events_since(cursor: Cursor = Cursor(), *, limit: int = 500, kinds: Sequence[str] = ()) -> list[Happening]:  # noqa: B008
    """The events after the cursor, oldest transaction first, at most `limit`; nothing is ever skipped.

    Only events of transactions before the oldest one that is still open are returned, because a transaction that began
    earlier may commit later: what commits after this call always lies after every cursor that this call returns. So a
    transaction that stays open (in any database of the same PostgreSQL) holds all readers back, and none misses anything.
    Go on with the last event's `cursor`; the same one when the list is empty. Raises CursorFromElsewhere.
    """
    horizon = _horizon()
    if cursor.transaction_id >= horizon:
        raise CursorFromElsewhere
    after = Q(transaction_id__gt=cursor.transaction_id) | Q(transaction_id=cursor.transaction_id, id__gt=cursor.id)
    rows = Event.objects.filter(after, transaction_id__gte=cursor.transaction_id, transaction_id__lt=horizon)
    if kinds:
        rows = rows.filter(kind__in=kinds)
    return [_happening(row) for row in rows.order_by("transaction_id", "id")[:limit]]


def timeline_of(subject: str, *, limit: int = 100) -> list[Happening]:
    """What happened to the subject (such as "product:72"), the latest first."""
    return [_happening(row) for row in Event.objects.filter(subject=subject).order_by("-id")[:limit]]


def deliveries(*, state: str = "", listener: str = "") -> QuerySet[Delivery]:
    """Deliveries with their events, oldest first."""
    rows = Delivery.objects.select_related("event").order_by("id")
    if state:
        rows = rows.filter(state=state)
    return rows.filter(listener=listener) if listener else rows


def backlog() -> list[Backlog]:
    """How each listener stands that is known here or for which something waits or is dead."""
    waiting = Q(state=Delivery.State.WAITING)
    rows = (
        Delivery.objects.exclude(state=Delivery.State.DONE)
        .values("listener")
        .annotate(
            waiting=Count("id", filter=waiting),
            failing=Count("id", filter=waiting & ~Q(error="")),
            leased=Count("id", filter=waiting & Q(lease__isnull=False)),
            dead=Count("id", filter=Q(state=Delivery.State.DEAD)),
            oldest=Now() - Min("event__happened_at", filter=waiting),
        )
    )
    found: dict[str, dict[str, Any]] = {row["listener"]: dict(row) for row in rows}
    return [_backlog(name, found.get(name)) for name in sorted({*found, *listeners.names()})]


def _backlog(name: str, row: dict[str, Any] | None) -> Backlog:
    known = name in listeners.names()
    if row is None:
        return Backlog(name, known, 0, 0, 0, 0, 0.0)
    oldest = row["oldest"].total_seconds() if row["oldest"] else 0.0
    return Backlog(name, known, row["waiting"], row["failing"], row["leased"], row["dead"], oldest)


class Mark(NamedTuple):
    """A moment in the log: what was visible then, and the oldest transaction that was still open."""

    snapshot: str
    oldest: int


_MARK = "SELECT pg_current_snapshot()::text, pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_SINCE = """
SELECT EXISTS (
    SELECT 1 FROM marketplace_event
    WHERE transaction_id >= %s AND NOT pg_visible_in_snapshot(transaction_id::text::xid8, %s::pg_snapshot) AND kind = ANY(%s)
)
"""


def mark() -> Mark:
    """Now, for `anything_since`."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK)
        return Mark(*cursor.fetchone())


def anything_since(mark: Mark, kinds: Sequence[str]) -> bool:
    """Whether an event of one of these kinds, which was not to be seen at the mark, is to be seen now; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_SINCE, [mark.oldest, mark.snapshot, list(kinds)])
        return bool(cursor.fetchone()[0])


def _horizon() -> int:
    """The oldest transaction that is still open; all before it are committed or gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return int(cursor.fetchone()[0])


def _happening(row: Event) -> Happening:
    return Happening(row.pk, row.kind, row.subject, row.payload, row.happened_at, Cursor(row.transaction_id, row.pk))
