"""What the facts of this package make stale of the answers that are kept, and which statements depend on which products."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Min, Q

from catalog import events
from catalog.collections.models import CollectionChannelListing
from catalog.listing.queries import ProductRow
from catalog.listing.variants import VariantRow
from catalog.media.models import Background, ProductMedia
from catalog.products.models import ProductChannelListing
from catalog.products.schema import Seen
from marketplace.answers.turns import Payload, concerns, concerns_everybody, concerns_nobody, turns_at
from marketplace.kit import reads

LISTS, STOCK = "products", "stock"

# Each table is one of these, or its changes are noted by a trigger (kit/held.py). Whoever changes one of them announces it.
OF_PRODUCTS = (
    "catalog_attributeassignment", "catalog_attributeassignmenttranslation", "catalog_listingterm", "catalog_picture",
    "catalog_product", "catalog_productchannellisting", "catalog_productlegal", "catalog_productlegaltranslation",
    "catalog_productmedia", "catalog_productmedia_variants", "catalog_productmediatranslation", "catalog_producttranslation",
    "catalog_productvariant", "catalog_productvarianttranslation", "catalog_rendition", "catalog_variantchannellisting",
)  # fmt: skip
TOLD_BY_FACTS = (
    *OF_PRODUCTS, "catalog_background", "catalog_collection", "catalog_collectionchannellisting", "catalog_collectionproduct",
    "catalog_collectiontranslation", "catalog_pageattributeassignment", "catalog_pageattributeassignmenttranslation",
    "catalog_pagetypeattribute", "catalog_producttypetranslation", "catalog_stock",
)  # fmt: skip
READ_BY_NOBODY = {"catalog_socialcard": "of pages, which are not kept"}

for mark in OF_PRODUCTS:
    if not any(mark != other and mark.startswith(other) for other in OF_PRODUCTS):  # whose mark is in it
        reads.table(mark, subject=LISTS, kind="product")
reads.table("catalog_stock", subject=STOCK, kind="product")


def _product_in(seen: Seen) -> int | None:
    if isinstance(seen.row, ProductRow):
        return seen.row.id
    return seen.row.product_id if isinstance(seen.row, VariantRow) else None


reads.parent(Seen, kind="product", key=_product_in)


def _a_product(payload: Payload) -> Iterable[str]:
    return (f"product:{payload['product']}", LISTS)


def _its_stock(payload: Payload) -> Iterable[str]:
    return (f"product:{payload['product']}", STOCK)


def _who_shows_it(payload: Payload) -> Iterable[str] | None:
    """The products that show a picture; everything where something else shows it."""
    if Background.objects.filter(picture_id=payload["picture"]).exists():
        return None
    shown = ProductMedia.objects.filter(picture_id=payload["picture"]).values_list("product_id", flat=True)
    return [*(f"product:{key}" for key in shown), LISTS]


for fact in (
    events.ProductCreated, events.ProductChanged, events.ProductPublished, events.ProductUnpublished, events.PriceChanged,
    events.ProductMediaChanged,
):  # fmt: skip
    concerns(fact, _a_product)
concerns(events.StockChanged, _its_stock)
concerns(events.PictureReady, _who_shows_it)
concerns(events.PictureRefused, _who_shows_it)
concerns_nobody(events.PictureUploaded, events.DemonstrationPictureOrdered)
concerns_everybody(
    events.AttributeChanged, events.CategoryChanged, events.CollectionChanged, events.MenuChanged, events.PageAttributesChanged,
    events.PageTypeAttributesChanged, events.ProductTypeCreated, events.ProductsGrown,
)  # fmt: skip


@turns_at
def next_publication(now: datetime) -> datetime | None:
    """A product is to be seen, and may be bought, from its moments on."""
    found = ProductChannelListing.objects.filter(is_published=True).aggregate(
        seen=Min("published_at", filter=Q(published_at__gt=now)),
        bought=Min("available_for_purchase_at", filter=Q(available_for_purchase_at__gt=now)),
    )
    return min((moment for moment in found.values() if moment is not None), default=None)


@turns_at
def next_collection(now: datetime) -> datetime | None:
    """A collection is to be seen from its moment on."""
    ahead = CollectionChannelListing.objects.filter(is_published=True, published_at__gt=now).order_by("published_at")
    return ahead.values_list("published_at", flat=True).first()
