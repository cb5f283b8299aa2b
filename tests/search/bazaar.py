"""A shop with many products that differ in all that lists are narrowed, counted and ordered by; and the right counts, by hand."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from catalog.attributes.models import Attribute, AttributeChoice
from catalog.categories.actions import create as create_category
from catalog.listing.conditions import AttributeCondition
from catalog.listing.filters import ProductFilters
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product, ProductChannelListing, ProductLegal, ProductTypeAttribute
from search.engines.document import Document
from tests.factories import DistrictFactory, SellerFactory, StateFactory
from tests.search.shelf import Shelf, open_shop

WORDS = ("Chikankari", "Terracotta", "Pashmina")
"""Each stands in the names of about a third of the products, and sounds like no other word."""
PRODUCTS = 18
POINTS = {"palakkad": (10.8, 76.7), "leh": (34.2, 77.6), "varanasi": (25.3, 83.0)}
Parts = Mapping[str, ProductFilters]


@dataclass(frozen=True)
class Bazaar:
    """The shop, the attributes' choices by slug, and the categories' branches."""

    shelf: Shelf
    choices: dict[str, dict[str, int]]
    branches: dict[int, list[int]]


def open_bazaar(seed: int = 6) -> Bazaar:
    """Products made by chance, the same for the same seed."""
    chance, shelf = random.Random(seed), open_shop()
    choices = {slug: _choices(shelf, slug, names) for slug, names in _ATTRIBUTES.items()}
    toys = create_category(name="Toys", parent=shelf.category.parent)
    branches = {shelf.category.parent_id or 0: [shelf.category.parent_id or 0, shelf.category.pk, toys.pk]}
    branches |= {shelf.category.pk: [shelf.category.pk], toys.pk: [toys.pk]}
    places, sellers = _places(shelf), [shelf.seller]
    for kind, women in (("ARTISAN", False), ("SHG", True), ("MSME", False)):
        sellers.append(SellerFactory(name=f"Maker {kind.title()}", kind=kind, women_led=women, status="APPROVED"))
    for number in range(PRODUCTS):
        product = shelf.put(
            f"{chance.choice(WORDS)} piece {number}", rupees=chance.choice((300, 900, 900, 2500, 7000)), gi=chance.random() < 0.5,
            odop=chance.random() < 0.5, pieces=chance.choice((0, 3)),
        )  # fmt: skip
        rated = chance.choice((None, None, 150, 320, 450, 500))
        changed = {
            "category_id": chance.choice(list(branches)), "district_id": chance.choice(places),
            "seller_id": chance.choice(sellers).pk, "rating": rated, "reviews": 0 if rated is None else 3,
        }  # fmt: skip
        Product.objects.filter(pk=product.pk).update(**changed)
        ProductLegal.objects.filter(product=product).update(country_of_origin=chance.choice(("IN", "IN", "NP")))
        begun = timezone.now() - timedelta(days=chance.randrange(90))
        ProductChannelListing.objects.filter(product=product).update(published_at=begun)
        for known in choices.values():
            if chance.random() < 0.7:
                chosen = AttributeChoice.objects.get(pk=chance.choice(list(known.values())))
                AttributeAssignment.objects.create(product=product, attribute=chosen.attribute, choice=chosen)
    return Bazaar(shelf, choices, branches)


_ATTRIBUTES = {"colour": ("indigo", "madder", "turmeric"), "material": ("cotton", "clay")}


def _choices(shelf: Shelf, slug: str, names: Iterable[str]) -> dict[str, int]:
    attribute = Attribute.objects.create(slug=slug, name=slug.title(), input_type="DROPDOWN", filterable_in_storefront=True)
    ProductTypeAttribute.objects.create(product_type=shelf.product_type, attribute=attribute)
    return {name: AttributeChoice.objects.create(attribute=attribute, slug=name, name=name.title()).pk for name in names}


def _places(shelf: Shelf) -> list[int]:
    north, east = POINTS["varanasi"]
    type(shelf.district).objects.filter(pk=shelf.district.pk).update(latitude=north, longitude=east)
    made = [shelf.district.pk]
    for state, name in (("Kerala", "palakkad"), ("Ladakh", "leh")):
        north, east = POINTS[name]
        of = StateFactory(name=state, slug=state.lower())
        made.append(DistrictFactory(state=of, name=name.title(), slug=name, latitude=north, longitude=east).pk)
    return made


def parts_by_chance(chance: random.Random, bazaar: Bazaar, told: list[Document]) -> dict[str, ProductFilters]:
    """Facets that a reader may have set."""
    one, two = chance.choice(told), chance.choice(told)
    all_of_them = {
        "category": ProductFilters(category_ids=bazaar.branches[chance.choice(list(bazaar.branches))]),
        "state": ProductFilters(state_ids=[one.state, two.state]),
        "district": ProductFilters(district_ids=[one.district]),
        "craft": ProductFilters(craft_ids=[key for key in (one.craft, two.craft) if key is not None]),
        "gi": ProductFilters(gi=True),
        "odop": ProductFilters(odop=chance.random() < 0.8),
        "women": ProductFilters(women_led=True),
        "stock": ProductFilters(stocked=True),
        "price": ProductFilters(price_from=chance.choice((None, 50_000)), price_to=chance.choice((90_000, 300_000))),
        "kind": ProductFilters(seller_kinds=[one.seller_kind]),
        "country": ProductFilters(countries=[two.country]),
        "rating": ProductFilters(rating_from=chance.randint(1, 4)),
        "a-colour": ProductFilters(attributes=(_condition(chance, bazaar.choices["colour"]),)),
        "a-material": ProductFilters(attributes=(_condition(chance, bazaar.choices["material"]),)),
        "seller": ProductFilters(seller_ids=[one.seller]),
        "ids": ProductFilters(ids=[each.product for each in told if chance.random() < 0.7]),
    }
    return {name: all_of_them[name] for name in chance.sample(list(all_of_them), chance.choice((0, 1, 1, 2, 3, 4)))}


def _condition(chance: random.Random, known: Mapping[str, int]) -> AttributeCondition:
    chosen = chance.sample(sorted(known.values()), chance.randint(1, 2))
    return AttributeCondition(of_products=True, of_variants=True, choice_ids=chosen)


def passes(one: Document, filters: ProductFilters) -> bool:
    """Whether the document says what the filters want."""
    today = timezone.localdate()
    gi = any(first <= today <= last for first, last in one.gi_days)
    among = (
        (filters.ids, one.product), (filters.category_ids, one.categories[-1]), (filters.state_ids, one.state),
        (filters.district_ids, one.district), (filters.seller_kinds, one.seller_kind), (filters.countries, one.country),
        (filters.seller_ids, one.seller), (filters.craft_ids, one.craft),
    )  # fmt: skip
    same = ((filters.gi, gi), (filters.odop, one.odop), (filters.women_led, one.women_led), (filters.stocked, one.stocked))
    price = one.price_from or 0
    return (
        all(wanted is None or value in wanted for wanted, value in among)
        and all(wanted is None or wanted == value for wanted, value in same)
        and (filters.rating_from is None or (one.rating or 0) >= 100 * filters.rating_from)
        and (filters.price_from is None or price >= filters.price_from)
        and (filters.price_to is None or price <= filters.price_to)
        and all(set(condition.choice_ids or ()) & set(one.choices) for condition in filters.attributes)
    )


def left(told: Iterable[Document], text: str, base: ProductFilters, parts: Parts, *without: str) -> list[Document]:
    """The documents with the word that pass all filters but those of some names."""
    kept = [base, *(part for name, part in parts.items() if name not in without)]
    return [one for one in told if text in " ".join(one.words.title) and all(passes(one, filters) for filters in kept)]


def counted(told: list[Document], text: str, base: ProductFilters, parts: Parts, *, one_place: bool = False) -> dict[str, object]:
    """What each facet should say, by the members of Counts, without the choices."""

    def among(*without: str) -> list[Document]:
        return left(told, text, base, parts, *without)

    today = timezone.localdate()
    marks = {
        "gi": lambda one: any(first <= today <= last for first, last in one.gi_days), "odop": lambda one: one.odop,
        "women": lambda one: one.women_led, "stock": lambda one: one.stocked,
    }  # fmt: skip
    prices = [one.price_from for one in among("price") if one.price_from is not None]
    return {
        "categories": Counter(key for one in among("category") for key in one.categories),
        "states": Counter(one.state for one in among("state", *(["district"] if one_place else []))),
        "districts": Counter(one.district for one in among("district")),
        "crafts": Counter(one.craft for one in among("craft") if one.craft is not None),
        "ratings": Counter(stars for one in among("rating") for stars in range(1, 5) if (one.rating or 0) >= 100 * stars),
        "marks": {name: count for name, has in marks.items() if (count := sum(map(has, among(name))))},
        "marks_of": {name: count for name in marks if (count := len(among(name)))},
        "kinds": Counter(one.seller_kind for one in among("kind")),
        "countries": Counter(one.country for one in among("country")),
        "cheapest": min(prices, default=None),
        "dearest": max(prices, default=None),
    }


def choices_counted(bazaar: Bazaar, told: list[Document], text: str, base: ProductFilters, parts: Parts) -> dict[int, int]:
    """Each choice without the part of its own attribute."""
    found: Counter[int] = Counter()
    for slug, known in bazaar.choices.items():
        for one in left(told, text, base, parts, f"a-{slug}"):
            found.update(set(one.choices) & set(known.values()))
    return dict(found)
