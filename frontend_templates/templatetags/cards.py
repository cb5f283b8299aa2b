"""Cards of products, each drawn once: the same card is the same text, whoever reads it and wherever it stands."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

MOST = 8192  # cards of two kilobytes


@register.simple_tag
def product_card(card: Any, *, eager: bool = False) -> SafeString:
    """A product among others, in the page's language."""
    return _drawn(card, eager, get_language() or "en")


@lru_cache(maxsize=MOST)
def _drawn(card: Any, eager: bool, _language: str) -> SafeString:
    return mark_safe(get_template("components/product_card.html").render({"card": card, "eager": eager}))
