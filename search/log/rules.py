"""Which searches are counted, for how long counts are kept, and from how many on somebody sees them. Pure."""

import re
import unicodedata
from datetime import timedelta

from search.language.fold import folded

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    "dec(?:ember)?|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|अक्तूबर|नवंबर|दिसंबर"
)

LONGEST = 80
"""Letters of a query that is counted: what is longer was pasted, and could be anything."""
MOST_WORDS = 12
FEWEST = 3
"""From how many searches on somebody sees a query: what one or two people typed is theirs."""
FEWEST_DAYS = 2
"""On how many days it must have been searched for, besides: one person may well search three times in an evening. That nobody
sees what only one person typed is so made likely, and not certain: nothing is kept by which to tell people apart."""
KEPT = timedelta(days=180)
"""How long counts are kept: two seasons, to be compared."""
KEPT_RARE = timedelta(days=30)
"""How long a query is kept that was not asked FEWEST times meanwhile."""

_ADDRESS = re.compile(r"@|://|\bwww\.|\.(?:com|net|org|in|co)\b", re.IGNORECASE)
_MAIL = re.compile(r"\b(?:gmail|yahoo|ymail|hotmail|outlook|rediffmail|icloud|proton(?:mail)?|zoho)\b")
_LONG_NUMBER = re.compile(r"\d{7}|\d(?: ?\d){8}")  # a telephone or card number, also in groups; PIN codes and prices are shorter
_TAX_NUMBER = re.compile(r"\b[a-z]{5} ?\d{4} ?[a-z]\b|\b[a-z]{4}0[a-z0-9]{6}\b")  # PAN, also within a GSTIN; IFSC
_VEHICLE = re.compile(r"\b[a-z]{2} ?\d\d? ?[a-z]{0,3} ?\d{4}\b|\b\d\d ?bh ?\d{4} ?[a-z]{1,2}\b")
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:(?:18|19|20)?\d\d)"
_NAMED_MONTH, _LAST = f"(?:{_MONTHS})", r"(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b{_DAY} {_MONTH} {_YEAR}\b|\b{_MONTH} {_DAY} {_YEAR}\b|\b(?:18|19|20)\d\d {_MONTH} {_DAY}\b"
    rf"|\b{_DAY}{_LAST} ?(?:of )?{_NAMED_MONTH} ?{_YEAR}\b|\b{_NAMED_MONTH} ?{_DAY}{_LAST} {_YEAR}\b"
    rf"|\b(?:18|19|20)\d\d ?{_NAMED_MONTH} ?{_DAY}\b"
)
_MIXED = re.compile(r"\b(?=[^ ]*[^\d ])(?=(?:[^ ]*?\d){5})[^ ]+")  # a key, a passport's or a vehicle's number


def counted_as(query: str) -> str | None:
    """The folded query as it is counted, None where it is not: nothing, too long, or perhaps about a person (an e-mail or web
    address, a telephone number, any other number longer than a PIN code, a vehicle's number, a date)."""
    if len(query) > 2 * LONGEST or _ADDRESS.search(unicodedata.normalize("NFKC", query)):
        return None
    text = folded(query)
    if not text or len(text) > LONGEST or text.count(" ") >= MOST_WORDS:
        return None
    return None if any(sign.search(text) for sign in (_MAIL, _LONG_NUMBER, _TAX_NUMBER, _VEHICLE, _DATE, _MIXED)) else text
