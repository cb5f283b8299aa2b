"""Which sellers are new or small, by when they registered and how many published products they have."""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from marketplace.kit.shapes import fetch
from search.ranking.queries import ranking
from search.ranking.sellers import SmallSellers

_STANDING = """
    SELECT seller.id, seller.created_at, (SELECT count(*) FROM (
        SELECT FROM catalog_product product WHERE product.seller_id = seller.id AND EXISTS (
            SELECT FROM catalog_productchannellisting listing WHERE listing.product_id = product.id AND listing.is_published
        ) LIMIT %s
    ) AS published)
    FROM marketplace_seller seller WHERE seller.id = ANY(%s)
"""


def small_among(seller_ids: Collection[int], *, rule: SmallSellers | None = None, today: date | None = None) -> frozenset[int]:
    """Those of the sellers that are new or small today (or on that day), by the rule that holds now where none is given; one
    statement, that counts no further than it must."""
    rule = rule or ranking(timezone.now()).small_sellers
    day = timezone.localdate() if today is None else today
    rows = fetch(_STANDING, (rule.most_products + 1, list(seller_ids)))
    return frozenset(
        key
        for key, registered, published in rows
        if rule.is_small(registered=timezone.localdate(registered), published=published, today=day)
    )
