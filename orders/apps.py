"""Django's entry for this package."""

from django.apps import AppConfig


class OrdersConfig(AppConfig):
    """Orders: one Django app made of rooms."""

    name = "orders"
    verbose_name = "Orders"
