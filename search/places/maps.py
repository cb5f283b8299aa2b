"""Maps as values for the component `components/map.html`: India by States, a State by districts, and where something lies."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import override

from marketplace.districts.places import DistrictRow, StateRow
from marketplace.districts.queries import districts_by_id, districts_of, states, states_by_id
from marketplace.kit.held import Held
from marketplace.maps.queries import shapes
from marketplace.maps.rules import Box, Point, Ring
from search.places.drawing import Frame, Label, apart, beside, clear_of, clipped, label, path, room_of, room_of_dot

HEADROOM = 104  # units for the name of the region that is pointed at
LEAST_SIDE = 64  # units; what is slimmer gets a dot to hit


class Dot(NamedTuple):
    """The middle of a dot, in units."""

    across: int
    down: int


@dataclass(frozen=True, slots=True)
class Region:
    """A State or district on a map. `path` is empty where we have no boundary of it; `level` is a word of the style sheet."""

    id: int
    url: str
    name: str
    language: str
    path: str
    dot: Dot | None
    label: Label | None
    fact: str = ""
    level: str = "plain"
    current: bool = False

    @property
    def drawn(self) -> str:
        """What the map has of it: "boundary", "point" or "nothing"."""
        return "boundary" if self.path else "point" if self.dot else "nothing"


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing: its size in units, the land that it is about, the land around that, and its regions, those with a dot last.
    `has_gaps`: some of the land is no region, because we have no boundary there."""

    width: int
    height: int
    land: str
    around: str
    regions: tuple[Region, ...]
    has_gaps: bool = False

    @property
    def has_dots(self) -> bool:
        """Whether some region has a dot."""
        return any(one.dot is not None for one in self.regions)

    def marked(self, facts: Mapping[int, tuple[str, str]]) -> "Map":
        """The same map with a level and a fact in words for each region."""
        regions = (replace(one, level=facts[one.id][0], fact=facts[one.id][1]) for one in self.regions)
        return replace(self, regions=tuple(regions))

    def with_current(self, ids: Collection[int]) -> "Map":
        """The same map with these regions as the current ones."""
        return replace(self, regions=tuple(replace(one, current=one.id in ids) for one in self.regions))


def india(language: str) -> Map:
    """All States and Union Territories."""
    return _india(language)


def state_map(state_id: int, language: str) -> Map:
    """A State with its districts, upon the land around it."""
    return _state_maps((state_id, language))


def locator(state_ids: Collection[int], district_ids: Collection[int], language: str) -> Map | None:
    """Where something lies: the districts, filled, in the outlines of their States; the States themselves, filled, where no
    district is known; None where nothing is. All regions are links to their pages, and current."""
    rows = districts_by_id(district_ids, language)
    wanted = states_by_id({*state_ids, *(row.state_id for row in rows.values())}, language)
    outlines = [shapes().of_states.get(row.iso, ()) for row in wanted.values()]
    points = [*_corners(outlines), *(point for row in rows.values() if (point := _point(row)))]
    if not points:
        return None
    frame = Frame.around(points)
    with override(language):
        if rows:
            regions = _districts(frame, rows.values(), names=False)
        else:
            regions = _states(frame, wanted.values(), names=False)
    isos = {row.iso for row in wanted.values()}
    return _drawn(frame, frozenset(isos), regions).with_current({one.id for one in regions})


def _draw_india(language: str) -> Map:
    frame = Frame.around(_corners([shapes().country]))
    with override(language):
        return _named_dots(_drawn(frame, frozenset(shapes().of_states), _states(frame, states(language), names=True)))


def _draw_state(key: tuple[int, str]) -> Map:
    state_id, language = key
    row = states_by_id([state_id], language)[state_id]
    rows = districts_of([state_id], language)[state_id]
    rings = shapes().of_states.get(row.iso, ())
    points = _corners([rings]) or [point for one in rows if (point := _point(one))]
    frame = Frame.around(points or _corners([shapes().country]), headroom=HEADROOM)
    with override(language):
        drawn = _named_dots(_drawn(frame, frozenset([row.iso]), _districts(frame, rows, names=True)))
    return replace(drawn, has_gaps=row.iso in shapes().with_gaps)


