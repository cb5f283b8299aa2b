"""The search in the graph: what is found, why, what there is to choose from, how the query was taken; for staff, in numbers."""

from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from graphql import execute, parse
from graphql.execution.values import get_variable_values

from catalog.products.models import Product
from marketplace.districts.models import District
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.documents import Document
from marketplace.kit.graphql.execute import run_plan
from marketplace.kit.graphql.view import Context
from marketplace.kit.ids import global_id
from tests.graphql_client import ask, code_of
from tests.search.learnt import learn
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db
HITS = """edges { cursor node { product { slug name seller { slug } } matched why moved
    explanation { score text lift lifts { name value counts adds } } } }"""
FACETS = """facets { categories { category { slug } count } states { state { slug } count } districts { district { slug } count }
    attributes { attribute { slug } values { value { slug } count } } sellerKinds { kind count }
    countries { country { code } count } crafts { craft { slug } count } ratings { stars count } giTagged odop womenLed inStock
    priceRange { start { amount } stop { amount } } }"""
TAKEN = """understood { kind handle text name narrows priceFrom priceTo } spelled { typed meant } didYouMean loosely engine
    suggestions { crafts { slug } districts { slug } states { slug } giTags { slug } categories { slug } sellers { slug } }"""
WHOLE = """query($words: String!, $filter: ProductFilterInput, $where: ProductWhereInput, $orderBy: SearchOrder, $near: String,
    $asWords: [String!], $first: Int, $after: String, $last: Int, $before: String) {
    search(query: $words, filter: $filter, where: $where, orderBy: $orderBy, near: $near, asWords: $asWords, first: $first,
        after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } %s %s %s } }"""
WHOLE = WHOLE % (HITS, FACETS, TAKEN)


@pytest.fixture
def market() -> Shelf:
    """Six products."""
    shelf = open_market()
    Product.objects.filter(pk=shelf.products[1].pk).update(rating=430, reviews=2)
    learn()
    return shelf


def search(query: str, **variables: Any) -> dict[str, Any]:
    found: dict[str, Any] = ask(WHOLE, words=query, **variables)["search"]
    return found


def slugs(found: dict[str, Any]) -> list[str]:
    return [edge["node"]["product"]["slug"] for edge in found["edges"]]


def test_what_is_found_and_why(market: Shelf) -> None:
    found = search("brass lamp")
    assert slugs(found)[0] == "brass-lamp" and found["totalCount"] == len(found["edges"])
    first = found["edges"][0]["node"]
    assert "TITLE" in first["matched"] and first["why"] and first["explanation"] is None and found["engine"] is None


def test_each_facet_is_counted_without_its_own_part(market: Shelf) -> None:
    red = {"attributes": [{"slug": "colour", "values": ["red"]}]}
    found = search("", filter=red)
    assert sorted(slugs(found)) == ["red-saree", "red-stole"]
    [colours] = found["facets"]["attributes"]
    assert {one["value"]["slug"]: one["count"] for one in colours["values"]} == {"indigo": 2, "red": 2}
    assert found["facets"]["womenLed"] == 2 and found["facets"]["countries"] == [{"country": {"code": "IN"}, "count": 2}]
    assert {one["category"]["slug"]: one["count"] for one in found["facets"]["categories"]} == {"cloth": 2, "sarees": 2}
    assert found["facets"]["ratings"] == [{"stars": stars, "count": 1} for stars in (4, 3, 2, 1)]
    assert found["facets"]["priceRange"] == {"start": {"amount": 900.0}, "stop": {"amount": 7000.0}}
    dear = search("", filter={"minimalPrice": {"gte": 5000}})
    assert dear["facets"]["priceRange"]["start"] == {"amount": 300.0} and dear["totalCount"] == 2
    of_craft = search("", filter={"crafts": [global_id("Craft", market.products[1].craft_id)]})
    assert slugs(of_craft) == ["red-saree"] and len(of_craft["facets"]["crafts"]) == 6
    palakkad = global_id("District", District.objects.get(slug="palakkad").pk)
    there = search("", filter={"districts": [palakkad]})
    assert {one["district"]["slug"] for one in there["facets"]["districts"]} == {"palakkad", "varanasi"}
    assert {one["state"]["slug"] for one in there["facets"]["states"]} == {"kerala"}  # districts hold
    inside = search("", where={"slug": {"oneOf": ["red-saree", "old-pot"]}})
    assert inside["facets"]["inStock"] == 1 and sorted(slugs(inside)) == ["old-pot", "red-saree"]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"womenLed": False}, ["brass-lamp", "brass-toy"]), ({"sellerKinds": ["SHG"]}, []), ({"countries": ["NP"]}, []),
        ({"ratingFrom": 4}, ["red-saree"]), ({"search": "toy"}, ["brass-toy"]),
        ({"metadata": [{"key": "none"}]}, []), ({"stocks": {"quantity": {"lte": 0}}}, ["old-pot"]),
    ],
)  # fmt: skip
def test_filters_narrow_it(market: Shelf, given: dict[str, Any], wanted: list[str]) -> None:
    assert sorted(slugs(search("", filter=given))) == wanted


