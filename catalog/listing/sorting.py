"""What a list of products may be ordered by: the column or expression, and what a cursor holds of a row."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    CharField,
    F,
    IntegerField,
    Min,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat

from catalog.listing.filters import ProductFilters, inside_of
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import ProductChannelListing
from marketplace.channels.queries import Viewpoint
from marketplace.kit.paging import Listed


class ProductRow(NamedTuple):
    """A visible product in a channel, in the reader's language; prices in the channel's minor units, tax included.
    `place` is what it is sorted by where that is none of the other columns; `cover` its thumbnail where that was asked for
    (`media.queries.cover_of`)."""

    id: int
    slug: str
    name: str
    language: str | None
    default_name: str
    seller_id: int
    product_type_id: int
    category_id: int
    district_id: int
    craft_id: int | None
    gi_tag_id: int | None
    price_from: int | None
    price_to: int | None
    full_price_from: int | None
    full_price_to: int | None
    published_at: datetime
    available_at: datetime | None
    updated_at: datetime
    place: Any = None
    cover: str | None = None


def row_of(columns: Any) -> ProductRow:
    """The row of a tuple with or without `place` and `cover`."""
    row: ProductRow = _new(ProductRow, (*columns, *_MISSING[len(columns)]) if len(columns) < _WIDTH else columns)
    return row


# What a named tuple's own constructor comes to, without its call.
_new: Any = tuple.__new__
_WIDTH = len(ProductRow._fields)
_MISSING = {_WIDTH - 1: (None,), _WIDTH - 2: (None, None)}


class Sorting(StrEnum):
    """What a list of products may be ordered by; DEFAULT is by slug, as Saleor does. COLLECTION is for the products of
    collections, RELEVANCE for a search (`searched`), ATTRIBUTE and NUMBER for the values of one attribute. RATING: what nobody
    has rated counts as the lowest."""

    DEFAULT = "DEFAULT"
    NAME = "NAME"
    PRICE = "PRICE"
    DATE = "DATE"
    CREATED = "CREATED"
    CHANGED = "CHANGED"
    TYPE = "TYPE"
    COLLECTION = "COLLECTION"
    RELEVANCE = "RELEVANCE"
    RATING = "RATING"
    ATTRIBUTE = "ATTRIBUTE"
    NUMBER = "NUMBER"


@dataclass(frozen=True, slots=True)
class ProductOrder:
    """The order of a list; `attribute_id` for ATTRIBUTE and NUMBER."""

    field: Sorting = Sorting.DEFAULT
    descending: bool = False
    attribute_id: int | None = None


BY_SLUG = ProductOrder()
BEST_FIRST = ProductOrder(Sorting.RELEVANCE, descending=True)


def _by(column: str, kind: type, member: str) -> Listed[ProductRow]:
    return Listed((column, "product_id"), (kind, int), row_of, lambda row: (getattr(row, member), row.id))


_LISTED: dict[Sorting, Listed[ProductRow]] = {
    Sorting.DEFAULT: Listed(("product__slug", "product_id"), (str, int), row_of, lambda row: (row.slug, row.id)),
    Sorting.NAME: Listed(("product__name", "product_id"), (str, int), row_of, lambda row: (row.default_name, row.id)),
    Sorting.PRICE: Listed(("price_from_minor", "product_id"), (int, int), row_of, lambda row: (row.price_from or 0, row.id)),
    Sorting.DATE: Listed(("published_at", "product_id"), (datetime, int), row_of, lambda row: (row.published_at, row.id)),
    Sorting.CHANGED: Listed(("product__updated_at", "product_id"), (datetime, int), row_of, lambda row: (row.updated_at, row.id)),
    Sorting.CREATED: _by("place", datetime, "place"),
    Sorting.TYPE: _by("place", str, "place"),
    Sorting.COLLECTION: _by("place", int, "place"),
    Sorting.RATING: _by("place", int, "place"),
    Sorting.ATTRIBUTE: _by("place", str, "place"),
    Sorting.NUMBER: _by("place", int, "place"),
}
_FARTHEST = 2**62  # of numbers: products without a value come last, or descending first
_NUMBER_STEPS = 10_000  # numbers are kept with four digits behind the point


def listed_by(order: ProductOrder) -> Listed[ProductRow]:
    """How such a list is paged."""
    listed = _LISTED[order.field]
    return replace(listed, descending=True) if order.descending else listed


def settled(order: ProductOrder, filters: ProductFilters, *, in_collection: bool) -> ProductOrder:
    """The order that can be had: without a search there is no relevance, without collections no place in one."""
    has_place = in_collection or bool(filters.collection_ids)
    without = order.field is Sorting.RELEVANCE or (order.field is Sorting.COLLECTION and not has_place)
    return ProductOrder() if without else order


def placed(
    rows: QuerySet[ProductChannelListing], order: ProductOrder, filters: ProductFilters, at: Viewpoint, *, in_collection: bool
) -> QuerySet[ProductChannelListing]:
    """The listings with `place`, where the order needs it; `in_collection`: they are joined to their places as `inside`."""
    expression = _place(order, filters, at, in_collection)
    return rows if expression is None else rows.annotate(place=expression)


def has_place(order: ProductOrder) -> bool:
    """Whether rows of this order have `place`."""
    return _LISTED[order.field].columns[0] == "place"


def _place(order: ProductOrder, filters: ProductFilters, at: Viewpoint, in_collection: bool) -> Any:
    if order.field is Sorting.CREATED:
        return F("product__created_at")
    if order.field is Sorting.TYPE:
        return F("product__product_type__name")
    if order.field is Sorting.COLLECTION:
        return F("inside__sort_order") if in_collection else _collection_place(filters.collection_ids or (), at)
    if order.field is Sorting.RATING:
        return Coalesce(F("product__rating"), 0)
    if order.field in (Sorting.ATTRIBUTE, Sorting.NUMBER):
        return _value(order)
    return None


def _collection_place(ids: Collection[int], at: Viewpoint) -> Any:
    """The first place that a product has in these collections, as far as they are to be seen."""
    inside = inside_of(ids, at).filter(product_id=OuterRef("product_id"))
    first = inside.order_by().values("product_id").annotate(first=Min("sort_order")).values("first")
    return Coalesce(Subquery(first, output_field=IntegerField()), 0)


def _value(order: ProductOrder) -> Any:
    """The product's value for the attribute, as a text that sorts behind all others where there is none, or as a number."""
    values = AttributeAssignment.objects.filter(product_id=OuterRef("product_id"), attribute_id=order.attribute_id)
    if order.field is Sorting.NUMBER:
        steps = values.values(steps=Cast(F("number") * _NUMBER_STEPS, BigIntegerField()))[:1]
        return Coalesce(Subquery(steps, output_field=BigIntegerField()), Value(_FARTHEST, BigIntegerField()))
    told = Coalesce(
        "choice__name", "plain_text", Cast("date", CharField()), Cast("boolean", CharField()), Value(""), output_field=CharField()
    )
    texts = values.order_by("sort_order", "id").values(text=Concat(Value("0"), told, output_field=CharField()))[:1]
    return Coalesce(Subquery(texts, output_field=CharField()), Value("1"))
