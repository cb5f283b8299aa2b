"""What the pages of places are made of: the rooms' own questions put together, without a rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalog.listing.cards import ProductCard, cards
from catalog.listing.census import counted
from catalog.listing.queries import ProductFilters, products_by_id
from catalog.listing.taken import census_of
from catalog.listing.turns import keys_with_products, products_in_turn
from catalog.origin.queries import today_of
from frontend_templates.templatetags.zila import label
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.queries import CraftRow, crafts_of
from marketplace.districts.queries import (
    DistrictRow,
    OdopProductRow,
    PinPlace,
    StateRow,
    district,
    district_by_pin,
    districts_of,
    find_districts,
    odop_products_of,
    state,
    states,
    states_by_id,
)
from marketplace.districts.sources import Told, all_told
from marketplace.gi.queries import GiOfDistrict, GiTagRow, gi_links_of, gi_tags_of, gi_tags_page
from marketplace.kit.alphabet import in_reading_order
from marketplace.kit.held import Held
from marketplace.kit.paging import PageRequest
from marketplace.neighbours.queries import Neighbour, neighbours_of
from marketplace.sellers.queries import SellerRow, sellers_page
from search.browse.queries import SHELF, Listing, listing
from search.browse.rules import turns_of_the_day
from search.places.forms import Wanted
from search.places.maps import Map, india, locator, state_map
from search.places.rules import STEPS_OF_DISTRICT, Kinds, by_scheme, foremost, kinds, level

MAKERS_OF_DISTRICT = 12
MAKERS_OF_STATE = 6
TAGS_OF_STATE = 12
FIRST_NAMED = 3
_SOME_TAGS = PageRequest(first=TAGS_OF_STATE)


@dataclass(frozen=True, slots=True)
class StateEntry:
    """A State in the list of all: its districts, its products on sale now, and a few things it is known for today."""

    state: StateRow
    districts: int
    products: int
    known_for: list[OdopProductRow]


@dataclass(frozen=True, slots=True)
class StatesPage:
    """The map of India and the same as a list, zone by zone."""

    map: Map
    products: dict[int, int]
    zones: dict[str, list[StateEntry]]
    districts: int


def states_page(at: Viewpoint) -> StatesPage:
    """All States and Union Territories."""
    rows = states(at.language)
    districts = districts_of([row.id for row in rows], at.language)
    census = census_of(at)
    products = counted(census.keys["state_ids"], census.everything)
    known, today = _known_for(at.language), today_of(at)
    zones: dict[str, list[StateEntry]] = {}
    for row in rows:
        chosen = foremost(known[row.id], today, count=FIRST_NAMED) if row.id in known else []
        zones.setdefault(row.zone, []).append(StateEntry(row, len(districts[row.id]), products.get(row.id, 0), chosen))
    in_order = in_reading_order(sorted(zones.items()), at.language, lambda pair: label(pair[0], "zone"))
    return StatesPage(india(at.language), products, dict(in_order), sum(map(len, districts.values())))


def _sort_known(language: str) -> dict[int, Kinds]:
    """What each State's districts are designated for, put in order once."""
    of_states = districts_of([row.id for row in states(language)], language)
    districts = {row.id: row.state_id for rows in of_states.values() for row in rows}
    named: dict[int, list[OdopProductRow]] = {}
    for key, entries in odop_products_of(districts, language).items():
        named.setdefault(districts[key], []).extend(entries)
    with_gi = {key for key, links in gi_links_of([row.id for rows in named.values() for row in rows]).items() if links}
    return {key: kinds(entries, with_gi) for key, entries in named.items()}


