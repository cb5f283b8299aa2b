"""A list of products with all that it may be narrowed to: by the census, and for words by the path of all searches."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_lazy as _lazy

from catalog.categories.queries import CategoryRow
from catalog.listing.by_name import products_as_read
from catalog.listing.cards import cards
from catalog.listing.narrowing import together
from catalog.listing.queries import ProductFilters, ProductRow
from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import district, state
from marketplace.kit.paging import Page
from search.asking.answer import Answer
from search.asking.explained import explained
from search.asking.find import find
from search.asking.reading import asking
from search.browse.forms import AWAY, BEST, NAME, NEAR, ORDERS, RATING, SEARCHED, Asked
from search.browse.queries import EVERYTHING, Listing, parts
from search.engines.engine import Counts
from search.ranking.explanation import Explanation
from search.shelves.chips import Chip, chips
from search.shelves.counts import of_census
from search.shelves.facets import Facets, facets, query_of
from search.shelves.near import Nearby, nearby
from search.shelves.understood import Narrower, Understood, narrowers, understood


@dataclass(frozen=True, slots=True)
class Sort:
    """An order that the list may have: the parameter's value, and the query for it."""

    value: str
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Search:
    """How the words of a list were taken: what is plain in them, what they may be narrowed to, the words that nothing has with
    what was looked for instead (`meant`: the whole query so, and the address of it), whether nothing has them all; why each
    product was found, in sentences, by its key."""

    understood: list[Understood]
    narrowers: list[Narrower]
    spelled: Mapping[str, str]
    meant: str
    meant_query: str
    loosely: bool
    why: Mapping[int, tuple[str, ...]]
    engine: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list of products with all that it may be narrowed to; `query` asks for it from its first page on, `plain` without
    filters. `by_category`: its categories are a filter, and not links to pages. `near`: where the reader is, if that was said;
    `search`: how words were taken, if there are some; `turned`: asks for it with the limits of the price turned round, where the
    least is above the most; `far`: kilometres to districts by their keys, where the nearest come first."""

    asked: Asked
    listing: Listing
    facets: Facets
    chips: list[Chip]
    sorts: list[Sort]
    query: str
    plain: str
    currency: str
    by_category: bool
    near: Nearby | None
    search: Search | None
    turned: str = ""
    far: Mapping[int, int] = field(default_factory=dict)
    distances: tuple[str, ...] = AWAY


def shelf(at: Viewpoint, asked: Asked, base: ProductFilters = EVERYTHING, *, below: Iterable[CategoryRow] | None = None) -> Shelf:
    """The products that were asked for, within `base`; `below` as `category_rows` has it."""
    asked = _settled(at, asked)
    pin = asked.pin or (asking(asked.q, at.language, as_words=asked.as_words).near if asked.q else "")
    near = nearby(at, pin)
    placed = replace(asked, pin=pin if near and not near.wrong else "")
    asked = replace(asked, no_pin=bool(near and near.wrong))
    narrower = parts(at, placed)
    if near and placed.pin and placed.away:
        narrower["near"] = ProductFilters(district_ids=near.within(int(placed.away)))
    below = None if below is None else list(below)
    answer = _answer(at, placed, base, narrower, near) if placed.searched else None
    total, counts = _counted(at, placed, base, narrower, below, answer)
    page = answer.page if answer else _page(at, placed, together((base, *narrower.values())))
    found = facets(at, asked, total, counts, below)
    return Shelf(
        asked=asked,
        listing=Listing(cards(page.rows, at), page, total),
        facets=found,
        chips=chips(at, replace(asked, pin="", away="") if near and near.wrong else asked, found),
        sorts=_sorts(asked, placed, rated=bool(counts.ratings)),
        query=query_of(asked),
        plain=query_of(Asked(page=asked.page, q=asked.q, as_words=asked.as_words, sort=asked.sort)),
        currency=at.currency,
        by_category=below is None,
        near=near,
        search=_search(at, asked, placed.in_order, answer) if answer and asked.q else None,
        turned=_turned(at, asked),
        far=near.about if near and placed.in_order == NEAR else {},
    )


def _turned(at: Viewpoint, asked: Asked) -> str:
    least, most = (asked.minor(price, at.currency) for price in (asked.price_from, asked.price_to))
    if least is None or most is None or least <= most:
        return ""
    return query_of(replace(asked, price_from=asked.price_to, price_to=asked.price_from))


def _settled(at: Viewpoint, asked: Asked) -> Asked:
    """Without a district of another State: who changes the State sends the old district along."""
    place, of_state = district(asked.district, at.language), state(asked.state, at.language)
    return replace(asked, district="") if place and of_state and place.state_id != of_state.id else asked


def _answer(
    at: Viewpoint, asked: Asked, base: ProductFilters, narrower: Mapping[str, ProductFilters], near: Nearby | None
) -> Answer:
    words = bool(asked.q)
    return find(
        at, asked.q, page=asked.page, base=base, parts=narrower, order=SEARCHED[asked.in_order],
        near=near.point if near else None, counted=words, as_words=asked.as_words, explain=words, one_place=True,
    )  # fmt: skip


def _page(at: Viewpoint, asked: Asked, filters: ProductFilters) -> Page[ProductRow]:
    return products_as_read(at=at, filters=filters, order=ORDERS[asked.in_order], page=asked.page)


def _counted(
    at: Viewpoint,
    asked: Asked,
    base: ProductFilters,
    narrower: Mapping[str, ProductFilters],
    below: list[CategoryRow] | None,
    answer: Answer | None,
) -> tuple[int, Counts]:
    """Of words what the engine has counted, else by the census."""
    if answer and answer.counts is not None:
        return answer.total, answer.counts
    return of_census(at, base, narrower, placed=bool(asked.state or asked.district))


def _sorts(asked: Asked, placed: Asked, *, rated: bool) -> list[Sort]:
    """The orders that there are: the usual one first."""
    first = [NEAR] * bool(placed.pin) + [BEST if asked.q else NAME]
    values = [*first, "new", "price", "-price", *([RATING] if rated or asked.sort == RATING else [])]
    return [Sort(value, query_of(replace(placed, sort=value)), value == placed.in_order) for value in values]


def _search(at: Viewpoint, asked: Asked, order: str, answer: Answer) -> Search:
    meant = answer.did_you_mean or ""
    return Search(
        understood=understood(asked, answer.asked),
        narrowers=narrowers(asked, answer.asked),
        spelled=answer.spelled,
        meant=meant,
        meant_query=query_of(replace(asked, q=meant)),
        loosely=answer.loosely,
        why={key: _why(one, order) for key, one in explained(answer, at).items()},
        engine=answer.engine,
    )


def _why(one: Explanation, order: str) -> tuple[str, ...]:
    """Why a product stands where it does; in another order than by the best fit, that order, and what it was found by."""
    if order == BEST:
        return one.sentences
    return (str(_ORDERED[order]), *(one.sentences[:1] if one.matched else ()))


_ORDERED = {
    NEAR: _lazy("The list is ordered by distance, the nearest first"),
    RATING: _lazy("The list is ordered by rating, the best first"),
    "new": _lazy("The list is ordered by age, the newest first"),
    "price": _lazy("The list is ordered by price, the lowest first"),
    "-price": _lazy("The list is ordered by price, the highest first"),
}
