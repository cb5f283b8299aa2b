"""What a client may say to narrow and order a list of products, and what our queries make of it."""

from decimal import Decimal, InvalidOperation
from typing import Any

import graphene
from django.utils.translation import gettext as _

from catalog.categories.queries import CategoryTree
from catalog.listing.queries import ProductFilters, ProductOrder, Sorting
from marketplace.kit.graphql.filters import OrderDirection
from marketplace.kit.ids import key_of
from marketplace.kit.money import Money
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean

MOST_IDS = 100
MOST_SEARCH = 120


class PriceRangeInput(graphene.InputObjectType):
    """A range of prices in the channel's currency, in major units, both ends included."""

    gte = graphene.Float(description="At least.")
    lte = graphene.Float(description="At most.")


class ProductFilterInput(graphene.InputObjectType):
    """Narrows a list of products; all that is said must hold."""

    ids = graphene.List(graphene.NonNull(graphene.ID), description="Only these products.")
    slugs = graphene.List(graphene.NonNull(graphene.String), description="Only products with these slugs.")
    categories = graphene.List(graphene.NonNull(graphene.ID), description="In these categories or below them.")
    price = graphene.InputField(PriceRangeInput, description="By the lowest price of the variants.")
    search = graphene.String(description="Words that name, district or craft must hold.")
    districts = graphene.List(graphene.NonNull(graphene.ID), description="From these districts.")
    states = graphene.List(graphene.NonNull(graphene.ID), description="From these States.")
    sellers = graphene.List(graphene.NonNull(graphene.ID), description="Of these sellers.")
    crafts = graphene.List(graphene.NonNull(graphene.ID), description="Of these crafts.")
    gi_tags = graphene.List(graphene.NonNull(graphene.ID), description="That claim these Geographical Indications.")
    gi_tagged = graphene.Boolean(description="Bears a GI badge today, or does not.")
    odop = graphene.Boolean(description="Bears an ODOP badge, or does not.")


ProductOrderField = graphene.Enum(
    "ProductOrderField",
    [(name, name) for name in ("NAME", "PRICE", "MINIMAL_PRICE", "DATE", "PUBLISHED_AT")],
    description="What a list of products may be ordered by.",
)


_SORTINGS = {
    None: Sorting.DEFAULT,
    "NAME": Sorting.NAME,
    "PRICE": Sorting.PRICE,
    "MINIMAL_PRICE": Sorting.PRICE,
    "DATE": Sorting.DATE,
    "PUBLISHED_AT": Sorting.DATE,
}


class ProductOrderInput(graphene.InputObjectType):
    """How to order a list of products."""

    class Meta:
        name = "ProductOrder"

    direction = graphene.InputField(OrderDirection, required=True, description="Up or down.")
    field = graphene.InputField(ProductOrderField, description="By what; the default order without it.")


def filters_of(given: dict[str, Any] | None, *, categories: CategoryTree, currency: str) -> ProductFilters:
    """The filters that our queries understand. Refused INVALID for ids of another type and impossible prices,
    TOO_MANY beyond MOST_IDS of a kind."""
    if not given:
        return ProductFilters()
    keys = {
        name: _keys(kind, given.get(name), f"filter.{name}")
        for name, kind in {
            "ids": "Product", "categories": "Category", "districts": "District", "states": "State", "sellers": "Seller",
            "crafts": "Craft", "gi_tags": "GiTag",
        }.items()
    }  # fmt: skip
    price = given.get("price") or {}
    return ProductFilters(
        ids=keys["ids"],
        slugs=_slugs(given.get("slugs")),
        category_ids=None if keys["categories"] is None else categories.branch_ids(keys["categories"]),
        district_ids=keys["districts"],
        state_ids=keys["states"],
        seller_ids=keys["sellers"],
        craft_ids=keys["crafts"],
        gi_tag_ids=keys["gi_tags"],
        gi=given.get("gi_tagged"),
        odop=given.get("odop"),
        price_from=_minor(price.get("gte"), currency, "filter.price.gte"),
        price_to=_minor(price.get("lte"), currency, "filter.price.lte"),
        search=clean(given.get("search") or "", field="filter.search", most=MOST_SEARCH),
    )


def order_of(given: dict[str, Any] | None) -> ProductOrder:
    """The order that our queries understand; the default one where none is given."""
    if not given:
        return ProductOrder()
    return ProductOrder(_SORTINGS[given.get("field")], given["direction"] == "desc")


def _few(values: list[Any] | None, field: str) -> list[Any] | None:
    if values is not None and len(values) > MOST_IDS:
        raise Refused("TOO_MANY", _("At most %(most)d values.") % {"most": MOST_IDS}, field)
    return values


def _slugs(slugs: list[str] | None) -> list[str] | None:
    slugs = _few(slugs, "filter.slugs")
    return None if slugs is None else [clean(slug, field="filter.slugs") for slug in slugs]


def _keys(kind: str, ids: list[str] | None, field: str) -> list[int] | None:
    ids = _few(ids, field)
    return None if ids is None else [key_of(kind, value, field=field) for value in ids]


def _minor(amount: float | None, currency: str, field: str) -> int | None:
    """The amount in minor units; more digits than the currency has are rounded."""
    if amount is None:
        return None
    try:
        scaled = round(Decimal(str(amount)) / Money(1, currency).amount)
    except (InvalidOperation, ValueError, OverflowError):
        raise Refused("INVALID", _("This is not an amount."), field) from None
    if not 0 <= scaled <= 10**15:
        raise Refused("INVALID", _("This amount is out of range."), field)
    return scaled
