"""Which districts lie beside which: those whose boundaries touch, and where we have no boundary, those that are near."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from marketplace.districts.places import DistrictRow, Places, places
from marketplace.districts.rules import distance_km
from marketplace.kit.held import Held
from marketplace.maps.queries import shapes

MOST_NEAR = 5
NEAR_KM = 150.0


class NeighbourBasis(StrEnum):
    """TOUCHING: the boundaries, as of about 2020, share a line. NEAR: one of the two has no boundary here or touches nothing,
    and the centre points are near each other."""

    TOUCHING = "TOUCHING"
    NEAR = "NEAR"


Pair = tuple[int, NeighbourBasis, float | None]


class Neighbour(NamedTuple):
    """A district beside another; the distance of the centre points in kilometres is None where one has none."""

    district: DistrictRow
    basis: NeighbourBasis
    distance_km: float | None


def neighbours_of(district_ids: Collection[int], language: str) -> dict[int, list[Neighbour]]:
    """Each district's neighbours: those that touch by the names that are read, then the near ones by distance. A district far
    out in the sea has none."""
    known, pairs = places(language), _pairs()
    return {key: _in_order(pairs.get(key, ()), known) for key in district_ids}


def _in_order(pairs: Iterable[Pair], known: Places) -> list[Neighbour]:
    def place(one: Neighbour) -> tuple[bool, float, int]:
        near = one.basis is NeighbourBasis.NEAR
        return near, (one.distance_km or 0.0) if near else 0.0, known.district_place[one.district.id]

    rows = known.district_by_id
    return sorted((Neighbour(rows[other], basis, far) for other, basis, far in pairs if other in rows), key=place)


def _find(_nothing: None) -> dict[int, list[Pair]]:
    known = places("en")
    found: dict[int, dict[int, tuple[NeighbourBasis, float | None]]] = {row.id: {} for row in known.districts}
    by_code = {row.lgd_code: row for row in known.districts if row.lgd_code}
    for row in known.districts:
        for code in shapes().touching.get(row.lgd_code, ()):
            if other := by_code.get(code):
                found[row.id][other.id] = (NeighbourBasis.TOUCHING, _distance(row, other))
    for row in [row for row in known.districts if not found[row.id]]:
        for distance, other in _nearest(row, known):
            found[row.id][other.id] = found[other.id][row.id] = (NeighbourBasis.NEAR, distance)
    return {key: [(other, *how) for other, how in others.items()] for key, others in found.items()}


def _nearest(row: DistrictRow, known: Places) -> list[tuple[float, DistrictRow]]:
    far = ((_distance(row, other), other) for other in known.districts if other.id != row.id)
    near = [(distance, other) for distance, other in far if distance is not None and distance <= NEAR_KM]
    return sorted(near, key=lambda pair: (pair[0], pair[1].id))[:MOST_NEAR]


def _distance(one: DistrictRow, other: DistrictRow) -> float | None:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    measured = distance_km(float(one.latitude), float(one.longitude), float(other.latitude), float(other.longitude))
    return round(measured, 1)


_pairs = Held(_find, "marketplace_state", "marketplace_district")
