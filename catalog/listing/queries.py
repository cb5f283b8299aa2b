"""Questions about products: what a reader standing at a viewpoint may see, in pages and one by one."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import F, FilteredRelation, QuerySet, Subquery

from catalog.listing import terms
from catalog.listing.columns import WITH_WORDS, tuples
from catalog.listing.filters import EVERYTHING, ProductFilters, narrowed
from catalog.listing.sorting import BY_SLUG, ProductOrder, ProductRow, Sorting, listed_by, placed, row_of, settled
from catalog.listing.words import ORIGINAL, OriginalRow, original_of
from catalog.media.queries import Fitting
from catalog.products.models import ProductChannelListing, ProductTranslation
from marketplace.channels.queries import Viewpoint
from marketplace.kit import shapes
from marketplace.kit.paging import Page, PageRequest, pages_by
from marketplace.sellers.models import Seller

__all__ = [
    "Parent", "ProductFilters", "ProductOrder", "ProductRow", "Sorting", "listed_in", "product", "products_by_id", "products_of",
    "products_page", "visible",
]  # fmt: skip


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

    STATE = "product__district__state_id"
    DISTRICT = "product__district_id"
    CATEGORY = "product__category__branches__ancestor_id"  # with all below it
    SELLER = "product__seller_id"
    GI_TAG = "product__gi_tag_id"
    CRAFT = "product__craft_id"
    COLLECTION = "inside__collection_id"  # see `_joined`


class _Asked(NamedTuple):
    """What the text of a list's statement depends on, beside the shape of its filters and cursors."""

    channel: str
    currency: str
    language: str
    order: ProductOrder
    backwards: bool = False
    size: int = 0
    parent: Parent | None = None
    counted: bool = False

    def seen_from(self, channel_id: int, moment: datetime) -> Viewpoint:
        """The viewpoint, with what differs from request to request."""
        return Viewpoint(channel_id, self.channel, self.currency, self.language, moment)


def products_page(
    *,
    at: Viewpoint,
    page: PageRequest,
    filters: ProductFilters = EVERYTHING,
    order: ProductOrder = BY_SLUG,
    cover: Fitting | None = None,
    counted: bool = False,
) -> Page[ProductRow]:
    """A page of the products in listings, with `cover` where one is wanted; one statement. `counted`: it will be counted, too."""
    return _products_page(None, None, at, page, filters, order, cover, counted=counted)


def products_of(
    parent: Parent,
    ids: Sequence[int],
    *,
    at: Viewpoint,
    page: PageRequest,
    filters: ProductFilters = EVERYTHING,
    order: ProductOrder = BY_SLUG,
    cover: Fitting | None = None,
) -> list[Page[ProductRow]]:
    """The same page of the products of each parent, in the order of `ids`, with `cover` where one is wanted; a constant number
    of statements."""
    if len(set(ids)) == 1:
        return [_products_page(parent, ids[0], at, page, filters, order, cover)] * len(ids)
    order = settled(order, filters, in_collection=parent is Parent.COLLECTION)
    rows = tuples(listed_in(at, filters, order, parent), at.language, order, cover)
    return pages_by(rows, page, listed_by(order), key=parent.value, parents=ids)


def _products_page(
    parent: Parent | None,
    key: int | None,
    at: Viewpoint,
    page: PageRequest,
    filters: ProductFilters,
    order: ProductOrder,
    cover: Fitting | None,
    *,
    counted: bool = False,
) -> Page[ProductRow]:
    order = settled(order, filters, in_collection=parent is Parent.COLLECTION)
    listed = listed_by(order)
    wanted = terms.narrowed(filters) if parent is None else None
    asked = _Asked(at.channel, at.currency, at.language, order, page.backwards, page.size + 1, parent, counted)
    narrow = filters is not EVERYTHING and filters != EVERYTHING
    # What is filtered by decides on the way through the tables: a plan for any values would be a bad one. Terms have one way.
    anew = narrow or parent is Parent.CATEGORY
    all_of_it: tuple[Any, ...] = (at.channel_id, at.at, filters if narrow else None, key)
    if wanted is not None:
        return _page_by_terms(asked, (at.channel_id, at.at, wanted), all_of_it, page, cover)
    found = shapes.rows(_page, asked, *all_of_it, *listed.places(page), cover, anew=anew) if page.size else []
    return listed.page(list(map(row_of, found)), page, partial(shapes.count, _whole, asked, *all_of_it, anew=anew))


def _page_by_terms(
    asked: _Asked, by_terms: tuple[Any, ...], all_of_it: tuple[Any, ...], page: PageRequest, cover: Fitting | None
) -> Page[ProductRow]:
    """The same, counted by terms, and found by them where they stand in this order; then both in one statement."""
    listed = listed_by(asked.order)
    places = listed.places(page)
    count: Callable[[], int] = partial(shapes.count, _counted_by_terms, asked, *by_terms)
    if not page.size:
        found = []
    elif asked.order.field is Sorting.DEFAULT:
        found = shapes.rows(_found_by_terms, asked, *by_terms, *places, cover)
        if asked.counted and found:
            total = found[0][-1]
            found, count = [row[:-1] for row in found], lambda: total
    else:
        found = shapes.rows(_page, asked, *all_of_it, *places, cover, anew=True)
    return listed.page(list(map(row_of, found)), page, count)


def _counted_by_terms(asked: _Asked, channel_id: int, moment: datetime, wanted: terms.Narrowed) -> QuerySet[Any, Any]:
    """The keys of a whole list, to be counted (for `shapes`)."""
    return terms.all_keys(wanted, asked.seen_from(channel_id, moment))


