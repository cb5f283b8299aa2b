"""Django's entry for this package."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    """Payments: one Django app made of rooms."""

    name = "payments"
    verbose_name = "Payments"
