"""Each option of a facet says how many products there are once it is chosen: on pages and in the graph, with words and places."""

from dataclasses import replace
from typing import Any

import pytest
from django.http import QueryDict

from marketplace.channels.queries import viewpoint
from marketplace.districts.models import District, State
from marketplace.kit.ids import global_id
from search.browse.forms import Asked, asked_of
from search.shelves.lists import Shelf as Listed
from search.shelves.lists import shelf
from tests.graphql_client import ask
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db
ADDRESSES = (
    "", "q=from+varanasi", "q=from+kerala", "q=saree", "q=from+kerala&district=varanasi", "q=from+varanasi&state=kerala",
    "q=under+5000&state=kerala", "district=varanasi", "state=kerala&district=palakkad",
    "q=from+varanasi&gi=1", "q=gi",
)  # fmt: skip
ASKED = """query($words: String!, $filter: ProductFilterInput) { search(query: $words, filter: $filter) { totalCount
    facets { states { state { id } count } districts { district { id } count } } } }"""


@pytest.fixture
def market() -> Shelf:
    """Six products of two States."""
    return open_market()


def _listed(asked: Asked) -> Listed:
    return shelf(viewpoint(language="en"), asked)


def _steps(asked: Asked, found: Listed) -> list[tuple[Asked, int]]:
    """What every option that is not chosen leads to, and the count that it says."""
    facets = found.facets
    plain = {
        "state": facets.states, "district": facets.districts, "kind": facets.kinds, "country": facets.countries,
        "rating": facets.ratings, "category": facets.categories,
    }  # fmt: skip
    steps = [
        (replace(asked, **{name: option.value}), option.count)  # type: ignore[arg-type]
        for name, options in plain.items()
        for option in options
        if not option.chosen
    ]
    steps += [(replace(asked, **{name: True}), one.count) for name, one in facets.marks.items() if not one.chosen]  # type: ignore[arg-type]
    for facet in facets.attributes:
        steps += [
            (replace(asked, choices=((facet.parameter.removeprefix("a-"), (option.value,)),)), option.count)
            for option in facet.options
        ]
    return steps


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_option_of_a_page_leaves_what_it_says(market: Shelf, address: str) -> None:
    asked = asked_of(QueryDict(address))
    steps = _steps(asked, _listed(asked))
    assert steps
    for chosen, count in steps:
        assert _listed(chosen).facets.total == count, chosen.pairs()


def test_a_place_that_is_chosen_stands_for_the_one_that_the_words_say(market: Shelf) -> None:
    def of(address: str) -> tuple[int, list[str]]:
        found = _listed(asked_of(QueryDict(address)))
        assert found.search is not None
        return found.facets.total, [one.name for one in found.search.understood]

    assert of("q=from+varanasi") == (4, ["Varanasi"])
    assert of("q=from+varanasi&state=kerala") == (2, [])
    assert of("q=from+kerala&district=varanasi") == (4, [])
    assert of("q=under+5000+from+kerala&district=varanasi")[0] == 2


def test_an_option_of_the_graph_leaves_what_it_says(market: Shelf) -> None:
    districts = {one.slug: global_id("District", one.pk) for one in District.objects.all()}
    states = {one.slug: global_id("State", one.pk) for one in State.objects.all()}
    filters: list[dict[str, Any]] = [
        {}, {"districts": [districts["varanasi"]]}, {"districts": [districts["palakkad"]], "giTagged": True},
        {"states": [states["kerala"]]}, {"states": [states["kerala"]], "districts": [districts["varanasi"]]},
    ]  # fmt: skip
    seen = 0
    for words in ("", "from varanasi", "brass", "under 5000 from kerala"):
        for given in filters:
            facets = ask(ASKED, words=words, filter=given)["search"]["facets"]
            for name, of in (("states", "state"), ("districts", "district")):
                for option in facets[name]:
                    chosen = {**given, name: [option[of]["id"]]}
                    if f"from {'varanasi' if of == 'district' else 'kerala'}" in words:
                        continue  # the words say that part, too, and hold beside the filter
                    assert ask(ASKED, words=words, filter=chosen)["search"]["totalCount"] == option["count"], (words, chosen)
                    seen += 1
    assert seen > 20
