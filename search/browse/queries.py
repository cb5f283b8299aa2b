"""What the home page and the pages of goods and makers are made of: the rooms' own questions put together, without a rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from catalog.categories.queries import CategoryRow, tree
from catalog.listing.cards import ProductCard, cards
from catalog.listing.queries import ProductFilters, ProductOrder, ProductRow, Sorting, products_page
from catalog.origin.queries import today_of
from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import districts_by_id, state
from marketplace.kit.paging import Page, PageRequest
from marketplace.sellers.queries import SellerRow, sellers_by_id
from search.browse.forms import Asked
from search.browse.rules import of_the_day, one_per

SHELF = 8
SAMPLE = 100
MAKERS = 6
EVERYTHING = ProductFilters()


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of product cards, and how many there are in all."""

    cards: list[ProductCard]
    page: Page[ProductRow]
    total: int


def listing(at: Viewpoint, asked: Asked, base: ProductFilters = EVERYTHING) -> Listing:
    """The products that were asked for, within `base`; an unknown State has none."""
    filters = base.and_(
        gi=asked.gi or base.gi,
        odop=asked.odop or base.odop,
        price_from=asked.minor(asked.price_from, at.currency),
        price_to=asked.minor(asked.price_to, at.currency),
        search=asked.q,
    )
    if asked.state:
        found = state(asked.state, at.language)
        filters = filters.and_(state_ids=[found.id] if found else [])
    page = products_page(at=at, filters=filters, order=asked.order, page=asked.page)
    return Listing(cards(page.rows, at), page, page.count())


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: cards to look through the windows, one card for each district of the day, and so on."""

    windows: list[ProductCard]
    districts: list[ProductCard]
    gi_cards: list[ProductCard]
    cards: list[ProductCard]
    sellers: list[SellerRow]
    seller_places: dict[int, str]
    categories: tuple[CategoryRow, ...]


def home_page(at: Viewpoint) -> HomePage:
    """What the home page shows on this day: a rule picks it, so that everybody sees the same."""
    newest = ProductOrder(Sorting.DATE, descending=True)
    today = today_of(at)

    def shelf(count: int, **filters: Any) -> Sequence[ProductRow]:
        return products_page(at=at, filters=ProductFilters(**filters), order=newest, page=PageRequest(first=count)).rows

    designated = of_the_day(one_per("district_id", shelf(SAMPLE, odop=True)), today, count=SHELF)
    tagged = of_the_day(one_per("district_id", shelf(SAMPLE, gi=True)), today, count=SHELF)
    fresh = one_per("seller_id", shelf(SAMPLE))[:SHELF]
    chosen = {row.id: row for row in (*designated, *tagged, *fresh)}
    made = {card.id: card for card in cards(list(chosen.values()), at)}

    def shown(rows: Sequence[ProductRow]) -> list[ProductCard]:
        return [made[row.id] for row in rows if row.id in made]

    makers = sellers_by_id({row.seller_id for row in one_per("seller_id", (*tagged, *designated))[:MAKERS]}, at.language)
    districts = districts_by_id({maker.district_id for maker in makers.values()}, at.language)
    return HomePage(
        windows=[card for card in made.values() if card.picture][:3],
        districts=shown(designated),
        gi_cards=shown(tagged),
        cards=shown(fresh),
        sellers=list(makers.values()),
        seller_places={key: row.name for key, row in districts.items()},
        categories=tree(at.language).children.get(None, ()),
    )
