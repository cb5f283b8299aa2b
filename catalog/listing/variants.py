"""Questions about the variants of visible products: price in the channel, and how many can be had."""

from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import F, FilteredRelation, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from catalog.products.models import VariantChannelListing
from catalog.stock.models import Stock
from marketplace.channels.queries import Viewpoint
from marketplace.kit import shapes


class VariantRow(NamedTuple):
    """A variant that has a price in the channel, in the reader's language. Prices in minor units, tax included;
    `available` pieces over all warehouses; `net_quantity` in `net_quantity_unit`."""

    id: int
    product_id: int
    sku: str
    name: str
    language: str | None
    default_name: str
    weight_grams: int | None
    net_quantity: int
    net_quantity_unit: str
    price: int
    full_price: int
    mrp: int | None
    available: int


class _Fixed(NamedTuple):
    """What the text of a statement depends on: the language, and the lookup that the keys stand for."""

    language: str
    lookup: str


def _found(fixed: _Fixed, channel_id: int, keys: list[int]) -> QuerySet[VariantChannelListing, tuple[Any, ...]]:
    """Variants by the keys of something (for `shapes`)."""
    return _tuples(channel_id, fixed.language).filter(**{f"{fixed.lookup}__any_of": keys})


def _tuples(channel_id: int, language: str) -> QuerySet[VariantChannelListing, tuple[Any, ...]]:
    words = FilteredRelation("variant__translations", condition=Q(variant__translations__language_code=language))
    on_hand = (
        Stock.objects.filter(variant_id=OuterRef("variant_id"))
        .values("variant_id")
        .annotate(left=Sum(F("quantity") - F("allocated")))
        .values("left")
    )
    return (
        VariantChannelListing.objects.filter(channel_id=channel_id)
        .alias(words=words)
        .annotate(
            shown_name=Coalesce("words__name", "variant__name"),
            shown_language=F("words__language_code"),
            available=Coalesce(Subquery(on_hand, output_field=IntegerField()), 0),
        )
        .order_by("variant__product_id", "variant__sort_order", "variant_id")
        .values_list(
            "variant_id", "variant__product_id", "variant__sku", "shown_name", "shown_language", "variant__name",
            "variant__weight_grams", "variant__net_quantity", "variant__net_quantity_unit", "price_minor",
            "full_price_minor", "mrp_minor", "available",
        )
    )  # fmt: skip


def variants_of(product_ids: Collection[int], at: Viewpoint) -> dict[int, list[VariantRow]]:
    """The variants of each product, in their order; one statement. Products are taken to be visible."""
    found: dict[int, list[VariantRow]] = {key: [] for key in product_ids}
    for row in shapes.rows(_found, _Fixed(at.language, "variant__product_id"), at.channel_id, list(found)):
        found[row[1]].append(VariantRow._make(row))
    return found


def variants_by_id(ids: Collection[int], at: Viewpoint) -> dict[int, VariantRow]:
    """Variants by key; one statement. Whether their products are visible is for the caller to ask."""
    found = shapes.rows(_found, _Fixed(at.language, "variant_id"), at.channel_id, list(set(ids)))
    return {row[0]: VariantRow._make(row) for row in found}


def variant(at: Viewpoint, *, id: int | None = None, sku: str | None = None) -> VariantRow | None:
    """One variant by key or by SKU; whether its product is visible is for the caller to ask (`queries.product`)."""
    rows = _tuples(at.channel_id, at.language)
    found = (rows.filter(variant_id=id) if id is not None else rows.filter(variant__sku=sku)).first()
    return VariantRow._make(found) if found else None


def in_stock(product_ids: Collection[int], at: Viewpoint) -> set[int]:
    """Which of the products have a variant with a price in the channel of which a piece can be had; one statement."""
    return {key for (key,) in shapes.rows(_in_stock, None, list(product_ids), at.channel_id)}


def _in_stock(_fixed: None, ids: list[int], channel_id: int) -> QuerySet[VariantChannelListing, Any]:
    """Products with pieces left (for `shapes`)."""
    rows = VariantChannelListing.objects.filter(
        channel_id=channel_id, variant__product_id__any_of=ids, variant__stocks__quantity__gt=F("variant__stocks__allocated")
    )
    return rows.values_list("variant__product_id").distinct()
