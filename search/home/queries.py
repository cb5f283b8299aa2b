"""What stands on the first page today: a rule lets every district, craft and GI have its turn, the same for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from catalog.categories.queries import CategoryRow, tree
from catalog.listing.cards import ProductCard, cards
from catalog.listing.queries import ProductOrder, Sorting, products_by_id, products_page
from catalog.listing.turns import keys_with_products, products_in_turn
from catalog.origin.queries import today_of
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.queries import CraftRow, crafts_by_id
from marketplace.districts.queries import districts_by_id
from marketplace.kit.paging import PageRequest
from marketplace.sellers.queries import SellerRow, sellers_by_id
from search.browse.rules import one_per, turns_of_the_day
from search.home.rules import well_mixed

SHELF = 8
WINDOWS = 3
MAKERS = 6
NEW = 50
"""So many of the newest are looked at for one of each maker."""
NEWEST = ProductOrder(Sorting.DATE, descending=True)


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
    districts, treasures = _of_the_day(at, "district_ids", "odop"), _of_the_day(at, "gi_tag_ids", "gi")
    of_crafts, of_makers = _of_the_day(at, "craft_ids"), _of_the_day(at, "seller_ids", count=MAKERS)
    newest = one_per("seller_id", products_page(at=at, order=NEWEST, page=PageRequest(first=NEW)).rows)[:SHELF]
    rows = products_by_id({*districts.values(), *treasures.values(), *of_crafts.values(), *of_makers.values()}, at)
    made = {card.id: card for card in cards(list((rows | {row.id: row for row in newest}).values()), at)}

    def shown(wanted: Iterable[int]) -> list[ProductCard]:
        return [made[key] for key in wanted if key in made]

    known = crafts_by_id(of_crafts, at.language)
    pictured = [card for card in shown([*districts.values(), *treasures.values()]) if card.picture and card.picture.is_ready]
    return HomePage(
        windows=pictured[:WINDOWS],
        districts=shown(districts.values()),
        crafts=[CraftOfDay(known[craft], made[key]) for craft, key in of_crafts.items() if craft in known and key in made],
        treasures=shown(treasures.values()),
        makers=_makers(of_makers, made, at),
        newest=shown(row.id for row in newest),
        categories=tree(at.language).children.get(None, ()),
    )


def _of_the_day(at: Viewpoint, member: str, flag: str = "", *, count: int = SHELF) -> dict[int, int]:
    """Things that have their turn today, each with the product that has its turn there; what is listed, seen by the census."""
    today, all_keys = today_of(at), well_mixed(keys_with_products(at, member, flag=flag), name=str)
    return products_in_turn(at, member, turns_of_the_day(all_keys, today, count=count), flag=flag)


def _makers(of_makers: dict[int, int], made: dict[int, ProductCard], at: Viewpoint) -> list[MakerOfDay]:
    """The makers of the day, each with a product of its own."""
    sellers = sellers_by_id(of_makers, at.language)
    places = districts_by_id([seller.district_id for seller in sellers.values()], at.language)
    shown = [(sellers[maker], made[key]) for maker, key in of_makers.items() if maker in sellers and key in made]
    return [MakerOfDay(seller, places[seller.district_id].name, card) for seller, card in shown]
