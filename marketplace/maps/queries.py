"""Questions about shapes: a State's outline, its districts' shapes, and which districts touch.

Read once from `reference/data/maps/india_districts.geojson`; SOURCES.md beside it says what these maps hold: the outer boundary
as officially depicted by India, the districts as of about 2020. States go by their ISO 3166-2 code (IN-UP), districts by their
code of the Local Government Directory. A State's outline is what is left when its districts are put together, so that every
line of a State is exactly a line of its districts; with the parts of `india_states.geojson` that are no district there
(Mirpur and Muzaffarabad in Jammu and Kashmir), so that the outer boundary stays the official one.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from marketplace.maps.rules import Ring, area, outline, touching

LEAST_PART = 0.05  # square degrees
FILES = Path(__file__).resolve().parents[1] / "reference" / "data" / "maps"


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes, in degrees east and north: by State, by State and district, which touch, and the outline of them all.
    `with_gaps`: States of which a part is no district here."""

    of_states: dict[str, tuple[Ring, ...]]
    of_districts: dict[str, dict[str, tuple[Ring, ...]]]
    touching: dict[str, frozenset[str]]
    country: tuple[Ring, ...]
    with_gaps: frozenset[str]


@cache
def shapes() -> Shapes:
    """Everything, read and put together once in a process."""
    states = _features("india_states.geojson")
    codes = {row["properties"]["state"]: row["properties"]["iso"] for row in states}
    of_states: dict[str, dict[str, tuple[Ring, ...]]] = {code: {} for code in codes.values()}
    for row in _features("india_districts.geojson"):
        of_states[codes[row["properties"]["state"]]][row["properties"]["lgd"]] = _rings(row["geometry"])
    outlines = {
        row["properties"]["iso"]: _whole(_rings(row["geometry"]), of_states[row["properties"]["iso"]].values()) for row in states
    }
    # Delhi is drawn as one shape that bears no district's code
    coded = {code: {lgd: rings for lgd, rings in districts.items() if lgd} for code, districts in of_states.items()}
    together = touching({lgd: rings for districts in coded.values() for lgd, rings in districts.items()})
    gaps = {code for code, districts in coded.items() if outline(districts.values()) != outlines[code]}
    return Shapes(outlines, coded, together, outline(outlines.values()), frozenset(gaps))


def _whole(state: tuple[Ring, ...], districts: Collection[tuple[Ring, ...]]) -> tuple[Ring, ...]:
    """The outline of the districts and of what the State has beside them; smaller parts are rounding."""
    beside = [ring for ring in outline([state, *districts]) if area(ring) > LEAST_PART]
    return outline([*districts, beside])


def _features(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((FILES / name).read_text(encoding="utf-8"))["features"]
    return rows


def _rings(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return tuple(tuple((east, north) for east, north, *_height in ring[:-1]) for part in parts for ring in part)
