"""Django's entry for this package."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Search: one Django app made of rooms."""

    name = "search"
    verbose_name = "Search"
