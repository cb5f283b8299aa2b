"""Crafts, their names and their districts, asked for in a constant number of statements."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from marketplace.crafts import queries
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, State

Statements = Callable[[int], AbstractContextManager[Any]]
pytestmark = pytest.mark.usefixtures("reference_data", "db")


def test_crafts_in_the_language_of_the_reader() -> None:
    assert len(queries.crafts("hi")) == len(queries.crafts("en")) == 177
    craft = queries.craft("chikankari", "hi")
    assert craft is not None
    assert (craft.name, craft.name_language, craft.default_name) == ("चिकनकारी", "hi", "Chikankari")
    assert "lucknawi chikan" in craft.spellings
    assert craft.state_id == State.objects.get(slug="uttar-pradesh").pk
    urdu, tamil = queries.craft("chikankari", "ur"), queries.craft("chikankari", "ta")
    assert urdu is not None and tamil is not None
    assert (urdu.name, urdu.name_language) == ("چکن کاری", "ur")
    assert (tamil.name, tamil.name_language) == ("Chikankari", "en")
    assert queries.craft("alchemy", "en") is None


def test_names_by_language_and_rank() -> None:
    key = Craft.objects.get(slug="chikankari").pk
    names = [(row.language_code, row.name, row.rank) for row in queries.names_of([key])[key]]
    assert names == [("hi", "चिकनकारी", 1), ("hi", "चिकन", 2), ("ur", "چکن کاری", 1)]
    assert [row.rank for row in queries.names_of([key], language="hi")[key]] == [1, 2]


def test_where_a_craft_is_made_and_what_a_district_makes() -> None:
    lucknow = District.objects.get(slug="lucknow").pk
    here = {row.slug for row in queries.crafts_of([lucknow], "hi")[lucknow]}
    assert {"chikankari", "zardozi"} <= here
    zardozi = Craft.objects.get(slug="zardozi").pk
    assert lucknow in queries.district_ids_of([zardozi])[zardozi]
    everywhere = queries.craft("saree", "en")
    assert everywhere is not None and everywhere.state_id is None
    assert queries.district_ids_of([everywhere.id]) == {everywhere.id: []}


@pytest.mark.parametrize("count", [1, 3])
def test_many_parents_cost_as_much_as_one(count: int, django_assert_num_queries: Statements) -> None:
    crafts = list(Craft.objects.order_by("code").values_list("id", flat=True)[:count])
    districts = list(District.objects.filter(crafts__isnull=False).order_by("id").distinct().values_list("id", flat=True)[:count])
    with django_assert_num_queries(1):
        assert set(queries.crafts_by_id(crafts, "hi")) == set(crafts)
    with django_assert_num_queries(1):
        assert all(queries.names_of(crafts).values())
    with django_assert_num_queries(1):
        assert all(queries.district_ids_of(crafts).values())
    with django_assert_num_queries(2):
        assert all(queries.crafts_of(districts, "hi").values())
