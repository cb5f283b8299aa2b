"""How the periods of a seller's entry for a GI stand beside each other: never two on one day, no day lost by renewing."""

from datetime import date, timedelta
from typing import NamedTuple


class Period(NamedTuple):
    """The days of an entry, the first and the last included."""

    first: date
    last: date


def overlap(one: Period, other: Period) -> bool:
    """Whether some day lies in both."""
    return one.first <= other.last and other.first <= one.last


def shortened(entry: Period, renewal: Period) -> Period | None:
    """What is left of an entry that a renewal overlaps: its days before the renewal begins.

    None where the renewal is none: it begins no later than the entry, or ends before it, so that days would be lost.
    """
    if renewal.first <= entry.first or renewal.last < entry.last:
        return None
    return Period(entry.first, renewal.first - timedelta(days=1))
