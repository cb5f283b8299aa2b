"""What the pages of States, districts and the GI register are made of: the rooms' own questions put together, without a rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.listing.cards import ProductCard, cards
from catalog.listing.queries import ProductFilters, ProductOrder, Sorting, products_page
from catalog.origin.queries import today_of
from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import (
    DistrictRow,
    OdopProductRow,
    StateRow,
    district,
    districts_of,
    odop_products_of,
    state,
    states,
    states_by_id,
)
from marketplace.gi.queries import (
    GiOfDistrict,
    gi_tags_of,
    gi_tags_page,
)
from marketplace.kit.paging import PageRequest
from marketplace.sellers.queries import SellerRow, sellers_page
from search.browse.forms import Asked
from search.browse.queries import SAMPLE, SHELF, Listing, listing
from search.browse.rules import SCHEMES, of_the_day, one_per

MAKERS_OF_DISTRICT = 12


def states_by_zone(language: str) -> dict[str, list[StateRow]]:
    """All States and Union Territories, zone by zone."""
    zones: dict[str, list[StateRow]] = {}
    for row in states(language):
        zones.setdefault(row.zone, []).append(row)
    return dict(sorted(zones.items()))


@dataclass(frozen=True, slots=True)
class StatePage:
    """A State with its districts, the first thing each is designated for, and some of its products."""

    state: StateRow
    districts: list[DistrictRow]
    known_for: dict[int, OdopProductRow]
    gi_total: int
    cards: list[ProductCard]


def state_page(at: Viewpoint, slug: str) -> StatePage | None:
    """The page of one State."""
    found = state(slug, at.language)
    if found is None:
        return None
    districts = districts_of([found.id], at.language)[found.id]
    designations = odop_products_of([row.id for row in districts], at.language)
    rows = products_page(
        at=at,
        filters=ProductFilters(state_ids=[found.id]),
        order=ProductOrder(Sorting.DATE, descending=True),
        page=PageRequest(first=SAMPLE),
    ).rows
    return StatePage(
        state=found,
        districts=districts,
        known_for={key: min(entries, key=_by_scheme) for key, entries in designations.items() if entries},
        gi_total=gi_tags_page(language=at.language, page=PageRequest(first=0), state_ids=[found.id]).count(),
        cards=cards(of_the_day(one_per("district_id", rows), today_of(at), count=SHELF), at),
    )


def _by_scheme(entry: OdopProductRow) -> tuple[int, int]:
    return SCHEMES.index(entry.scheme) if entry.scheme in SCHEMES else len(SCHEMES), entry.rank


@dataclass(frozen=True, slots=True)
class Designation:
    """One product that a district is designated for, with its entry on each list that names it."""

    product: str
    language: str
    sector: str
    sources: list[OdopProductRow]


def designations(entries: Sequence[OdopProductRow]) -> list[Designation]:
    """Entries that name the same product put together, in the entries' order."""
    found: dict[str, Designation] = {}
    for entry in entries:
        first = Designation(entry.product, entry.product_language, entry.sector, [])
        found.setdefault(entry.default_product.casefold(), first).sources.append(entry)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class DistrictPage:
    """A district: what it is known for, its GI tags, its makers, its products."""

    district: DistrictRow
    state: StateRow
    designations: list["Designation"]
    gi_tags: list[GiOfDistrict]
    sellers: Sequence[SellerRow]
    listing: Listing


def district_page(at: Viewpoint, slug: str, page: PageRequest) -> DistrictPage | None:
    """The page of one district."""
    found = district(slug, at.language)
    if found is None:
        return None
    return DistrictPage(
        district=found,
        state=states_by_id([found.state_id], at.language)[found.state_id],
        designations=designations(sorted(odop_products_of([found.id], at.language)[found.id], key=_by_scheme)),
        gi_tags=gi_tags_of([found.id], at.language)[found.id],
        sellers=sellers_page(language=at.language, page=PageRequest(first=MAKERS_OF_DISTRICT), district_ids=[found.id]).rows,
        listing=listing(at, Asked(page=page), ProductFilters(district_ids=[found.id])),
    )
