"""The one path of every search: reads the query, asks an engine, gives everybody a fair share, shows what may be seen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from catalog.listing.by_key import listed_by_key
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.narrowing import apart, together
from catalog.media.queries import Fitting
from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import point_of_pin
from marketplace.kit.paging import Page, PageRequest
from search.asking.answer import Answer
from search.asking.narrowing import known_to_engines
from search.asking.places import Places, cursor, from_the_end, places
from search.asking.reading import Asking, asking
from search.engines.chosen import Asked
from search.engines.engine import MOST_PLACES, Counts, Found, Hit, Order, Wanted
from search.language.fold import tokens
from search.language.vocabulary import PLACES
from search.ranking.fair import Fair, fair
from search.ranking.queries import ranking

Parts = Mapping[str, ProductFilters]
_BY_NAME = "name"
NO_PARTS: Parts = MappingProxyType({})


def find(
    at: Viewpoint,
    query: str,
    *,
    page: PageRequest,
    base: ProductFilters = EVERYTHING,
    parts: Parts = NO_PARTS,
    order: Order = Order.RELEVANCE,
    near: tuple[float, float] | None = None,
    counted: bool = False,
    as_words: Collection[str] = (),
    one_place: bool = False,
    unfinished: bool = False,
    explain: bool = False,
    cover: Fitting | None = None,
    by: str | None = None,
) -> Answer:
    """A page of what is found for a query of words, and of what it says plainly; a query without any says nothing.

    `base`, `parts`, `order`, `counted`, `unfinished` as in `Wanted`; filters may be any. `near`: for Order.NEAR; without it that
    is measured from the PIN code that the query names. `one_place`: as in `Wanted`, and a State or district of `parts` stands in
    place of the one that the query says. `as_words`: handles of parts of the query that are to stay words.
    `explain`: say what the words met. `cover` as for every list of products. `by`: this engine and no other.

    Where nothing is found, what the query says plainly and its words are looked for apart, and the answer is `loosely`. Two
    statements beside the engine's own, and two more for filters that only the database knows. Refused INVALID_CURSOR.
    """
    asking_engines = Asked(at, ranking(at.at), by)
    asked = asking(query, at.language, as_words=as_words)
    if one_place and not parts.keys().isdisjoint(PLACES):
        asked = _elsewhere(asked)
    if order is Order.NEAR and near is None and asked.near:
        near = point_of_pin(asked.near)
    wanted = Wanted(
        text=asked.words,
        unfinished=unfinished,
        also=asked.also,
        known=_known(asked),
        base=base,
        parts=_with(parts, asked.parts),
        order=Order.RELEVANCE if order is Order.NEAR and near is None else order,
        near=near,
        counted=counted,
        matched=explain,
        one_place=one_place,
    )
    settled = None if _says_nothing(query, asked) else known_to_engines(wanted, asking_engines)
    spot, found, shared = _page(settled, page, asking_engines, counted=counted)
    for other in () if found.total else _other_ways(wanted, parts, asked):
        spot, found, shared = _page(known_to_engines(other, asking_engines), page, asking_engines, counted=counted)
        if found.total:
            found = replace(found, loosely=True)
            break
    shown = listed_by_key([hit.product for hit in shared.hits], at, cover=cover)
    total = found.total - sum(hit.product not in shown for hit in shared.hits)
    placed = [(place, hit) for place, hit in enumerate(shared.hits, start=spot.begin) if hit.product in shown]
    return Answer(
        asked=asked,
        page=Page(
            rows=[shown[hit.product] for _place, hit in placed],
            cursors=[cursor(place) for place, _hit in placed],
            has_next=spot.end < min(found.total, MOST_PLACES),
            has_previous=spot.begin > 0,
            count=lambda: total,
        ),
        total=total,
        counts=found.counts,
        hits={hit.product: hit for _place, hit in placed},
        spelled=found.spelled,
        loosely=found.loosely,
        lifted=shared.lifted,
        later=shared.later,
        engine=asking_engines.engine,
        ranking=asking_engines.ranking,
    )


def keys(at: Viewpoint, query: str, *, base: ProductFilters = EVERYTHING) -> list[int]:
    """The keys of what is found, the best first, as far as engines go (MOST_PLACES); what only the database knows of `base` is
    left out, and what may be seen is to be looked at again."""
    engines, asked = Asked(at, ranking(at.at)), asking(query, at.language)
    if _says_nothing(query, asked):
        return []
    wanted = Wanted(
        text=asked.words, also=asked.also, known=_known(asked), base=apart(base)[0], parts=asked.parts, first=MOST_PLACES
    )
    for way in (wanted, *_other_ways(wanted, {}, asked)):
        known = known_to_engines(way, engines)
        hits = engines.find(known).hits if known else ()
        if hits:
            return [hit.product for hit in fair(hits, engines.ranking).hits]
    return []


def _elsewhere(asked: Asking) -> Asking:
    """The same, narrowed to no place that the query says, which then is not shown, either."""
    places_said = asked.parts.keys() & PLACES
    parts = {name: part for name, part in asked.parts.items() if name not in places_said}
    return replace(asked, parts=parts, chips=tuple(chip for chip in asked.chips if chip.kind not in places_said))


def _known(asked: Asking) -> frozenset[str]:
    """The words that name a place: what sounds like one is another."""
    named = (part for part in asked.understood.parts if part.kind in PLACES and part.by == _BY_NAME)
    return frozenset(word for part in named for word in tokens(part.text))


def _says_nothing(query: str, asked: Asking) -> bool:
    """There are signs, but no word among them."""
    return bool(query.strip()) and not asked.words and not asked.understood.parts


def _with(parts: Parts, understood: Parts) -> Parts:
    """Both: a facet is not counted with what the query says of it, either."""
    both = {name: together((parts[name], part)) if name in parts else part for name, part in understood.items()}
    return {**parts, **both}


def _page(wanted: Wanted | None, page: PageRequest, asked: Asked, *, counted: bool) -> tuple[Places, Found, Fair[Hit]]:
    """The places of the page, what the engine found, and the hits of the page in their fair order; None finds nothing."""
    if wanted is None:
        return places(page, 0), Found((), 0, Counts() if counted else None), _as_they_are(())
    total = asked.find(replace(wanted, first=0, counted=False)).total if from_the_end(page) else None
    spot, window = places(page, total), asked.ranking.window
    if wanted.order is not Order.RELEVANCE or spot.begin >= window or spot.begin == spot.end:
        found = asked.find(replace(wanted, skip=spot.begin, first=spot.end - spot.begin))
        return spot, found, _as_they_are(found.hits)
    found = asked.find(replace(wanted, first=max(window, spot.end)))
    shared = fair(found.hits, asked.ranking)
    return spot, found, shared._replace(hits=shared.hits[spot.begin : spot.end])


def _other_ways(wanted: Wanted, parts: Parts, asked: Asking) -> list[Wanted]:
    """What to look for where nothing is found within `parts` and those of the query: what has the words, whatever else the query
    says; and where no words are met (things from Kerala), what the rest of it narrows to."""
    if not asked.parts or not asked.words:
        return []
    return [replace(wanted, parts=parts), replace(wanted, text="", also={}, parts=_with(parts, asked.parts))]


def _as_they_are(hits: Sequence[Hit]) -> Fair[Hit]:
    return Fair(list(hits), frozenset(), frozenset())
