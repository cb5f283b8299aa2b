"""The order of what was found: bits of the census, one set after the other, each by how well it fits."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from catalog.listing.census import Census, bits_at
from marketplace.districts.models import District
from marketplace.districts.rules import distance_km
from marketplace.kit.held import Held
from search.engines.engine import Order, Wanted
from search.engines.postgresql.planes import Planes, in_bytes, largest, number, places
from search.engines.postgresql.standing import Standing


class Placed(NamedTuple):
    """A product's place in the census, and how well it fits."""

    place: int
    score: int


def ordered(wanted: Wanted, found: int, scores: Planes, standing: Standing) -> list[Placed]:
    """The page that is wanted; ties go by how well they fit, then by the product's key."""
    most = wanted.skip + wanted.first
    chosen: list[Placed] = []
    for level in _levels(wanted, found, standing):
        if len(chosen) >= most:
            break
        chosen += best(level, scores, most - len(chosen), standing.census)
    return chosen[wanted.skip : most]


def best(found: int, scores: Planes, most: int, census: Census) -> list[Placed]:
    """The best of what was found, the first of them first."""
    sure, even = largest(scores, found, most)
    left = most - sure.bit_count()
    if even.bit_count() > left:
        first = sorted(places(even), key=census.ids.__getitem__)
        chosen = [*places(sure), *first[:left]]
    else:
        chosen = list(places(sure | even))
    whole = in_bytes(scores, len(census.ids))
    placed = [Placed(place, number(whole, place)) for place in chosen]
    return sorted(placed, key=lambda one: (-one.score, census.ids[one.place]))


def _levels(wanted: Wanted, found: int, standing: Standing) -> Iterator[int]:
    """Sets of products, the first first; within each of them only how well they fit counts."""
    census = standing.census
    if wanted.order is Order.CHEAPEST:
        yield from _by_price(found, census.prices)
    elif wanted.order is Order.DEAREST:
        yield from _from_the_dearest(found, census.prices)
    elif wanted.order is Order.NEWEST:
        yield from _by_value(found, standing.since, census)
    elif wanted.order is Order.RATING:
        yield from _by_value(found, standing.ratings, census)
    elif wanted.order is Order.NEAR and wanted.near is not None:
        yield from _by_distance(found, wanted.near, census)
    else:
        yield found


def _by_price(found: int, prices: Sequence[int]) -> Iterator[int]:
    """Bits are in the order of prices; those without one are last."""
    priced = found & _first(len(prices))
    rest = found ^ priced
    while priced:
        lowest = prices[(priced & -priced).bit_length() - 1]
        level = priced & _first(bisect_right(prices, lowest))
        yield level
        priced ^= level
    yield rest


def _from_the_dearest(found: int, prices: Sequence[int]) -> Iterator[int]:
    priced = found & _first(len(prices))
    rest = found ^ priced
    while priced:
        highest = prices[priced.bit_length() - 1]
        level = priced & ~_first(bisect_left(prices, highest))
        yield level
        priced ^= level
    yield rest


def _first(count: int) -> int:
    return (1 << count) - 1


def _by_value(found: int, values: Sequence[float], census: Census) -> Iterator[int]:
    """The largest first."""
    having: dict[float, list[int]] = {}
    for place in places(found):
        having.setdefault(values[place], []).append(place)
    for value in sorted(having, reverse=True):
        yield bits_at(having[value], len(census.ids))


def _by_distance(found: int, near: tuple[float, float], census: Census) -> Iterator[int]:
    """By the middles of districts; those that nobody knows are last."""
    of_district = census.keys["district_ids"]
    points = _points(None)
    far = sorted((distance_km(*near, *points[key]), key) for key in of_district if key in points)
    for _km, key in far:
        if level := found & of_district[key]:
            yield level
            found ^= level
    yield found


def _read(_key: None) -> dict[int, tuple[float, float]]:
    rows = District.objects.filter(latitude__isnull=False, longitude__isnull=False).values_list("id", "latitude", "longitude")
    return {key: (float(north), float(east)) for key, north, east in rows if north is not None and east is not None}


_points = Held(_read, "marketplace_district")
