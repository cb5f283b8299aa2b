"""What may be done with products: make a type, a product, a variant; change what is known of a product."""

import re
from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.attributes.models import Attribute
from catalog.categories.models import Category
from catalog.events import ProductChanged, ProductCreated, ProductTypeCreated
from catalog.products.legal import Legal, legal_columns, legal_words
from catalog.products.models import (
    Product,
    ProductLegal,
    ProductLegalTranslation,
    ProductTranslation,
    ProductType,
    ProductTypeAttribute,
    ProductTypeTranslation,
    ProductVariant,
    ProductVariantTranslation,
)
from catalog.products.values import write_product_values, write_variant_values
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, OdopProduct
from marketplace.gi.models import GiTag
from marketplace.kit.columns import choice_for, text_for, whole
from marketplace.kit.locks import hold
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import Blocks, blocks_or_none
from marketplace.kit.slugs import settle
from marketplace.kit.words import PageWords as ProductWords
from marketplace.kit.words import in_known_languages, names_columns, page_columns
from marketplace.news.announce import announce
from marketplace.sellers.models import Seller
from marketplace.tariff.models import HsnCode

__all__ = ["Legal", "ProductWords", "add_variant", "create", "create_type", "rate"]

MOST_GRAMS = 1_000_000
MOST_QUANTITY = 1_000_000
MOST_VARIANTS = 200
LEAST_RATING, MOST_RATING = 100, 500  # hundredths of a star
MOST_REVIEWS = 1_000_000_000

_SKU = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?\Z")


@transaction.atomic
def create_type(
    *, slug: str, name: str, product_attributes: Sequence[Attribute] = (), variant_attributes: Sequence[Attribute] = (),
    required: Collection[Attribute] = (), has_variants: bool = True, translations: Mapping[str, str] = {},
) -> ProductType:  # fmt: skip
    """A new type with the attributes that its products and variants may, or (`required`) must carry, in this order.

    Refused INVALID for an attribute named twice, REQUIRED, TOO_LONG or SLUG_TAKEN.
    """
    attributes = [*product_attributes, *variant_attributes]
    if len(set(attributes)) < len(attributes) or not set(required) <= set(attributes):
        raise Refused("INVALID", _("Name each attribute once, for products or for variants."), "attributes")
    name = text_for(ProductType, "name", name, must=True)
    product_type = ProductType.objects.create(
        slug=settle(ProductType.objects.all(), given=slug, name=name, otherwise="type"), name=name, has_variants=has_variants
    )
    ProductTypeAttribute.objects.bulk_create(
        ProductTypeAttribute(
            product_type=product_type, attribute=attribute, sort_order=place, required=attribute in required,
            for_variants=place >= len(product_attributes),
        )
        for place, attribute in enumerate(attributes)
    )  # fmt: skip
    rows = names_columns(ProductTypeTranslation, translations)
    ProductTypeTranslation.objects.bulk_create(ProductTypeTranslation(product_type=product_type, **row) for row in rows)
    announce(ProductTypeCreated(product_type=product_type.pk))
    return product_type


@transaction.atomic
def create(
    *, seller: Seller, product_type: ProductType, category: Category, district: District, name: str,
    craft: Craft | None = None, gi_tag: GiTag | None = None, odop_product: OdopProduct | None = None, hsn: HsnCode | None = None,
    slug: str | None = None, description: str | Blocks | None, legal: Legal, attributes: Mapping[str, object] = {},
    seo_title: str = "", seo_description: str = "", translations: Mapping[str, ProductWords] = {},
) -> Product:  # fmt: skip
    """A new product, not yet to be seen anywhere. `gi_tag` and `odop_product` are claims: whether they make badges is for
    `catalog.origin` to say, so the GI claim is stored whether or not the seller is authorised.

    Refused SELLER_SUSPENDED, FOREIGN_GI, OTHER_DISTRICT (a designation of another district), what `write_product_values`
    refuses, INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN.
    """
    if Seller.objects.filter(pk=seller.pk, status=Seller.Status.SUSPENDED).exists():
        raise Refused("SELLER_SUSPENDED", _("This seller may not sell at present."), "seller")
    name = text_for(Product, "name", name, must=True)
    product = Product.objects.create(
        seller=seller, product_type=product_type, category=category, district=district, craft=craft, hsn=hsn, name=name,
        gi_tag=_claimable(gi_tag), odop_product=_designation(odop_product, district),
        slug=settle(Product.objects.all(), given=slug, name=name, otherwise=f"{district.slug}-{product_type.slug}"),
        description=blocks_or_none(description),
        seo_title=text_for(Product, "seo_title", seo_title),
        seo_description=text_for(Product, "seo_description", seo_description),
    )  # fmt: skip
    declared = ProductLegal.objects.create(product=product, **legal_columns(legal))
    ProductLegalTranslation.objects.bulk_create(
        ProductLegalTranslation(legal=declared, language_code=language, generic_name=said)
        for language, said in legal_words(legal).items()
    )
    ProductTranslation.objects.bulk_create(
        ProductTranslation(product=product, language_code=language, **page_columns(ProductTranslation, words))
        for language, words in in_known_languages(translations).items()
    )
    write_product_values(product, attributes)
    announce(ProductCreated(product=product.pk))
    return product


