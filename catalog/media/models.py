"""Pictures and what has been made of them, and which product shows which."""

from django.db import models
from django.db.models import Q

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.products.models import Product, ProductVariant


class Picture(models.Model):
    """One picture by its content. The upload lies in quarantine (`upload_key`) until a worker has made it anew.

    Then the upload is gone and `upload_key` empty: the largest rendition is all that we keep. `width` and `height` are the
    upright picture's, the longer at most 1,200. `refusal` is a code of media.rules. `colour` (#rrggbb) stands in for the
    picture until it is loaded.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded"
        READY = "ready"
        REFUSED = "refused"

    sha256 = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.UPLOADED)
    refusal = models.CharField(max_length=40, blank=True)
    upload_key = models.CharField(max_length=200)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    colour = models.CharField(max_length=7, default="#e8e0d4")
    created_at = models.DateTimeField(auto_now_add=True)


class Rendition(models.Model):
    """A picture in one format and size (the longer side, px)."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")
    format = models.CharField(max_length=4, choices=[("WEBP", "WebP"), ("AVIF", "AVIF")])
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    key = models.CharField(max_length=200, unique=True)
    byte_count = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["picture", "format", "size"], name="rendition_once")]


class ProductMedia(models.Model):
    """A picture that a product shows, in order; the alt text says what is to be seen."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="media")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="uses")
    alt = models.CharField(max_length=250)
    sort_order = models.PositiveIntegerField(default=0)
    variants = models.ManyToManyField(ProductVariant, related_name="media")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "picture"], name="product_media_once"),
            models.CheckConstraint(condition=~Q(alt=""), name="product_media_has_alt"),
        ]
        indexes = [models.Index(fields=["product", "sort_order", "id"], name="product_media_order")]


class Background(models.Model):
    """The picture behind the head of a category's or a collection's page; exactly one of the two is named."""

    category = models.OneToOneField(Category, on_delete=models.CASCADE, null=True, related_name="background")
    collection = models.OneToOneField(Collection, on_delete=models.CASCADE, null=True, related_name="background")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="backgrounds")
    alt = models.CharField(max_length=250, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(category__isnull=False, collection__isnull=True) | Q(category__isnull=True, collection__isnull=False),
                name="background_of_category_or_collection",
            ),
        ]


class ProductMediaTranslation(models.Model):
    """An alt text in another language."""

    media = models.ForeignKey(ProductMedia, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    alt = models.CharField(max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["media", "language_code"], name="media_translation_once")]
