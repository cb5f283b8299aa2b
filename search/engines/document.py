"""What a search engine is told of a product in a channel: its words by what they speak of, its codes, and the facts that lists
are narrowed, counted and ordered by. Plain values: every engine makes of it what it needs."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b
from typing import NamedTuple


class Words(NamedTuple):
    """The words of a product in every language and script that there are, each part by what it speaks of."""

    title: tuple[str, ...]
    """Its names."""
    kind: tuple[str, ...]
    """Its category and those above it, its generic name."""
    craft: tuple[str, ...]
    """The craft's names and spellings, the GI's names, the designation of its district that it falls under."""
    trait: tuple[str, ...]
    """The choices of its attributes and its variants': colour, material, size."""
    place: tuple[str, ...]
    """Names of its district, old and new, and of the State."""
    maker: tuple[str, ...]
    """Names of who sells it."""
    about: tuple[str, ...]
    """Its description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A product in a channel. Prices in the channel's minor units, None where it has no price.

    `since` is the moment from which the world may see it, None where it may not (not published, seller not approved). `gi_days`:
    first and last day of its maker's entry in the register of its GI, which make the badge. `codes` are found as a whole only.
    `rating`: the mean of its `reviews` in hundredths of a star, None without one. `quality`: how well the listing is made, a
    share of 1. `small`: its seller is new or small.
    """

    product: int
    channel: int
    version: int
    slug: str
    words: Words
    codes: tuple[str, ...]
    since: datetime | None
    district: int
    state: int
    categories: tuple[int, ...]
    craft: int | None
    gi_tag: int | None
    gi_days: tuple[tuple[date, date], ...]
    odop: bool
    seller: int
    seller_kind: str
    women_led: bool
    country: str
    price_from: int | None
    price_to: int | None
    rating: int | None
    reviews: int
    stocked: bool
    choices: tuple[int, ...]
    pictures: int
    quality: float
    small: bool
    changed: datetime

    @property
    def print(self) -> str:
        """What two documents have in common that say the same, whatever their versions."""
        return blake2b(repr(replace(self, version=0)).encode("utf-8", "replace"), digest_size=12).hexdigest()
