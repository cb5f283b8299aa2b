"""What stands on the first page today: a rule lets every district, craft and State have its turn, the same for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from catalog.categories.queries import CategoryRow, tree
from catalog.listing.cards import ProductCard, cards
from catalog.listing.queries import Parent, ProductFilters, ProductOrder, ProductRow, Sorting, products_of, products_page
from catalog.origin.queries import today_of
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.queries import CraftRow, crafts
from marketplace.districts.queries import districts_by_id, districts_of, states
from marketplace.kit.paging import PageRequest
from marketplace.sellers.queries import SellerRow, sellers_by_id
from search.browse.rules import of_the_day, one_per
from search.home.rules import well_mixed

SHELF = 8
WINDOWS = 3
MAKERS = 6
SAMPLE = 100
DISTRICTS_A_DAY = 56
"""So many have their turn; those with products are shown, at most SHELF. All have had theirs after 15 days."""
CRAFTS_A_DAY = 12
STATES_A_DAY = 12
NEWEST = ProductOrder(Sorting.DATE, descending=True)
ONE = PageRequest(first=1)


class CraftOfDay(NamedTuple):
    """A craft with a product of it."""

    craft: CraftRow
    card: ProductCard


class MakerOfDay(NamedTuple):
    """A maker with the name of its district and a product of its own."""

    seller: SellerRow
    place: str
    card: ProductCard


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: cards to look through the windows, one card for each district and craft of the day, and so on."""

    windows: list[ProductCard]
    districts: list[ProductCard]
    crafts: list[CraftOfDay]
    treasures: list[ProductCard]
    makers: list[MakerOfDay]
    newest: list[ProductCard]
    categories: tuple[CategoryRow, ...]


def home_page(at: Viewpoint) -> HomePage:
    """What the home page shows at this day of India."""
    of_crafts = _crafts_of_day(at)
    districts, treasures = _districts_of_day(at), _treasures_of_day(at)
    newest = one_per("seller_id", products_page(at=at, order=NEWEST, page=PageRequest(first=SAMPLE // 2)).rows)[:SHELF]
    rows = {row.id: row for row in (*districts, *treasures, *(row for _, row in of_crafts), *newest)}
    made = {card.id: card for card in cards(list(rows.values()), at)}

    def shown(wanted: Sequence[ProductRow]) -> list[ProductCard]:
        return [made[row.id] for row in wanted if row.id in made]

    pictured = [card for card in shown([*districts, *treasures]) if card.picture and card.picture.is_ready]
    return HomePage(
        windows=pictured[:WINDOWS],
        districts=shown(districts),
        crafts=[CraftOfDay(craft, made[row.id]) for craft, row in of_crafts if row.id in made],
        treasures=shown(treasures),
        makers=_makers([row for row in (*treasures, *districts, *newest) if row.id in made], made, at),
        newest=shown(newest),
        categories=tree(at.language).children.get(None, ()),
    )


def _districts_of_day(at: Viewpoint) -> list[ProductRow]:
    """What districts of the day are known for: one product with the ODOP badge of each."""
    everywhere = [row for some in districts_of([state.id for state in states(at.language)], at.language).values() for row in some]
    turn = of_the_day(well_mixed(everywhere, name=lambda row: row.slug), today_of(at), count=DISTRICTS_A_DAY)
    found = products_of(
        Parent.DISTRICT, [row.id for row in turn], at=at, page=ONE, filters=ProductFilters(odop=True), order=NEWEST
    )
    return [row for page in found for row in page.rows][:SHELF]


def _crafts_of_day(at: Viewpoint) -> list[tuple[CraftRow, ProductRow]]:
    """Crafts of the day, with one product of each."""
    turn = of_the_day(well_mixed(crafts(at.language), name=lambda row: row.slug), today_of(at), count=CRAFTS_A_DAY)
    found = products_of(Parent.CRAFT, [row.id for row in turn], at=at, page=ONE, order=NEWEST)
    return [(craft, page.rows[0]) for craft, page in zip(turn, found, strict=True) if page.rows][:SHELF]


def _treasures_of_day(at: Viewpoint) -> list[ProductRow]:
    """Products with a GI badge from the States of the day, one of each GI."""
    turn = of_the_day(well_mixed(states(at.language), name=lambda row: row.slug), today_of(at), count=STATES_A_DAY)
    filters = ProductFilters(gi=True, state_ids=[row.id for row in turn])
    rows = products_page(at=at, filters=filters, order=NEWEST, page=PageRequest(first=SAMPLE)).rows
    return of_the_day(one_per("gi_tag_id", rows), today_of(at), count=SHELF)


def _makers(rows: Sequence[ProductRow], made: dict[int, ProductCard], at: Viewpoint) -> list[MakerOfDay]:
    """The makers of what is shown."""
    chosen = one_per("seller_id", rows)[:MAKERS]
    sellers = sellers_by_id([row.seller_id for row in chosen], at.language)
    places = districts_by_id([seller.district_id for seller in sellers.values()], at.language)
    pairs = [(sellers[row.seller_id], made[row.id]) for row in chosen if row.seller_id in sellers]
    return [MakerOfDay(seller, places[seller.district_id].name, card) for seller, card in pairs]
