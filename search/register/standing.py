"""What of a GI's page stands until the register or the places change: kept in memory for the GIs that are looked at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marketplace.districts.queries import (
    DistrictRow,
    OdopProductRow,
    StateRow,
    districts_by_id,
    odop_products_by_id,
    states_by_id,
)
from marketplace.gi.queries import GiTagRow, areas_of, gi_tag, gi_tags_of, odop_links_of, state_ids_of
from marketplace.kit.held import Held
from search.places.maps import Map, locator

COUSINS = 8
MOST_KEPT = 256
"""Pages: with its map, one takes some 20 kB."""


@dataclass(frozen=True, slots=True)
class Area:
    """A district that a GI is tied to, and the basis of that."""

    district: DistrictRow
    basis: str


@dataclass(frozen=True, slots=True)
class Backed:
    """A designation that a GI stands behind, its district, and the basis of the link."""

    designation: OdopProductRow
    district: DistrictRow
    basis: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A GI with its States and districts, what rests on it, other GIs of the same districts, and the map."""

    tag: GiTagRow
    states: list[StateRow]
    areas: list[Area]
    designations: list[Backed]
    cousins: list[GiTagRow]
    map: Map | None


def standing(slug: str, language: str) -> Standing | None:
    """The GI of this slug."""
    return _kept()(slug, language)


def _read(slug: str, language: str) -> Standing | None:
    tag = gi_tag(slug, language)
    if tag is None:
        return None
    areas, state_ids = areas_of([tag.id])[tag.id], state_ids_of([tag.id])[tag.id]
    basis = {area.district_id: area.basis for area in areas}
    keys = list(basis)
    districts = districts_by_id(keys, language)
    return Standing(
        tag=tag,
        states=list(states_by_id(state_ids, language).values()),
        areas=[Area(row, basis[key]) for key, row in districts.items()],
        designations=_designations(tag, language),
        cousins=_cousins(tag, keys, language),
        map=locator(state_ids, keys, language),
    )


_kept = Held(
    lambda _key: lru_cache(maxsize=MOST_KEPT)(_read),  # a new store after each change
    "marketplace_gitag", "marketplace_gitag_states", "marketplace_giarea", "marketplace_odopgilink", "marketplace_odopproduct",
    "marketplace_state", "marketplace_district",
)  # fmt: skip


def _designations(tag: GiTagRow, language: str) -> list[Backed]:
    """What rests on the GI, each product of a district once."""
    links = odop_links_of([tag.id])[tag.id]
    rows = odop_products_by_id([link.odop_product_id for link in links], language)
    districts = districts_by_id([row.district_id for row in rows.values()], language)
    found: dict[tuple[int, str], Backed] = {}
    for link in links:
        row = rows[link.odop_product_id]
        found.setdefault((row.district_id, row.default_product.casefold()), Backed(row, districts[row.district_id], link.basis))
    return list(found.values())


def _cousins(tag: GiTagRow, district_ids: Sequence[int], language: str) -> list[GiTagRow]:
    """Other GIs of the same districts."""
    tied = gi_tags_of(district_ids, language)
    others = {other.tag.id: other.tag for several in tied.values() for other in several if other.tag.id != tag.id}
    return list(others.values())[:COUSINS]
