"""Which districts are said to be neighbours, and on what that rests."""

import pytest

from marketplace.districts.models import District
from marketplace.districts.queries import district, districts_of, states
from marketplace.neighbours.queries import NEAR_KM, NeighbourBasis, neighbours_of
from tests.factories import DistrictFactory, StateFactory
from tests.graphql_client import ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_data")]
TOUCHING, NEAR = NeighbourBasis.TOUCHING, NeighbourBasis.NEAR


def beside(slug: str, language: str = "en") -> list[tuple[str, NeighbourBasis]]:
    row = district(slug, language)
    assert row
    return [(one.district.slug, one.basis) for one in neighbours_of([row.id], language)[row.id]]


def test_districts_whose_boundaries_touch() -> None:
    assert beside("varanasi") == [(slug, TOUCHING) for slug in ("bhadohi", "chandauli", "ghazipur", "jaunpur", "mirzapur")]


def test_neighbours_across_the_border_of_a_state() -> None:
    assert ("gautam-buddha-nagar", TOUCHING) in beside("faridabad")


def test_a_district_without_a_boundary_has_near_ones_the_nearest_first() -> None:
    found = beside("new-delhi")
    assert {basis for _slug, basis in found} == {NEAR} and ("central-delhi", NEAR) in found
    row = district("balotra", "en")
    assert row
    distances = [one.distance_km for one in neighbours_of([row.id], "en")[row.id]]
    assert distances == sorted(distances, key=lambda distance: distance or 0) and (distances[-1] or 0) <= NEAR_KM


def test_islands_far_out_have_none() -> None:
    assert beside("lakshadweep") == [] and beside("nicobar") == []


def test_who_is_a_neighbour_is_one_the_other_way_too() -> None:
    keys = [row.id for rows in districts_of([one.id for one in states("en")], "en").values() for row in rows]
    found = neighbours_of(keys, "en")
    assert len(found) == 788
    pairs = {(key, one.district.id, one.basis) for key, several in found.items() for one in several}
    assert pairs == {(other, key, basis) for key, other, basis in pairs}
    assert all(key != other for key, other, _basis in pairs)
    assert sum(not several for several in found.values()) < 5


def test_names_are_in_the_readers_language() -> None:
    row = district("varanasi", "hi")
    assert row and "जौनपुर" in [one.district.name for one in neighbours_of([row.id], "hi")[row.id]]


def test_a_district_of_which_nothing_is_known_has_none() -> None:
    unknown: District = DistrictFactory(state=StateFactory(), lgd_code="", latitude=None, longitude=None)
    assert neighbours_of([unknown.id, 10**9], "en") == {unknown.id: [], 10**9: []}


def test_neighbours_in_the_graph() -> None:
    found = ask('{ district(slug: "mahe") { neighbours { basis distanceKm district { slug state { slug } } } } }')
    first = found["district"]["neighbours"][0]
    assert (first["basis"], first["district"]["state"]["slug"]) == ("NEAR", "kerala") and 10 < first["distanceKm"] < NEAR_KM
    found = ask('{ district(slug: "varanasi") { neighbours { basis district { slug } } } }')
    assert [one["district"]["slug"] for one in found["district"]["neighbours"]] == [slug for slug, _basis in beside("varanasi")]
