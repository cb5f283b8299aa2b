"""What the pages of makers are made of: the list of them, and one with its disclosures, its GIs and its products."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.listing.cards import ProductCard, cards
from catalog.listing.queries import Parent, ProductFilters, ProductOrder, Sorting, products_of
from catalog.origin.queries import today_of
from marketplace.channels.queries import Viewpoint
from marketplace.content.queries import COMPLAINTS, TitleRow, for_complaints, titles_of
from marketplace.districts.queries import DistrictRow, StateRow, districts_by_id, districts_of, states, states_by_id
from marketplace.gi.queries import AuthorisedUserRow, GiTagRow, authorisations_of, gi_tags_by_id
from marketplace.kit.alphabet import in_reading_order
from marketplace.kit.paging import Page, PageRequest
from marketplace.sellers.queries import SellerRow, seller, sellers_page
from search.browse.forms import Asked
from search.shelves.forms import MakersAsked
from search.shelves.lists import Shelf, shelf


@dataclass(frozen=True, slots=True)
class Maker:
    """A maker in a list, with where it works and something that it made, where there is a picture of it."""

    seller: SellerRow
    place: str
    card: ProductCard | None


@dataclass(frozen=True, slots=True)
class MakersPage:
    """A page of the list of makers; States and districts (of the State that is chosen) to choose from."""

    makers: list[Maker]
    page: Page[SellerRow]
    total: int
    states: list[StateRow]
    districts: list[DistrictRow]


def makers_page(at: Viewpoint, asked: MakersAsked) -> MakersPage:
    """The makers that were asked for; in places of unknown names there are none. A district of another State is forgotten: who
    changes the State sends the old district along."""
    all_states = states(at.language)
    chosen = next((row for row in all_states if row.slug == asked.state), None)
    below = districts_of([chosen.id], at.language)[chosen.id] if chosen else []
    page = sellers_page(
        language=at.language,
        page=asked.page,
        district_ids=_districts(at, asked, below),
        kinds=[asked.kind] if asked.kind else None,
        women_led=asked.women or None,
        search=asked.q,
    )
    return MakersPage(_makers(at, page.rows), page, page.count(), all_states, below)


def _districts(at: Viewpoint, asked: MakersAsked, below: Iterable[DistrictRow]) -> list[int] | None:
    if not asked.state:
        return None
    keys = {row.slug: row.id for row in below}
    return [keys[asked.district]] if asked.district in keys else list(keys.values())


def _makers(at: Viewpoint, rows: Iterable[SellerRow]) -> list[Maker]:
    sellers = list(rows)
    districts = districts_by_id({row.district_id for row in sellers}, at.language)
    of_states = states_by_id({row.state_id for row in districts.values()}, at.language)
    newest = ProductOrder(Sorting.DATE, descending=True)
    pages = products_of(Parent.SELLER, [row.id for row in sellers], at=at, page=PageRequest(first=1), order=newest)
    made = {card.seller_slug: card for card in cards([row for page in pages for row in page.rows], at)}
    return [
        Maker(row, f"{place.name}, {of_states[place.state_id].name}", made.get(row.slug))
        for row in sellers
        if (place := districts[row.district_id])
    ]


@dataclass(frozen=True, slots=True)
class SellerPage:
    """A maker with its disclosures, where it works, the GIs whose names it may use today, its products, and where to complain."""

    seller: SellerRow
    district: DistrictRow
    state: StateRow
    authorisations: list[tuple[AuthorisedUserRow, GiTagRow]]
    shelf: Shelf
    complaints: TitleRow | None


def seller_page(at: Viewpoint, slug: str, asked: Asked) -> SellerPage | None:
    """The page of one approved seller."""
    found = seller(language=at.language, slug=slug)
    if found is None:
        return None
    place = districts_by_id([found.district_id], at.language)[found.district_id]
    entries = authorisations_of([found.id], today=today_of(at))[found.id]
    tags = gi_tags_by_id([entry.gi_tag_id for entry in entries], at.language)
    held = [(entry, tags[entry.gi_tag_id]) for entry in entries]
    return SellerPage(
        seller=found,
        district=place,
        state=states_by_id([place.state_id], at.language)[place.state_id],
        authorisations=in_reading_order(held, at.language, lambda pair: pair[1].name),
        shelf=shelf(at, asked, ProductFilters(seller_ids=[found.id])),
        complaints=for_complaints(titles_of(COMPLAINTS, at=at.at, language=at.language)),
    )
