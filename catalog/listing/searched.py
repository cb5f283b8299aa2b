"""Lists of products, with or without words that are searched for. What finds words is a package above: settings name it."""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from django.conf import settings

from catalog.categories.queries import tree
from catalog.listing import queries
from catalog.listing.by_key import listed_by_key, passing_below
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.narrowing import together
from catalog.listing.queries import Parent, ProductOrder, ProductRow, Sorting
from catalog.listing.sorting import BY_SLUG
from catalog.media.queries import Fitting
from marketplace.channels.queries import Viewpoint
from marketplace.kit.paging import Page, PageRequest, page_of_list


class Finder(Protocol):
    """What finds the words of `filters.search` (settings.PRODUCT_FINDER)."""

    def page(
        self, *, at: Viewpoint, filters: ProductFilters, order: ProductOrder, page: PageRequest, cover: Fitting | None
    ) -> Page[ProductRow] | None:
        """A page of what is found in this order; None where the order is none of a search's."""

    def keys(self, *, at: Viewpoint, filters: ProductFilters) -> list[int]:
        """The keys of what is found, the best first, as far as it goes; the filters may be only partly kept."""


def products_page(
    *,
    at: Viewpoint,
    page: PageRequest,
    filters: ProductFilters = EVERYTHING,
    order: ProductOrder = BY_SLUG,
    cover: Fitting | None = None,
    counted: bool = False,
) -> Page[ProductRow]:
    """As `queries.products_page`. Of what a search finds, orders that are none of a search's look at the best only, as far
    as the finder goes."""
    if not filters.search:
        return queries.products_page(at=at, page=page, filters=filters, order=order, cover=cover, counted=counted)
    found = _finder().page(at=at, filters=filters, order=order, page=page, cover=cover)
    if found is not None:
        return found
    inside = resolved(filters, at)
    return queries.products_page(at=at, page=page, filters=inside, order=order, cover=cover, counted=counted)


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
    """As `queries.products_of`, and the same of a search."""
    if not filters.search:
        return queries.products_of(parent, ids, at=at, page=page, filters=filters, order=order, cover=cover)
    if len(set(ids)) == 1:
        below = together((filters, _below(parent, ids[0], at)))
        return [products_page(at=at, page=page, filters=below, order=order, cover=cover)] * len(ids)
    if order.field is not Sorting.RELEVANCE:
        return queries.products_of(parent, ids, at=at, page=page, filters=resolved(filters, at), order=order, cover=cover)
    return _best_of(parent, ids, at, page, filters, cover)


def resolved(filters: ProductFilters, at: Viewpoint) -> ProductFilters:
    """The filters with the keys of what is found in place of the words."""
    if not filters.search:
        return filters
    keys = _finder().keys(at=at, filters=filters)
    return together((filters.and_(search=""), EVERYTHING.and_(ids=keys)))


def _finder() -> Finder:
    return cast("Finder", import_module(settings.PRODUCT_FINDER))


def _below(parent: Parent, key: int, at: Viewpoint) -> ProductFilters:
    """The filter that says the same as hanging below the thing."""
    keys = tree(at.language).branch_ids([key]) if parent is Parent.CATEGORY else [key]
    return EVERYTHING.and_(**{_MEMBERS[parent]: sorted(keys)})


_MEMBERS = {
    Parent.STATE: "state_ids", Parent.DISTRICT: "district_ids", Parent.CATEGORY: "category_ids", Parent.SELLER: "seller_ids",
    Parent.GI_TAG: "gi_tag_ids", Parent.CRAFT: "craft_ids",
    Parent.COLLECTION: "collection_ids",
}  # fmt: skip


def _best_of(
    parent: Parent,
    ids: Sequence[int],
    at: Viewpoint,
    page: PageRequest,
    filters: ProductFilters,
    cover: Fitting | None,
) -> list[Page[ProductRow]]:
    keys = _finder().keys(at=at, filters=filters)
    inside = together((filters.and_(search=""), EVERYTHING.and_(ids=keys)))
    below = passing_below(parent, ids, inside, at)
    lists = [[key for key in keys if key in below[one]] for one in ids]
    pages = [page_of_list(range(len(found)), page, key=int) for found in lists]  # their cursors are places
    shown = [[found[place] for place in one.rows] for found, one in zip(lists, pages, strict=True)]
    rows = listed_by_key({key for several in shown for key in several}, at, cover=cover)
    return [_with_rows(one, several, rows) for one, several in zip(pages, shown, strict=True)]


def _with_rows(page: Page[int], keys: Sequence[int], rows: dict[int, ProductRow]) -> Page[ProductRow]:
    """The page with the rows of these keys; what has gone this very moment is left out."""
    there = [(rows[key], cursor) for key, cursor in zip(keys, page.cursors, strict=True) if key in rows]
    shown, cursors = [row for row, _cursor in there], [cursor for _row, cursor in there]
    return Page(shown, cursors, page.has_next, page.has_previous, page.count)
