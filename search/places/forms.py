"""What a reader types to find a district: a PIN code in Latin or Devanagari digits, or a name."""

from dataclasses import dataclass

from django.http import QueryDict

from marketplace.kit.text import ascii_digits
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
    return Wanted(text, ascii_digits(close) if close.isdecimal() else "")
