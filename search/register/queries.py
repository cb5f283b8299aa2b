"""What the GI register and the page of one GI are made of: the rooms' own questions put together, without a rule."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from catalog.listing.cards import ProductCard, cards
from catalog.listing.queries import ProductFilters, products_by_id
from catalog.listing.treasures import badges_by_tag, craft_ids_under, oldest_under
from catalog.origin.queries import today_of
from marketplace.channels.queries import Viewpoint
from marketplace.content.queries import TitleRow, titles_of
from marketplace.crafts.queries import CraftRow, crafts_by_id
from marketplace.districts.queries import (
    DistrictRow,
    StateRow,
    districts_by_id,
    states,
)
from marketplace.gi.queries import (
    AuthorisedUserRow,
    GiTagRow,
    authorised_users_of,
    gi_tags_page,
    state_ids_of,
)
from marketplace.kit.alphabet import in_reading_order
from marketplace.kit.paging import Page, PageRequest
from marketplace.sellers.queries import SellerRow, sellers_by_id
from search.browse.queries import Listing, listing
from search.browse.rules import of_the_day
from search.register.forms import FROM, ORDERS, RegisterAsked
from search.register.standing import Standing, standing

TREASURES = 5
EXPLAINING = ("gi-badge", "for-sellers", "contact")
"""Pages of words that a GI's page points to where the operator has them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A GI in the register: the States it lies in (none of another country's), and how many products here bear its badge."""

    tag: GiTagRow
    states: list[StateRow]
    products: int


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A page of the GI register, how many entries there are in all, and today's treasures to look at."""

    entries: list[Entry]
    page: Page[GiTagRow]
    total: int
    states: list[StateRow]
    treasures: list[ProductCard]


def register_page(at: Viewpoint, asked: RegisterAsked) -> RegisterPage:
    """The entries that were asked for; an unknown State has none."""
    every = states(at.language)
    page = gi_tags_page(
        language=at.language,
        page=asked.page,
        ids=badges_by_tag(at).keys() if asked.here else None,
        state_ids=[row.id for row in every if row.slug == asked.state] if asked.state else None,
        categories=[asked.category] if asked.category else None,
        search=asked.q,
        countries=FROM[asked.origin],
        order=ORDERS[asked.sort],
        descending=asked.sort.startswith("-"),
    )
    keys = [tag.id for tag in page.rows]
    counts, lies_in = badges_by_tag(at, gi_tag_ids=keys), state_ids_of(keys)
    entries = [Entry(tag, _of(every, lies_in[tag.id]), counts.get(tag.id, 0)) for tag in page.rows]
    return RegisterPage(entries, page, page.count(), every, _treasures(at) if asked.plain else [])


def _of(every: Iterable[StateRow], keys: Collection[int]) -> list[StateRow]:
    return [row for row in every if row.id in keys]


def _treasures(at: Viewpoint) -> list[ProductCard]:
    """The oldest product with the badge of each of today's GIs: all GIs that have one have their turn."""
    turn = of_the_day(sorted(badges_by_tag(at)), today_of(at), count=TREASURES)
    keys = oldest_under(at, gi_tag_ids=turn)
    found = products_by_id(keys, at)
    return cards([found[key] for key in keys if key in found], at)


@dataclass(frozen=True, slots=True)
class User:
    """A seller here that is an authorised user today, with the entry and the district where it works."""

    seller: SellerRow
    entry: AuthorisedUserRow
    district: DistrictRow


@dataclass(frozen=True, slots=True)
class GiPage:
    """A GI as it stands in the register, who may use it today, the crafts and the products that bear its badge; `explaining`
    are the pages of words that are there, by the slugs they began with."""

    gi: Standing
    users: list[User]
    crafts: list[CraftRow]
    explaining: dict[str, TitleRow]
    listing: Listing

    @property
    def portrait(self) -> ProductCard | None:
        """The first product that has a picture."""
        return next((card for card in self.listing.cards if card.picture), None)


def gi_page(at: Viewpoint, slug: str, page: PageRequest) -> GiPage | None:
    """The page of one GI."""
    found = standing(slug, at.language)
    if found is None:
        return None
    return GiPage(
        gi=found,
        users=_users(at, found.tag),
        crafts=_crafts(at, found.tag),
        explaining=titles_of(EXPLAINING, at=at.at, language=at.language),
        listing=listing(at, page, ProductFilters(gi_tag_ids=[found.tag.id], gi=True)),
    )


def _users(at: Viewpoint, tag: GiTagRow) -> list[User]:
    entries = authorised_users_of([tag.id], today=today_of(at))[tag.id]
    sellers = sellers_by_id([entry.seller_id for entry in entries], at.language)
    districts = districts_by_id([seller.district_id for seller in sellers.values()], at.language)
    found = ((sellers[entry.seller_id], entry) for entry in entries if entry.seller_id in sellers)
    users = [User(seller, entry, districts[seller.district_id]) for seller, entry in found]
    return in_reading_order(users, at.language, lambda user: user.seller.name)


def _crafts(at: Viewpoint, tag: GiTagRow) -> list[CraftRow]:
    keys = craft_ids_under(at, gi_tag_id=tag.id)
    rows = crafts_by_id(keys, at.language)
    return [rows[key] for key in keys if key in rows]
