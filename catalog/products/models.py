"""Products with their types and variants, the words about them, their legal declarations, and listings per channel."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from catalog.attributes.models import Attribute
from catalog.categories.models import Category
from marketplace.channels.models import Channel
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, OdopProduct
from marketplace.gi.models import GiTag
from marketplace.sellers.models import Seller
from marketplace.tariff.models import HsnCode


class ProductType(models.Model):
    """Saleor's ProductType: which attributes a product and its variants may carry."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    has_variants = models.BooleanField(default=True)
    is_shipping_required = models.BooleanField(default=True)
    metadata = models.JSONField(default=dict)


class ProductTypeTranslation(models.Model):
    """A product type's name in another language."""

    product_type = models.ForeignKey(ProductType, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product_type", "language_code"], name="product_type_translation_once")]


class ProductTypeAttribute(models.Model):
    """An attribute that products (or, with `for_variants`, variants) of a type carry, in order."""

    product_type = models.ForeignKey(ProductType, on_delete=models.CASCADE, related_name="attribute_slots")
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE)
    for_variants = models.BooleanField(default=False)
    required = models.BooleanField(default=False)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product_type", "attribute"], name="product_type_attribute_once")]


class Product(models.Model):
    """What a seller offers. It belongs to a district and may belong to a craft.

    `gi_tag` is a claim: a typed reference to a registered GI; `odop_product` likewise one to a district's designation.
    Whether they make badges is for `catalog.origin` to say.
    `description` is rich text as EditorJS blocks. `rating` is the mean of its `reviews` in hundredths of a star, null without.
    """

    seller = models.ForeignKey(Seller, on_delete=models.PROTECT, related_name="products")
    product_type = models.ForeignKey(ProductType, on_delete=models.PROTECT, related_name="products")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="products")
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="products")
    craft = models.ForeignKey(Craft, on_delete=models.PROTECT, null=True, related_name="products")
    gi_tag = models.ForeignKey(GiTag, on_delete=models.PROTECT, null=True, related_name="products")
    odop_product = models.ForeignKey(OdopProduct, on_delete=models.PROTECT, null=True, related_name="products")
    hsn = models.ForeignKey(HsnCode, on_delete=models.PROTECT, null=True)
    slug = models.SlugField(max_length=160, unique=True)
    name = models.CharField(max_length=200)
    description = models.JSONField(null=True)
    seo_title = models.CharField(max_length=70, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)
    rating = models.PositiveSmallIntegerField(null=True)
    reviews = models.PositiveIntegerField(default=0, db_default=0)
    metadata = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rating__isnull=True) | Q(rating__range=(100, 500)), name="product_rating_in_stars"
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=True, reviews=0) | Q(rating__isnull=False, reviews__gt=0),
                name="product_rated_by_reviews",
            ),
        ]
        indexes = [
            models.Index(fields=["name", "id"], name="product_name"),
            models.Index(fields=["updated_at", "id"], name="product_changed"),
            models.Index(fields=["district", "name", "id"], name="product_district"),
            models.Index(fields=["category", "name", "id"], name="product_category"),
            models.Index(fields=["seller", "name", "id"], name="product_seller"),
            models.Index(fields=["gi_tag", "name", "id"], condition=Q(gi_tag__isnull=False), name="product_gi"),
            models.Index(fields=["craft"], condition=Q(craft__isnull=False), name="product_craft"),
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="product_name_letters"),
        ]


class ProductTranslation(models.Model):
    """A product's words in another language."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, allow_unicode=True, blank=True)
    description = models.JSONField(null=True)
    seo_title = models.CharField(max_length=70, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "language_code"], name="product_translation_once")]
        indexes = [GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="producttranslation_letters")]


class ProductLegal(models.Model):
    """What the law wants on the page of this product, beside MRP and net quantity, which belong to each variant."""

    product = models.OneToOneField(Product, on_delete=models.CASCADE, related_name="legal", primary_key=True)
    generic_name = models.CharField(max_length=120, blank=True)
    maker_name = models.CharField(max_length=200, blank=True)
    maker_address = models.CharField(max_length=300, blank=True)
    consumer_care = models.CharField(max_length=300, blank=True)
    country_of_origin = models.CharField(max_length=2, default="IN")
    fssai_licence_no = models.CharField(max_length=14, blank=True)
    food_mark = models.CharField(max_length=8, choices=[("VEG", "Vegetarian"), ("NON_VEG", "Non-vegetarian")], blank=True)
    shelf_life_days = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(fssai_licence_no="") | Q(fssai_licence_no__regex=r"^[0-9]{14}$"), name="fssai_licence_is_14_digits"
            ),
            models.CheckConstraint(condition=Q(country_of_origin__regex=r"^[A-Z]{2}$"), name="country_of_origin_is_iso"),
            models.CheckConstraint(condition=Q(food_mark__in=["", "VEG", "NON_VEG"]), name="food_mark_known"),
        ]


class ProductLegalTranslation(models.Model):
    """The generic name in another language. The maker's name, addresses and licence numbers stay as they are registered."""

    legal = models.ForeignKey(ProductLegal, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    generic_name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["legal", "language_code"], name="legal_translation_once")]


