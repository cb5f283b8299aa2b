"""Django's entry for this package."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class MarketplaceConfig(AppConfig):
    """Marketplace: one Django app made of rooms."""

    name = "marketplace"
    verbose_name = "Marketplace"

    def ready(self) -> None:
        """Load what wires the packages by name: Celery's app, and everybody's `handlers` (who hears of what)."""
        import_module("marketplace.celery")
        autodiscover_modules("handlers")
