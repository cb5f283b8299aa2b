"""The filter for dates of which less than the day may be known, as those of lists that others publish."""

from datetime import date

from babel.dates import format_date
from django import template
from django.utils.translation import get_language

from frontend_templates.templatetags.zila import LOCALES

register = template.Library()

_AS_LONG = {1: "y", 2: "MMMM y", 3: "d MMMM y"}


@register.filter
def date_as_known(known: str) -> str:
    """In words: 2023-06-09 is 9 June 2023, 2025-05 is May 2025, 2025 is 2025."""
    parts = [int(part) for part in known.split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return format_date(date(year, month, day), _AS_LONG[len(parts)], locale=LOCALES.get(get_language() or "en", "en_IN"))