_TABLES = ("marketplace_state", "marketplace_district")
_india = Held(_draw_india, *_TABLES)
_state_maps = Held(_draw_state, *_TABLES)


def _drawn(frame: Frame, isos: frozenset[str], regions: Sequence[Region]) -> Map:
    land, around = _ground(frame, isos)
    return Map(
        width=frame.width,
        height=frame.height,
        land=land,
        around=around,
        regions=tuple(sorted(_dots_apart(regions, frame.box), key=lambda one: one.dot is not None)),
    )


@lru_cache(maxsize=200)
def _ground(frame: Frame, isos: frozenset[str]) -> tuple[str, str]:
    """The paths of these States' land, and of what lies around it; the same for all districts of a State."""
    known = shapes().of_states
    lands = [shapes().country] if isos == known.keys() else [known.get(iso, ()) for iso in sorted(isos)]
    others = (rings for iso, rings in known.items() if iso not in isos)
    around = (clipped(ring, frame.box) for rings in others for ring in frame.rings(rings))
    return path(ring for rings in lands for ring in frame.rings(rings)), path(ring for ring in around if len(ring) > 2)


def _named_dots(drawn: Map) -> Map:
    """The map with names beside its dots, where there is room."""
    dots = [room_of_dot(one.dot) for one in drawn.regions if one.dot]
    kept = [replace(one, label=clear_of(one.label, dots)) if one.label else one for one in drawn.regions]
    taken = dots + [room_of(one.label) for one in kept if one.label]
    frame = Box(0, 0, drawn.width, drawn.height)
    regions = (replace(one, label=beside(one.name, one.dot, taken, frame)) if one.dot else one for one in kept)
    return replace(drawn, regions=tuple(regions))


def _states(frame: Frame, rows: Iterable[StateRow], *, names: bool) -> list[Region]:
    known = shapes().of_states
    return [_region(frame, "state", row, known.get(row.iso, ()), None, names=names) for row in rows]


def _districts(frame: Frame, rows: Iterable[DistrictRow], *, names: bool) -> list[Region]:
    known = {lgd: rings for districts in shapes().of_districts.values() for lgd, rings in districts.items()}
    return [_region(frame, "district", row, known.get(row.lgd_code, ()), _point(row), names=names) for row in rows]


def _region(
    frame: Frame, page: str, row: StateRow | DistrictRow, rings: Iterable[Ring], point: Point | None, *, names: bool
) -> Region:
    placed = frame.rings(rings)
    dot = None
    if placed:
        main = max(map(Box.around, placed), key=lambda box: min(box.right - box.left, box.high - box.low))
        if min(main.right - main.left, main.high - main.low) < LEAST_SIDE:
            dot = Dot(round((main.left + main.right) / 2), round((main.low + main.high) / 2))
    elif rings:  # so small that nothing is left of it in whole units
        dot = Dot(*frame.place(next(iter(rings))[0]))
    elif point:
        dot = Dot(*frame.place(point))
    fitting = label(row.name, placed) if names and placed and dot is None else None
    return Region(row.id, reverse(page, args=[row.slug]), row.name, row.name_language, path(placed), dot, fitting)


def _dots_apart(regions: Sequence[Region], box: Box) -> list[Region]:
    dotted = [one for one in regions if one.dot is not None]
    moved = dict(zip((one.id for one in dotted), apart([one.dot for one in dotted if one.dot], box), strict=True))
    return [replace(one, dot=Dot(*moved[one.id])) if one.id in moved else one for one in regions]


def _corners(shapes_of: Iterable[Iterable[Ring]]) -> list[Point]:
    return [point for rings in shapes_of for ring in rings for point in ring]


def _point(row: DistrictRow) -> Point | None:
    if row.latitude is None or row.longitude is None:
        return None
    return float(row.longitude), float(row.latitude)
