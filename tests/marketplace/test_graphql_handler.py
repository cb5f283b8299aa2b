"""The short way to the API answers as the whole of Django does."""

import io
import json
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler

from marketplace.kit.graphql.handler import GraphQLHandler
from marketplace.kit.graphql.persisted import hash_of

pytestmark = pytest.mark.django_db

ASKED = b'{"query": "{ channels { slug } }"}'
BROKEN = b'{"query": "{ nonsense }"}'
LISTED = json.dumps({"persistedQuery": {"version": 1, "sha256Hash": hash_of("{ channels { slug } }")}})


def _told(handler: WSGIHandler, method: str, query: str, body: bytes, more: dict[str, str]) -> tuple[Any, ...]:
    """Status, headers without the id, and body."""
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": "/graphql/", "SCRIPT_NAME": "", "QUERY_STRING": query, "SERVER_NAME": "testserver",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "testserver",
        "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body),
        "wsgi.url_scheme": "http", **more,
    }  # fmt: skip
    told: list[Any] = []
    response = handler(environ, lambda status, headers: told.extend((status, headers)))  # type: ignore[arg-type]
    content = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    status, headers = told
    ids = [value for name, value in headers if name == "X-Request-ID"]
    assert len(ids) == 1, status
    # a 204 must not say a length, which Django says nevertheless
    kept = [h for h in headers if h[0] != "X-Request-ID" and (h[0] != "Content-Length" or not status.startswith("204"))]
    return status, sorted(kept), content


@pytest.mark.parametrize(
    ("method", "query", "body", "more"),
    [
        ("POST", "", ASKED, {}),
        ("POST", "", ASKED, {"HTTP_ACCEPT_LANGUAGE": "hi-IN,hi;q=0.9"}),
        ("POST", "", BROKEN, {"HTTP_ACCEPT_LANGUAGE": "hi"}),
        ("POST", "", ASKED, {"HTTP_COOKIE": "sessionid=x; django_language=hi"}),
        ("POST", "", ASKED, {"HTTP_ORIGIN": "https://other.example"}),
        ("POST", "", ASKED, {"HTTP_AUTHORIZATION": "Bearer x.y.z"}),
        ("POST", "", b"", {"CONTENT_LENGTH": "x"}),
        ("POST", "", ASKED, {"CONTENT_TYPE": "text/plain"}),
        ("POST", "variables=%ff", ASKED, {}),
        ("POST", "", ASKED, {"HTTP_HOST": "evil.example"}),
        ("GET", f"extensions={LISTED}", b"", {}),
        ("GET", f"extensions={LISTED}", b"", {"HTTP_IF_NONE_MATCH": "*"}),
        ("GET", "", b"", {"HTTP_ACCEPT": "text/html"}),
        ("GET", "", b"", {}),
        ("HEAD", "", b"", {}),
        ("OPTIONS", "", b"", {"HTTP_ORIGIN": "https://other.example"}),
        ("PUT", "", ASKED, {}),
    ],
)
@pytest.mark.parametrize("secure", [False, True])
def test_both_ways_say_the_same(settings: Any, method: str, query: str, body: bytes, more: dict[str, str], secure: bool) -> None:
    settings.SECURE_SSL_REDIRECT = secure
    settings.SECURE_HSTS_SECONDS = 3600 if secure else 0
    for scheme in ("http", "https") if secure else ("http",):
        told = [_told(way(), method, query, body, {**more, "wsgi.url_scheme": scheme}) for way in (WSGIHandler, GraphQLHandler)]
        assert told[0] == told[1]
        assert told[0][0][:1] in "234"
        assert told[0][0][:3] in ("301", "400") or not secure or scheme == "https"
