"""What can be read out of an address that leads nowhere."""

import re

from django import template

register = template.Library()
_WORDS = re.compile(r"[^\W\d_]{2,}")
MOST = 8


@register.filter
def words_of_address(path: object) -> str:
    """The words in the last part of a path, to look for instead: /products/brass-lamp-2/ says "brass lamp"."""
    parts = [part for part in str(path or "").split("/") if part]
    return " ".join(_WORDS.findall(parts[-1])[:MOST])[:60] if len(parts) > 1 else ""
