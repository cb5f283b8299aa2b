"""Bodies of POSTs to /graphql/: in one piece or in chunks, and which field is wrong where one is."""

import io
import json
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

from marketplace.answers.door import key_of

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
