"""A list of products in the order of the names that the reader reads, which only the census knows."""

from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from catalog.listing.columns import tuples
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.queries import listed_in, products_page
from catalog.listing.sorting import ProductOrder, ProductRow, Sorting, row_of
from catalog.listing.taken import bits_of, census_of
from catalog.products.models import ProductChannelListing
from marketplace.channels.queries import Viewpoint
from marketplace.kit import shapes
from marketplace.kit.alphabet import bounds, is_kept, told
from marketplace.kit.paging import Page, PageRequest, cursor_of


def products_as_read(*, at: Viewpoint, page: PageRequest, filters: ProductFilters, order: ProductOrder) -> Page[ProductRow]:
    """A page of products; by name, it is in the order of the names in the viewpoint's language, as old as the census is."""
    if order.field is not Sorting.NAME or is_kept(at.language):
        return products_page(at=at, filters=filters, order=order, page=page)
    found = _keys(at, page, filters, descending=order.descending)
    seen = (at.channel, at.currency, at.language)
    rows = shapes.rows(_some, seen, at.channel_id, at.at, list(found.rows)) if found.rows else []
    return told(found, {row[0]: row_of(row) for row in rows})


def _keys(at: Viewpoint, page: PageRequest, filters: ProductFilters, *, descending: bool) -> Page[int]:
    census = census_of(at)
    by_name, bits = census.named[at.language], bits_of(filters, census, at)
    upward = page.backwards is descending
    places = by_name.among(bits, *bounds(by_name, page, descending=descending), upward=upward)
    found = list(islice(places, page.size + 1))
    more, found = len(found) > page.size, found[: page.size]
    if page.backwards:
        found.reverse()
    keys = [by_name[place] for place in found]
    return Page(
        rows=[key for _name, key in keys],
        cursors=[cursor_of(place) for place in keys],
        has_next=bool(page.before) if page.backwards else more,
        has_previous=more if page.backwards else bool(page.after),
        count=bits.bit_count,
    )


def _some(
    seen: tuple[str, str, str], channel_id: int, moment: datetime, ids: list[int]
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """Some listed products (for `shapes`)."""
    at = Viewpoint(channel_id, *seen, moment)
    return tuples(listed_in(at, EVERYTHING).filter(product_id__any_of=ids), at.language)
