"""Searches through the doors are counted once each: with the words that were sent, and where nothing but they narrow."""

import pytest
import redis
from django.conf import settings
from django.test import Client

from search.log import actions
from search.log.models import SearchCount
from tests.graphql_client import ask
from tests.search.learnt import learn
from tests.search.market import open_market

pytestmark = pytest.mark.django_db
SEARCH = """query($words: String!, $after: String) {
    search(query: $words, first: 2, after: $after) { totalCount pageInfo { endCursor } } }"""


@pytest.fixture(autouse=True)
def _market() -> None:
    client = redis.Redis.from_url(settings.VALKEY_URL)
    client.delete(actions.WAITING)
    client.close()
    open_market()
    learn()


def _counted() -> list[tuple[str, str, str, int, int]]:
    actions.gather()
    rows = SearchCount.objects.order_by("query", "language").values_list("query", "language", "engine", "times", "nothing")
    return [tuple(row) for row in rows]


def test_the_page_of_products_counts_its_searches(client: Client) -> None:
    for address in (
        "/products/?q=Red+Saree", "/hi/products/?q=red+saree", "/products/?q=palanquin", "/products/", "/products/?gi=1",
        "/products/?q=red+saree&sort=price", "/products/?q=red+saree&to=500",
        "/products/?q=red+saree&as=colour:red",
    ):  # fmt: skip
        assert client.get(address).status_code == 200, address
    counted = _counted()
    assert [row[:2] for row in counted] == [("palanquin", "en"), ("red saree", "en"), ("red saree", "hi")]
    assert counted[0][4] == 1 and counted[1][3] in {1, 2} and {row[2] for row in counted} == {"postgresql"}


def test_the_graph_counts_its_searches_on_their_first_page() -> None:
    found = ask(SEARCH, words="red saree")["search"]
    ask(SEARCH, words="red saree", after=found["pageInfo"]["endCursor"])
    ask(SEARCH, words="call me at 98765 43210")
    assert [row[0] for row in _counted()] == ["red saree"]


@pytest.mark.parametrize("more", [
    "orderBy: CHEAPEST", 'asWords: ["colour:red"]', 'where: {slug: {eq: "red-saree"}}', "filter: {giTagged: true}",
])  # fmt: skip
def test_a_step_further_in_what_was_found_is_no_search(more: str) -> None:
    ask('{ search(query: "red saree", %s) { totalCount } }' % more)  # noqa: UP031
    assert _counted() == []


def test_lists_of_products_count_their_searches_alike() -> None:
    ask('{ products(first: 2, search: "Red saree", channel: "india") { edges { node { id } } } }')
    assert [(row[0], row[3]) for row in _counted()] == [("red saree", 1)]
    for more in ("sortBy: {field: PRICE, direction: ASC}", "filter: {giTagged: true}"):
        ask('{ products(first: 2, search: "Red saree", %s) { edges { node { id } } } }' % more)  # noqa: UP031
    assert [(row[0], row[3]) for row in _counted()] == [("red saree", 1)]
