"""Django's entry for templates and static files."""

from django.apps import AppConfig


class FrontendConfig(AppConfig):
    """The pages' clothes: components, tokens, pictures."""

    name = "frontend_templates"
    verbose_name = "Storefront"
