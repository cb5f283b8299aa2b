"""What a list of products may be narrowed to, as facts, and the condition that they make in a statement."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from catalog.collections.models import CollectionProduct
from catalog.collections.queries import visible as visible_collections
from catalog.listing.conditions import AttributeCondition, StockCondition, carries, in_stock, on_hand
from catalog.origin.queries import with_gi_badge, with_odop_badge
from catalog.products.models import ProductChannelListing, VariantChannelListing
from marketplace.channels.queries import Viewpoint


@dataclass(frozen=True, slots=True)
class ProductFilters:
    """What a list is narrowed to; None and empty say nothing. Prices in minor units, ends of ranges included.

    `category_ids` are to be whole branches already (`CategoryTree.branch_ids`). `gi` and `odop`: bears the badge today.
    `women_led`: the maker is. `seller_kinds`: members of Seller.Kind; `countries` of origin, ISO 3166-1. `rating_from`: 1 to 4
    stars at least. `price_...` and `prices` mean the lowest price of a product, `variant_price...` that of any of its variants.
    `all_of` must all hold, of `any_of` one, beside everything else; `nothing` lets nothing pass. `metadata`: keys with values,
    None for any. `search`: words, which are found by a search before anything is narrowed (`searched.resolved`).
    """

    ids: Collection[int] | None = None
    slugs: Collection[str] | None = None
    names: Collection[str] | None = None
    district_ids: Collection[int] | None = None
    state_ids: Collection[int] | None = None
    category_ids: Collection[int] | None = None
    seller_ids: Collection[int] | None = None
    craft_ids: Collection[int] | None = None
    gi_tag_ids: Collection[int] | None = None
    hsn_ids: Collection[int] | None = None
    seller_kinds: Collection[str] | None = None
    countries: Collection[str] | None = None
    product_type_ids: Collection[int] | None = None
    collection_ids: Collection[int] | None = None
    gi: bool | None = None
    odop: bool | None = None
    price_from: int | None = None
    price_to: int | None = None
    prices: Collection[int] | None = None
    variant_price_from: int | None = None
    variant_price_to: int | None = None
    variant_prices: Collection[int] | None = None
    updated_from: datetime | None = None
    updated_to: datetime | None = None
    updated_at: Collection[datetime] | None = None
    published_from: datetime | None = None
    available_from: datetime | None = None
    available: bool | None = None
    stocked: bool | None = None
    women_led: bool | None = None
    rating_from: int | None = None
    stock: StockCondition | None = None
    attributes: tuple[AttributeCondition, ...] = ()
    metadata: tuple[tuple[str, str | None], ...] = ()
    search: str = ""
    nothing: bool = False
    all_of: "tuple[ProductFilters, ...]" = ()
    any_of: "tuple[ProductFilters, ...]" = ()

    def and_(self, **more: Any) -> "ProductFilters":
        """These filters with others set."""
        return replace(self, **more)


EVERYTHING = ProductFilters()
STAR = 100
"""How a product's rating counts a star."""
_AMONG = {
    "ids": "product_id",
    "slugs": "product__slug",
    "names": "product__name",
    "district_ids": "product__district_id",
    "state_ids": "product__district__state_id",
    "category_ids": "product__category_id",
    "seller_ids": "product__seller_id",
    "craft_ids": "product__craft_id",
    "gi_tag_ids": "product__gi_tag_id",
    "hsn_ids": "product__hsn_id",
    "seller_kinds": "product__seller__kind",
    "countries": "product__legal__country_of_origin",
    "product_type_ids": "product__product_type_id",
    "prices": "price_from_minor",
    "updated_at": "product__updated_at",
}
_BOUNDS = {
    "updated_from": "product__updated_at__gte",
    "updated_to": "product__updated_at__lte",
    "published_from": "published_at__gte",
    "available_from": "available_for_purchase_at__gte",
}


def narrowed(rows: QuerySet[ProductChannelListing], filters: ProductFilters, at: Viewpoint) -> QuerySet[ProductChannelListing]:
    """The listings that pass the filters."""
    return rows.filter(*_conditions(filters, at))


