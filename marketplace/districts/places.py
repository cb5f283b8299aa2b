"""All States and districts as rows, held in memory: there are some eight hundred, and they hardly change."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from marketplace.districts.models import District, State
from marketplace.districts.rules import other_names, shown
from marketplace.kit.alphabet import in_reading_order
from marketplace.kit.held import Held


class StateRow(NamedTuple):
    """A State or Union Territory (`kind` STATE or UT)."""

    id: int
    slug: str
    name: str
    name_language: str
    default_name: str
    kind: str
    iso: str
    iso_old: str
    lgd_code: str
    gst_code: str
    zone: str
    source: str


class DistrictRow(NamedTuple):
    """A district, its division and other names in the reader's language as far as they are there. Empty codes are unknown;
    `point_basis` says how far its centre point may be trusted."""

    id: int
    slug: str
    name: str
    name_language: str
    default_name: str
    state_id: int
    division: str
    division_language: str
    lgd_code: str
    census2011_code: str
    latitude: Decimal | None
    longitude: Decimal | None
    point_basis: str
    status: str
    created_note: str
    aliases: list[str]
    aliases_language: str
    source: str


STATE = ("id", "slug", "name", "name_hi", "kind", "iso", "iso_old", "lgd_code", "gst_code", "zone", "source")
DISTRICT = (
    "id", "slug", "name", "name_hi", "state_id", "division", "division_hi", "aliases", "aliases_hi", "lgd_code",
    "census2011_code", "latitude", "longitude", "point_basis", "status", "created_note", "source",
)  # fmt: skip


def district_row(row: tuple[Any, ...], language: str) -> DistrictRow:
    """The row of a tuple of the columns DISTRICT, in a language."""
    id, slug, name, name_hi, state_id, division, division_hi, aliases, aliases_hi, *codes, source = row
    name_shown, division_shown = shown(name, name_hi, language), shown(division, division_hi, language)
    others = other_names(aliases, aliases_hi, name_hi, language)
    return DistrictRow._make((id, slug, *name_shown, name, state_id, *division_shown, *codes, *others, source))


@dataclass(frozen=True, slots=True)
class Places:
    """All States and districts in a language, in the order of the names that are read; `district_place` is where each stands."""

    states: tuple[StateRow, ...]
    districts: tuple[DistrictRow, ...]
    state_by_id: dict[int, StateRow]
    district_by_id: dict[int, DistrictRow]
    district_by_slug: dict[str, DistrictRow]
    districts_of: dict[int, list[DistrictRow]]
    state_place: dict[int, int]
    district_place: dict[int, int]


def _read(language: str) -> Places:
    """Everything in two statements."""
    states = [
        StateRow(id, slug, *shown(name, name_hi, language), name, *rest)
        for id, slug, name, name_hi, *rest in State.objects.order_by("name").values_list(*STATE)
    ]
    states = in_reading_order(states, language, lambda row: row.name)
    rows = [district_row(row, language) for row in District.objects.order_by("name", "id").values_list(*DISTRICT)]
    districts = in_reading_order(rows, language, lambda row: row.name)
    of: dict[int, list[DistrictRow]] = {row.id: [] for row in states}
    for row in districts:
        of[row.state_id].append(row)
    return Places(
        tuple(states), tuple(districts), {row.id: row for row in states}, {row.id: row for row in districts},
        {row.slug: row for row in districts}, of, {row.id: place for place, row in enumerate(states)},
        {row.id: place for place, row in enumerate(districts)},
    )  # fmt: skip


_held = Held(_read, "marketplace_state", "marketplace_district")


def places(language: str) -> Places:
    """From memory; names are kept in English and Hindi only."""
    return _held("hi" if language == "hi" else "en")
