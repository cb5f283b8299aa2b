"""When a product that is to be seen may be bought: facts are handed in."""

from datetime import datetime


def begins_later(begins: datetime | None, now: datetime) -> datetime | None:
    """The moment from which it may be bought where that is still to come; None where its sale has begun, or always was on."""
    return begins if begins is not None and begins > now else None
