"""How lists of products below find words (settings.PRODUCT_FINDER): by the path that every search goes."""

from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.queries import ProductOrder, ProductRow, Sorting
from catalog.media.queries import Fitting
from marketplace.channels.queries import Viewpoint
from marketplace.kit.paging import Page, PageRequest
from search.asking.find import find
from search.asking.find import keys as keys_of
from search.engines.engine import Order
from search.log.actions import noted

_ORDERS = {
    (Sorting.RELEVANCE, True): Order.RELEVANCE,
    (Sorting.PRICE, False): Order.CHEAPEST,
    (Sorting.PRICE, True): Order.DEAREST,
    (Sorting.DATE, True): Order.NEWEST,
}


def page(
    *, at: Viewpoint, filters: ProductFilters, order: ProductOrder, page: PageRequest, cover: Fitting | None
) -> Page[ProductRow] | None:
    """A page of what is found; None for an order that is none of a search's. Counted where the words alone say what is found."""
    known = _ORDERS.get((order.field, order.descending))
    if known is None:
        return None
    base = filters.and_(search="")
    answer = find(at, filters.search, base=base, order=known, page=page, cover=cover)
    if base == EVERYTHING and known is Order.RELEVANCE and not (page.after or page.before):
        noted(
            query=filters.search, language=at.language, channel=at.channel, total=answer.total, loosely=answer.loosely,
            engine=answer.engine,
        )  # fmt: skip
    return answer.page


def keys(*, at: Viewpoint, filters: ProductFilters) -> list[int]:
    """The keys of what is found, the best first; what only the database knows of the filters is left out."""
    return keys_of(at, filters.search, base=filters.and_(search=""))
