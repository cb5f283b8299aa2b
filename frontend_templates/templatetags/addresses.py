"""What can be read out of an address that leads nowhere."""

import unicodedata

from django import template

register = template.Library()
MOST_WORDS, MOST_LETTERS = 8, 60


@register.filter
def words_of_address(path: object) -> str:
    """The words in the last part of a path, to look for instead: /products/brass-lamp-2/ says "brass lamp"."""
    parts = [part for part in str(path or "").split("/") if part]
    if len(parts) < 2:
        return ""
    # letters and the signs that belong to them: in Devanagari vowels are signs
    kept = "".join(sign if unicodedata.category(sign)[0] in "LM" else " " for sign in parts[-1])
    return " ".join(word for word in kept.split()[:MOST_WORDS] if len(word) > 1)[:MOST_LETTERS]
