"""Stands before Django: gives kept answers to anonymous reads of /graphql/, and keeps the answers that may be kept.

What no statement has been heard of for a moment (Watch.is_current) is not given: so no answer is older than that moment,
whatever happens to the watch, and Django answers as if nothing were kept.
"""

import hashlib
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import get_language_from_request

from marketplace.answers.store import Kept, Store
from marketplace.answers.turns import next_turn, stale_by
from marketplace.kit.graphql.asked import length_of
from marketplace.kit.graphql.view import KEEP, is_known
from marketplace.kit.held import Look
from marketplace.kit.journal import request_id
from marketplace.kit.requests import API, id_of, note
from marketplace.news.watch import News, Watch

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

MOST_BODY = 16_000
MOST_HEADER = 500  # characters of an Accept-Language that is remembered
RECKON_EVERY = 10.0  # seconds between two looks for the next moment at which something changes by itself
_PRIVATE = ("HTTP_AUTHORIZATION", "HTTP_AUTHORIZATION_BEARER", "HTTP_COOKIE")
_OWN = {"x-request-id", "age", "cache-status"}


def door(application: Application) -> Application:
    """The application with kept answers before it; itself where the setting leaves no room for any."""
    if not settings.ANSWER_CACHE_BYTES:
        return application
    return Door(application, Store(settings.ANSWER_CACHE_BYTES), seconds=settings.ANSWER_CACHE_SECONDS)


class Door:
    """A WSGI application around Django's. `seconds`: how long an answer is given at most."""

    def __init__(self, application: Application, store: Store, *, seconds: float) -> None:
        autodiscover_modules("freshness")
        self.application = application
        self.store = store
        self.seconds = seconds
        self.watch = Watch(self._hear)
        self._look = Look()
        self._next: datetime | None = None
        self._reckoned_at = float("-inf")

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Give what is kept, or let Django answer and keep that."""
        began = time.perf_counter()
        key = key_of(environ) if environ["PATH_INFO"] == API else None
        if key is None or not self.watch.is_current():
            return self.application(environ, start_response)
        now = time.monotonic()
        kept = self.store.get(key, now)
        if kept is not None:
            return _give(kept, environ, start_response, now, began)
        return self._fill(key, environ, start_response)

    def _fill(self, key: bytes, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        position, began = self.store.position, time.monotonic()
        made: dict[str, Any] = {}
        environ[KEEP] = made
        answered, sent = "", ""
        headers: Headers = []
        marks = environ.pop("HTTP_IF_NONE_MATCH", None) if environ["REQUEST_METHOD"] == "GET" else None  # it is for us to say 304

        def start(status: str, given: Headers, *more: Any) -> Any:
            nonlocal answered, sent, headers
            answered, headers = status, given
            sent, left = _unchanged(status, given, marks)
            return start_response(sent, left, *more)

        response = self.application(environ, start)
        if "subjects" in made and isinstance(response, list) and answered.startswith("200"):
            kept = tuple((name, value) for name, value in headers if name.lower() not in _OWN)
            until = began + min(self.seconds, made["lasts"])
            self.store.put(key, Kept(answered, kept, b"".join(response), made["subjects"], position, began, until))
        return [] if sent != answered else response

    def _hear(self, news: News | None) -> None:
        """Make stale what has changed, and what changes by itself when its moment has come."""
        now = timezone.now()
        stale = None if news is None else stale_by(news)
        if self._look.changed() or (self._next is not None and self._next <= now):
            stale = None
        if stale is None or stale:
            self.store.turn(stale)
        if news is None or news or self._next is None or self._next <= now or time.monotonic() - self._reckoned_at > RECKON_EVERY:
            self._next, self._reckoned_at = next_turn(now), time.monotonic()


def key_of(environ: Environ) -> bytes | None:
    """What an answer depends upon besides the data, in one hash; None where the request is not for the store.

    Bodies that stand for the same request (other spaces, another order of variables) have the same key. Nothing that anybody
    sends is an error here: Django says what is wrong with it.
    """
    if any(name in environ for name in _PRIVATE):
        return None
    method = environ["REQUEST_METHOD"]
    address = environ.get("QUERY_STRING", "")
    asked = _asked(environ) if method == "POST" else None
    if asked is None and (method != "GET" or not address):
        return None
    origin = "" if "*" in settings.ALLOWED_GRAPHQL_ORIGINS else environ.get("HTTP_ORIGIN", "")
    parts = [
        method, address, asked, environ.get("HTTP_HOST", ""), environ["wsgi.url_scheme"],
        environ.get("HTTP_X_FORWARDED_PROTO", ""), _language(environ.get("HTTP_ACCEPT_LANGUAGE", "")), origin,
    ]  # fmt: skip
    try:
        written = orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError:  # it reads four times as many levels as it writes
        return None
    return hashlib.blake2b(written, digest_size=16).digest()


def _asked(environ: Environ) -> list[Any] | None:
    """What a POST asks; its body is put back for Django. None where there is nothing in it to keep an answer for."""
    length = length_of(environ)
    if not length or length > MOST_BODY:
        return None
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != "application/json":
        return None
    body = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = BytesIO(body)
    try:
        given = orjson.loads(body)
        return [given.get("query"), given.get("operationName"), given.get("variables"), given.get("extensions")]
    except (ValueError, AttributeError):
        return None


def _language(header: str) -> str:
    """The language in which Django answers a request with this Accept-Language."""
    return _remembered_language(header) if len(header) <= MOST_HEADER else _remembered_language.__wrapped__(header)


@lru_cache(maxsize=256)
def _remembered_language(header: str) -> str:
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = header
    return get_language_from_request(request)


def _give(kept: Kept, environ: Environ, start_response: StartResponse, now: float, began: float) -> Iterable[bytes]:
    """Send a kept answer, or 304 where the asker has it; with an id and an access line, as Django's answers have."""
    mark = id_of(environ)
    headers = [*kept.headers, ("Age", str(int(now - kept.made_at))), ("Cache-Status", "zila; hit"), ("X-Request-ID", mark)]
    marks = environ.get("HTTP_IF_NONE_MATCH") if environ["REQUEST_METHOD"] == "GET" else None
    status, headers = _unchanged(kept.status, headers, marks)
    start_response(status, headers)
    token = request_id.set(mark)
    try:
        note(environ["REQUEST_METHOD"], API, int(status[:3]), began)
    finally:
        request_id.reset(token)
    return [] if status.startswith("304") else [kept.body]


def _unchanged(status: str, headers: Headers, marks: str | None) -> tuple[str, Headers]:
    """Status and headers of 304 where these marks of If-None-Match name the answer, otherwise as they are."""
    etag = next((value for name, value in headers if name.lower() == "etag"), "")
    if marks is None or not etag or not status.startswith("200") or not is_known(etag, marks):
        return status, headers
    return "304 Not Modified", [header for header in headers if header[0].lower() not in ("content-length", "content-type")]