def test_the_query_is_understood_and_parts_can_be_taken_back(market: Shelf) -> None:
    found = search("red under 1000")
    assert slugs(found) == ["red-stole"]
    price = next(part for part in found["understood"] if part["kind"] == "price")
    assert (price["narrows"], price["priceFrom"], price["priceTo"], price["text"]) == (True, None, 100_000, "under 1000")
    assert not any(part["kind"] == "price" for part in search("red under 1000", asWords=[price["handle"]])["understood"])


def test_what_is_mistyped_is_told(market: Shelf) -> None:
    found = search("indgio saree")
    assert slugs(found)[0] == "indigo-saree" and found["spelled"] == [{"typed": "indgio", "meant": "indigo"}]
    assert found["didYouMean"] == "indigo saree"


def test_what_is_called_so_is_suggested(market: Shelf) -> None:
    suggested = search("varanasi")["suggestions"]
    assert suggested["districts"] == [{"slug": "varanasi"}]
    assert search("raman")["suggestions"]["sellers"] == [{"slug": "raman"}]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("CHEAPEST", ["brass-toy", "brass-lamp"]),
        ("DEAREST", ["brass-lamp", "brass-toy"]),
        ("NEWEST", ["brass-toy", "brass-lamp"]),
    ],
)
def test_orders(market: Shelf, order: str, wanted: list[str]) -> None:
    assert slugs(search("brass", orderBy=order)) == wanted
    assert slugs(search("", orderBy="RATING"))[0] == "red-saree"


def test_pages_go_both_ways(market: Shelf) -> None:
    whole = slugs(search("", first=50))
    first = search("", first=4)
    rest = search("", first=4, after=first["pageInfo"]["endCursor"])
    assert slugs(first) + slugs(rest) == whole and not rest["pageInfo"]["hasNextPage"]
    assert slugs(search("", last=4, before=rest["pageInfo"]["startCursor"])) == slugs(first)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ('query: "a", near: "12"', "INVALID"), ('query: "a", near: "999999", orderBy: NEAR', "NOT_FOUND"),
        ('query: "a", orderBy: NEAR', "REQUIRED"), ('query: "a", after: "x"', "INVALID_CURSOR"),
        ('query: "a", first: 101', "INVALID_PAGING"),
        (f'query: "{"a" * 300}"', "TOO_LONG"), ('query: "a", filter: {ratingFrom: 5}', "INVALID"),
        ('query: "a", channel: "nowhere"', "NOT_FOUND"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(market: Shelf, arguments: str, code: str) -> None:
    assert code_of("{ search(%s) { totalCount } }" % arguments) == code  # noqa: UP031


@pytest.mark.parametrize(
    "text", ["' OR 1=1 --", "%_\\", "a b " * 40, "((((", "साड़ी", "a:b AND *:*", "{{7*7}}", "&|!<->", "\u200d\u00ad"]
)
def test_hostile_queries_are_only_words(market: Shelf, text: str) -> None:
    assert isinstance(search(text)["totalCount"], int)


def test_it_costs_as_many_statements_for_two_as_for_six(market: Shelf) -> None:
    search("", first=2)
    counted = []
    for first in (2, 6):
        with CaptureQueriesContext(connection) as statements:
            search("", first=first)
        counted.append(len(statements))
    assert counted[0] == counted[1]


def test_the_fast_pass_answers_as_graphql_core_does(market: Shelf, rf: RequestFactory) -> None:
    document = Document(schema(), WHOLE)
    operation = document.operation(None)
    variables = get_variable_values(schema(), operation.variable_definitions, {"words": "red", "first": 5})
    assert isinstance(variables, dict)
    fast = run_plan(document.plan(operation, variables), Context(rf.post("/graphql/")), variables)
    slow = execute(
        schema(), parse(WHOLE), variable_values={"words": "red", "first": 5}, context_value=Context(rf.post("/graphql/"))
    )
    assert slow.errors is None and fast == slow.data
