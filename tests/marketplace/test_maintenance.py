"""Closed for repairs: who is told what, and what stays open; asked of the application as the web server calls it."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from pytest_django import Settings

from marketplace.kit.maintenance import closed_for_repairs

pytestmark = pytest.mark.django_db  # what Django does around a request looks after the connection
Answer = tuple[str, dict[str, str], str]


def ask(path: str, method: str = "GET", scheme: str = "http") -> Answer:
    """Status, headers and text of what the closed door, and Django behind it, answer."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "testserver", "SERVER_PORT": "80",
        "HTTP_HOST": "testserver", "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(), "wsgi.url_scheme": scheme,
        "SERVER_PROTOCOL": "HTTP/1.1",
    }  # fmt: skip
    started: list[Any] = []
    answer: Any = closed_for_repairs(WSGIHandler())(environ, lambda *given: started.extend(given))
    body = b"".join(answer)
    getattr(answer, "close", lambda: None)()
    return started[0], dict(started[1]), body.decode()


@pytest.fixture
def closed(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """The file that closes the shop."""
    file = tmp_path / "maintenance"
    settings.MAINTENANCE_FILE = str(file)
    file.touch()
    yield file


def test_the_closed_door_says_of_itself_what_open_pages_say(closed: Path) -> None:
    _status, headers, _html = ask("/")
    closed.unlink()
    _status, open_headers, _html = ask("/nothing")
    for name in (
        "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy", "Content-Language",
    ):  # fmt: skip
        assert headers[name] == open_headers[name], name


@pytest.mark.parametrize("secure", [False, True])
def test_the_closed_door_keeps_to_https(closed: Path, settings: Settings, secure: bool) -> None:
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 100, True
    _status, headers, _html = ask("/", scheme="https" if secure else "http")
    assert headers.get("Strict-Transport-Security") == ("max-age=100; includeSubDomains" if secure else None)


@pytest.mark.parametrize(("path", "language", "first", "second"), [
    ("/", "en", "Closed for repairs", "मरम्मत"), ("/products/?q=saree", "en", "Closed for repairs", "मरम्मत"),
    ("/hi/gi/", "hi", "मरम्मत", "Closed for repairs"), ("/hi", "hi", "मरम्मत", "Closed for repairs"),
    ("/himalaya/", "en", "Closed for repairs", "मरम्मत"),
])  # fmt: skip
def test_pages_say_so_in_both_languages(closed: Path, path: str, language: str, first: str, second: str) -> None:
    status, headers, html = ask(path)
    assert status == "503 Service Unavailable" and headers["Retry-After"] == "600" and headers["Cache-Control"] == "no-store"
    assert f'<html lang="{language}">' in html and headers["Content-Language"] == language
    words = html.partition("<main")[2]
    assert words.index(first) < words.index(second) and html.count("<h1>") == 1
    assert "script-src 'none'" in headers["Content-Security-Policy"] and "style-src 'self'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_api_gets_an_error_that_programs_understand(closed: Path, method: str) -> None:
    status, headers, text = ask("/graphql/", method)
    assert status.startswith("503") and headers["Content-Type"] == "application/json" and headers["Retry-After"] == "600"
    assert json.loads(text)["errors"][0]["extensions"]["code"] == "MAINTENANCE" and headers["Access-Control-Allow-Origin"] == "*"


def test_only_other_origins_that_may_ask_read_the_error(closed: Path, settings: Settings) -> None:
    settings.ALLOWED_GRAPHQL_ORIGINS = ["https://shop.example"]
    assert "Access-Control-Allow-Origin" not in ask("/graphql/")[1]


def test_health_and_the_style_sheet_stay(closed: Path) -> None:
    assert ask("/health/live")[0].startswith("200")
    assert ask("/static/css/zila.css")[0].startswith("200")


def test_a_head_has_no_body_and_says_how_long_it_would_be(closed: Path) -> None:
    status, headers, text = ask("/", "HEAD")
    assert status.startswith("503") and text == "" and int(headers["Content-Length"]) == len(ask("/")[2].encode())


def test_without_the_file_or_the_setting_everything_is_open(closed: Path, settings: Settings) -> None:
    closed.unlink()
    assert ask("/offline/")[0].startswith("200")
    settings.MAINTENANCE = True
    assert ask("/offline/")[0].startswith("503")
