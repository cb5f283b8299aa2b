"""The HTTP door of GraphQL: documents by hash, answers that caches may keep, allowances, deadlines, and what errors tell."""

import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import graphene
import psycopg
import pytest
import redis
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client, RequestFactory
from graphql import GraphQLSchema

from marketplace.kit import throttle, valkey
from marketplace.kit.graphql import persisted, view
from marketplace.kit.graphql.answer import answer
from marketplace.kit.graphql.asked import Asked
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.context import Context
from marketplace.kit.graphql.documents import Documents
from marketplace.kit.graphql.persisted import hash_of
from tests.graphql_client import post
from tests.marketplace.signing import Device, somebody

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
CHANNELS = "{ channels { slug } }"


@pytest.fixture(autouse=True)
def _nothing_kept(settings: Any) -> Iterator[None]:
    """Each test begins without kept documents and spent allowances, and leaves none to others."""
    address = settings.VALKEY_URL  # a test may set another one
    _forget(address)
    yield
    _forget(address)


def _forget(address: str) -> None:
    client = redis.Redis.from_url(address)
    for pattern in ("graphql:document:*", "rate:*"):
        for key in client.scan_iter(pattern):
            client.delete(key)
    client.close()
    persisted._here.__init__()  # type: ignore[misc]
    throttle.portions.cache_clear()
    valkey.reach.cache_clear()


def by_hash(text: str, *, send: bool = False, mark: str | None = None, **more: Any) -> Any:
    """A POST that names a document by its hash, with or without its text."""
    body: dict[str, Any] = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": mark or hash_of(text)}}, **more}
    if send:
        body["query"] = text
    return Client().post("/graphql/", data=json.dumps(body), content_type="application/json")


def read(text: str, headers: dict[str, str] | None = None, **more: Any) -> Any:
    """A GET that names a document by its hash."""
    given = {"extensions": json.dumps({"persistedQuery": {"version": 1, "sha256Hash": hash_of(text)}}), **more}
    return Client().get("/graphql/?" + urlencode(given), headers=headers or {})


def codes(response: Any) -> list[str]:
    return [error["extensions"]["code"] for error in response.json().get("errors", [])]


def test_a_document_is_sent_once_and_asked_for_by_its_hash() -> None:
    missing = by_hash(CHANNELS)
    assert (missing.status_code, codes(missing)) == (200, ["PERSISTED_QUERY_NOT_FOUND"])
    assert missing.json()["errors"][0]["message"] == "PersistedQueryNotFound"
    assert by_hash(CHANNELS, send=True).json()["data"] == {"channels": []}
    assert by_hash(CHANNELS).json()["data"] == {"channels": []}
    persisted._here.__init__()  # type: ignore[misc]  # another process has it from Valkey
    assert by_hash(CHANNELS).json()["data"] == {"channels": []}


def test_a_hash_is_verified() -> None:
    assert codes(by_hash(CHANNELS, send=True, mark="0" * 64)) == ["PERSISTED_QUERY_HASH_MISMATCH"]
    assert codes(by_hash(CHANNELS, mark="0" * 64)) == ["PERSISTED_QUERY_NOT_FOUND"]
    for wrong in ("", "x", "0" * 63, "0" * 65):
        response = post(CHANNELS, extensions={"persistedQuery": {"version": 1, "sha256Hash": wrong}})
        assert codes(response) == ["INVALID_REQUEST"]


def test_only_documents_that_can_be_run_and_are_short_are_kept() -> None:
    by_hash("{ nonsense }", send=True)
    assert codes(by_hash("{ nonsense }")) == ["PERSISTED_QUERY_NOT_FOUND"]
    long = CHANNELS + " " * persisted.MOST_CHARACTERS
    assert by_hash(long, send=True).json()["data"] == {"channels": []}
    assert codes(by_hash(long)) == ["PERSISTED_QUERY_NOT_FOUND"]


def test_the_oldest_kept_documents_go(settings: Any) -> None:
    client = redis.Redis.from_url(settings.VALKEY_URL)
    for number in range(12):
        client.eval(persisted._KEEP, 0, "graphql:document:", f"{number:064d}", "{ a }", 60, 10)
    assert client.zcard("graphql:document:all") == 10
    assert len(list(client.scan_iter("graphql:document:0*"))) == 10
    client.close()


