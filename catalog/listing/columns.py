"""The columns that statements about listings hand out: those of ProductRow, and what comes along with them."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.models import CharField, F, FilteredRelation, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from catalog.listing.sorting import BY_SLUG, ProductOrder, has_place
from catalog.listing.words import ORIGINAL
from catalog.media.queries import Fitting, cover_of
from catalog.products.models import ProductChannelListing

WITH_WORDS = [f"product__{column}" for column in ORIGINAL]


def tuples(
    rows: QuerySet[ProductChannelListing, Any],
    language: str,
    order: ProductOrder = BY_SLUG,
    cover: Fitting | None = None,
    beside: Sequence[str] = (),
) -> QuerySet[ProductChannelListing, tuple[Any, ...]]:
    """The listings as tuples in the order of ProductRow's fields, without `place` and `cover` where they are not needed; then
    `beside`."""
    more = ["place"] if has_place(order) else []
    if cover is not None:
        rows = rows.annotate(cover=cover_of("catalog_productchannellisting.product_id", cover))
        rows, more = (rows if more else rows.annotate(place=Value(None, CharField(null=True)))), ["place", "cover"]
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
        "published_at", "available_for_purchase_at", "product__updated_at", *more, *beside,
    )  # fmt: skip
