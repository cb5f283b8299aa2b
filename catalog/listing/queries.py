"""Questions about products: what a reader standing at a viewpoint may see, in pages and one by one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import CharField, Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from catalog.collections.models import CollectionProduct
from catalog.origin.queries import with_gi_badge, with_odop_badge
from catalog.products.models import ProductChannelListing, ProductTranslation
from marketplace.channels.queries import Viewpoint
from marketplace.kit import shapes
from marketplace.kit.paging import Listed, Page, PageRequest, pages_by
from marketplace.sellers.models import Seller


class ProductRow(NamedTuple):
    """A visible product in a channel, in the reader's language; prices in the channel's minor units, tax included."""

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


class Sorting(StrEnum):
    """What a list of products may be ordered by; DEFAULT is by slug, as Saleor does."""

    DEFAULT = "DEFAULT"
    NAME = "NAME"
    PRICE = "PRICE"
    DATE = "DATE"


@dataclass(frozen=True, slots=True)
class ProductOrder:
    """The order of a list."""

    field: Sorting = Sorting.DEFAULT
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ProductFilters:
    """What a list is narrowed to; None and empty say nothing. Prices in minor units, both ends included.

    `category_ids` are to be whole branches already (`CategoryTree.branch_ids`). `gi` and `odop`: bears the badge today.
    """

    ids: Collection[int] | None = None
    slugs: Collection[str] | None = None
    district_ids: Collection[int] | None = None
    state_ids: Collection[int] | None = None
    category_ids: Collection[int] | None = None
    seller_ids: Collection[int] | None = None
    craft_ids: Collection[int] | None = None
    gi_tag_ids: Collection[int] | None = None
    collection_ids: Collection[int] | None = None
    gi: bool | None = None
    odop: bool | None = None
    price_from: int | None = None
    price_to: int | None = None
    search: str = ""

    def and_(self, **more: Any) -> "ProductFilters":
        """These filters with others set."""
        return replace(self, **more)


MOST_WORDS = 8  # of a search text; the search issue brings a real engine

_LISTED: dict[Sorting, Listed[ProductRow]] = {
    Sorting.DEFAULT: Listed(("product__slug", "product_id"), (str, int), ProductRow._make, lambda row: (row.slug, row.id)),
    Sorting.NAME: Listed(("product__name", "product_id"), (str, int), ProductRow._make, lambda row: (row.default_name, row.id)),
    Sorting.PRICE: Listed(
        ("price_from_minor", "product_id"), (int, int), ProductRow._make, lambda row: (row.price_from or 0, row.id)
    ),
    Sorting.DATE: Listed(
        ("published_at", "product_id"), (datetime, int), ProductRow._make, lambda row: (row.published_at, row.id)
    ),
}


def visible(at: Viewpoint) -> QuerySet[ProductChannelListing]:
    """The listings that the world may see from the viewpoint: the one rule of visibility, for every door.

    Published in the channel, from a moment that has come, by an approved seller.
    """
    return ProductChannelListing.objects.filter(
        channel_id=at.channel_id,
        is_published=True,
        published_at__lte=at.at,
        product__seller__status=Seller.Status.APPROVED,
    )


class Parent(StrEnum):
    """Things that have products: the lookup of their key in a listing."""

    DISTRICT = "product__district_id"
    CATEGORY = "product__category_id"
    SELLER = "product__seller_id"
    GI_TAG = "product__gi_tag_id"
    CRAFT = "product__craft_id"


class _Asked(NamedTuple):
    """What the text of a list's statement depends on, beside the shape of its filters and cursors."""

    channel: str
    currency: str
    language: str
    order: ProductOrder
    backwards: bool = False
    size: int = 0
    parent: Parent | None = None


def products_page(
    *, at: Viewpoint, page: PageRequest, filters: ProductFilters = ProductFilters(), order: ProductOrder = ProductOrder()
) -> Page[ProductRow]:
    """A page of the products in listings, one statement."""
    return _products_page(None, None, at, page, filters, order)


def products_of(
    parent: Parent,
    ids: Sequence[int],
    *,
    at: Viewpoint,
    page: PageRequest,
    filters: ProductFilters = ProductFilters(),
    order: ProductOrder = ProductOrder(),
) -> list[Page[ProductRow]]:
    """The same page of the products of each parent, in the order of `ids`; a constant number of statements."""
    if len(set(ids)) == 1:
        return [_products_page(parent, ids[0], at, page, filters, order)] * len(ids)
    rows = _tuples(_listed(at, filters, order), at.language)
    return pages_by(rows, page, _order(order), key=parent.value, parents=ids)


def _products_page(
    parent: Parent | None, key: int | None, at: Viewpoint, page: PageRequest, filters: ProductFilters, order: ProductOrder
) -> Page[ProductRow]:
    listed = _order(order)
    asked = _Asked(at.channel, at.currency, at.language, order, page.backwards, page.size + 1, parent)
    all_of_it = (at.channel_id, at.at, filters, key)
    found = shapes.rows(_page, asked, *all_of_it, *listed.places(page)) if page.size else []
    return listed.page(list(map(ProductRow._make, found)), page, partial(shapes.count, _whole, asked, *all_of_it))


