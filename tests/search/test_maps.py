"""Maps as values: every State and district is on one, as a link, inside of its frame; and how shapes become drawings."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from marketplace.districts.queries import StateRow, district, districts_of, state, states
from marketplace.maps.rules import Box
from search.places.drawing import DOT_APART, Frame, Label, apart, beside, breadth, clear_of, clipped, label, path
from search.places.maps import Map, Region, india, locator, state_map

NUMBER = re.compile(r"-?\d+")


def corners(text: str) -> Iterator[tuple[int, int]]:
    """The places that a path goes through, in units."""
    start = here = (0, 0)
    for ring in filter(None, text.split("z")):
        numbers = [int(number) for number in NUMBER.findall(ring)]
        here = start
        for place, step in enumerate(zip(numbers[::2], numbers[1::2], strict=True)):
            here = (here[0] + step[0], here[1] + step[1])
            if place == 0:
                start = here
            yield here


def fits(drawn: Map, region: Region) -> bool:
    inside = [(across, down) for across, down in corners(region.path)] + ([region.dot] if region.dot else [])
    return bool(inside) and all(0 <= across <= drawn.width and 0 <= down <= drawn.height for across, down in inside)


@pytest.fixture(scope="module")
def all_maps(reference_data: None, django_db_blocker: DjangoDbBlocker) -> list[tuple[StateRow, Map]]:
    """Each State's map, drawn outside of a transaction, where rows are kept in memory."""
    with django_db_blocker.unblock():
        return [(row, state_map(row.id, "en")) for row in states("en")]


@pytest.mark.usefixtures("reference_data", "db")
class TestOfIndia:
    """With the reference data."""

    @pytest.mark.parametrize(("language", "prefix"), [("en", ""), ("hi", "/hi")])
    def test_every_state_is_on_the_map_and_a_link(self, language: str, prefix: str) -> None:
        drawn = india(language)
        rows = {row.id: row for row in states(language)}
        assert {one.id for one in drawn.regions} == set(rows) and len(rows) == 36
        for one in drawn.regions:
            assert one.url == f"{prefix}/states/{rows[one.id].slug}/"
            assert (one.name, one.language) == (rows[one.id].name, rows[one.id].name_language)
            assert one.drawn == "boundary" and fits(drawn, one), one.name

    def test_small_ones_have_a_dot(self) -> None:
        dotted = {one.name for one in india("en").regions if one.dot}
        assert {"Delhi", "Goa", "Puducherry", "Chandigarh", "Lakshadweep", "Sikkim", "Andaman and Nicobar Islands"} <= dotted
        assert "Dadra and Nagar Haveli and Daman and Diu" in dotted and "Bihar" not in dotted

    def test_every_district_is_on_the_map_of_its_state(self, all_maps: list[tuple[StateRow, Map]]) -> None:
        drawn_in_all = {"boundary": 0, "point": 0, "nothing": 0}
        rows = districts_of([row.id for row, _drawn in all_maps], "en")
        for row, drawn in all_maps:
            districts = {one.id: one for one in rows[row.id]}
            assert {one.id for one in drawn.regions} == set(districts)
            for one in drawn.regions:
                drawn_in_all[one.drawn] += 1
                assert one.url == f"/districts/{districts[one.id].slug}/"
                assert fits(drawn, one), one.name
        assert drawn_in_all == {"boundary": 720, "point": 68, "nothing": 0}

    def test_a_finger_meets_one_dot(self, all_maps: list[tuple[StateRow, Map]]) -> None:
        for row, drawn in all_maps:
            dots = [one.dot for one in drawn.regions if one.dot]
            for place, one in enumerate(dots):
                for other in dots[:place]:
                    far = ((one.across - other.across) ** 2 + (one.down - other.down) ** 2) ** 0.5
                    assert far >= DOT_APART * 0.75, row.name

    def test_paths_are_small(self, all_maps: list[tuple[StateRow, Map]]) -> None:
        def size(drawn: Map) -> int:
            return len(drawn.land) + len(drawn.around) + sum(len(one.path) for one in drawn.regions)

        assert size(india("en")) < 30_000
        assert all(size(drawn) < 16_000 for _row, drawn in all_maps)

    def test_names_are_in_the_language(self) -> None:
        up = state("uttar-pradesh", "hi")
        assert up
        drawn = state_map(up.id, "hi")
        assert "वाराणसी" in {one.name for one in drawn.regions}
        lines = [line for one in drawn.regions if one.label for _down, line in one.label.lines]
        assert "बिजनौर" in lines

    def test_where_a_district_lies(self) -> None:
        row = district("varanasi", "en")
        assert row
        drawn = locator([], [row.id], "en")
        assert drawn is not None
        (only,) = drawn.regions
        assert only.current and only.url == "/districts/varanasi/" and fits(drawn, only) and drawn.land and drawn.around

    def test_where_several_states_lie(self) -> None:
        keys = [row.id for row in states("en") if row.slug in ("punjab", "haryana")]
        drawn = locator(keys, [], "hi")
        assert drawn is not None
        assert {one.url for one in drawn.regions} == {"/hi/states/punjab/", "/hi/states/haryana/"}
        assert all(one.current for one in drawn.regions)

    def test_a_new_district_is_a_dot(self) -> None:
        row = district("balotra", "en")
        assert row
        drawn = locator([row.state_id], [row.id], "en")
        assert drawn is not None
        (only,) = drawn.regions
        assert only.drawn == "point" and only.path == "" and fits(drawn, only)

    def test_marks_and_the_current_one(self) -> None:
        drawn = india("en")
        marked = drawn.marked({one.id: ("few", f"{one.id} products") for one in drawn.regions})
        assert {one.level for one in marked.regions} == {"few"} and marked.regions[0].fact.endswith("products")
        one = drawn.regions[5].id
        assert [region.id for region in drawn.with_current({one}).regions if region.current] == [one]
        assert not any(region.current for region in drawn.regions)


