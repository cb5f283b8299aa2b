"""What every request passes through: ids, malformed addresses and hosts, headers, health."""

import io
import json
import logging
import logging.config
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory

from marketplace.kit.journal import logging_settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/health/live", "/", "/hi/", "/graphql/", "/products/?q=a"])
@pytest.mark.parametrize("secure", [False, True])
def test_a_host_that_is_not_ours_is_refused(settings: Any, path: str, secure: bool) -> None:
    settings.SECURE_SSL_REDIRECT = secure
    assert Client(raise_request_exception=False).get(path, headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/%00", "/%ff%fe/", "/products/%ff%fe/", "/districts/%c3%28/", "/products/%ed%a0%80/", "/products/?q=%00",
        "/products/?q=%ff%fe", "/products/?q=saree&%c3%28=1", "/products/?q=%e0%a4", "/graphql/?variables=%ff",
        "/media/public/%ff.webp",
    ],
)  # fmt: skip
def test_malformed_addresses_are_refused(path: str) -> None:
    response = Client(raise_request_exception=False).get(path)
    assert response.status_code == 400
    assert b"Traceback" not in response.content


@pytest.mark.parametrize("query", ["q=\xff", "q=caf\xe9", "q=\u0915"])
def test_a_query_that_was_sent_raw_is_refused_where_it_is_no_utf8(query: str) -> None:
    assert Client(raise_request_exception=False).get("/health/live", QUERY_STRING=query).status_code == 400


@pytest.mark.parametrize("path", ["/%e0%a4%95/", "/caf%c3%a9/", "/100%25/", "/nothing/?q=%e0%a4%95+%26", "/nothing/?q=%zz%"])
def test_addresses_in_any_script_pass(path: str) -> None:
    assert Client().get(path).status_code == 404


def test_a_raw_query_in_utf8_passes() -> None:
    assert Client().get("/health/live", QUERY_STRING="q=क".encode().decode("latin-1")).status_code == 200


def test_a_request_has_an_id_and_a_policy() -> None:
    response = Client().get("/health/live", headers={"x-request-id": "abcdefgh-12"})
    assert response["X-Request-ID"] == "abcdefgh-12"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert Client().get("/health/live", headers={"x-request-id": "no id\n"})["X-Request-ID"] != "no id\n"


def test_health() -> None:
    assert Client().get("/health/live").json() == {"status": "live"}
    assert Client().get("/health/ready").json() == {"status": "ready", "database": "ok", "valkey": "ok"}


@pytest.fixture
def frozen() -> Iterator[socket.socket]:
    """A server that takes connections and never answers, as one does that was stopped."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def connections(server: socket.socket) -> int:
    """How many have come."""
    count = 0
    while True:
        try:
            server.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


def test_health_with_a_frozen_database(frozen: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("HOST", "127.0.0.1"), ("PORT", frozen.getsockname()[1])):
        monkeypatch.setitem(connection.settings_dict, name, value)
    response = Client().get("/health/ready")
    assert response.status_code == 503
    assert response.json() == {"status": "not ready", "database": "unreachable", "valkey": "ok"}
    assert connections(frozen) == 1


def test_health_with_a_frozen_valkey(frozen: socket.socket, settings: Any) -> None:
    settings.VALKEY_URL = f"redis://127.0.0.1:{frozen.getsockname()[1]}/0"
    response = Client().get("/health/ready")
    assert response.status_code == 503
    assert response.json() == {"status": "not ready", "database": "ok", "valkey": "unreachable"}
    assert connections(frozen) == 1, "asked again and again, each time for seconds"


@pytest.fixture
def journal() -> Iterator[io.StringIO]:
    """What production would write to its log."""
    out = io.StringIO()
    configuration = logging_settings(as_json=True, level="INFO")
    root, handlers = logging.getLogger(), logging.getLogger().handlers[:]
    levels = {name: logging.getLogger(name).level for name in ("", "django.request", "django.server")}
    logging.config.dictConfig(configuration)
    for handler in root.handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.setStream(out)
    yield out
    root.handlers[:] = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.parametrize(("path", "status"), [("/no-such-page/", 404), ("/products/?q=%00", 400), ("/health/live", 200)])
def test_an_answer_is_one_line_of_the_log_with_its_id(path: str, status: int, journal: io.StringIO) -> None:
    response = Client(raise_request_exception=False).get(path, headers={"x-request-id": "abcdefgh-12"})
    assert response.status_code == status
    logging.getLogger().handlers[0].flush()  # lines are gathered for a moment
    (line,) = map(json.loads, journal.getvalue().splitlines())
    assert (line["logger"], line["status"], line["request_id"]) == ("zila.access", status, "abcdefgh-12")


def test_what_django_writes_after_the_request_carries_its_id(journal: io.StringIO) -> None:
    request = RequestFactory().get("/")
    request.zila_id = "abcdefgh-12"  # type: ignore[attr-defined]
    logging.getLogger("django.request").error("Internal Server Error: /", extra={"request": request, "status_code": 500})
    (line,) = map(json.loads, journal.getvalue().splitlines())
    assert line["request_id"] == "abcdefgh-12"
