"""Every listed product of a channel as one bit of large numbers: how many have what is counted without asking the database.

A number for each value of each facet, with a bit for each product, in the order of their lowest prices. So what passes several
filters is an AND of a few numbers, a range of prices is a run of bits, and a count is the number of bits that are set.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from itertools import chain, compress
from typing import Any, TypeVar

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Min

from catalog.listing.conditions import AttributeCondition, in_stock
from catalog.listing.filters import EVERYTHING, STAR, ProductFilters
from catalog.listing.models import ListingTerm
from catalog.listing.queries import listed_in
from catalog.origin.queries import today_of, with_gi_badge, with_odop_badge
from catalog.products.models import ProductChannelListing, ProductTranslation
from marketplace.channels.queries import Viewpoint
from marketplace.kit.alphabet import Place, is_kept, reading_key
from marketplace.kit.words import our_languages

COUNTED = {
    "category_ids": "product__category_id", "district_ids": "product__district_id", "state_ids": "product__district__state_id",
    "seller_kinds": "product__seller__kind", "countries": "product__legal__country_of_origin", "craft_ids": "product__craft_id",
}  # fmt: skip
"""The members of ProductFilters that hold keys (or words) which are counted, and the column that has them."""
FOUND = {"seller_ids": "product__seller_id", "gi_tag_ids": "product__gi_tag_id"}
"""Those whose keys are many, each with few products: their places are kept, and no bits."""
FLAGS = ("gi", "odop", "stocked", "women_led")
"""The members of ProductFilters that are either true or false."""
STARS = range(1, 5)
"""So many stars at least may be asked for."""
_KNOWN = frozenset({*COUNTED, *FOUND, *FLAGS, "ids", "price_from", "price_to", "attributes", "rating_from"})
Key = TypeVar("Key", int, str)
_MEMBERS = tuple(field.name for field in fields(ProductFilters))


@dataclass(frozen=True, slots=True)
class ByName(Sequence[Place]):
    """All products in the order of what they are called in a language: the keys of these names, and where their bits are."""

    keys: list[str]
    places: "array[int]"
    ids: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, index: Any) -> Any:
        """The place of a product in the order."""
        return self.keys[index], self.ids[self.places[index]]

    def among(self, bits: int, begin: int, end: int, *, upward: bool) -> Iterator[int]:
        """Where the products of `bits` stand between two places, from the first or from the last on."""
        has = f"{bits:0{len(self.ids)}b}"[::-1].encode().translate(_YES)
        steps = range(begin, end) if upward else range(end - 1, begin - 1, -1)
        return compress(steps, map(has.__getitem__, map(self.places.__getitem__, steps)))


_YES = bytes.maketrans(b"01", b"\0\1")


@dataclass(frozen=True, slots=True)
class Census:
    """All products that a channel lists on a day; `until` is when the next one is to be seen, None where none waits."""

    day: date
    until: datetime | None
    ids: list[int]  # of the products in the order of their bits
    places: dict[int, int]  # where each product's bit is
    prices: list[int]  # of those that have one, which come first
    keys: dict[str, dict[Any, int]]
    found: dict[str, dict[int, "array[int]"]]
    flags: dict[str, int]
    choices: dict[int, int]
    ratings: dict[int, int]  # of at least so many stars
    named: dict[str, "ByName"]  # in each language that words are translated to

    @property
    def everything(self) -> int:
        """All products."""
        return (1 << len(self.places)) - 1

    def passing(self, filters: ProductFilters) -> int:
        """The products that pass, of filters that the census knows (`unknown`)."""
        bits = self.everything if filters.ids is None else self.of_products(filters.ids)
        for member, known in self.keys.items():
            wanted = getattr(filters, member)
            if wanted is not None:
                bits &= _either(known, wanted)
        for member, places in self.found.items():
            wanted = getattr(filters, member)
            if wanted is not None:
                bits &= bits_at(chain.from_iterable(places.get(key, ()) for key in wanted), len(self.places))
        for flag in FLAGS:
            value = getattr(filters, flag)
            if value is not None:
                bits &= self.flags[flag] if value else ~self.flags[flag]
        for condition in filters.attributes:
            bits &= _either(self.choices, condition.choice_ids or ())
        if filters.rating_from is not None:
            bits &= self.ratings.get(filters.rating_from, 0)
        if filters.price_from is not None or filters.price_to is not None:
            bits &= self._priced(filters.price_from, filters.price_to)
        return bits

    def under(self, member: str, key: int, flag: str = "") -> int:
        """The products with this key of a member, such as "craft_ids"; with a flag, such as "gi", those of them that have it."""
        if member in self.keys:
            bits = self.keys[member].get(key, 0)
        else:
            places = self.found[member].get(key)
            bits = bits_at(places, len(self.places)) if places else 0
        return bits & self.flags[flag] if flag else bits

    def of_products(self, ids: Iterable[int]) -> int:
        """These products, as far as they are listed."""
        return bits_at((self.places[key] for key in ids if key in self.places), len(self.places))

    def dearest_of(self, bits: int) -> int | None:
        """The key of the dearest of these products; None where none has a price."""
        priced = bits & ((1 << len(self.prices)) - 1)
        return self.ids[priced.bit_length() - 1] if priced else None

    def prices_of(self, bits: int) -> tuple[int, int] | None:
        """The lowest and the highest of the lowest prices of these products, in minor units; None where none has a price."""
        priced = bits & ((1 << len(self.prices)) - 1)
        if not priced:
            return None
        return self.prices[(priced & -priced).bit_length() - 1], self.prices[priced.bit_length() - 1]

    def _priced(self, low: int | None, high: int | None) -> int:
        first = 0 if low is None else bisect_left(self.prices, low)
        last = len(self.prices) if high is None else bisect_right(self.prices, high)
        return ((1 << last) - 1) & ~((1 << first) - 1) if last > first else 0


def unknown(filters: ProductFilters) -> bool:
    """Whether the filters say something that only the database knows."""
    said = any(getattr(filters, name) != getattr(EVERYTHING, name) for name in _MEMBERS if name not in _KNOWN)
    return said or not all(map(is_known, filters.attributes))


def is_known(condition: AttributeCondition) -> bool:
    """Whether the condition says nothing but which choices are wanted, which the census knows."""
    plain = AttributeCondition(condition.of_products, condition.of_variants, condition.attribute_id, condition.choice_ids)
    return condition.choice_ids is not None and condition == plain


def counted(bits: Mapping[Key, int], among: int) -> dict[Key, int]:
    """How many of the products in `among` each key has, for those that have some."""
    return {key: count for key, one in bits.items() if (count := (one & among).bit_count())}


def bits_at(places: Iterable[int], size: int) -> int:
    """A number with these bits."""
    field = bytearray(size // 8 + 1)
    for place in places:
        field[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(field, "little")


def _either(bits: Mapping[Any, int], keys: Collection[Any]) -> int:
    found = 0
    for key in keys:
        found |= bits.get(key, 0)
    return found


def take(at: Viewpoint) -> Census:
    """The census of the viewpoint's channel at its moment: three statements and one for each language that words are translated
    to, whatever the number of products."""
    rows = _rows(at)
    size = len(rows)
    places = {row[0]: place for place, row in enumerate(rows)}
    columns = dict(zip((*COUNTED, *FOUND, *FLAGS, "rating"), zip(*(row[1:-2] for row in rows), strict=True), strict=False))
    by_key = {member: _by_key(columns.get(member, ())) for member in (*COUNTED, *FOUND)}
    waiting = ProductChannelListing.objects.filter(channel_id=at.channel_id, is_published=True, published_at__gt=at.at)
    return Census(
        day=today_of(at),
        until=waiting.aggregate(next=Min("published_at"))["next"],
        ids=list(places),
        places=places,
        prices=[row[-1] for row in rows if row[-1] is not None],
        keys={member: {key: bits_at(several, size) for key, several in by_key[member].items()} for member in COUNTED},
        found={member: by_key[member] for member in FOUND},
        flags={flag: bits_at((place for place, has in enumerate(columns.get(flag, ())) if has), size) for flag in FLAGS},
        choices=_choices(at, places),
        ratings={stars: bits_at(_rated(columns.get("rating", ()), stars), size) for stars in STARS},
        named={language: _by_name(language, rows) for language in our_languages() if not is_kept(language)},
    )


def _rows(at: Viewpoint) -> list[tuple[Any, ...]]:
    """Product, keys, flags, rating, original name and lowest price of each listing, the cheapest first."""
    flags = {
        "gi": with_gi_badge(at, "product__"), "odop": with_odop_badge("product__"), "stocked": in_stock(at),
        "women_led": F("product__seller__women_led"),
    }  # fmt: skip
    rows = listed_in(at, EVERYTHING).annotate(**{f"is_{flag}": flags[flag] for flag in FLAGS})
    named = [f"is_{flag}" for flag in FLAGS]
    listed = rows.order_by(F("price_from_minor").asc(nulls_last=True))
    columns = (*COUNTED.values(), *FOUND.values(), *named, "product__rating", "product__name", "price_from_minor")
    return list(listed.values_list("product_id", *columns))


def _rated(ratings: Iterable[int | None], stars: int) -> Iterator[int]:
    """The places of the products with so many stars at least."""
    return (place for place, rating in enumerate(ratings) if rating is not None and rating >= stars * STAR)


def _by_key(keys: Iterable[Any]) -> dict[Any, "array[int]"]:
    places: dict[Any, array[int]] = {}
    for place, key in enumerate(keys):
        if key is not None:
            places.setdefault(key, array("I")).append(place)
    return places


def _by_name(language: str, rows: Sequence[tuple[Any, ...]]) -> ByName:
    translated = dict(ProductTranslation.objects.filter(language_code=language).values_list("product_id", "name"))
    ids = [row[0] for row in rows]
    keys = [reading_key(translated.get(row[0]) or row[-2]) for row in rows]
    order = sorted(range(len(ids)), key=lambda place: (keys[place], ids[place]))
    return ByName([keys[place] for place in order], array("I", order), ids)


def _choices(at: Viewpoint, places: Mapping[int, int]) -> dict[int, int]:
    rows = ListingTerm.objects.filter(channel_id=at.channel_id).values("choice_id").annotate(all=ArrayAgg("product_id"))
    return {
        choice: bits_at((places[key] for key in products if key in places), len(places))
        for choice, products in rows.values_list("choice_id", "all")
    }
