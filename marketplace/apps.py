"""Django's entry for this package."""

from django.apps import AppConfig


class MarketplaceConfig(AppConfig):
    """Marketplace: one Django app made of rooms."""

    name = "marketplace"
    verbose_name = "Marketplace"
