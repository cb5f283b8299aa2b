"""What the cards of places, GIs, makers and kinds of goods say, and which picture they hang on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from catalog.categories.queries import tree
from catalog.collections.queries import collections_page, words_of
from catalog.listing.cards import cards
from catalog.listing.queries import Parent, ProductOrder, Sorting, products_of
from catalog.listing.social import picture_of
from frontend_templates.social_card import CardWords
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.queries import crafts
from marketplace.districts.queries import districts_by_id, districts_of, states, states_by_id
from marketplace.gi.queries import gi_tags_page, state_ids_of
from marketplace.kit.paging import MOST, Page, PageRequest
from marketplace.sellers.queries import sellers_page

TRIED = 3
"""How many of a subject's products are looked at for a picture, the oldest first: new ones do not change its card."""
_OLDEST = ProductOrder(Sorting.DATE)
Names = Mapping[int, tuple[str, str]]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Subject:
    """Something whose page has a card: `kind` is the name of the page's address, `picture` the key of a file of ours."""

    kind: str
    row_id: int
    words: CardWords
    picture: str


def subjects(kind: str, at: Viewpoint) -> Iterator[Subject]:
    """All of a kind that have products with pictures, in the active language; a few statements for each hundred."""
    parent, all_names = KINDS[kind]
    for names in all_names(at):
        keys = list(names)
        rows = products_of(parent, keys, at=at, page=PageRequest(first=TRIED), order=_OLDEST)
        shown = {card.id: card for card in cards([row for page in rows for row in page.rows], at)}
        for key, page in zip(keys, rows, strict=True):
            pictures = (picture_of(shown[row.id]) for row in page.rows if row.id in shown)
            picture = next(filter(None, pictures), "")
            if picture:
                yield Subject(kind, key, CardWords(_("Zila Bazaar"), *names[key]), picture)


def _states(at: Viewpoint) -> Iterator[Names]:
    about = _("Crafts of its districts")
    yield from _few({row.id: (row.name, about) for row in states(at.language)})


def _districts(at: Viewpoint) -> Iterator[Names]:
    for state in states(at.language):
        rows = districts_of([state.id], at.language)[state.id]
        yield from _few({row.id: (row.name, state.name) for row in rows})


def _categories(at: Viewpoint) -> Iterator[Names]:
    about = _("From every district of India")
    yield from _few({row.id: (row.name, about) for row in tree(at.language).rows})


def _crafts(at: Viewpoint) -> Iterator[Names]:
    about = _("From every district of India")
    yield from _few({row.id: (row.name, about) for row in crafts(at.language)})


def _few(names: Names) -> Iterator[Names]:
    keys = list(names)
    for start in range(0, len(keys), MOST):
        yield {key: names[key] for key in keys[start : start + MOST]}


def _gi_tags(at: Viewpoint) -> Iterator[Names]:
    for rows in _paged(lambda page: gi_tags_page(language=at.language, page=page)):
        lies_in = state_ids_of([row.id for row in rows])
        known = states_by_id({key for keys in lies_in.values() for key in keys}, at.language)
        yield {row.id: (row.name, ", ".join(known[key].name for key in lies_in[row.id])) for row in rows}


def _sellers(at: Viewpoint) -> Iterator[Names]:
    for rows in _paged(lambda page: sellers_page(language=at.language, page=page)):
        places = districts_by_id({row.district_id for row in rows}, at.language)
        known = states_by_id({place.state_id for place in places.values()}, at.language)
        yield {
            row.id: (row.name, f"{places[row.district_id].name}, {known[places[row.district_id].state_id].name}") for row in rows
        }


def _collections(at: Viewpoint) -> Iterator[Names]:
    about = _("Chosen from the districts of India")
    for rows in _paged(lambda page: collections_page(at=at, page=page)):
        words = words_of([row.id for row in rows], at.language)
        yield {row.id: (words[row.id].name if row.id in words else row.name, about) for row in rows}


def _paged(ask: Callable[[PageRequest], Page[Row]]) -> Iterator[Sequence[Row]]:
    """All rows of a list that is read by pages."""
    after = None
    while True:
        page = ask(PageRequest(first=MOST, after=after))
        yield page.rows
        if not page.has_next:
            return
        after = page.cursors[-1]


KINDS: dict[str, tuple[Parent, Callable[[Viewpoint], Iterator[Names]]]] = {
    "state": (Parent.STATE, _states),
    "district": (Parent.DISTRICT, _districts),
    "gi": (Parent.GI_TAG, _gi_tags),
    "seller": (Parent.SELLER, _sellers),
    "category": (Parent.CATEGORY, _categories),
    "craft": (Parent.CRAFT, _crafts),
    "collection": (Parent.COLLECTION, _collections),
}
"""The kinds of pages, by the names of their addresses: whose products they show, and what everything of the kind is called."""
