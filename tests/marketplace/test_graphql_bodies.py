"""Bodies of POSTs to /graphql/: in one piece or in chunks, and which field is wrong where one is."""

import io
import json
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

from marketplace.answers.door import key_of
from marketplace.kit.graphql.asked import length_of

pytestmark = pytest.mark.django_db

TYPENAME = json.dumps({"query": "{ __typename }"}).encode()
CHUNKED = {"HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}


def _post(body: bytes, **more: Any) -> tuple[int, dict[str, Any]]:
    """Status and answer of a POST as a web server hands it to the door and to Django."""
    told: list[str] = []
    environ = {
        "REQUEST_METHOD": "POST", "PATH_INFO": "/graphql/", "SERVER_NAME": "testserver", "SERVER_PORT": "80",
        "HTTP_HOST": "testserver", "CONTENT_TYPE": "application/json", "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(), "wsgi.url_scheme": "http", "REMOTE_ADDR": "127.0.0.1", **more,
    }  # fmt: skip
    key_of(environ)  # the door with kept answers looks at the body first
    response = WSGIHandler()(environ, lambda status, headers, *_: told.append(status))
    return int(told[0][:3]), json.loads(b"".join(response))


def _code(answer: dict[str, Any]) -> str:
    code: str = answer["errors"][0]["extensions"]["code"]
    return code


def test_a_body_may_come_in_chunks() -> None:
    for sent in (CHUNKED, {"CONTENT_LENGTH": str(len(TYPENAME))}):
        status, answer = _post(TYPENAME, **sent)
        assert (status, answer["data"]) == (200, {"__typename": "Query"})


def test_chunks_may_not_grow_beyond_the_limit(settings: Any) -> None:
    settings.GRAPHQL_MAX_BODY_BYTES = len(TYPENAME)
    assert _post(TYPENAME, **CHUNKED)[0] == 200
    status, answer = _post(TYPENAME + b" ", **CHUNKED)
    assert (status, _code(answer)) == (413, "TOO_LARGE")


def test_where_nobody_says_where_chunks_end_a_length_is_wanted() -> None:
    status, answer = _post(TYPENAME, HTTP_TRANSFER_ENCODING="chunked")
    assert (status, _code(answer)) == (411, "LENGTH_REQUIRED")


@pytest.mark.parametrize("length", ["0" * 12 + "60000000", "60000000", "9" * 5000, "-1", "+5", "1_0", "٣", "x", " 5"])
def test_a_length_beyond_the_limit_or_that_is_none_is_refused_unread(length: str) -> None:
    body = Unread(b"")
    status, answer = _post(b"", **{"wsgi.input": body, "CONTENT_LENGTH": length})
    assert (status, _code(answer)) == (413, "TOO_LARGE")
    assert body.asked == 0


class Unread(io.BytesIO):
    """A body that counts how many bytes it was asked for."""

    asked = 0

    def read(self, size: int | None = -1) -> bytes:
        self.asked += 1_000_000_000 if size is None or size < 0 else size
        return super().read(size)


def test_zeros_before_a_length_say_nothing() -> None:
    status, answer = _post(TYPENAME, CONTENT_LENGTH="0" * 20 + str(len(TYPENAME)))
    assert (status, answer["data"]) == (200, {"__typename": "Query"})
    status, answer = _post(TYPENAME, CONTENT_LENGTH="0" * 5000)
    assert (status, _code(answer)) == (400, "INVALID_JSON")
    assert length_of({"CONTENT_LENGTH": "0" * 5000 + "17"}) == 17


def _nested(levels: int) -> bytes:
    return b'{"query": "{ __typename }", "variables": {"v": ' + b"[" * levels + b"]" * levels + b"}}"


@pytest.mark.parametrize("levels", [200, 260, 1000, 1020, 1030, 7000])
def test_a_deep_body_is_answered(levels: int) -> None:
    body = _nested(levels)
    status, answer = _post(body, CONTENT_LENGTH=str(len(body)))
    assert (status, answer.get("data") or _code(answer)) in (
        (200, {"__typename": "Query"}), (400, "BAD_USER_INPUT"), (400, "INVALID_JSON"), (400, "QUERY_TOO_DEEP")
    )  # fmt: skip


@pytest.mark.parametrize(
    "body", [b"[]", b"7", b'"a"', b"null", b"", b"{", b"\xff", b'{"query": "\\ud800"}', b'{"query": 1e400}', _nested(300)]
)
def test_what_is_not_for_the_store_has_no_key(body: bytes) -> None:
    environ = {
        "REQUEST_METHOD": "POST", "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body), "wsgi.url_scheme": "http",
    }  # fmt: skip
    assert key_of(environ) is None
    assert environ["wsgi.input"].read() == body  # type: ignore[attr-defined]


def test_an_address_in_broken_characters_has_no_key() -> None:
    environ = {"REQUEST_METHOD": "GET", "QUERY_STRING": "a=\udcff", "wsgi.url_scheme": "http"}
    assert key_of(environ) is None


@pytest.mark.parametrize("version", [True, 2, "1", None, [1]])
def test_a_hash_has_version_1(version: object) -> None:
    body = {"extensions": {"persistedQuery": {"version": version, "sha256Hash": "0" * 64}}}
    status, answer = _post(json.dumps(body).encode(), CONTENT_LENGTH=str(len(json.dumps(body))))
    assert (status, _code(answer)) == (400, "INVALID_REQUEST")


def test_no_body_is_no_json() -> None:
    assert _post(b"")[0] == 400
    assert _code(_post(b"", **CHUNKED)[1]) == "INVALID_JSON"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("query", 7), ("operationName", 7), ("operationName", ["a"]), ("variables", "a"), ("variables", [1]), ("extensions", 7),
        ("variables", {f"v{number}": 1 for number in range(101)}),
    ],
)  # fmt: skip
def test_a_refusal_names_the_field(field: str, value: object) -> None:
    body = {"query": "{ __typename }", field: value}
    response = Client().post("/graphql/", data=json.dumps(body), content_type="application/json")
    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (400, "INVALID_REQUEST")
    assert error["extensions"]["field"] == field
    assert field in error["message"]
