"""A list of products as pages show it: what was asked for, read from the rooms below, without a rule of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.attributes.queries import attributes_by_id
from catalog.categories.queries import tree
from catalog.listing.by_name import products_as_read
from catalog.listing.cards import ProductCard, cards
from catalog.listing.conditions import AttributeCondition
from catalog.listing.queries import ProductFilters, ProductRow
from catalog.listing.taken import census_of
from catalog.products.queries import selectable
from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import district, state
from marketplace.kit.paging import Page, PageRequest
from search.browse.forms import CHOICE, NAME, ORDERS, Asked, no_choice

SHELF = 8
EVERYTHING = ProductFilters()


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of product cards, and how many there are in all."""

    cards: list[ProductCard]
    page: Page[ProductRow]
    total: int


def listing(at: Viewpoint, page: PageRequest, filters: ProductFilters) -> Listing:
    """The products that pass the filters, which the census knows, by name."""
    found = products_as_read(at=at, filters=filters, order=ORDERS[NAME], page=page)
    return Listing(cards(found.rows, at), found, census_of(at).passing(filters).bit_count())


def parts(at: Viewpoint, asked: Asked) -> dict[str, ProductFilters]:
    """What each parameter that is set narrows a list to, `price` for both bounds. Refused INVALID for an attribute that lists
    are not narrowed by."""
    marks = {
        "gi": ProductFilters(gi=True), "odop": ProductFilters(odop=True), "women": ProductFilters(women_led=True),
        "stock": ProductFilters(stocked=True),
    }  # fmt: skip
    found = {name: narrower for name, narrower in marks.items() if getattr(asked, name)}
    if asked.price_from or asked.price_to:
        low, high = (asked.minor(price, at.currency) for price in (asked.price_from, asked.price_to))
        found["price"] = ProductFilters(price_from=low, price_to=high)
    if asked.kind:
        found["kind"] = ProductFilters(seller_kinds=[asked.kind])
    if asked.country:
        found["country"] = ProductFilters(countries=[asked.country])
    if asked.rating:
        found["rating"] = ProductFilters(rating_from=int(asked.rating))
    found.update(_places(at, asked))
    for name, slugs in asked.choices:
        found[CHOICE + name] = ProductFilters(attributes=(_carrying(name, slugs),))
    return found


def _places(at: Viewpoint, asked: Asked) -> dict[str, ProductFilters]:
    found = {}
    if asked.category:
        categories = tree(at.language)
        branch = categories.by_slug.get(asked.category)
        found["category"] = ProductFilters(category_ids=sorted(categories.branch_ids([branch.id])) if branch else [])
    if asked.state:
        of_state = state(asked.state, at.language)
        found["state"] = ProductFilters(state_ids=[of_state.id] if of_state else [])
    if asked.district:
        place = district(asked.district, at.language)
        found["district"] = ProductFilters(district_ids=[place.id] if place else [])
    return found


def _carrying(name: str, slugs: Iterable[str]) -> AttributeCondition:
    """One of these choices of an attribute. Refused INVALID where lists are not narrowed by it."""
    known = selectable([name]).get(name)
    if known is None or not attributes_by_id()[known.id].filterable:
        raise no_choice(CHOICE + name)
    choices = [known.choices[slug] for slug in slugs if slug in known.choices]
    return AttributeCondition(known.of_products, known.of_variants, known.id, choices)
