"""Who may become what: the states of a seller, and what a believable entry looks like."""

import re

from marketplace.sellers.models import Seller

FIRST_YEAR = 1500
MOST_MEMBERS = 10_000_000

_PINCODE = re.compile(r"[1-9][0-9]{5}\Z")
_PHONE = re.compile(r"\+?[0-9](?:[ -]?[0-9]){7,14}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_NEXT = {
    Seller.Status.PENDING: {Seller.Status.APPROVED, Seller.Status.SUSPENDED},
    Seller.Status.APPROVED: {Seller.Status.SUSPENDED},
    Seller.Status.SUSPENDED: {Seller.Status.APPROVED},
}


def may_become(status: str, wanted: str) -> bool:
    """Whether a seller of this status may be given the wanted one."""
    return wanted in _NEXT[Seller.Status(status)]


def is_pincode(text: str) -> bool:
    """Whether this has the form of an Indian PIN code: six digits, the first not 0."""
    return bool(_PINCODE.match(text))


def is_phone(text: str) -> bool:
    """Whether this can be dialled: 8 to 15 digits, perhaps with a leading +, single blanks or hyphens between them."""
    return bool(_PHONE.match(text))


def is_language(code: str) -> bool:
    """Whether this has the form of an ISO 639 code, such as hi or bho."""
    return bool(_LANGUAGE.match(code))


def is_founding_year(year: int, *, this_year: int) -> bool:
    """Whether a workshop can have been founded in that year."""
    return type(year) is int and FIRST_YEAR <= year <= this_year