def inside_of(collection_ids: Collection[int], at: Viewpoint) -> QuerySet[CollectionProduct]:
    """The places of products in those of these collections that are to be seen from the viewpoint."""
    inside = CollectionProduct.objects.filter(collection_id__any_of=list(collection_ids))
    return inside.filter(collection_id__in=visible_collections(at).values("collection_id"))


def _conditions(filters: ProductFilters, at: Viewpoint) -> Iterator[Q]:
    """What must all hold. Nothing here chooses its way by a value, so that the statement is made once (`kit.shapes`)."""
    if filters.search:
        raise ValueError("No statement looks for words: see searched.resolved.")
    yield from _of_columns(filters)
    yield from of_prices(filters, at)
    if filters.nothing:
        yield Q(pk__in=[])
    if filters.collection_ids is not None:
        yield Q(product_id__in=inside_of(filters.collection_ids, at).values("product_id"))
    if filters.gi is not None:
        yield with_gi_badge(at, "product__") if filters.gi else ~with_gi_badge(at, "product__")
    if filters.odop is not None:
        yield with_odop_badge("product__") if filters.odop else ~with_odop_badge("product__")
    if filters.women_led is not None:
        yield Q(product__seller__women_led=filters.women_led)
    if filters.rating_from is not None:
        yield Q(product__rating__gte=filters.rating_from * STAR)
    if filters.stocked is not None:
        yield in_stock(at) if filters.stocked else ~in_stock(at)
    if filters.available is not None:
        begun = Q(available_for_purchase_at__isnull=True) | Q(available_for_purchase_at__lte=at.at)
        yield (begun & in_stock(at)) if filters.available else ~(begun & in_stock(at))
    if filters.stock is not None:
        yield on_hand(filters.stock, at)
    for attribute in filters.attributes:
        yield carries(attribute, at)
    for part in filters.all_of:
        yield _whole(part, at)
    if filters.any_of:
        either = Q()
        for part in filters.any_of:
            either |= _whole(part, at)
        yield either


def _whole(filters: ProductFilters, at: Viewpoint) -> Q:
    """The filters as one condition; one that says nothing lets everything pass."""
    return Q(*_conditions(filters, at)) or Q(pk=F("pk"))


def _of_columns(filters: ProductFilters) -> Iterator[Q]:
    for member, column in _AMONG.items():
        values = getattr(filters, member)
        if values is not None:
            yield Q(**{f"{column}__any_of": list(values)})
    for member, lookup in _BOUNDS.items():
        value = getattr(filters, member)
        if value is not None:
            yield Q(**{lookup: value})
    for key, wanted in filters.metadata:
        yield Q(product__metadata__has_key=key) if wanted is None else Q(product__metadata__contains={key: wanted})


def of_prices(filters: Any, at: Viewpoint) -> Iterator[Q]:
    """What the bounds of prices (of ProductFilters, or of what has the same) ask of anything with a product's range of prices.

    A variant's price: one bound is told by the range of the product's prices, two need a look at the variants.
    """
    if filters.price_from is not None:
        yield Q(price_from_minor__gte=filters.price_from)
    if filters.price_to is not None:
        yield Q(price_from_minor__lte=filters.price_to)
    low, high = filters.variant_price_from, filters.variant_price_to
    if low is not None:
        yield Q(price_to_minor__gte=low)
    if high is not None:
        yield Q(price_from_minor__lte=high)
    variants = VariantChannelListing.objects.filter(channel_id=at.channel_id, variant__product_id=OuterRef("product_id"))
    if low is not None and high is not None:
        # the cheapest or the dearest variant mostly says it already
        yield (
            Q(price_from_minor__gte=low, price_from_minor__lte=high)
            | Q(price_to_minor__gte=low, price_to_minor__lte=high)
            | Q(Exists(variants.filter(price_minor__gte=low, price_minor__lte=high)))
        )
    if filters.variant_prices is not None:
        yield Q(Exists(variants.filter(price_minor__any_of=list(filters.variant_prices))))
