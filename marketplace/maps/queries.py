"""Questions about shapes: a State's outline, its districts' shapes, and which districts touch.

Read once from `reference/data/maps/india_districts.geojson`; SOURCES.md beside it says what these maps hold: the outer boundary
as officially depicted by India, the districts as of about 2020. States go by their ISO 3166-2 code (IN-UP), districts by their
code of the Local Government Directory. A State's outline is what is left when its districts are put together, so that every
line of a State is exactly a line of its districts.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from marketplace.maps.rules import Ring, outline, touching

FILES = Path(__file__).resolve().parents[1] / "reference" / "data" / "maps"


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes, in degrees east and north: by State, by State and district, which touch, and the outline of them all."""

    of_states: dict[str, tuple[Ring, ...]]
    of_districts: dict[str, dict[str, tuple[Ring, ...]]]
    touching: dict[str, frozenset[str]]
    country: tuple[Ring, ...]


@cache
def shapes() -> Shapes:
    """Everything, read and put together once in a process."""
    codes = {row["properties"]["state"]: row["properties"]["iso"] for row in _features("india_states.geojson")}
    of_states: dict[str, dict[str, tuple[Ring, ...]]] = {code: {} for code in codes.values()}
    for row in _features("india_districts.geojson"):
        of_states[codes[row["properties"]["state"]]][row["properties"]["lgd"]] = _rings(row["geometry"])
    outlines = {code: outline(districts.values()) for code, districts in of_states.items()}
    # Delhi is drawn as one shape that bears no district's code
    coded = {code: {lgd: rings for lgd, rings in districts.items() if lgd} for code, districts in of_states.items()}
    together = touching({lgd: rings for districts in coded.values() for lgd, rings in districts.items()})
    return Shapes(outlines, coded, together, outline(outlines.values()))


def _features(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((FILES / name).read_text(encoding="utf-8"))["features"]
    return rows


def _rings(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return tuple(tuple((east, north) for east, north, *_height in ring[:-1]) for part in parts for ring in part)