@transaction.atomic
def add_variant(
    *, product: Product, sku: str, name: str, weight_grams: int | None = None, net_quantity: int = 1,
    net_quantity_unit: str = "PIECE", attributes: Mapping[str, object] = {}, translations: Mapping[str, str] = {},
) -> ProductVariant:  # fmt: skip
    """One more variant, after those that are there; it is for sale where `publication.set_price` gives it a price.

    Refused SKU_TAKEN, TOO_MANY_VARIANTS, what `write_variant_values` refuses, INVALID, REQUIRED or TOO_LONG.
    """
    product = Product.objects.select_for_update(no_key=True, of=("self",)).select_related("product_type").get(pk=product.pk)
    siblings = ProductVariant.objects.filter(product=product).count()
    if siblings >= (MOST_VARIANTS if product.product_type.has_variants else 1):
        raise Refused("TOO_MANY_VARIANTS", _("This product can have no further variant."), "product")
    grams = weight_grams
    variant = ProductVariant.objects.create(
        product=product, sku=_free_sku(sku), name=text_for(ProductVariant, "name", name, must=True), sort_order=siblings,
        weight_grams=None if grams is None else whole(grams, field="weight_grams", least=1, most=MOST_GRAMS),
        net_quantity=whole(net_quantity, field="net_quantity", least=1, most=MOST_QUANTITY),
        net_quantity_unit=choice_for(ProductVariant, "net_quantity_unit", net_quantity_unit),
    )  # fmt: skip
    rows = names_columns(ProductVariantTranslation, translations)
    ProductVariantTranslation.objects.bulk_create(ProductVariantTranslation(variant=variant, **row) for row in rows)
    write_variant_values(variant, attributes)
    announce(ProductChanged(product=product.pk))
    return variant


@transaction.atomic
def rate(*, product: Product, rating: int | None, reviews: int) -> Product:
    """The mean of the stars of all its reviews, in hundredths, and how many there are; none without a rating.

    Whoever keeps the reviews says so whenever one is added, changed or taken back. Refused INVALID.
    """
    whole(reviews, field="reviews", least=0, most=MOST_REVIEWS)
    if (rating is None) != (reviews == 0):
        raise Refused("INVALID", _("A rating comes from reviews."), "rating")
    if rating is not None:
        whole(rating, field="rating", least=LEAST_RATING, most=MOST_RATING)
    row = Product.objects.select_for_update(no_key=True).get(pk=product.pk)
    if (row.rating, row.reviews) != (rating, reviews):
        row.rating, row.reviews = rating, reviews
        row.save(update_fields=["rating", "reviews"])
        announce(ProductChanged(product=row.pk))
    return row


def _claimable(gi_tag: GiTag | None) -> GiTag | None:
    if gi_tag is not None and gi_tag.country != "India":
        raise Refused("FOREIGN_GI", _("This is not a GI of India."), "gi_tag")
    return gi_tag


def _designation(odop_product: OdopProduct | None, district: District) -> OdopProduct | None:
    if odop_product is not None and odop_product.district_id != district.pk:
        raise Refused("OTHER_DISTRICT", _("This product is designated for another district."), "odop_product")
    return odop_product


def _free_sku(sku: str) -> str:
    sku = text_for(ProductVariant, "sku", sku, must=True)
    if not _SKU.match(sku):
        raise Refused("INVALID", _("An article number is made of letters, digits, and . _ / - between them."), "sku")
    hold(f"sku:{sku}")
    if ProductVariant.objects.filter(sku=sku).exists():
        raise Refused("SKU_TAKEN", _("This article number is taken."), "sku")
    return sku