class ProductVariant(models.Model):
    """What is in fact bought: a size, a colour, a pack. `weight_grams` is the shipped weight."""

    class Unit(models.TextChoices):
        PIECE = "PIECE"
        PAIR = "PAIR"
        SET = "SET"
        GRAM = "GRAM"
        MILLILITRE = "MILLILITRE"
        CENTIMETRE = "CENTIMETRE"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variants")
    sku = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    sort_order = models.PositiveIntegerField(default=0)
    weight_grams = models.PositiveIntegerField(null=True)
    net_quantity = models.PositiveIntegerField(default=1)
    net_quantity_unit = models.CharField(max_length=12, choices=Unit.choices, default=Unit.PIECE)
    metadata = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(net_quantity__gt=0), name="net_quantity_above_nothing"),
            models.CheckConstraint(
                condition=Q(net_quantity_unit__in=["PIECE", "PAIR", "SET", "GRAM", "MILLILITRE", "CENTIMETRE"]),
                name="net_quantity_unit_known",
            ),
        ]
        indexes = [models.Index(fields=["product", "sort_order", "id"], name="variant_product")]


class ProductVariantTranslation(models.Model):
    """A variant's name in another language."""

    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variant", "language_code"], name="variant_translation_once")]


class ProductChannelListing(models.Model):
    """Publication of a product in a channel, with the range of its variants' prices there (kept by `set_price`)."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE)
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    visible_in_listings = models.BooleanField(default=True)
    available_for_purchase_at = models.DateTimeField(null=True)
    price_from_minor = models.PositiveBigIntegerField(null=True)
    price_to_minor = models.PositiveBigIntegerField(null=True)
    full_price_from_minor = models.PositiveBigIntegerField(null=True)
    full_price_to_minor = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "product"], name="product_listing_once_per_channel"),
            models.CheckConstraint(
                condition=Q(is_published=False) | Q(published_at__isnull=False), name="product_listing_published_since"
            ),
            models.CheckConstraint(
                condition=Q(
                    price_from_minor__isnull=True, price_to_minor__isnull=True,
                    full_price_from_minor__isnull=True, full_price_to_minor__isnull=True,
                ) | Q(
                    price_from_minor__isnull=False, price_to_minor__isnull=False, price_to_minor__gte=F("price_from_minor"),
                    full_price_from_minor__isnull=False, full_price_to_minor__isnull=False,
                    full_price_to_minor__gte=F("full_price_from_minor"),
                ),
                name="product_listing_price_range",
            ),
            models.CheckConstraint(
                condition=Q(is_published=False) | Q(price_from_minor__isnull=False), name="product_listing_published_with_price"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["channel", "price_from_minor", "product"], condition=Q(is_published=True), name="product_listing_price"
            ),
            models.Index(
                fields=["channel", "published_at", "product"], condition=Q(is_published=True), name="product_listing_date"
            ),
        ]


class VariantChannelListing(models.Model):
    """A variant's price in a channel, in the channel's minor units, tax included as Indian retail prices are.

    `full_price_minor` is the price before a discount; `mrp_minor` the maximum retail price, above which nothing may be
    sold (Legal Metrology (Packaged Commodities) Rules 2011, rule 18(2)); null outside of India.
    """

    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE)
    price_minor = models.PositiveBigIntegerField()
    full_price_minor = models.PositiveBigIntegerField()
    mrp_minor = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "variant"], name="variant_listing_once_per_channel"),
            models.CheckConstraint(condition=Q(price_minor__gt=0), name="variant_price_above_nothing"),
            models.CheckConstraint(condition=Q(full_price_minor__lte=10**12), name="variant_price_believable"),
            models.CheckConstraint(condition=Q(full_price_minor__gte=F("price_minor")), name="variant_price_within_full_price"),
            models.CheckConstraint(
                condition=Q(mrp_minor__isnull=True) | Q(mrp_minor__gte=F("full_price_minor")), name="variant_price_within_mrp"
            ),
        ]
