"""What a reader types to find a district: a PIN code in Latin or Devanagari digits, or a name."""

import unicodedata
from dataclasses import dataclass

from django.http import QueryDict

from search.browse.forms import words


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed, and the same as a PIN code where it is made of digits only."""

    text: str
    pincode: str


def wanted_of(query: QueryDict) -> Wanted:
    """What is looked for; Refused TOO_LONG."""
    text = words(query)
    close = "".join(text.split())
    digits = close.isdecimal()
    return Wanted(text, "".join(str(unicodedata.decimal(letter)) for letter in close) if digits else "")
