"""Django's entry for this package."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """Catalogue: one Django app made of rooms."""

    name = "catalog"
    verbose_name = "Catalogue"