_known_for = Held(_sort_known, "marketplace_state", "marketplace_district", "marketplace_odopproduct", "marketplace_odopgilink")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for what a reader typed: States and districts by name, or where a PIN code lies."""

    states: list[StateRow]
    districts: list[DistrictRow]
    state_of: dict[int, StateRow]
    pin: PinPlace | None

    @property
    def nothing(self) -> bool:
        """Whether there is no place to show."""
        return not (self.states or self.districts)


def find(wanted: Wanted, language: str) -> Found:
    """The places meant, the best first; Refused INVALID where digits are no PIN code."""
    rows, pin, named = [], None, []
    if wanted.pincode:
        pin = district_by_pin(wanted.pincode, language)
        rows = [pin.district] if pin and pin.district else []
    else:
        text = wanted.text.casefold()
        rows = find_districts(wanted.text, language)
        named = [row for row in states(language) if text in row.name.casefold() or text in row.default_name.casefold()]
    return Found(named, rows, states_by_id({row.state_id for row in rows}, language), pin)


@dataclass(frozen=True, slots=True)
class DistrictEntry:
    """A district in its State's list, the first thing it is designated for, its products on sale now, the colour that these
    give it, and whether the map has its boundary, a point of it, or nothing."""

    district: DistrictRow
    known_for: OdopProductRow | None
    products: int
    level: str
    drawn: str


@dataclass(frozen=True, slots=True)
class StatePage:
    """A State: its map, its districts, its GIs, its makers, and some of its products."""

    state: StateRow
    map: Map
    place: Map
    districts: list[DistrictEntry]
    products: dict[int, int]
    gi_tags: Sequence[GiTagRow]
    gi_total: int
    sellers: Sequence[SellerRow]
    seller_total: int
    seller_places: dict[int, str]
    cards: list[ProductCard]


def state_page(at: Viewpoint, slug: str) -> StatePage | None:
    """The page of one State."""
    found = state(slug, at.language)
    if found is None:
        return None
    rows = districts_of([found.id], at.language)[found.id]
    keys = [row.id for row in rows]
    census = census_of(at)
    products = counted(census.keys["district_ids"], census.keys["state_ids"].get(found.id, 0))
    drawn = state_map(found.id, at.language)
    tags = gi_tags_page(language=at.language, page=_SOME_TAGS, state_ids=[found.id])
    makers = sellers_page(language=at.language, page=PageRequest(first=MAKERS_OF_STATE), district_ids=keys)
    return StatePage(
        state=found,
        map=drawn,
        place=india(at.language).with_current({found.id}),
        districts=_entries(rows, drawn, products, at.language),
        products=products,
        gi_tags=tags.rows,
        gi_total=tags.count(),
        sellers=makers.rows,
        seller_total=makers.count(),
        seller_places={row.id: row.name for row in rows},
        cards=_cards_of_the_day(at, rows),
    )


def _entries(rows: Sequence[DistrictRow], drawn: Map, products: Mapping[int, int], language: str) -> list[DistrictEntry]:
    designated = odop_products_of([row.id for row in rows], language)
    first = {key: min(entries, key=by_scheme) for key, entries in designated.items() if entries}
    regions = {one.id: one for one in drawn.regions}
    return [
        DistrictEntry(row, first.get(row.id), count, level(count, STEPS_OF_DISTRICT), regions[row.id].drawn)
        for row, count in ((row, products.get(row.id, 0)) for row in rows)
    ]


def _cards_of_the_day(at: Viewpoint, districts: Iterable[DistrictRow]) -> list[ProductCard]:
    """One product each of today's districts: all that have products have their turn, and each of their products."""
    listed = set(keys_with_products(at, "district_ids"))
    turns = turns_of_the_day([row.id for row in districts if row.id in listed], today_of(at), count=SHELF)
    found = products_by_id(products_in_turn(at, "district_ids", turns).values(), at)
    return cards(list(found.values()), at)


@dataclass(frozen=True, slots=True)
class Designation:
    """One product that a district is designated for, with its entry on each list that names it."""

    product: str
    language: str
    sector: str
    sources: list[OdopProductRow]

    @property
    def told(self) -> list[Told]:
        """What people read of where the entries are from."""
        return all_told(entry.source for entry in self.sources)


def designations(entries: Sequence[OdopProductRow]) -> list[Designation]:
    """Entries that name the same product put together, in the entries' order."""
    found: dict[str, Designation] = {}
    for entry in entries:
        first = Designation(entry.product, entry.product_language, entry.sector, [])
        found.setdefault(entry.default_product.casefold(), first).sources.append(entry)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class DistrictPage:
    """A district: where it lies, what it is known for, its GI tags, crafts, makers, products and neighbours."""

    district: DistrictRow
    state: StateRow
    place: Map | None
    designations: list[Designation]
    gi_tags: list[GiOfDistrict]
    crafts: list[CraftRow]
    sellers: Sequence[SellerRow]
    listing: Listing
    neighbours: list[Neighbour]
    states: dict[int, StateRow]


def district_page(at: Viewpoint, slug: str, page: PageRequest) -> DistrictPage | None:
    """The page of one district."""
    found = district(slug, at.language)
    if found is None:
        return None
    beside = neighbours_of([found.id], at.language)[found.id]
    known = states_by_id({found.state_id, *(one.district.state_id for one in beside)}, at.language)
    return DistrictPage(
        district=found,
        state=known[found.state_id],
        place=locator([found.state_id], [found.id], at.language),
        designations=designations(sorted(odop_products_of([found.id], at.language)[found.id], key=by_scheme)),
        gi_tags=gi_tags_of([found.id], at.language)[found.id],
        crafts=crafts_of([found.id], at.language)[found.id],
        sellers=sellers_page(language=at.language, page=PageRequest(first=MAKERS_OF_DISTRICT), district_ids=[found.id]).rows,
        listing=listing(at, page, ProductFilters(district_ids=[found.id])),
        neighbours=beside,
        states=known,
    )
