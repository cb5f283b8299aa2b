"""Stands before Django: gives kept answers to anonymous reads of /graphql/, and keeps the answers that may be kept.

What no statement has been heard of for a moment (Watch.is_current) is not given: so no answer is older than that moment,
whatever happens to the watch, and Django answers as if nothing were kept.
"""

import hashlib
import secrets
import threading
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
from marketplace.kit.graphql.view import KEEP
from marketplace.kit.held import Look
from marketplace.news.watch import News, Watch

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

PATH = "/graphql/"
MOST_BODY = 16_000
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
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Give what is kept, or let Django answer and keep that."""
        key = key_of(environ) if environ["PATH_INFO"] == PATH else None
        if key is None or not self.watch.is_current():
            return self.application(environ, start_response)
        now = time.monotonic()
        kept = self.store.get(key, now)
        if kept is not None:
            return _give(kept, environ, start_response, now)
        return self._fill(key, environ, start_response)

    def _fill(self, key: bytes, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        position, began = self.store.position, time.monotonic()
        made: dict[str, Any] = {}
        told: list[tuple[str, list[tuple[str, str]]]] = []
        environ[KEEP] = made

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            told.append((status, headers))
            return start_response(status, headers, *more)

        response = self.application(environ, start)
        if "subjects" in made and isinstance(response, list) and told[0][0].startswith("200"):
            headers = tuple((name, value) for name, value in told[0][1] if name.lower() not in _OWN)
            until = began + self.seconds
            self.store.put(key, Kept(told[0][0], headers, b"".join(response), made["subjects"], position, began, until))
        return response

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

    Bodies that stand for the same request (other spaces, another order of variables) have the same key.
    """
    if any(name in environ for name in _PRIVATE):
        return None
    method = environ["REQUEST_METHOD"]
    if method == "GET":
        asked: Any = environ.get("QUERY_STRING", "")
        if not asked:
            return None
    elif method == "POST":
        asked = _asked(environ)
        if asked is None:
            return None
    else:
        return None
    origin = "" if "*" in settings.ALLOWED_GRAPHQL_ORIGINS else environ.get("HTTP_ORIGIN", "")
    parts = [
        method, asked, environ.get("HTTP_HOST", ""), environ["wsgi.url_scheme"], environ.get("HTTP_X_FORWARDED_PROTO", ""),
        _language(environ.get("HTTP_ACCEPT_LANGUAGE", "")), origin,
    ]  # fmt: skip
    return hashlib.blake2b(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS), digest_size=16).digest()


def _asked(environ: Environ) -> list[Any] | None:
    """What a POST asks; its body is put back for Django. None where there is nothing in it to keep an answer for."""
    length = environ.get("CONTENT_LENGTH") or ""
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != "application/json" or not length.isdecimal():
        return None
    if int(length[:12]) > MOST_BODY:
        return None
    body = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = BytesIO(body)
    try:
        given = orjson.loads(body)
        return [given.get("query"), given.get("operationName"), given.get("variables"), given.get("extensions")]
    except (ValueError, AttributeError):
        return None


@lru_cache(maxsize=256)
def _language(header: str) -> str:
    """The language in which Django would answer a request with this Accept-Language."""
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = header[:500]
    return get_language_from_request(request)


def _give(kept: Kept, environ: Environ, start_response: StartResponse, now: float) -> Iterable[bytes]:
    """Send a kept answer, or 304 where the asker has it."""
    headers = [*kept.headers, ("Age", str(int(now - kept.made_at))), ("Cache-Status", "zila; hit")]
    headers.append(("X-Request-ID", secrets.token_hex(8)))
    mark = environ.get("HTTP_IF_NONE_MATCH")
    if mark is not None and environ["REQUEST_METHOD"] == "GET":
        etag = next((value for name, value in headers if name.lower() == "etag"), "")
        known = [one.strip().removeprefix("W/") for one in mark.split(",")]
        if etag and (etag in known or "*" in known):
            start_response("304 Not Modified", [h for h in headers if h[0].lower() not in ("content-length", "content-type")])
            return []
    start_response(kept.status, headers)
    return [kept.body]
