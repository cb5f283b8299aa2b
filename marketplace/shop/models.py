"""The shop: one row, with what it says of itself in other languages."""

from django.db import models
from django.db.models import Q


class Shop(models.Model):
    """Saleor's Shop. There is one; its key is always 1."""

    name = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    default_country = models.CharField(max_length=2, default="IN")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="shop_is_one")]


class ShopTranslation(models.Model):
    """What the shop says of itself in another language."""

    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    description = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "language_code"], name="shop_translation_once")]
