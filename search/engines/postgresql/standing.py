"""What ranks products beside the words, from their documents: held in memory with the census that it belongs to."""

import threading
from array import array
from dataclasses import dataclass, field

from catalog.listing.census import Census
from marketplace.channels.queries import Viewpoint
from marketplace.kit.shapes import fetch
from search.engines.postgresql.planes import Planes, planes_of
from search.ranking.rules import Ranking

_READ = """
    SELECT array_agg(product_id), array_agg(seller), array_agg(small::int), array_agg(round(quality * 100)::int),
        array_agg(coalesce(rating, -1)), array_agg(extract(epoch FROM since)::float8)
    FROM search_searchdocument WHERE channel_id = %s AND since IS NOT NULL
"""
_DAY = 86_400.0
_MOST = 255  # of a byte


@dataclass(slots=True)
class Standing:
    """Of each product of the census, in its order. `ratings` are -1 and `since` (seconds of the epoch) 0 where there is none."""

    census: Census
    sellers: "array[int]"
    small: bytearray
    quality: bytearray  # in hundredths
    ratings: "array[int]"
    since: "array[float]"
    lift: "Lift | None" = field(default=None)

    def lifts(self, ranking: Ranking, at: Viewpoint) -> "Lift":
        """What lifts each product, as of the day."""
        if self.lift is None or self.lift.ranking != ranking or self.lift.day != int(at.at.timestamp() / _DAY):
            self.lift = _lift(self, ranking, at)
        return self.lift


@dataclass(frozen=True, slots=True)
class Lift:
    """Factors as whole numbers: a product's is (2 ** `shift` + its number in `planes`) / 2 ** `shift`."""

    ranking: Ranking
    day: int
    shift: int
    planes: Planes


_kept: dict[int, Standing] = {}
_reading = threading.Lock()


def standing(census: Census, at: Viewpoint) -> Standing:
    """The standing of the products of this census; one statement for each census."""
    kept = _kept.get(at.channel_id)
    if kept is not None and kept.census is census:
        return kept
    with _reading:
        kept = _kept.get(at.channel_id)
        if kept is None or kept.census is not census:
            kept = _kept[at.channel_id] = _read(census, at)
        return kept


def _read(census: Census, at: Viewpoint) -> Standing:
    size = len(census.ids)
    found = Standing(
        census,
        array("q", bytes(8 * size)),
        bytearray(size),
        bytearray(size),
        array("h", [-1]) * size,
        array("d", bytes(8 * size)),
    )
    columns = fetch(_READ, (at.channel_id,), anew=True)[0]
    places = census.places
    for key, seller, small, quality, rating, since in zip(*(column or () for column in columns), strict=True):
        place = places.get(key)
        if place is not None:
            found.sellers[place], found.small[place], found.quality[place] = seller, small, quality
            found.ratings[place], found.since[place] = rating, since
    return found


def _lift(of: Standing, ranking: Ranking, at: Viewpoint) -> Lift:
    now = at.at.timestamp()
    size = len(of.census.ids)
    stocked = f"{of.census.flags['stocked']:0{size}b}"[::-1][:size]
    known: dict[tuple[int, str, int], float] = {}
    more = []
    for facts in zip(of.quality, stocked, (int((now - since) / _DAY) for since in of.since), strict=True):
        if facts not in known:
            quality, has, days = facts
            known[facts] = ranking.lift(quality=quality / 100, stocked=has == "1", age_days=days) - 1
        more.append(known[facts])
    shift = 8
    while shift and max(more, default=0.0) * (1 << shift) > _MOST:
        shift -= 1
    numbers = bytes(min(_MOST, max(0, round(one * (1 << shift)))) for one in more)
    return Lift(ranking, int(now / _DAY), shift, planes_of(numbers))