@pytest.mark.django_db
def test_where_nothing_is_known_there_is_no_map() -> None:
    assert locator([10**9], [10**9], "en") is None


def test_a_path_says_each_step_from_the_one_before() -> None:
    assert path([[(10, 20), (15, 14), (12, 30)]]) == "m10 20 5-6-3 16z"
    assert path([[(10, 20), (15, 14), (12, 30)], [(11, 22), (13, 22), (11, 25)]]) == "m10 20 5-6-3 16zm1 2 2 0-2 3z"
    assert path([]) == ""


@given(st.lists(st.lists(st.tuples(st.integers(-999, 999), st.integers(-999, 999)), min_size=3, max_size=9), max_size=4))
def test_a_path_can_be_read_back(rings: list[list[tuple[int, int]]]) -> None:
    assert list(corners(path(rings))) == [corner for ring in rings for corner in ring]


@given(st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), min_size=3, max_size=12))
def test_what_is_cut_off_lies_outside(ring: list[tuple[int, int]]) -> None:
    kept = clipped(ring, Box(-100, -50, 100, 50))
    assert all(-101 <= across <= 101 and -51 <= down <= 51 for across, down in kept)
    if all(-100 <= across <= 100 and -50 <= down <= 50 for across, down in ring):
        assert kept == ring


def test_a_square_is_cut_in_half() -> None:
    assert sorted(clipped([(0, 0), (10, 0), (10, 10), (0, 10)], Box(5, 0, 20, 20))) == [(5, 0), (5, 10), (10, 0), (10, 10)]


def test_dots_that_stand_close_are_pushed_apart_and_stay_inside() -> None:
    moved = apart([(50, 50), (50, 50), (60, 50), (900, 900)], Box(0, 0, 1000, 1000), least=100)
    assert moved[3] == (900, 900)
    assert all(50 <= across <= 950 and 50 <= down <= 950 for across, down in moved)
    for place, one in enumerate(moved):
        assert all(abs(one[0] - other[0]) + abs(one[1] - other[1]) >= 90 for other in moved[:place])


def test_a_frame_is_neither_too_slim_nor_too_wide() -> None:
    for points in ([(77.0, 8.0), (77.5, 13.0)], [(69.0, 20.0), (81.0, 21.0)], [(72.6, 10.5)]):
        frame = Frame.around(points, headroom=100)
        assert 0.75 <= frame.width / (frame.height - 100) <= 1.55
        for point in points:
            across, down = frame.place(point)
            assert 0 < across < frame.width and 100 <= down < frame.height


def test_a_name_stands_where_it_fits_in_one_line_or_two() -> None:
    wide, slim = [[(0, 0), (900, 0), (900, 300), (0, 300)]], [[(0, 0), (30, 0), (30, 300), (0, 300)]]
    one = label("Uttar Pradesh", wide)
    assert one is not None and [line for _down, line in one.lines] == ["Uttar Pradesh"] and one.across == 450
    narrow = [[(0, 0), (150, 0), (150, 300), (0, 300)]]
    two = label("Uttar Pradesh", narrow)
    assert two is not None and [line for _down, line in two.lines] == ["Uttar", "Pradesh"]
    assert label("Uttar Pradesh", slim) is None


def test_a_name_beside_a_dot_keeps_clear_of_what_is_there() -> None:
    frame, taken = Box(0, 0, 600, 600), [Box(310, 250, 600, 350)]
    left = beside("Goa", (300, 300), taken, frame)
    assert isinstance(left, Label) and left.across < 300 and len(taken) == 2
    assert beside("A name that is far too long for this small frame", (300, 300), taken, frame) is None


def test_a_name_makes_way_for_a_dot() -> None:
    name = Label(300, ((310, "Tamil Nadu"),))
    half = breadth("Tamil Nadu") / 2
    moved = clear_of(name, [Box(300 + half - 10, 280, 300 + half + 40, 330)])
    assert moved is not None and moved.across < 300 and moved.lines == name.lines
    assert clear_of(name, [Box(290, 280, 340, 330)]) is None
    assert clear_of(name, [Box(900, 280, 950, 330)]) == name
