"""The catalogue over GraphQL, as a kiosk asks for it: answers, paging, refusals, constant statements, both executors agree."""

from itertools import pairwise

import orjson
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from graphql import execute, parse

from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.documents import Document
from marketplace.kit.graphql.execute import run_plan
from marketplace.kit.graphql.view import Context
from marketplace.kit.ids import global_id
from tests.graphql_client import ask, code_of, post
from tests.search.learnt import learn
from tests.search.shelf import open_shop

# GraphQL documents are full of braces: percent formatting keeps them readable
# ruff: noqa: E501, UP031

pytestmark = pytest.mark.django_db

CARD = """
    id slug name description updatedAt isAvailable isAvailableForPurchase
    category { id slug level parent { slug } ancestors { edges { node { name } } } }
    pricing { onSale priceRange { start { gross { amount currency } } stop { gross { amount } } }
              priceRangeUndiscounted { start { gross { amount } } } }
    thumbnail(size: 360, format: WEBP) { url alt }
    media { id alt type url }
    seller { slug name kind district { slug } translation(languageCode: HI) { name } }
    translation(languageCode: HI) { name description }
    variants { id sku name quantityAvailable netQuantity pricing { price { gross { amount } } mrp { amount } } media { alt } }
    legal { genericName countryOfOrigin }
    origin { district { slug state { slug } odopProducts { product giTags { slug } } } craft { slug names { name language } }
             odop { product scheme } odopReason
             gi { granted reason category area authorisedUser authorisedUserNumber validFrom validUntil tag { slug } } }
"""
LIST = (
    "query($first: Int) { products(first: $first) { totalCount edges { cursor node { %s } } pageInfo { hasNextPage } } }" % CARD
)
# every connection and list of the graph that hangs below a list
NESTED = {
    "districts": "{ districts(first: 5) { edges { node { slug state { name } odopProducts { product giTags { name } } giTags { name "
    "areas { district { name } } states { name } authorisedUsers { seller { name } } odopProducts { product } } crafts { name names { name } "
    "districts { name } } sellers(first: 2) { totalCount edges { node { name } } } products(first: 2) { totalCount edges { node { name } } } "
    "translation(languageCode: HI) { name } } } } }",
    "sellers": "{ sellers(first: 5) { totalCount edges { node { name products(first: 2) { totalCount edges { node { slug } } } } } } }",
    "giTags": "{ giTags(first: 5) { edges { node { name products(first: 2) { edges { node { slug } } } } } } }",
    "categories": "{ categories(first: 9) { edges { node { name children(first: 2) { edges { node { slug } } } "
    "products(first: 2) { totalCount edges { node { slug } } } } } } }",
    "crafts": "{ crafts { name districts { slug } products(first: 2) { totalCount edges { node { slug } } } } }",
    "states": "{ states { name districts { slug products(first: 1) { edges { node { slug } } } } } }",
}


def _statements(query: str, **variables: object) -> int:
    ask(query, **variables)  # plans and processes' own first times
    with CaptureQueriesContext(connection) as caught:
        ask(query, **variables)
    return len(caught)


def test_a_product_is_told_whole() -> None:
    shop = open_shop()
    shop.put("Katan silk saree", hindi="कतान रेशमी साड़ी")
    node = ask(LIST, first=5)["products"]["edges"][0]["node"]
    assert node["translation"]["name"] == "कतान रेशमी साड़ी"
    assert node["pricing"]["priceRange"] == {
        "start": {"gross": {"amount": 125000.0, "currency": "INR"}},
        "stop": {"gross": {"amount": 125500.5}},
    }
    assert [variant["quantityAvailable"] for variant in node["variants"]] == [0, 3]
    gi = node["origin"]["gi"]
    assert (gi["granted"], gi["reason"], gi["area"], gi["authorisedUserNumber"]) == (
        True,
        "AUTHORISED",
        ["Varanasi"],
        "AU/99/0001",
    )
    assert node["origin"]["odop"]["product"] == "Banarasi silk saree"
    assert node["category"]["ancestors"]["edges"][0]["node"]["name"] == "Cloth"


