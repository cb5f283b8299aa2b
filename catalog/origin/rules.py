"""When a product bears the ODOP badge and when the GI badge; and, where it does not, why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class GiReason(StrEnum):
    """Why there is, or is not, a GI badge."""

    AUTHORISED = "AUTHORISED"
    NO_CLAIM = "NO_CLAIM"
    NOT_AUTHORISED = "NOT_AUTHORISED"
    NOT_YET_VALID = "NOT_YET_VALID"
    EXPIRED = "EXPIRED"


class OdopReason(StrEnum):
    """Why there is, or is not, an ODOP badge."""

    DESIGNATED = "DESIGNATED"
    NO_CLAIM = "NO_CLAIM"
    OTHER_DISTRICT = "OTHER_DISTRICT"


@dataclass(frozen=True, slots=True)
class Authorisation:
    """A seller's entry as authorised user of a GI, valid from the first to the last day, both included."""

    authorised_user_no: str
    valid_from: date
    valid_until: date
    source: str = ""

    def away(self, day: date) -> int:
        """How many days the day lies outside; 0 where it is valid."""
        return max((self.valid_from - day).days, (day - self.valid_until).days, 0)


def telling(authorisations: Iterable[Authorisation], today: date) -> Authorisation | None:
    """Of a seller's periods for a GI the one that decides: that which is valid today, else the nearest, rather to come
    than past."""
    return min(authorisations, key=lambda entry: (entry.away(today), -entry.valid_from.toordinal()), default=None)


def gi_reason(*, claimed: bool, authorisation: Authorisation | None, today: date) -> GiReason:
    """The badge follows only from a typed reference to a registered GI and a seller who is its authorised user today.

    Free text is never asked, nor is our mapping of areas, which is too doubtful to deny anybody anything.
    Source: Geographical Indications of Goods Act 1999, sections 17 and 21.
    """
    if not claimed:
        return GiReason.NO_CLAIM
    if authorisation is None:
        return GiReason.NOT_AUTHORISED
    if today < authorisation.valid_from:
        return GiReason.NOT_YET_VALID
    if today > authorisation.valid_until:
        return GiReason.EXPIRED
    return GiReason.AUTHORISED


def odop_reason(*, designated_district: int | None, product_district: int) -> OdopReason:
    """The badge follows from a typed reference to a designation of the very district that the product belongs to."""
    if designated_district is None:
        return OdopReason.NO_CLAIM
    return OdopReason.DESIGNATED if designated_district == product_district else OdopReason.OTHER_DISTRICT
