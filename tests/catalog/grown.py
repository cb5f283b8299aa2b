"""For the tests of large catalogues: a furnished catalogue to grow on, and a digest of what has grown, without keys."""

import hashlib
import json

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import transaction
from django.db.models import F

from catalog.categories.models import Category
from catalog.collections.models import CollectionProduct
from catalog.demo import furnish as furniture
from catalog.demo.shelves import fill_shelves
from catalog.media.models import Picture, ProductMedia
from catalog.products.assignments import AttributeAssignment, AttributeAssignmentTranslation
from catalog.products.models import (
    Product,
    ProductChannelListing,
    ProductLegal,
    ProductLegalTranslation,
    ProductTranslation,
    ProductType,
    ProductVariant,
    VariantChannelListing,
)
from catalog.stock.models import Stock
from marketplace.districts.models import District
from marketplace.reference.load import load as load_reference
from marketplace.sellers.models import Seller
from tests.factories import ProductFactory, SellerFactory

_NOT_SAID = {"id", "created_at", "updated_at"}
# Each table with the lookup of the product that a row belongs to, and names instead of the keys that it holds.
_TOLD = {
    Product: ("pk", {
        "seller_id": "seller__slug", "product_type_id": "product_type__slug", "category_id": "category__slug",
        "district_id": "district__slug", "craft_id": "craft__code", "gi_tag_id": "gi_tag__code",
        "odop_product_id": "odop_product__code", "hsn_id": "hsn__code",
    }),
    ProductLegal: ("product", {"product_id": "product__slug"}),
    ProductLegalTranslation: ("legal", {"legal_id": "legal__product__slug"}),
    ProductTranslation: ("product", {"product_id": "product__slug"}),
    ProductVariant: ("product", {"product_id": "product__slug"}),
    ProductChannelListing: ("product", {"product_id": "product__slug", "channel_id": "channel__slug"}),
    VariantChannelListing: ("variant__product", {"variant_id": "variant__sku", "channel_id": "channel__slug"}),
    Stock: ("variant__product", {"variant_id": "variant__sku", "warehouse_id": "warehouse__slug"}),
    ProductMedia: ("product", {"product_id": "product__slug", "picture_id": "picture__sha256"}),
    CollectionProduct: ("product", {"product_id": "product__slug", "collection_id": "collection__slug"}),
}  # fmt: skip


def furnish() -> None:
    """The reference data, the furniture of the demonstration without its shops, and one unpublished product with two
    pictures in each leaf of the category tree; with real commits."""
    load_reference()
    with transaction.atomic():
        fill_shelves([], furniture.furnish().channels)
    seller = SellerFactory(district=District.objects.get(slug="varanasi"))
    kind = ProductType.objects.order_by("pk")[0]
    for number, leaf in enumerate(Category.objects.filter(children=None).order_by("pk")):
        product = ProductFactory(seller=seller, category=leaf, product_type=kind, hsn=None)
        for place in range(2):
            picture = Picture.objects.create(
                sha256=f"{number * 2 + place:064x}", state=Picture.State.READY, upload_key="", width=600, height=600
            )
            ProductMedia.objects.create(product=product, picture=picture, alt="Drawing")


def digest(keys: list[int]) -> str:
    """A hash over all that is written of these products, with names in place of keys."""
    whole = hashlib.sha256()
    for model, (owner, names) in _TOLD.items():
        columns = [field.attname for field in model._meta.concrete_fields if field.attname not in {*_NOT_SAID, *names}]
        rows = model._default_manager.filter(**{f"{owner}__in": keys}).values_list(*names.values(), *columns)
        whole.update(_plain(rows))
    said = AttributeAssignment.objects.filter(product__in=keys) | AttributeAssignment.objects.filter(variant__product__in=keys)
    values = said.values_list(
        "product__slug", "variant__sku", "attribute__slug", "choice__slug", "number", "boolean", "date", "plain_text",
        "rich_text", "sort_order",
    )  # fmt: skip
    whole.update(_plain(values))
    slugs = dict(Product.objects.values_list("pk", "slug"))
    referred = said.filter(reference_key__isnull=False).values_list("product__slug", "attribute__slug", "reference_key")
    whole.update(_plain((owner, slug, slugs[key]) for owner, slug, key in referred))
    words = AttributeAssignmentTranslation.objects.filter(assignment__in=said)
    whole.update(_plain(words.values_list("assignment__product__slug", "assignment__attribute__slug", "plain_text", "rich_text")))
    sellers = Seller.objects.filter(products__in=keys).annotate(
        tags=ArrayAgg("gi_authorisations__authorised_user_no", distinct=True)
    )
    whole.update(_plain(sellers.distinct().values_list("slug", "name", "story", "tags", F("district__slug"))))
    return whole.hexdigest()


def _plain(rows: object) -> bytes:
    assert hasattr(rows, "__iter__")
    return json.dumps(sorted(json.dumps(row, default=str, sort_keys=True) for row in map(list, rows))).encode()
