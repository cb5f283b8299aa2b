"""Facet counts on lists of products: right, of what is visible only, and in a constant number of statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.publication.actions import unpublish
from tests.graphql_client import ask
from tests.saleor.window import Window, open_window

pytestmark = pytest.mark.django_db
FACETS = """facets { giTagged odop
    attributes { attribute { slug } values { count value { slug name translation(languageCode: HI) { name } } } }
    categories { count category { slug } } districts { count district { slug } }
    priceRange { start { amount } stop { amount } } }"""


@pytest.fixture
def window() -> Window:
    return open_window()


def test_facets_count_the_whole_list(window: Window) -> None:
    window.shop.put("Plain stole", rupees=900, gi=False, odop=False)
    products = ask("{ products(first: 1) { totalCount %s } }" % FACETS)["products"]  # noqa: UP031  braces
    facets = products["facets"]
    assert products["totalCount"] == 3
    assert (facets["giTagged"], facets["odop"]) == (2, 2)
    assert facets["priceRange"] == {"start": {"amount": 900.0}, "stop": {"amount": 11000.5}}
    assert facets["categories"] == [{"count": 3, "category": {"slug": "sarees"}}]
    assert facets["districts"] == [{"count": 3, "district": {"slug": "varanasi"}}]
    counts = {
        facet["attribute"]["slug"]: {one["value"]["slug"]: one["count"] for one in facet["values"]}
        for facet in facets["attributes"]
    }
    assert counts == {"weave": {"katan": 1, "organza": 1}, "colour": {"red": 2, "blue": 2}}  # those one may narrow by, no others


def test_facets_follow_the_filters_and_see_what_readers_see(window: Window) -> None:
    cheap = ask("{ products(first: 1, filter: {price: {lte: 3000}}) { %s } }" % FACETS)["products"]["facets"]  # noqa: UP031
    assert cheap["attributes"][1]["values"][0]["value"]["slug"] == "organza" and cheap["priceRange"]["start"]["amount"] == 2000.0
    unpublish(product=window.saree, channel=window.shop.channel)
    assert ask("{ products(first: 1) { facets { giTagged } } }")["products"]["facets"] == {"giTagged": 1}
    unpublish(product=window.stole, channel=window.shop.channel)
    nothing = ask("{ products(first: 1) { %s } }" % FACETS)["products"]["facets"]  # noqa: UP031
    assert nothing == {"giTagged": 0, "odop": 0, "attributes": [], "categories": [], "districts": [], "priceRange": None}


def test_statements_of_facets_do_not_depend_on_how_many_lists_there_are(window: Window) -> None:
    nested = "{ categories(first: 9) { edges { node { slug products(first: 1) { %s } } } } }" % FACETS  # noqa: UP031

    def statements() -> int:
        ask(nested)
        with CaptureQueriesContext(connection) as caught:
            ask(nested)
        return len(caught)

    two = statements()
    from catalog.categories.actions import create

    for name in ("Stoles", "Shawls", "Scarves"):
        create(name=name, parent=window.shop.category)
    assert statements() == two
    edges = ask(nested)["categories"]["edges"]
    totals = {edge["node"]["slug"]: edge["node"]["products"]["facets"]["giTagged"] for edge in edges}
    assert totals == {"cloth": 2, "sarees": 2, "stoles": 0, "shawls": 0, "scarves": 0}


def test_aliases_of_counts_and_facets_ask_once(window: Window) -> None:
    def statements(aliases: int) -> int:
        counts = " ".join(f"n{n}: totalCount f{n}: {FACETS}" for n in range(aliases))
        flat = "{ products(first: 1) { %s } }" % counts.replace(" translation(languageCode: HI) { name }", "")  # noqa: UP031
        ask(flat)
        with CaptureQueriesContext(connection) as caught:
            ask(flat)
        return len(caught)

    assert statements(9) == statements(1)
