"""Countries as ISO 3166-1 lists them, and their names in the languages of people, from CLDR."""

import re
from functools import cache

from babel import Locale

# CLDR also has codes that no country has: exceptional reservations, groups of countries, and its own test regions.
_NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
_TWO_LETTERS = re.compile(r"[A-Z]{2}\Z")
_FALLBACK = "en"

ISO_CODES: tuple[str, ...] = tuple(
    sorted(code for code in map(str, Locale(_FALLBACK).territories) if _TWO_LETTERS.match(code) and code not in _NO_COUNTRIES)
)
"""The 249 codes of ISO 3166-1 alpha-2, in their order."""

KOSOVO = "XK"  # no ISO code, but the one that post and customs use
POSTAL_CODES: tuple[str, ...] = tuple(sorted((*ISO_CODES, KOSOVO)))
"""Where a letter or parcel can be sent to: the ISO codes and Kosovo."""


@cache
def names(language: str) -> dict[str, str]:
    """The name of each territory by its code, in English where this language has no name for it."""
    both = (Locale(_FALLBACK), Locale.parse(language, sep="-"))
    return {str(code): str(name) for locale in both for code, name in locale.territories.items()}


def name_of(code: str, language: str) -> str:
    """The country's name for a reader of this language; the code itself where nobody knows it."""
    return names(language).get(code, code)
