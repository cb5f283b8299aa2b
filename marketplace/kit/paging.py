"""Cursor paging in both directions: what is asked for, where a page begins, and what comes back."""

from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, Generic, TypeVar

import orjson
from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.expressions import OrderBy
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from marketplace.kit.refused import Refused

Row = TypeVar("Row")
MOST = 100
_FOR_ADDRESSES = bytes.maketrans(b"+/", b"-_")
_FROM_ADDRESSES = bytes.maketrans(b"-_+/", b"+/  ")  # neither plus nor slash is one of ours


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


def cursor_of(values: Sequence[str | int | datetime]) -> str:
    """An opaque cursor from the values that a row is sorted by, the key last."""
    return b2a_base64(orjson.dumps(values), newline=False).translate(_FOR_ADDRESSES).decode("ascii")


def values_of(cursor: str, kinds: Sequence[type], *, field: str) -> list[Any]:
    """The values inside a cursor; Refused INVALID_CURSOR where it is not one of this list's."""
    try:
        values = orjson.loads(a2b_base64(cursor.encode("ascii").translate(_FROM_ADDRESSES), strict_mode=True))
        if not isinstance(values, list) or len(values) != len(kinds):
            raise ValueError
        return [_typed(value, kind) for value, kind in zip(values, kinds, strict=True)]
    except (ValueError, OverflowError, RecursionError):
        raise Refused("INVALID_CURSOR", _("This is not a cursor of this list."), field) from None


def _typed(value: object, kind: type) -> object:
    """The value as the kind that the column wants; ValueError or OverflowError where it cannot be."""
    if kind is datetime and isinstance(value, str):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError
        return moment.astimezone(UTC)  # PostgreSQL knows fewer offsets than Python
    if kind is int and type(value) is int and abs(value) < 2**63:
        return value
    if kind is str and isinstance(value, str) and "\x00" not in value and value.encode("utf-8") is not None:
        return value
    raise ValueError


def beyond(columns: Sequence[str], values: Sequence[Any], *, ascending: bool) -> Q:
    """The rows that come after (or, descending, before) the given ones in the order of the columns."""
    step = "gt" if ascending else "lt"
    condition = Q(**{f"{columns[-1]}__{step}": values[-1]})
    for column, value in zip(reversed(columns[:-1]), reversed(values[:-1]), strict=True):
        condition = Q(**{f"{column}__{step}": value}) | (Q(**{column: value}) & condition)
    if len(columns) > 1:  # one plain comparison that an index can start from
        condition &= Q(**{f"{columns[0]}__{step}e": values[0]})
    return condition


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """How a list is ordered and what its rows become: `columns` (the last one unique) with the kinds of their values,
    `make` turns a tuple of the database into the row that is handed out, `place` gives that row's values of `columns`."""

    columns: Sequence[str]
    kinds: Sequence[type]
    make: Callable[[Any], Row]
    place: Callable[[Row], Sequence[str | int | datetime]]
    descending: bool = False

    def order(self, *, backwards: bool) -> list[str]:
        """The columns as `order_by` wants them."""
        return [column if self.descending == backwards else f"-{column}" for column in self.columns]

    def places(self, request: PageRequest) -> tuple[list[Any] | None, list[Any] | None]:
        """The values inside the request's cursors `after` and `before`. Refused INVALID_CURSOR."""
        after, before = request.after, request.before
        return (
            None if after is None else values_of(after, self.kinds, field="after"),
            None if before is None else values_of(before, self.kinds, field="before"),
        )

    def between(self, rows: QuerySet[Any, Any], after: Sequence[Any] | None, before: Sequence[Any] | None) -> QuerySet[Any, Any]:
        """The rows after and before these values of `columns`."""
        for values, ascending in ((after, not self.descending), (before, self.descending)):
            if values is not None:
                rows = rows.filter(beyond(self.columns, values, ascending=ascending))
        return rows

    def within(self, rows: QuerySet[Any, Any], request: PageRequest) -> QuerySet[Any, Any]:
        """The rows between the request's cursors."""
        return self.between(rows, *self.places(request))

    def page(self, found: list[Row], request: PageRequest, count: Callable[[], int]) -> Page[Row]:
        """The page of up to `size + 1` rows in the order they were fetched."""
        more = len(found) > request.size
        found = found[: request.size]
        if request.backwards:
            found.reverse()
        return Page(
            rows=found,
            cursors=[cursor_of(self.place(row)) for row in found],
            has_next=bool(request.before) if request.backwards else more,
            has_previous=more if request.backwards else bool(request.after),
            count=count,
        )


def page_of(rows: QuerySet[Any, Any], request: PageRequest, listed: Listed[Row]) -> Page[Row]:
    """One page of a queryset of value tuples: one statement, no offset."""
    within = listed.within(rows, request).order_by(*listed.order(backwards=request.backwards))
    found = [listed.make(row) for row in within[: request.size + 1]] if request.size else []
    return listed.page(found, request, rows.order_by().count)


def pages_by(
    rows: QuerySet[Any, Any], request: PageRequest, listed: Listed[Row], *, key: str, parents: Sequence[int]
) -> list[Page[Row]]:
    """The same page for each of many parents, in their order: `key` is the lookup of the parent's key in a row.

    One statement for all rows and, where totals are wanted, one for all totals.
    """
    if len(set(parents)) == 1:
        return [page_of(rows.filter(**{key: parents[0]}), request, listed)] * len(parents)
    # F finds the join that is there already; a lookup in `filter` would join a relation to many once more
    rows = rows.alias(of_parent=F(key)).filter(of_parent__in=set(parents))
    order = [OrderBy(F(name.lstrip("-")), descending=name[0] == "-") for name in listed.order(backwards=request.backwards)]
    ranked = listed.within(rows, request).annotate(
        page_parent=F(key), page_rank=Window(RowNumber(), partition_by=[F(key)], order_by=order)
    )
    found: dict[int, list[Row]] = {parent: [] for parent in parents}
    if request.size:
        for row in ranked.filter(page_rank__lte=request.size + 1).order_by("page_parent", "page_rank"):
            found[row[-2]].append(listed.make(row[:-2]))
    counted: dict[int, int] = {}

    def count(parent: int) -> int:
        if not counted:
            totals = rows.order_by().values(key).annotate(page_total=Count("*")).values_list(key, "page_total")
            counted.update(dict.fromkeys(parents, 0) | dict(totals))
        return counted[parent]

    return [listed.page(found[parent], request, partial(count, parent)) for parent in parents]


def page_of_list(rows: Sequence[Row], request: PageRequest, *, key: Callable[[Row], int]) -> Page[Row]:
    """A page of a short list that is in memory already; `key` is what its cursors hold. Refused INVALID_CURSOR."""
    begin, end = 0, len(rows)
    for cursor, name in ((request.after, "after"), (request.before, "before")):
        if cursor is None:
            continue
        wanted = values_of(cursor, (int,), field=name)[0]
        place = next((place for place, row in enumerate(rows) if key(row) == wanted), None)
        if place is None:
            raise Refused("INVALID_CURSOR", _("This is not a cursor of this list."), name)
        begin, end = (place + 1, end) if name == "after" else (begin, place)
    end = max(begin, end)
    first, last = (max(begin, end - request.size), end) if request.backwards else (begin, min(end, begin + request.size))
    found = rows[first:last]
    return Page(found, [cursor_of([key(row)]) for row in found], last < len(rows), first > 0, lambda: len(rows))
