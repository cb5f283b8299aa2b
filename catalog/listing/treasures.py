"""GIs that have products here: how many bear the badge of each, and which crafts they are made in."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, QuerySet

from catalog.listing.queries import visible
from catalog.origin.queries import with_gi_badge
from catalog.products.models import ProductChannelListing
from marketplace.channels.queries import Viewpoint


def badges_by_tag(at: Viewpoint, *, gi_tag_ids: Collection[int] | None = None) -> dict[int, int]:
    """How many visible products bear the badge of each GI today, of these GIs or of all; GIs without any are left out."""
    rows = _badged(at)
    if gi_tag_ids is not None:
        rows = rows.filter(product__gi_tag_id__in=set(gi_tag_ids))
    return dict(rows.order_by().values_list("product__gi_tag_id").annotate(counted=Count("product_id")))


def craft_ids_under(at: Viewpoint, *, gi_tag_id: int) -> list[int]:
    """The keys of the crafts that products with the badge of this GI are made in, the most frequent first."""
    rows = _badged(at).filter(product__gi_tag_id=gi_tag_id, product__craft_id__isnull=False).order_by()
    counted = rows.values_list("product__craft_id").annotate(counted=Count("product_id"))
    return [key for key, _count in counted.order_by("-counted", "product__craft_id")]


def _badged(at: Viewpoint) -> QuerySet[ProductChannelListing, Any]:
    return visible(at).filter(with_gi_badge(at, "product__"))
