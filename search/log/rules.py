"""Which searches are counted, for how long counts are kept, and from how many on somebody sees them. Pure."""

import re
import unicodedata
from datetime import timedelta

from search.language.fold import folded

LONGEST = 80
"""Letters of a query that is counted: what is longer was pasted, and could be anything."""
MOST_WORDS = 12
FEWEST = 3
"""From how many searches on somebody sees a query: what one or two people typed is theirs."""
KEPT = timedelta(days=180)
"""How long counts are kept: two seasons, to be compared."""
KEPT_RARE = timedelta(days=30)
"""How long a query is kept that was not asked FEWEST times meanwhile."""

_ADDRESS = re.compile(r"@|://|\bwww\.|\.(?:com|net|org|in|co)\b", re.IGNORECASE)
_MAIL = re.compile(r"\b(?:gmail|yahoo|ymail|hotmail|outlook|rediffmail|icloud|proton(?:mail)?|zoho)\b")
_LONG_NUMBER = re.compile(r"\d{7}|\d(?: ?\d){8}")  # a telephone or card number, also in groups; PIN codes and prices are shorter
_TAX_NUMBER = re.compile(r"\b[a-z]{5} ?\d{4} ?[a-z]\b|\b[a-z]{4}0[a-z0-9]{6}\b")  # PAN, also within a GSTIN; IFSC
_MIXED = re.compile(r"\b(?=[^ ]*[^\d ])(?=(?:[^ ]*?\d){5})[^ ]+")  # a key, a passport's or a vehicle's number


def counted_as(query: str) -> str | None:
    """The folded query as it is counted, None where it is not: nothing, too long, or perhaps about a person (an e-mail or web
    address, a telephone number, any other number longer than a PIN code)."""
    if len(query) > 2 * LONGEST or _ADDRESS.search(unicodedata.normalize("NFKC", query)):
        return None
    text = folded(query)
    if not text or len(text) > LONGEST or text.count(" ") >= MOST_WORDS:
        return None
    return None if any(sign.search(text) for sign in (_MAIL, _LONG_NUMBER, _TAX_NUMBER, _MIXED)) else text