def _whole(
    asked: _Asked, channel_id: int, moment: datetime, filters: ProductFilters, key: int | None
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """The whole list (for `shapes`)."""
    at = Viewpoint(channel_id, asked.channel, asked.currency, asked.language, moment)
    rows = _listed(at, filters, asked.order)
    rows = rows.filter(**{asked.parent.value: key}) if asked.parent else rows
    return rows.values_list("product_id")


def _page(
    asked: _Asked,
    channel_id: int,
    moment: datetime,
    filters: ProductFilters,
    key: int | None,
    after: list[Any] | None,
    before: list[Any] | None,
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """A page of it (for `shapes`)."""
    listed = _order(asked.order)
    rows = _tuples(_whole(asked, channel_id, moment, filters, key), asked.language)
    return listed.between(rows, after, before).order_by(*listed.order(backwards=asked.backwards))[: asked.size]


def _listed(at: Viewpoint, filters: ProductFilters, order: ProductOrder) -> QuerySet[ProductChannelListing]:
    rows = narrowed(visible(at).filter(visible_in_listings=True), filters, at)
    return rows.filter(price_from_minor__isnull=False) if order.field is Sorting.PRICE else rows


def _order(order: ProductOrder) -> Listed[ProductRow]:
    listed = _LISTED[order.field]
    return replace(listed, descending=True) if order.descending else listed


def product(*, at: Viewpoint, id: int | None = None, slug: str | None = None, variant_id: int | None = None) -> ProductRow | None:
    """One visible product by key, by slug, or by the key of one of its variants."""
    if id is None and variant_id is None and not slug:
        return None
    asked = _Asked(at.channel, at.currency, at.language, ProductOrder())
    found = shapes.rows(_one, asked, at.channel_id, at.at, id, slug, variant_id)
    return ProductRow._make(found[0]) if found else None


def _one(
    asked: _Asked, channel_id: int, moment: datetime, id: int | None, slug: str | None, variant_id: int | None
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """One product (for `shapes`)."""
    rows = visible(Viewpoint(channel_id, asked.channel, asked.currency, asked.language, moment))
    if id is not None:
        rows = rows.filter(product_id=id)
    elif variant_id is not None:
        rows = rows.filter(product__variants__id=variant_id)
    else:
        rows = rows.filter(product__slug=slug)
    return _tuples(rows, asked.language)[:1]


def products_by_id(ids: Collection[int], at: Viewpoint) -> dict[int, ProductRow]:
    """Visible products by key, one statement."""
    asked = _Asked(at.channel, at.currency, at.language, ProductOrder())
    found = shapes.rows(_some, asked, at.channel_id, at.at, set(ids))
    return {row[0]: ProductRow._make(row) for row in found}


def _some(
    asked: _Asked, channel_id: int, moment: datetime, ids: Collection[int]
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """Several products (for `shapes`)."""
    at = Viewpoint(channel_id, asked.channel, asked.currency, asked.language, moment)
    return _tuples(visible(at).filter(product_id__any_of=list(ids)), asked.language)


def narrowed(rows: QuerySet[ProductChannelListing], filters: ProductFilters, at: Viewpoint) -> QuerySet[ProductChannelListing]:
    """The listings that pass the filters."""
    among = {
        "product_id__any_of": filters.ids,
        "product__slug__any_of": filters.slugs,
        "product__district_id__any_of": filters.district_ids,
        "product__district__state_id__any_of": filters.state_ids,
        "product__category_id__any_of": filters.category_ids,
        "product__seller_id__any_of": filters.seller_ids,
        "product__craft_id__any_of": filters.craft_ids,
        "product__gi_tag_id__any_of": filters.gi_tag_ids,
    }
    rows = rows.filter(**{lookup: list(values) for lookup, values in among.items() if values is not None})
    if filters.collection_ids is not None:
        inside = CollectionProduct.objects.filter(collection_id__any_of=list(filters.collection_ids)).values("product_id")
        rows = rows.filter(product_id__in=inside)
    if filters.price_from is not None:
        rows = rows.filter(price_from_minor__gte=filters.price_from)
    if filters.price_to is not None:
        rows = rows.filter(price_from_minor__lte=filters.price_to)
    if filters.gi is not None:
        rows = rows.filter(with_gi_badge(at, "product__") if filters.gi else ~with_gi_badge(at, "product__"))
    if filters.odop is not None:
        rows = rows.filter(with_odop_badge("product__")) if filters.odop else rows.exclude(with_odop_badge("product__"))
    for word in filters.search.split()[:MOST_WORDS]:
        translated = ProductTranslation.objects.filter(product_id=OuterRef("product_id"), name__icontains=word)
        rows = rows.filter(
            Q(product__name__icontains=word)
            | Exists(translated)
            | Q(product__district__name__icontains=word)
            | Q(product__district__name_hi__icontains=word)
            | Q(product__craft__name__icontains=word)
        )
    return rows


def _tuples(rows: QuerySet[ProductChannelListing, Any], language: str) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """The listings as tuples in the order of ProductRow's fields."""
    if language == settings.LANGUAGE_CODE:
        rows = rows.annotate(shown_name=F("product__name"), shown_language=Value(None, CharField(null=True)))
    else:
        of_language = Q(product__translations__language_code=language)
        rows = rows.alias(words=FilteredRelation("product__translations", condition=of_language))
        rows = rows.annotate(shown_name=Coalesce("words__name", "product__name"), shown_language=F("words__language_code"))
    return rows.values_list(
        "product_id", "product__slug", "shown_name", "shown_language", "product__name", "product__seller_id",
        "product__product_type_id", "product__category_id", "product__district_id", "product__craft_id",
        "product__gi_tag_id", "price_from_minor", "price_to_minor", "full_price_from_minor", "full_price_to_minor",
        "published_at", "available_for_purchase_at", "product__updated_at",
    )  # fmt: skip
