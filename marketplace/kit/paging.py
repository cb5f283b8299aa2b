"""Cursor paging in both directions: what is asked for, where a page begins, and what comes back."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from marketplace.kit.refused import Refused

Row = TypeVar("Row")
MOST = 100


@dataclass(frozen=True, slots=True)
class PageRequest:
    """`first` after a cursor, or `last` before one; never both, at most MOST, both cursors as the API gave them."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    def __post_init__(self) -> None:
        for name, count in (("first", self.first), ("last", self.last)):
            if count is not None and not 0 <= count <= MOST:
                raise Refused("INVALID_PAGING", _("Ask for 0 to %(most)d at a time.") % {"most": MOST}, name)
        if (self.first is None) == (self.last is None):
            raise Refused("INVALID_PAGING", _("Say either first or last."), "first")

    @property
    def size(self) -> int:
        """How many rows are wanted at the most."""
        return self.first if self.first is not None else self.last or 0

    @property
    def backwards(self) -> bool:
        """Whether the page is counted from the end."""
        return self.first is None


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows in their order with a cursor each; `count` asks the database for the total only when it is wanted."""

    rows: Sequence[Row]
    cursors: Sequence[str]
    has_next: bool
    has_previous: bool
    count: Callable[[], int]

    @property
    def start_cursor(self) -> str | None:
        """The first row's cursor."""
        return self.cursors[0] if self.cursors else None

    @property
    def end_cursor(self) -> str | None:
        """The last row's cursor."""
        return self.cursors[-1] if self.cursors else None


def cursor_of(values: Sequence[str | int]) -> str:
    """An opaque cursor from the values that a row is sorted by, the key last."""
    return base64.urlsafe_b64encode(json.dumps(list(values), separators=(",", ":"), ensure_ascii=False).encode()).decode("ascii")


def values_of(cursor: str, kinds: Sequence[type], *, field: str) -> list[Any]:
    """The values inside a cursor; Refused INVALID_CURSOR where it is not one of this list's."""
    try:
        values = json.loads(base64.b64decode(cursor.encode("ascii"), altchars=b"-_", validate=True))
        good = isinstance(values, list) and [type(value) for value in values] == list(kinds)
        good = good and all(abs(v) < 2**63 if isinstance(v, int) else "\x00" not in v and v.encode() is not None for v in values)
    except (ValueError, binascii.Error, RecursionError):
        good = False
    if not good:
        raise Refused("INVALID_CURSOR", _("This is not a cursor of this list."), field)
    return list(values)


def beyond(columns: Sequence[str], values: Sequence[Any], *, ascending: bool) -> Q:
    """The rows that come after (or, descending, before) the given ones in the order of the columns."""
    step = "gt" if ascending else "lt"
    condition = Q(**{f"{columns[-1]}__{step}": values[-1]})
    for column, value in zip(reversed(columns[:-1]), reversed(values[:-1]), strict=True):
        condition = Q(**{f"{column}__{step}": value}) | (Q(**{column: value}) & condition)
    if len(columns) > 1:  # one plain comparison that an index can start from
        condition &= Q(**{f"{columns[0]}__{step}e": values[0]})
    return condition


def page_of(
    rows: QuerySet[Any, Any],
    request: PageRequest,
    *,
    columns: Sequence[str],
    kinds: Sequence[type],
    descending: bool = False,
    make: Callable[[Any], Row],
    place: Callable[[Row], Sequence[str | int]],
) -> Page[Row]:
    """One page of a queryset of value tuples, ordered by `columns` (the last one unique), one statement, no offset.

    `make` turns a tuple into the row that is handed out, `place` gives that row's values of `columns`.
    """
    whole = rows
    ascending = descending == request.backwards
    if request.after is not None:
        rows = rows.filter(beyond(columns, values_of(request.after, kinds, field="after"), ascending=not descending))
    if request.before is not None:
        rows = rows.filter(beyond(columns, values_of(request.before, kinds, field="before"), ascending=descending))
    rows = rows.order_by(*(column if ascending else f"-{column}" for column in columns))
    found = [make(row) for row in rows[: request.size + 1]] if request.size else []
    more = len(found) > request.size
    found = found[: request.size]
    if request.backwards:
        found.reverse()
    return Page(
        rows=found,
        cursors=[cursor_of(place(row)) for row in found],
        has_next=bool(request.before) if request.backwards else more,
        has_previous=more if request.backwards else bool(request.after),
        count=whole.order_by().count,
    )
