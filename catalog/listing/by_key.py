"""Listed products whose keys are known already, by the census or by a search; and which keys pass filters."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from catalog.listing.columns import tuples
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.queries import Parent, listed_in
from catalog.listing.sorting import BY_SLUG, ProductRow, row_of
from catalog.media.queries import Fitting
from catalog.products.models import ProductChannelListing
from marketplace.channels.queries import Viewpoint
from marketplace.kit import shapes


class _Seen(NamedTuple):
    """What the text of a statement depends on."""

    channel: str
    currency: str
    language: str


def listed_by_key(keys: Collection[int], at: Viewpoint, *, cover: Fitting | None = None) -> dict[int, ProductRow]:
    """Those of these products that lists show, by key, with `cover` where one is wanted; one statement."""
    if not keys:
        return {}
    seen = _Seen(at.channel, at.currency, at.language)
    rows = shapes.rows(_some, seen, at.channel_id, at.at, list(keys), cover)
    return {row[0]: row_of(row) for row in rows}


def _some(
    seen: _Seen, channel_id: int, moment: datetime, keys: list[int], cover: Fitting | None
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """Some listed products (for `shapes`)."""
    at = Viewpoint(channel_id, *seen, moment)
    return tuples(listed_in(at, EVERYTHING).filter(product_id__any_of=keys), at.language, BY_SLUG, cover)


def passing(filters: ProductFilters, at: Viewpoint, *, most: int) -> list[int]:
    """The keys of products that lists show and that pass the filters, in no order, at most so many; one statement."""
    return list(listed_in(at, filters).order_by().values_list("product_id", flat=True)[:most])


def passing_below(parent: Parent, parents: Sequence[int], filters: ProductFilters, at: Viewpoint) -> dict[int, set[int]]:
    """The same for what hangs below each of these things, by its key; one statement."""
    rows = listed_in(at, filters, parent=parent).order_by().filter(**{f"{parent.value}__in": set(parents)})
    found: dict[int, set[int]] = {key: set() for key in parents}
    for key, product in rows.values_list(parent.value, "product_id"):
        found[key].add(product)
    return found
