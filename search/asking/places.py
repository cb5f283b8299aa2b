"""Pages by position: which places of a list a page is, and its cursors. Pure; another engine may answer the next page."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from marketplace.kit.paging import PageRequest, cursor_of, values_of
from marketplace.kit.refused import Refused
from search.engines.engine import MOST_PLACES


class Places(NamedTuple):
    """The places from `begin` to before `end`."""

    begin: int
    end: int


def places(page: PageRequest, total: int | None = None) -> Places:
    """The places that are asked for; `total` is needed where a page is counted from the end (`from_the_end`). Refused
    INVALID_CURSOR."""
    first = 0 if page.after is None else _place(page.after, "after") + 1
    last = MOST_PLACES if total is None else min(total, MOST_PLACES)
    if page.before is not None:
        last = min(last, _place(page.before, "before"))
    last = max(first, last)
    return Places(max(first, last - page.size), last) if page.backwards else Places(first, min(last, first + page.size))


def from_the_end(page: PageRequest) -> bool:
    """Whether only the total says where the page is."""
    return page.backwards and page.before is None


def cursor(place: int) -> str:
    """The cursor of a place."""
    return cursor_of([place])


def _place(given: str, field: str) -> int:
    place: int = values_of(given, (int,), field=field)[0]
    if not 0 <= place < MOST_PLACES:
        raise Refused("INVALID_CURSOR", _("This is not a cursor of this list."), field)
    return place
