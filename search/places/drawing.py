"""How shapes become a drawing: the frame, paths in whole units, what lies outside cut off, dots apart, names where they fit."""

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from marketplace.maps.rules import Box, Point, Projection, Ring

LONG_SIDE = 1600  # units of the longer side of a frame
MARGIN = 48
SLIMMEST, WIDEST = 0.78, 1.5  # of a frame, width to height
LEAST_DEGREES = 0.3  # what is smaller than this is shown with ...
AROUND_DEGREES = 6.4  # ... so much of the land around it
MIDDLE_EAST = 80.0  # degrees: to the west of it the land lies to the east
TEXT = 30  # height of a name in units
LEADING = 33
DOT = 26  # radius
FARTHEST_MOVED = 48  # of a name that a dot is in the way of
LONGEST = 445  # of a name beside a dot
DOT_APART = 112  # so that a finger meets one dot and not two


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper of a map: how a place of the earth (degrees) comes to lie on it, in whole units."""

    projection: Projection
    left: float
    top: float
    scale: float
    width: int
    height: int

    @staticmethod
    def around(points: Sequence[Point], *, headroom: int = 0) -> "Frame":
        """A frame that shows all the points, and a bit of what lies around them; `headroom` units more above."""
        box = Box.around(points)
        if max(box.right - box.left, box.high - box.low) < LEAST_DEGREES:
            inland = AROUND_DEGREES / 5 if box.left < MIDDLE_EAST else -AROUND_DEGREES / 5
            east, north = (box.left + box.right) / 2 + inland, (box.low + box.high) / 2
            across, along = AROUND_DEGREES / 2, AROUND_DEGREES / 2 / WIDEST
            box = Box(east - across, north - along, east + across, north + along)
            points = [(east - across, north), (east + across, north), (east, north - along), (east, north + along)]
        projection = Projection(box)
        flat = Box.around([projection(point) for point in points])
        wide, high = flat.right - flat.left, flat.high - flat.low
        shown_wide, shown_high = max(wide, high * SLIMMEST), max(high, wide / WIDEST)
        scale = (LONG_SIDE - 2 * MARGIN) / max(shown_wide, shown_high)
        width, height = (round(side * scale) + 2 * MARGIN for side in (shown_wide, shown_high))
        left = (flat.left + flat.right) / 2 - width / scale / 2
        top = (flat.low + flat.high) / 2 - height / scale / 2 - headroom / scale
        return Frame(projection, left, top, scale, width, height + headroom)

    def place(self, point: Point) -> tuple[int, int]:
        """Where a place of the earth lies, in whole units from the left and from the top."""
        across, down = self.projection(point)
        return round((across - self.left) * self.scale), round((down - self.top) * self.scale)

    def rings(self, rings: Iterable[Ring]) -> list[list[tuple[int, int]]]:
        """Rings in whole units, without corners that fall together; what is left with less than an area is gone."""
        placed = ([self.place(point) for point in ring] for ring in rings)
        slim = ([one for one, onward in pairwise((*ring, ring[0])) if one != onward] for ring in placed)
        return [ring for ring in slim if len(ring) > 2]

    @property
    def box(self) -> Box:
        """The frame itself."""
        return Box(0, 0, self.width, self.height)


def path(rings: Iterable[Sequence[tuple[int, int]]]) -> str:
    """The text of a path through rings of whole units: each step from the one before, and no sign that can be missed."""
    parts: list[str] = []
    here = (0, 0)
    for ring in rings:
        steps = [_step(start, end) for start, end in pairwise((here, *ring))]
        parts.append("m" + steps[0] + "".join(step if step[0] == "-" else f" {step}" for step in steps[1:]) + "z")
        here = ring[0]
    return "".join(parts)


def _step(start: tuple[int, int], end: tuple[int, int]) -> str:
    across, down = end[0] - start[0], end[1] - start[1]
    return f"{across}{down}" if down < 0 else f"{across} {down}"


def clipped(ring: Sequence[tuple[int, int]], box: Box) -> list[tuple[int, int]]:
    """What of a ring lies inside of a box (after Sutherland and Hodgman)."""
    for axis, limit, keep in ((0, box.left, 1), (0, box.right, -1), (1, box.low, 1), (1, box.high, -1)):
        kept: list[tuple[int, int]] = []
        for start, end in pairwise((ring[-1], *ring)) if ring else ():
            inside, was_inside = (keep * (point[axis] - limit) >= 0 for point in (end, start))
            if inside != was_inside:
                part = (limit - start[axis]) / (end[axis] - start[axis])
                kept.append((round(start[0] + part * (end[0] - start[0])), round(start[1] + part * (end[1] - start[1]))))
            if inside:
                kept.append(end)
        ring = kept
    return list(ring)


def apart(dots: Sequence[tuple[int, int]], box: Box, *, least: int = DOT_APART) -> list[tuple[int, int]]:
    """The dots, those that stand closer than `least` pushed apart, none out of the box."""
    moved = [(float(across), float(down)) for across, down in dots]
    edge = least / 2
    for _round in range(60):
        calm = True
        for one in range(len(moved)):
            for other in range(one):
                across, down = moved[one][0] - moved[other][0], moved[one][1] - moved[other][1]
                far = math.hypot(across, down)
                if far < least - 1:
                    calm = False
                    push = (least - far) / 2
                    east, south = (across / far, down / far) if far > 0.01 else (1.0, 0.0)
                    moved[one] = _inside(moved[one][0] + east * push, moved[one][1] + south * push, box, edge)
                    moved[other] = _inside(moved[other][0] - east * push, moved[other][1] - south * push, box, edge)
        if calm:
            break
    return [(round(across), round(down)) for across, down in moved]


def _inside(across: float, down: float, box: Box, edge: float) -> Point:
    return min(max(across, box.left + edge), box.right - edge), min(max(down, box.low + edge), box.high - edge)


def breadth(text: str) -> float:
    """How wide a name runs, about, in units: marks that stand above or below a letter take no room."""
    return sum(_letter(letter) for letter in text) * TEXT


def _letter(letter: str) -> float:
    kind = unicodedata.category(letter)
    return 0.0 if kind == "Mn" else 0.3 if kind == "Mc" or letter in "il.,' " else 0.85 if letter in "mwMW" else 0.58


@dataclass(frozen=True, slots=True)
class Label:
    """A name that fits into its shape: its lines, their middle and the base of each."""

    across: int
    lines: tuple[tuple[int, str], ...]


def label(name: str, rings: Sequence[Sequence[tuple[int, int]]]) -> Label | None:
    """The name in one line or in two, where it fits best; None where it fits nowhere."""
    words = name.split()
    for cut in (0, *range(1, len(words))):
        lines = [" ".join(words[:cut]), " ".join(words[cut:])] if cut else [name]
        spot = _spot(rings, max(map(breadth, lines)), len(lines) * LEADING)
        if spot:
            first = spot[1] - LEADING * (len(lines) - 1) / 2 + TEXT * 0.33
            return Label(round(spot[0]), tuple((round(first + LEADING * place), line) for place, line in enumerate(lines)))
    return None


def beside(name: str, dot: tuple[int, int], taken: list[Box], frame: Box) -> Label | None:
    """The name to the right of a dot, or to its left, below or above, where nothing is taken; then its room is taken."""
    half, away = breadth(name) / 2, DOT + 12
    if half > LONGEST / 2:
        return None
    spots = ((half + away, 0), (-half - away, 0), (0, away + TEXT * 0.6), (0, -away - TEXT * 0.6))
    for across, down in ((dot[0] + east, dot[1] + south) for east, south in spots):
        room = Box(across - half, down - TEXT / 2, across + half, down + TEXT / 2)
        fits = frame.left < room.left and room.right < frame.right and frame.low < room.low and room.high < frame.high
        if fits and not any(room.meets(other) for other in taken):
            taken.append(room)
            return Label(round(across), ((round(down + TEXT * 0.33), name),))
    return None


def clear_of(found: Label, dots: list[Box]) -> Label | None:
    """The label moved sideways as far as a dot asks for; None where that is too far."""
    for dot in dots:
        room = room_of(found)
        if room.meets(dot):
            moved = dot.left - room.right - 4 if found.across < (dot.left + dot.right) / 2 else dot.right - room.left + 4
            if abs(moved) > FARTHEST_MOVED:
                return None
            found = Label(round(found.across + moved), found.lines)
    return found


def room_of(found: Label) -> Box:
    """The room that a label takes."""
    half = max(breadth(line) for _down, line in found.lines) / 2
    first, last = found.lines[0][0], found.lines[-1][0]
    return Box(found.across - half, first - TEXT, found.across + half, last + TEXT / 3)


def room_of_dot(dot: tuple[int, int]) -> Box:
    """The room that a dot takes."""
    return Box(dot[0] - DOT, dot[1] - DOT, dot[0] + DOT, dot[1] + DOT)


def _spot(rings: Sequence[Sequence[tuple[int, int]]], wide: float, high: float) -> Point | None:
    """The middle of a free place of this size, the one nearest to the middle of the shape."""
    box = Box.around([point for ring in rings for point in ring])
    found: list[tuple[float, Point]] = []
    for part in range(1, 24):
        down = box.low + (box.high - box.low) * part / 24
        gaps = [_gaps(rings, level) for level in (down - high / 2, down, down + high / 2)]
        for left, right in _shared(gaps):
            if right - left >= wide:
                across = min(max((box.left + box.right) / 2, left + wide / 2), right - wide / 2)
                across = (across + (left + right) / 2) / 2
                away = abs(down - (box.low + box.high) / 2) + 0.3 * abs(across - (box.left + box.right) / 2)
                found.append((away - 0.35 * (right - left), (across, down)))
    return min(found)[1] if found else None


def _gaps(rings: Sequence[Sequence[tuple[int, int]]], down: float) -> list[tuple[float, float]]:
    """From where to where a level line runs inside of the rings."""
    crossings = sorted(
        start[0] + (down - start[1]) * (end[0] - start[0]) / (end[1] - start[1])
        for ring in rings
        for start, end in pairwise((ring[-1], *ring))
        if (start[1] <= down) != (end[1] <= down)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _shared(levels: Sequence[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """What is inside on all the level lines."""
    shared = levels[0]
    for level in levels[1:]:
        shared = [(max(a, c), min(b, d)) for a, b in shared for c, d in level if min(b, d) > max(a, c)]
    return shared
