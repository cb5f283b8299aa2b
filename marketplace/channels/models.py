"""A channel: a market with its currency; prices and publication are set per channel."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


def _india() -> list[str]:
    return ["IN"]


class Channel(models.Model):
    """Saleor's Channel. `india` sells in INR and is the default, `export` in USD. `countries`: where it delivers to."""

    slug = models.SlugField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    currency_code = models.CharField(max_length=3)
    default_country = models.CharField(max_length=2, default="IN")
    countries = ArrayField(models.CharField(max_length=2), default=_india)
    is_active = models.BooleanField(default=True)
    is_default = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="one_default_channel"),
            models.CheckConstraint(condition=Q(currency_code__regex=r"^[A-Z]{3}$"), name="channel_currency_is_iso"),
            models.CheckConstraint(condition=Q(countries__contains=[F("default_country")]), name="channel_sells_at_home"),
        ]