def test_badges_give_their_reasons() -> None:
    shop = open_shop(valid_for=-1)
    shop.put("Expired")
    shop.put("Never claimed, though a Banarasi GI saree by name", gi=False, odop=False)
    edges = ask(
        "{ products(first: 5, sortBy: {direction: ASC, field: NAME}) { edges { node { origin { odopReason gi { granted reason } } } } } }"
    )["products"]["edges"]
    assert [edge["node"]["origin"] for edge in edges] == [
        {"odopReason": "DESIGNATED", "gi": {"granted": False, "reason": "EXPIRED"}},
        {"odopReason": "NO_CLAIM", "gi": {"granted": False, "reason": "NO_CLAIM"}},
    ]
    assert ask("{ products(first: 5, filter: {giTagged: true}) { totalCount } }")["products"]["totalCount"] == 0


@pytest.mark.parametrize("field", ["NAME", "PRICE", "DATE"])
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_paging_walks_the_whole_list_both_ways(field: str, direction: str) -> None:
    shop = open_shop()
    for place in range(7):
        shop.put(f"Saree {place % 3}", rupees=4000 + place % 2)
    order = "{direction: %s, field: %s}" % (direction, field)
    query = (
        """query($first: Int, $after: String, $last: Int, $before: String) { products(
        first: $first, after: $after, last: $last, before: $before, sortBy: %s) {
        edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
        % order
    )
    forwards, cursor = [], None
    for _page in range(4):
        page = ask(query, first=2, after=cursor)["products"]
        forwards += [edge["node"]["id"] for edge in page["edges"]]
        cursor = page["pageInfo"]["endCursor"]
    assert len(set(forwards)) == len(forwards) == 7
    assert not page["pageInfo"]["hasNextPage"] and page["pageInfo"]["hasPreviousPage"]
    backwards, cursor = [], None
    for _page in range(4):
        page = ask(query, last=2, before=cursor)["products"]
        backwards = [edge["node"]["id"] for edge in page["edges"]] + backwards
        cursor = page["pageInfo"]["startCursor"]
    assert backwards == forwards


def test_price_order_is_by_price() -> None:
    shop = open_shop()
    for rupees in (9000, 4000, 7000):
        shop.put(rupees=rupees)
    edges = ask(
        "{ products(first: 9, sortBy: {direction: ASC, field: PRICE}) "
        "{ edges { node { pricing { priceRange { start { gross { amount } } } } } } } }"
    )["products"]["edges"]
    amounts = [edge["node"]["pricing"]["priceRange"]["start"]["gross"]["amount"] for edge in edges]
    assert all(a < b for a, b in pairwise(amounts))


def test_filters_narrow() -> None:
    shop = open_shop()
    shop.put("Cheap", rupees=4000, gi=False, odop=False)
    shop.put("Dear", rupees=90000)
    learn()

    def names(filter: str) -> list[str]:
        edges = ask("{ products(first: 9, filter: %s) { edges { node { name } } } }" % filter)["products"]["edges"]
        return [edge["node"]["name"] for edge in edges]

    assert names("{giTagged: true}") == ["Dear"]
    assert names("{giTagged: false, odop: false}") == ["Cheap"]
    assert names("{price: {gte: 3999.99, lte: 4000}}") == ["Cheap"]
    assert names('{search: "dear"}') == ["Dear"]
    assert names('{categories: ["%s"]}' % global_id("Category", shop.category.parent_id)) == ["Cheap", "Dear"]
    assert names('{districts: ["%s"]}' % global_id("District", shop.district.pk)) == ["Cheap", "Dear"]
    assert names('{districts: ["%s"]}' % global_id("District", shop.district.pk + 1)) == []
    assert names('{giTags: ["%s"]}' % global_id("GiTag", shop.tag.pk)) == ["Dear"]


def test_statements_of_a_list_do_not_depend_on_its_rows() -> None:
    shop = open_shop()
    shop.put()
    one = _statements(LIST, first=9)
    for _ in range(2):
        shop.put()
    assert _statements(LIST, first=9) == one


@pytest.mark.parametrize("name", sorted(NESTED))
def test_statements_of_nested_lists_do_not_depend_on_rows(name: str) -> None:
    from tests.factories import CraftFactory, DistrictFactory, GiTagFactory

    shop = open_shop()
    shop.put()
    one = _statements(NESTED[name])
    for _ in range(2):
        shop.put()
        other = DistrictFactory()
        tag = GiTagFactory()
        tag.areas.create(district=other, basis="test")
        CraftFactory().districts.add(other)
    # a second parent may bring in what asks once for many parents; three cost what two cost
    two_more = _statements(NESTED[name])
    DistrictFactory()
    assert _statements(NESTED[name]) == two_more
    assert two_more <= one + 6


@pytest.mark.parametrize("query", [LIST.replace("($first: Int)", "").replace("$first", "9"), *NESTED.values()])
def test_the_fast_pass_and_graphql_core_agree(query: str, rf) -> None:  # type: ignore[no-untyped-def]
    shop = open_shop()
    for _ in range(3):
        shop.put(hindi="साड़ी")
    document = Document(schema(), query)
    steps = document.plan(document.operation(None), {})
    assert steps is not None
    fast = run_plan(steps, Context(rf.post("/graphql/")), {})
    slow = execute(schema(), parse(query), context_value=Context(rf.post("/graphql/")))
    assert slow.errors is None
    assert orjson.dumps(fast) == orjson.dumps(slow.data)


HOSTILE = {
    "{ products(first: 101) { totalCount } }": "INVALID_PAGING",
    "{ products(first: -1) { totalCount } }": "INVALID_PAGING",
    "{ products(first: 2, last: 2) { totalCount } }": "INVALID_PAGING",
    '{ products(first: 2, after: "!!") { totalCount } }': "INVALID_CURSOR",
    '{ products(first: 2, after: "WyJhIiwgInRydWUiXQ==") { totalCount } }': "INVALID_CURSOR",
    '{ product(id: "nonsense") { name } }': "INVALID",
    '{ product(id: "Q2F0ZWdvcnk6MQ==") { name } }': "INVALID",
    '{ district(id: "UHJvZHVjdDox") { name } }': "INVALID",
    '{ products(filter: {categories: ["UHJvZHVjdDox"]}) { totalCount } }': "INVALID",
    "{ products(filter: {price: {gte: 1e308}}) { totalCount } }": "INVALID",
    "{ products(filter: {price: {gte: -5}}) { totalCount } }": "INVALID",
    '{ products(channel: "nowhere") { totalCount } }': "NOT_FOUND",
    '{ nearestDistricts(pincode: "12") { distanceKm } }': "INVALID",
    '{ nearestDistricts(pincode: "221001", first: -1) { distanceKm } }': "INVALID_PAGING",
    '{ nearestDistricts(pincode: "221001", first: 21) { distanceKm } }': "INVALID_PAGING",
    '{ product(slug: "x") { secret } }': "GRAPHQL_VALIDATION_FAILED",
    "{ products(first: ": "GRAPHQL_PARSE_FAILED",
    "{ " + " ".join(f"a{n}: __typename" for n in range(40)) + " }": "TOO_MANY_ROOT_FIELDS",
    "{ " + "a " * 4000 + "}": "GRAPHQL_PARSE_FAILED",
    "{ categories { edges { node { " + "parent { " * 20 + "name" + " }" * 20 + " } } } }": "QUERY_TOO_DEEP",
    "{ districts(first: 100) { edges { node { products(first: 100) { edges { node { variants { name } } } } } } } }": "QUERY_TOO_COSTLY",
    "mutation { a }": "GRAPHQL_VALIDATION_FAILED",
}


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_documents_are_refused_with_a_code(query: str) -> None:
    open_shop()
    assert code_of(query) == HOSTILE[query]


def test_a_refused_argument_takes_only_its_own_field() -> None:
    open_shop()
    answer = post('{ nearestDistricts(pincode: "12") { distanceKm } district(slug: "varanasi") { name } }').json()
    assert answer["data"] == {"nearestDistricts": None, "district": {"name": "Varanasi"}}
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["INVALID"]
    assert ask('{ nearestDistricts(pincode: "221001", first: 0) { distanceKm } }')["nearestDistricts"] == []


def test_fragment_bombs_are_weighed_quickly() -> None:
    bomb = "{ ...f0 } " + " ".join(f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(20))
    assert code_of(bomb + " fragment f20 on Query { products(first: 100) { edges { node { name } } } }") == "TOO_MANY_ROOT_FIELDS"


@pytest.mark.parametrize("text", ["' OR 1=1 --", "%_\\", "a" * 500, "\u0000", "साड़ी", "\ud800", "{{7*7}}"])
def test_texts_are_only_texts(text: str) -> None:
    open_shop().put()
    body = '{"query": "query($t: String) { products(filter: {search: $t}) { totalCount } product(slug: $t) { name } }", "variables": {"t": %s}}'
    import json

    response = Client().post("/graphql/", data=(body % json.dumps(text)).encode(), content_type="application/json")
    assert response.status_code in (200, 400)
    answer = response.json()
    for error in answer.get("errors", ()):
        assert error["extensions"]["code"] in ("TOO_LONG", "INVALID", "INVALID_JSON", "BAD_USER_INPUT")
    if "errors" not in answer:
        assert answer["data"]["product"] is None


def test_bodies_that_are_no_requests() -> None:
    client = Client()

    def status(data: bytes, kind: str = "application/json") -> tuple[int, str]:
        response = client.post("/graphql/", data=data, content_type=kind)
        return response.status_code, response.json()["errors"][0]["extensions"]["code"]

    assert status(b"query=%7B__typename%7D", "application/x-www-form-urlencoded") == (415, "UNSUPPORTED_MEDIA_TYPE")
    assert status(b"{ __typename }", "application/graphql") == (415, "UNSUPPORTED_MEDIA_TYPE")
    assert status(b"[{}]") == (400, "BATCHES_REFUSED")
    assert status(b'{"query": 1}') == (400, "INVALID_REQUEST")
    assert status(b'{"query": "\xff"}') == (400, "INVALID_JSON")
    assert status(b"[" * 60_000) == (400, "INVALID_JSON")
    assert status(b" " * 70_000) == (413, "TOO_LARGE")
    assert client.get("/graphql/?query={__typename}").json()["errors"][0]["extensions"]["code"] == "PERSISTED_QUERY_REQUIRED"
    assert client.put("/graphql/").status_code == 405


def test_hidden_products_are_not_there() -> None:
    from catalog.publication.actions import unpublish
    from marketplace.sellers.actions import suspend

    shop = open_shop()
    hidden, shown = shop.put("Hidden"), shop.put("Shown")
    unpublish(product=hidden, channel=shop.channel)
    variant = hidden.variants.first()
    query = """query($id: ID!, $slug: String!, $variant: ID!) { products(first: 9) { totalCount edges { node { name } } }
        product(id: $id) { name } bySlug: product(slug: $slug) { name } productVariant(id: $variant) { name } }"""
    variables = {"id": global_id("Product", hidden.pk), "slug": hidden.slug, "variant": global_id("ProductVariant", variant.pk)}
    data = ask(query, **variables)
    assert [edge["node"]["name"] for edge in data["products"]["edges"]] == ["Shown"]
    assert data["products"]["totalCount"] == 1
    assert data["product"] is data["bySlug"] is data["productVariant"] is None
    suspend(seller=shop.seller)
    assert ask(query, **variables)["products"]["totalCount"] == 0
    assert post('{ seller(slug: "%s") { name } }' % shop.seller.slug).json()["data"] == {"seller": None}
    assert shown.pk


def test_places_by_pin_and_the_register() -> None:
    shop = open_shop()
    data = ask(
        """{ states { slug districts { slug } } state(slug: "uttar-pradesh") { name source
          translation(languageCode: HI) { name basis } en: translation(languageCode: EN) { name basis } }
        district(slug: "varanasi") { name aliases sellers(first: 1) { edges { node { name } } } }
        districts(first: 5, search: "benares") { edges { node { slug } } }
        giTag(slug: "banaras-brocades") { name applicationNumber authorisedUsers { seller { name } validUntil } areas { basis } }
        channels { slug currencyCode } pincode(pincode: "999999") { officeName } }"""
    )
    assert data["state"] == {
        "name": "Uttar Pradesh",
        "source": "made up for a test",
        "translation": {"name": "उत्तर प्रदेश", "basis": "third-party list of names, corrected by hand, unverified"},
        "en": {"name": "Uttar Pradesh", "basis": "as the source of the row has it"},
    }
    assert data["districts"]["edges"] == [{"node": {"slug": "varanasi"}}]
    assert data["giTag"]["authorisedUsers"][0]["seller"]["name"] == shop.seller.name
    assert data["channels"] == [{"slug": "india", "currencyCode": "INR"}]
    assert data["pincode"] is None
