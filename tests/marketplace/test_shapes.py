"""Shapes of States and districts: what is left when they are put together, which touch, and a map that is true to shape."""

import math

import pytest

from marketplace.maps.queries import shapes
from marketplace.maps.rules import Box, Point, Projection, Ring, area, edges, outline, touching

Square = tuple[Ring]


def square(left: float, low: float) -> Square:
    """One degree each way."""
    return (((left, low), (left + 1, low), (left + 1, low + 1), (left, low + 1)),)


def test_what_two_shapes_share_falls_away() -> None:
    turned = (tuple(reversed(square(1, 0)[0])),)
    (ring,) = outline([square(0, 0), turned])
    assert len(ring) == 6 and area(ring) == 2
    assert outline([]) == ()


def test_a_hole_and_an_island_are_rings_of_their_own() -> None:
    around = [square(east, north) for east in range(3) for north in range(3) if (east, north) != (1, 1)]
    rings = outline([*around, square(9, 9)])
    assert sorted(area(ring) for ring in rings) == [1, 1, 9]


def test_shapes_touch_along_an_edge_and_not_in_a_corner() -> None:
    found = touching({"a": square(0, 0), "b": square(1, 0), "corner": square(1, 1), "far": square(5, 5)})
    assert found == {"a": {"b"}, "b": {"a", "corner"}, "corner": {"b"}, "far": frozenset()}


def test_boxes_meet() -> None:
    assert Box(0, 0, 2, 2).meets(Box(1, 1, 3, 3)) and not Box(0, 0, 1, 1).meets(Box(2, 0, 3, 1))
    assert Box.around([(3, 1), (1, 4)]) == Box(1, 1, 3, 4)


@pytest.mark.parametrize("box", [Box(68, 6, 97, 37), Box(77.1, 28.6, 77.1, 28.6)])
def test_the_map_is_true_to_shape_and_north_is_up(box: Box) -> None:
    flat = Projection(box)
    for point in ((70.0, 10.0), (82.0, 23.0), (95.0, 35.0)):
        here, east, north = flat(point), flat(_moved(point, east=0.01)), flat(_moved(point, north=0.01))
        across = math.hypot(east[0] - here[0], east[1] - here[1]) / math.cos(math.radians(point[1]))
        along = math.hypot(north[0] - here[0], north[1] - here[1])
        assert across == pytest.approx(along, rel=2e-3)
        assert north[1] < here[1] and east[0] > here[0]


def _moved(point: Point, *, east: float = 0, north: float = 0) -> Point:
    return point[0] + east, point[1] + north


def test_all_states_and_districts_have_their_shape() -> None:
    whole = shapes()
    assert len(whole.of_states) == 36
    assert sum(map(len, whole.of_districts.values())) == 720
    assert whole.of_districts["IN-DL"] == {} and whole.of_states["IN-DL"]
    assert all(rings for rings in whole.of_states.values())
    assert whole.with_gaps == {"IN-DL", "IN-JK"}


def test_states_fill_the_country_without_gaps() -> None:
    whole = shapes()
    inside = sum(area(ring) for rings in whole.of_states.values() for ring in rings)
    assert inside == pytest.approx(sum(area(ring) for ring in whole.country), rel=1e-3)


def test_the_boundary_is_the_official_one() -> None:
    country = Box.around([point for ring in shapes().country for point in ring])
    assert country.high == pytest.approx(37.08, abs=0.05) and country.low == pytest.approx(6.77, abs=0.05)
    # Gilgit, Aksai Chin, Dibang, Mirpur, near Muzaffarabad
    for place in ((74.31, 35.92), (79.5, 35.2), (95.0, 28.2), (73.75, 33.15), (73.5, 34.4)):
        assert any(_inside(place, ring) for ring in shapes().country), place
        assert any(_inside(place, ring) for rings in shapes().of_states.values() for ring in rings), place


def _inside(point: Point, ring: Ring) -> bool:
    crossed = [
        start[0] + (point[1] - start[1]) * (end[0] - start[0]) / (end[1] - start[1])
        for start, end in edges([ring])
        if (start[1] > point[1]) != (end[1] > point[1])
    ]
    return sum(across < point[0] for across in crossed) % 2 == 1