def test_a_kept_document_that_was_lost_can_be_registered_again(settings: Any) -> None:
    client = redis.Redis.from_url(settings.VALKEY_URL)
    key = f"graphql:document:{hash_of(CHANNELS)}"
    by_hash(CHANNELS, send=True)
    client.delete(key)
    by_hash(CHANNELS, send=True)  # the same process, which remembers it
    assert client.get(key) == CHANNELS.encode()
    client.expire(key, 60)
    by_hash(CHANNELS)
    assert client.ttl(key) <= 60  # said less than an hour ago
    persisted._here._said_at[hash_of(CHANNELS)] -= persisted.REFRESH_SECONDS
    by_hash(CHANNELS)
    assert client.ttl(key) > 60
    client.delete(key)
    by_hash(CHANNELS)
    assert not client.exists(key)  # once an hour
    persisted._here._said_at[hash_of(CHANNELS)] -= persisted.REFRESH_SECONDS
    by_hash(CHANNELS)
    assert client.exists(key) and client.zscore("graphql:document:all", hash_of(CHANNELS))
    client.expire(key, 60)
    persisted._here.__init__()  # type: ignore[misc]  # another process, to which it is new
    by_hash(CHANNELS)
    assert client.ttl(key) > 60
    client.close()


def test_cookies_are_not_read(settings: Any) -> None:
    by_hash(CHANNELS, send=True)
    plain = read(CHANNELS)
    cookies = f"{settings.SESSION_COOKIE_NAME}=x; {settings.CSRF_COOKIE_NAME}=bad; {settings.LANGUAGE_COOKIE_NAME}=hi"
    for response in (read(CHANNELS, {"Cookie": cookies}), read(CHANNELS, {"Cookie": "other=1"})):
        assert "Cookie" not in response["Vary"] and not response.cookies
        assert (response["Content-Language"], response["ETag"]) == (plain["Content-Language"], plain["ETag"])
    page = Client().get("/", headers={"Cookie": f"{settings.SESSION_COOKIE_NAME}=x"})
    assert "Cookie" not in page.headers.get("Vary", "") and not page.cookies  # nor do pages


