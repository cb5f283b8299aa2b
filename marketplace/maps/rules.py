"""Shapes as facts: what edges several shapes share, the outline that is left of them, and a flat map of the round earth."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Point = tuple[float, float]
"""On the earth: degrees east, degrees north. On a map: units to the right, units down."""
Ring = tuple[Point, ...]
"""The corners of a closed line in their order, the first one not said again at the end."""
Edge = tuple[Point, Point]


def edges(rings: Iterable[Ring]) -> Iterator[Edge]:
    """Each side of the rings, in the direction of the ring."""
    for ring in rings:
        yield from zip(ring, (*ring[1:], ring[0]), strict=True)


def area(ring: Ring) -> float:
    """What a ring goes around, in square units."""
    return abs(sum(start[0] * end[1] - end[0] * start[1] for start, end in edges([ring]))) / 2


def outline(shapes: Iterable[Iterable[Ring]]) -> tuple[Ring, ...]:
    """The rings around shapes that share their edges: what two of them share is inside, and falls away."""
    left: dict[Edge, None] = {}
    for start, end in (edge for shape in shapes for edge in edges(shape)):
        edge = min((start, end), (end, start))
        if edge in left:
            del left[edge]
        else:
            left[edge] = None
    ways: dict[Point, dict[Point, None]] = defaultdict(dict)
    for start, end in left:
        ways[start][end] = ways[end][start] = None
    return tuple(_walk(ways, start) for start, _end in left if ways[start])


def _walk(ways: dict[Point, dict[Point, None]], start: Point) -> Ring:
    """Along the edges that are left, back to where it began; each edge is gone once only."""
    ring, here = [], start
    while ways[here]:
        ring.append(here)
        onward = next(iter(ways[here]))
        del ways[here][onward], ways[onward][here]
        here = onward
    return tuple(ring)


def touching(shapes: Mapping[str, Iterable[Ring]]) -> dict[str, frozenset[str]]:
    """Which shapes have an edge in common with which."""
    owners: dict[Edge, list[str]] = defaultdict(list)
    for key, rings in shapes.items():
        for start, end in edges(rings):
            owners[min((start, end), (end, start))].append(key)
    found: dict[str, set[str]] = {key: set() for key in shapes}
    for one, *others in owners.values():
        for other in others:
            found[one].add(other)
            found[other].add(one)
    return {key: frozenset(others - {key}) for key, others in found.items()}


@dataclass(frozen=True, slots=True)
class Box:
    """The least and the greatest of both coordinates."""

    left: float
    low: float
    right: float
    high: float

    @staticmethod
    def around(points: Iterable[Point]) -> "Box":
        """The box around points; there must be one."""
        across, along = zip(*points, strict=True)
        return Box(min(across), min(along), max(across), max(along))

    def meets(self, other: "Box") -> bool:
        """Whether the two have room in common."""
        return self.left <= other.right and other.left <= self.right and self.low <= other.high and other.low <= self.high


class Projection:
    """Lambert's conformal cone, true to shape, set to a box of the northern hemisphere (degrees); right and down are positive."""

    def __init__(self, box: Box) -> None:
        self.middle = math.radians((box.left + box.right) / 2)
        sixth = (box.high - box.low) / 6
        one, two = math.radians(box.low + sixth), math.radians(box.high - sixth)
        turning = math.log(_stretch(two) / _stretch(one))
        self.narrowing = math.log(math.cos(one) / math.cos(two)) / turning if turning > 1e-6 else math.sin(one)
        self.size = math.cos(one) * _stretch(one) ** self.narrowing / self.narrowing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Projection) and self._set_to == other._set_to

    def __hash__(self) -> int:
        return hash(self._set_to)

    @property
    def _set_to(self) -> tuple[float, float, float]:
        return self.middle, self.narrowing, self.size

    def __call__(self, point: Point) -> Point:
        """Where a point of the earth lies on the map, in radii of the earth."""
        east, north = math.radians(point[0]), math.radians(point[1])
        far = self.size / _stretch(north) ** self.narrowing
        turn = self.narrowing * (east - self.middle)
        return far * math.sin(turn), far * math.cos(turn)


def _stretch(latitude: float) -> float:
    return math.tan(math.pi / 4 + latitude / 2)