def _found_by_terms(
    asked: _Asked,
    channel_id: int,
    moment: datetime,
    wanted: terms.Narrowed,
    after: list[Any] | None,
    before: list[Any] | None,
    cover: Fitting | None,
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """A page of it in the order of slugs (for `shapes`)."""
    at = asked.seen_from(channel_id, moment)
    descending, backwards = asked.order.descending, asked.backwards
    keys = terms.keys_of_page(wanted, at, after, before, descending=descending, backwards=backwards, size=asked.size)
    shown = visible(at).filter(product_id__in=keys)
    shown = shown.annotate(total=Subquery(terms.total(wanted, at))) if asked.counted else shown
    rows = tuples(shown, asked.language, asked.order, cover, beside=["total"] if asked.counted else [])
    return rows.order_by(*listed_by(asked.order).order(backwards=backwards))


def _whole(
    asked: _Asked, channel_id: int, moment: datetime, filters: ProductFilters | None, key: int | None
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """The whole list, to be counted (for `shapes`)."""
    return _listed(asked, channel_id, moment, filters, key).values_list("product_id")


def _listed(
    asked: _Asked, channel_id: int, moment: datetime, filters: ProductFilters | None, key: int | None
) -> QuerySet[ProductChannelListing]:
    at = asked.seen_from(channel_id, moment)
    rows = listed_in(at, filters or EVERYTHING, asked.order, asked.parent)
    # F finds the join that gives collections their order; a lookup in `filter` would join once more
    return rows.alias(of_parent=F(asked.parent.value)).filter(of_parent=key) if asked.parent else rows


def _page(
    asked: _Asked,
    channel_id: int,
    moment: datetime,
    filters: ProductFilters | None,
    key: int | None,
    after: list[Any] | None,
    before: list[Any] | None,
    cover: Fitting | None,
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """A page of it (for `shapes`)."""
    listed = listed_by(asked.order)
    rows = tuples(_listed(asked, channel_id, moment, filters, key), asked.language, asked.order, cover)
    return listed.between(rows, after, before).order_by(*listed.order(backwards=asked.backwards))[: asked.size]


def listed_in(
    at: Viewpoint, filters: ProductFilters, order: ProductOrder = BY_SLUG, parent: Parent | None = None
) -> QuerySet[ProductChannelListing]:
    """The listings of a list, before it is cut into pages; those of a collection are joined to their places in it."""
    rows = narrowed(visible(at).filter(visible_in_listings=True), filters, at)
    if parent is Parent.COLLECTION:
        rows = rows.alias(inside=FilteredRelation("product__collectionproduct"))
    rows = placed(rows, order, filters, at, in_collection=parent is Parent.COLLECTION)
    return rows.filter(price_from_minor__isnull=False) if order.field is Sorting.PRICE else rows


def product(
    *,
    at: Viewpoint,
    id: int | None = None,
    slug: str | None = None,
    variant_id: int | None = None,
    slug_language: str | None = None,
) -> ProductRow | None:
    """One visible product by key, by the key of one of its variants, or by slug: by its slug in `slug_language` before the
    original one, which then takes a second statement."""
    found = product_in_words(at=at, id=id, slug=slug, variant_id=variant_id, slug_language=slug_language)
    return found[0] if found else None


def product_in_words(
    *,
    at: Viewpoint,
    id: int | None = None,
    slug: str | None = None,
    variant_id: int | None = None,
    slug_language: str | None = None,
) -> tuple[ProductRow, OriginalRow] | None:
    """The same with its original words, in the same statement."""
    if id is None and variant_id is None and not slug:
        return None
    asked = _Asked(at.channel, at.currency, at.language, BY_SLUG)
    by_slug = id is None and variant_id is None
    found = []
    if by_slug and slug_language is not None and slug_language != settings.LANGUAGE_CODE:
        found = shapes.rows(_translated, asked, at.channel_id, at.at, slug, slug_language)
    found = found or shapes.rows(_one, asked, at.channel_id, at.at, id, slug, variant_id)
    return (row_of(found[0][: -len(ORIGINAL)]), original_of(found[0][-len(ORIGINAL) :])) if found else None


def _translated(
    asked: _Asked, channel_id: int, moment: datetime, slug: str, language: str
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """The first product with this slug in a language (for `shapes`)."""
    rows = visible(asked.seen_from(channel_id, moment))
    named = ProductTranslation.objects.filter(language_code=language, slug=slug)
    rows = rows.filter(product_id__in=named.values("product_id")).order_by("product_id")
    return tuples(rows, asked.language, beside=WITH_WORDS)[:1]


def _one(
    asked: _Asked, channel_id: int, moment: datetime, id: int | None, slug: str | None, variant_id: int | None
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """One product (for `shapes`)."""
    rows = visible(asked.seen_from(channel_id, moment))
    if id is not None:
        rows = rows.filter(product_id=id)
    elif variant_id is not None:
        rows = rows.filter(product__variants__id=variant_id)
    else:
        rows = rows.filter(product__slug=slug)
    return tuples(rows, asked.language, beside=WITH_WORDS)[:1]


def products_by_id(ids: Collection[int], at: Viewpoint) -> dict[int, ProductRow]:
    """Visible products by key, one statement."""
    asked = _Asked(at.channel, at.currency, at.language, BY_SLUG)
    found = shapes.rows(_some, asked, at.channel_id, at.at, set(ids))
    return {row[0]: row_of(row) for row in found}


def _some(
    asked: _Asked, channel_id: int, moment: datetime, ids: Collection[int]
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """Several products (for `shapes`)."""
    at = asked.seen_from(channel_id, moment)
    return tuples(visible(at).filter(product_id__any_of=list(ids)), asked.language)