def test_caches_may_keep_what_is_read_by_hash() -> None:
    by_hash(CHANNELS, send=True)
    first = read(CHANNELS)
    assert first.json()["data"] == {"channels": []}
    assert "public" in first["Cache-Control"] and "stale-while-revalidate" in first["Cache-Control"]
    assert {"Accept-Language", "Authorization"} <= {name.strip() for name in first["Vary"].split(",")}
    again = read(CHANNELS, {"If-None-Match": f'"other", W/{first["ETag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert read(CHANNELS, {"If-None-Match": '"other"'}).status_code == 200


def test_what_has_errors_or_is_somebodys_is_not_kept() -> None:
    wrong = "query($id: ID!) { channel(id: $id) { slug } }"
    by_hash(wrong, send=True, variables={"id": "Q2hhbm5lbDox"})
    response = read(wrong, variables=json.dumps({"id": "nonsense"}))
    assert codes(response) == ["INVALID"]
    assert response["Cache-Control"] == "private, no-store" and "ETag" not in response
    by_hash(CHANNELS, send=True)
    for header in ("Authorization", "Authorization-Bearer"):
        assert read(CHANNELS, {header: "Basic eDp5"})["Cache-Control"] == "private, no-store"
    assert post(CHANNELS)["Cache-Control"] == "no-store"


def test_only_queries_are_answered_by_get_and_only_by_hash() -> None:
    mutation = 'mutation { tokenVerify(token: "x") { isValid } }'
    by_hash(mutation, send=True)
    refused = read(mutation)
    assert (refused.status_code, codes(refused)) == (405, ["METHOD_NOT_ALLOWED"])
    assert refused["Allow"] == "POST, OPTIONS"
    assert codes(Client().get("/graphql/?" + urlencode({"query": CHANNELS}))) == ["PERSISTED_QUERY_REQUIRED"]
    assert codes(Client().get("/graphql/")) == ["PERSISTED_QUERY_REQUIRED"]
    assert codes(Client().get("/graphql/?extensions={")) == ["INVALID_JSON"]


@pytest.mark.parametrize("page", [False, True])
def test_too_many_parameters_are_refused_with_a_code(settings: Any, page: bool) -> None:
    settings.GRAPHQL_EXPLORER = page
    refused = Client().get("/graphql/?" + "a&" * 1100, headers={"Accept": "text/html"} if page else {})
    assert (refused.status_code, codes(refused)) == (400, ["INVALID_REQUEST"])


@pytest.mark.parametrize(
    "document", ["subscription { x }", "subscription S { __typename }", "{ __typename } subscription S { x }"]
)
def test_what_the_schema_has_no_type_for_is_refused(document: str) -> None:
    response = post(document, operationName="S" if "S" in document else None)
    assert response.status_code == 400 and "data" not in response.json()
    assert set(codes(response)) == {"GRAPHQL_VALIDATION_FAILED"}


def test_a_server_may_answer_only_its_list(settings: Any) -> None:
    listed = next(iter(persisted.listed().values()))
    settings.GRAPHQL_ONLY_LISTED = True
    assert codes(post(CHANNELS)) == ["DOCUMENT_NOT_LISTED"]
    assert codes(by_hash(CHANNELS, send=True)) == ["DOCUMENT_NOT_LISTED"]
    assert codes(by_hash(CHANNELS)) == ["DOCUMENT_NOT_LISTED"]
    for response in (by_hash(listed), by_hash(listed, send=True), post(listed)):
        assert "DOCUMENT_NOT_LISTED" not in codes(response)


def test_every_listed_document_can_be_run() -> None:
    from marketplace.kit.graphql.answer import documents

    assert len(persisted.listed()) >= 8
    for text in persisted.listed().values():
        assert documents().get(text).errors == []


def test_introspection_and_the_form_go_by_setting(settings: Any) -> None:
    settings.GRAPHQL_INTROSPECTION = False
    assert codes(post("{ __schema { queryType { name } } }")) == ["INTROSPECTION_DISABLED"]
    assert post("{ __typename }").json()["data"] == {"__typename": "Query"}
    settings.GRAPHQL_EXPLORER = False
    page = {"Accept": "text/html"}
    assert Client().get("/graphql/", headers=page).status_code == 400
    settings.GRAPHQL_EXPLORER = True
    shown = Client().get("/graphql/", headers=page)
    assert shown.status_code == 200 and b"http" not in shown.content
    assert "script-src 'self'" in shown["Content-Security-Policy"]
    assets = re.findall(r'(?:src|href)="/static/([^"]+)"', shown.content.decode())
    assert len(assets) == 2 and all(finders.find(asset) for asset in assets)


def test_pages_of_other_origins_may_ask_where_that_is_set(settings: Any) -> None:
    settings.ALLOWED_GRAPHQL_ORIGINS = ["https://shop.example"]
    headers = {"Origin": "https://shop.example", "Access-Control-Request-Method": "POST"}
    response = Client().options("/graphql/", headers=headers)
    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == "https://shop.example"
    assert "Access-Control-Allow-Credentials" not in response
    other = Client().options("/graphql/", headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in other and other["Vary"] == "Origin"


def test_messages_are_in_the_askers_language() -> None:
    english = post("[").json()["errors"][0]["message"]
    body = b"[]"
    hindi = Client().post("/graphql/", data=body, content_type="text/plain", headers={"Accept-Language": "hi-IN,hi;q=0.9"})
    assert hindi["Content-Language"] == "hi"
    assert english and hindi.json()["errors"][0]["extensions"]["code"] == "UNSUPPORTED_MEDIA_TYPE"


# Allowances ------------------------------------------------------------------------------------------------------------


def test_who_asks_too_much_waits_as_long_as_is_said(settings: Any) -> None:
    settings.GRAPHQL_RATE, settings.GRAPHQL_BURST = 600, 20  # two of the cheapest at once, one more each second
    assert [post("{ __typename }").status_code for _ in range(2)] == [200, 200]
    refused = post("{ __typename }")
    assert (refused.status_code, codes(refused)) == (429, ["THROTTLED"])
    wait = int(refused["Retry-After"])
    assert 1 <= wait <= 2
    client = redis.Redis.from_url(settings.VALKEY_URL)
    (key,) = client.scan_iter("rate:*")
    client.set(key, int(client.get(key)) - wait * 1_000_000)  # type: ignore[arg-type]  # the wait goes by
    client.close()
    assert post("{ __typename }").status_code == 200


def test_who_is_signed_in_has_an_allowance_of_their_own(settings: Any) -> None:
    person, device = somebody(), Device()
    device.sign_in(person.email)
    settings.GRAPHQL_RATE, settings.GRAPHQL_BURST = 60, 10
    assert [post("{ __typename }").status_code for _ in range(2)] == [200, 429]
    assert device.post("{ __typename }")["data"] == {"__typename": "Query"}
    assert device.post("{ __typename }")["errors"][0]["extensions"]["code"] == "THROTTLED"
    forged = {"Authorization": "Bearer x.y.z"}  # who sends a token that does not hold asks as the address
    body = json.dumps({"query": "{ __typename }"})
    assert Client().post("/graphql/", data=body, content_type="application/json", headers=forged).status_code == 429


def test_refused_requests_are_charged_for_too(settings: Any) -> None:
    settings.GRAPHQL_RATE, settings.GRAPHQL_BURST = 60, 20
    assert [post("{ nonsense }").status_code for _ in range(3)] == [400, 400, 429]


def test_an_unknown_hash_is_charged_for(settings: Any) -> None:
    settings.GRAPHQL_RATE, settings.GRAPHQL_BURST = 60, 20
    asked = [by_hash(CHANNELS, mark=f"{number:064x}") for number in range(3)]
    assert [codes(response) for response in asked] == [["PERSISTED_QUERY_NOT_FOUND"]] * 2 + [["THROTTLED"]]


def test_a_long_document_that_is_refused_is_charged_by_its_length(settings: Any) -> None:
    settings.GRAPHQL_RATE, settings.GRAPHQL_BURST = 60, 400
    dear = "{ nonsense }" + " " * 2_988  # 300 of the 400
    assert [post(dear).status_code for _ in range(2)] == [400, 429]


def test_an_answer_that_is_too_long_is_not_sent(settings: Any) -> None:
    by_hash(CHANNELS, send=True)
    length = len(post(CHANNELS).content)
    settings.GRAPHQL_MAX_ANSWER_BYTES = length
    assert post(CHANNELS).status_code == 200
    settings.GRAPHQL_MAX_ANSWER_BYTES = length - 1
    for refused in (post(CHANNELS), read(CHANNELS)):
        assert (refused.status_code, codes(refused)) == (400, ["ANSWER_TOO_LARGE"])
        assert "no-store" in refused.headers["Cache-Control"] and "data" not in refused.json()


def test_a_field_may_stand_a_few_times_in_fragments() -> None:
    row = "fragment a on Product { id name category { id } } fragment b on Product { id name category { id name } ...a }"
    assert Documents(schema()).get("{ products(first: 1) { edges { node { id ...a ...b } } } } " + row).errors == []


def test_what_costs_more_uses_up_more(settings: Any) -> None:
    settings.GRAPHQL_RATE, settings.GRAPHQL_BURST = 60, 10_000
    dear = "{ products(first: 100) { edges { node { id } } } }"
    spent = post(dear).json()["extensions"]["cost"]["requestedQueryCost"]
    assert spent == 205
    client = redis.Redis.from_url(settings.VALKEY_URL)
    (key,) = client.scan_iter("rate:*")
    seconds, micros = client.time()  # type: ignore[misc]
    ahead = int(client.get(key)) / 1_000_000 - seconds - micros / 1_000_000  # type: ignore[arg-type]
    client.close()
    assert spent - 5 < ahead <= spent


@pytest.mark.parametrize(
    ("proxies", "forwarded", "key"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9", "198.51.100.1"),
        (2, "203.0.113.9", "203.0.113.9"),
        (1, "2001:db8:1:2:3::4", "2001:db8:1:2::"),
        (1, "nonsense", "unknown"),
        (1, "", "127.0.0.1"),
    ],
)
def test_the_address_is_believed_as_far_as_proxies_are_trusted(settings: Any, proxies: int, forwarded: str, key: str) -> None:
    from marketplace.kit.throttle import address_of

    settings.TRUSTED_PROXIES = proxies
    assert address_of(RequestFactory().get("/", headers={"x-forwarded-for": forwarded})) == key


def test_without_valkey_the_door_stays_open_and_says_so_once(settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    settings.GRAPHQL_RATE, settings.GRAPHQL_BURST = 60, 10
    settings.VALKEY_URL = "redis://127.0.0.1:1/0"
    valkey.reach.cache_clear()
    with caplog.at_level(logging.WARNING):
        answers = [post("{ __typename }").status_code for _ in range(5)]
        assert codes(by_hash(CHANNELS)) == ["PERSISTED_QUERY_NOT_FOUND"]
    assert answers == [200] * 5
    assert len([record for record in caplog.records if "valkey is out" in record.message]) == 1


# What errors tell ------------------------------------------------------------------------------------------------------


class Query(graphene.ObjectType):
    """Fields that fail in every way a resolver can."""

    fine = graphene.String()
    bug = graphene.String()
    table = graphene.String()
    slow = graphene.String()
    late = graphene.String()
    gone = graphene.String()
    nothing = graphene.String(required=True)

    def resolve_fine(root: None, info: Any) -> str:
        return "fine"

    def resolve_bug(root: None, info: Any) -> str:
        raise ValueError("password of catalog_secret is hunter2")

    def resolve_table(root: None, info: Any) -> str:
        return _sql("SELECT hidden_column FROM catalog_secret")

    def resolve_slow(root: None, info: Any) -> str:
        _sql("SET LOCAL statement_timeout = 30")
        return _sql("SELECT pg_sleep(5)")

    def resolve_late(root: None, info: Any) -> str:
        _sql("SELECT pg_sleep(0.05)")
        return _sql("SELECT 'catalog_secret'")

    def resolve_gone(root: None, info: Any) -> str:
        with connection.wrap_database_errors:
            psycopg.connect("host=127.0.0.1 port=1 user=zila dbname=catalog_secret")
        return ""

    def resolve_nothing(root: None, info: Any) -> None:
        return None


def _sql(statement: str) -> str:
    from django.db import transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
        return str(cursor.fetchone()[0]) if cursor.description else ""


def failing(text: str, rf: RequestFactory) -> tuple[int, dict[str, Any]]:
    """The answer to a document of the failing schema."""
    graph: GraphQLSchema = graphene.Schema(query=Query).graphql_schema
    found = answer(Asked(text, None, {}, None, False), Context(rf.post("/graphql/")), Documents(graph))
    return found.status, found.content


@pytest.mark.parametrize(
    ("field", "status", "code", "half"),
    [
        ("bug", 200, "INTERNAL_ERROR", True),
        ("table", 200, "INTERNAL_ERROR", True),
        ("nothing", 200, "INTERNAL_ERROR", False),
        ("slow", 503, "TIMED_OUT", False),
        ("late", 503, "TIMED_OUT", False),
        ("gone", 503, "UNAVAILABLE", False),
    ],
)
def test_errors_have_a_code_and_tell_nothing(
    rf: RequestFactory, settings: Any, caplog: pytest.LogCaptureFixture, field: str, status: int, code: str, half: bool
) -> None:
    settings.GRAPHQL_SECONDS = 0.04 if field == "late" else 10
    found, content = failing("{ fine %s }" % field, rf)  # noqa: UP031
    assert (found, [error["extensions"]["code"] for error in content["errors"]]) == (status, [code])
    if half:
        assert content["data"] == {"fine": "fine", field: None}
    else:
        assert content.get("data") is None
    told = json.dumps(content)
    for secret in ("catalog_secret", "hunter2", "SELECT", "hidden_column", "Traceback", "psycopg", "127.0.0.1"):
        assert secret not in told
    assert any(record.exc_info for record in caplog.records)


def test_a_fault_that_nobody_foresaw_is_told_as_one(rf: RequestFactory, caplog: pytest.LogCaptureFixture) -> None:
    def read(request: Any) -> Asked:
        raise LookupError("catalog_secret")

    found = view._answered(rf.post("/graphql/"), read)
    assert (found.status, found.content["errors"][0]["extensions"]) == (500, {"code": "INTERNAL_ERROR"})
    assert "catalog_secret" not in json.dumps(found.content) and "LookupError" in caplog.text


@pytest.mark.parametrize("method", ["put", "delete", "patch", "head"])
def test_other_methods_are_refused_with_a_code(method: str) -> None:
    response = getattr(Client(), method)("/graphql/")
    assert response.status_code in (400, 405)
    assert method == "head" or codes(response) == ["METHOD_NOT_ALLOWED"]


def test_a_document_cache_is_bounded_in_number_and_in_size() -> None:
    graph: GraphQLSchema = graphene.Schema(query=Query).graphql_schema
    few, small = Documents(graph, most=3), Documents(graph, characters=100)
    for number in range(10):
        few.get("{ a%d: fine }" % number)  # noqa: UP031
        small.get("{ a%d: fine }%s" % (number, " " * 40))  # noqa: UP031
    assert len(few) == 3
    assert len(small) == 1
    few.get("{ broken }")
    assert len(few) == 3


def test_costs_are_as_the_table_says() -> None:
    def cost(text: str, **variables: Any) -> int:
        return int(post(text, variables).json()["extensions"]["cost"]["requestedQueryCost"])

    assert cost("{ __typename }") == 0
    assert cost('{ channel(slug: "x") { slug name } }') == 1
    assert cost("{ channels { slug } }") == 1 + 3
    assert cost("{ states { slug } }") == 1 + 20
    assert cost("{ products(first: 1) { edges { node { attributes { values { id } } } } } }") == 5 + 2 + 1 + 8 * (1 + 1 + 2)
    assert cost("{ products(first: 3) { edges { node { id name description seoDescription } } } }") == 5 + 3 * (2 + 1)
    assert cost("{ products(first: 3) { facets { odop giTagged } a: facets { odop } } }") == 5 + 2 * 501
    limited = "{ products(first: 1) { edges { node { assignedAttributes(limit: %d) { __typename } } } } }"
    assert [cost(limited % most) for most in (1, 100)] == [5 + 2 + 1 + 1, 5 + 2 + 1 + 8]
    assert cost('{ products(first: 1, search: "silk") { totalCount } }') == 500 + 5 + 10
    assert cost('{ products(first: 1, search: "", filter: {search: "silk"}) { totalCount } }') == 500 + 5 + 10
    asked = "query($f: ProductFilterInput) { products(first: 1, filter: $f) { totalCount } }"
    assert [cost(asked, f=f) for f in (None, {"search": "silk"}, {"search": ""}, {})] == [15, 515, 15, 15]
    assert cost("{ products(first: 3) { edges { node { id } } } }") == 5 + 3 * 2
    assert cost("{ products { totalCount edges { node { id } } } }") == 5 + 10 + 20 * 2
    sized = "query($n: Int) { products(first: $n) { edges { node { id category { id } } } } }"
    assert [cost(sized, n=n) for n in (1, 10, 1)] == [5 + 3, 5 + 30, 5 + 3]
    fragments = "{ products(first: 2) { ...c } } fragment c on ProductCountableConnection { edges { ...e } } "
    assert cost(fragments + "fragment e on ProductCountableEdge { node { id } }") == 5 + 2 * 2


@pytest.mark.parametrize("where", ["search: $s", "filter: {search: $s}"])
@pytest.mark.parametrize("order", [("", "saree"), ("saree", ""), (None, "saree"), ("saree", None)])
def test_a_search_costs_the_same_whoever_asked_before(where: str, order: tuple[str | None, str | None]) -> None:
    """Each document is new to the process: what it weighs is remembered from the first time on."""
    name = f"Q{where[0]}{'_'.join(str(text) for text in order)}"
    one = "products(first: 1, WHERE) { edges { node { id } } }".replace("WHERE", where)

    def costs(query: str) -> list[int]:
        answers = [post(query, {"s": text}).json() for text in order]
        return [answer["extensions"]["cost"]["requestedQueryCost"] for answer in answers]

    assert costs(f"query {name}($s: String) {{ {one} }}") == [507 if text else 7 for text in order]
    assert costs(f"query {name}($s: String) {{ {one} b: {one} c: {one} }}") == [3 * 507 if text else 21 for text in order]


WEB = """
from marketplace.wsgi import shop
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SHOW statement_timeout")
    print(type(shop).__name__, cursor.fetchone()[0])
"""


@pytest.mark.parametrize(("room", "said"), [("0", "Straight 7s"), ("1000000", "Door 7s")])
def test_a_web_process_ends_slow_statements_and_keeps_answers_where_that_is_set(room: str, said: str) -> None:
    changed = {"ANSWER_CACHE_BYTES": room, "WEB_STATEMENT_SECONDS": "7", "DATABASE_URL": _address()}
    ran = subprocess.run(
        [sys.executable, "-c", WEB], capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, **changed}
    )
    assert ran.stdout.strip() == said, ran.stderr


def _address() -> str:
    """The address of the tests' own database."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
