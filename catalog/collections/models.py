"""Collections: products put together by hand, published per channel."""

from django.db import models
from django.db.models import Q

from catalog.products.models import Product
from marketplace.channels.models import Channel


class Collection(models.Model):
    """Saleor's Collection."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=120)
    description = models.JSONField(null=True)
    seo_title = models.CharField(max_length=70, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)
    metadata = models.JSONField(default=dict)
    products = models.ManyToManyField(Product, through="CollectionProduct", related_name="collections")


class CollectionTranslation(models.Model):
    """A collection's words in another language."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=160, allow_unicode=True, blank=True)
    description = models.JSONField(null=True)
    seo_title = models.CharField(max_length=70, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collection", "language_code"], name="collection_translation_once")]


class CollectionProduct(models.Model):
    """A product's place in a collection."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE)
    product = models.ForeignKey(Product, on_delete=models.CASCADE)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collection", "product"], name="collection_product_once")]
        indexes = [models.Index(fields=["collection", "sort_order", "id"], name="collection_order")]


class CollectionChannelListing(models.Model):
    """Publication of a collection in a channel."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE)
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "collection"], name="collection_listing_once_per_channel"),
            models.CheckConstraint(
                condition=Q(is_published=False) | Q(published_at__isnull=False), name="collection_listing_published_since"
            ),
        ]
