"""Whoever watches the web server is told when Elasticsearch fails, and that the shop serves all the same."""

import base64
import json
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.test import Client

from marketplace.command.ports import free_port

pytestmark = pytest.mark.django_db
KNOWN = base64.b64encode("elastic:p/ß".encode()).decode()


class Answers(BaseHTTPRequestHandler):
    """A server that says a given body to those who know the password."""

    body = b""

    def do_GET(self) -> None:
        self.send_response(200 if self.headers["Authorization"] == f"Basic {KNOWN}" else 401)
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    with HTTPServer(("127.0.0.1", 0), type("Answers", (Answers,), {})) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def told(settings, address: str) -> str:
    """What is said of the search, by an answer that is 200 and "ready" all the same."""
    settings.ELASTICSEARCH_URL = address
    response = Client().get("/health/ready")
    assert (response.status_code, response.json()["status"]) == (200, "ready")
    search: str = response.json()["search"]
    return search


def test_a_node_that_serves_is_ok(settings, elasticsearch_url: str) -> None:
    assert told(settings, elasticsearch_url) == "ok"


def test_nobody_there_is_degraded(settings) -> None:
    assert told(settings, f"http://127.0.0.1:{free_port()}") == "degraded"


def test_a_frozen_server_is_degraded(settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as frozen:
        assert told(settings, f"http://127.0.0.1:{frozen.getsockname()[1]}") == "degraded"


@pytest.mark.parametrize(
    ("body", "user", "said"),
    [
        (json.dumps({"status": "yellow"}), "elastic:p%2F%C3%9F", "ok"),
        (json.dumps({"status": "red"}), "elastic:p%2F%C3%9F", "degraded"),
        (json.dumps({"status": "green"}), "elastic:wrong", "degraded"),
        ("[1]", "elastic:p%2F%C3%9F", "degraded"),
        ("<html>", "elastic:p%2F%C3%9F", "degraded"),
    ],
)
def test_what_it_says_counts_and_the_password_is_sent(settings, server: HTTPServer, body: str, user: str, said: str) -> None:
    server.RequestHandlerClass.body = body.encode()  # type: ignore[attr-defined]
    assert told(settings, f"http://{user}@127.0.0.1:{server.server_port}") == said


def test_without_an_address_nothing_is_said_of_it(settings) -> None:
    settings.ELASTICSEARCH_URL = ""
    assert Client().get("/health/ready").json() == {"status": "ready", "database": "ok", "valkey": "ok"}
