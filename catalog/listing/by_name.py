"""A list of products in the order of the names that the reader reads, which only the census knows."""

from itertools import islice

from catalog.listing.by_key import listed_by_key
from catalog.listing.filters import ProductFilters
from catalog.listing.queries import products_page
from catalog.listing.sorting import ProductOrder, ProductRow, Sorting
from catalog.listing.taken import bits_of, census_of
from marketplace.channels.queries import Viewpoint
from marketplace.kit.alphabet import bounds, is_kept, told
from marketplace.kit.paging import Page, PageRequest, cursor_of


def products_as_read(*, at: Viewpoint, page: PageRequest, filters: ProductFilters, order: ProductOrder) -> Page[ProductRow]:
    """A page of products; by name, it is in the order of the names in the viewpoint's language, as old as the census is."""
    if order.field is not Sorting.NAME or is_kept(at.language):
        return products_page(at=at, filters=filters, order=order, page=page)
    found = _keys(at, page, filters, descending=order.descending)
    return told(found, listed_by_key(found.rows, at))


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
