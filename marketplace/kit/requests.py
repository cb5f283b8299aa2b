"""What every HTTP request passes through: an id and an access line, refusal of malformed input."""

import logging
import re
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render

from marketplace.kit.journal import request_id

access = logging.getLogger("zila.access")
Answer = Callable[[HttpRequest], HttpResponse]
API = "/graphql/"
_ID = re.compile(r"[A-Za-z0-9_-]{8,64}\Z")


def id_of(environ: Mapping[str, Any]) -> str:
    """A request's id: its X-Request-ID where that is well-formed, otherwise a new one."""
    given = environ.get("HTTP_X_REQUEST_ID", "")
    return given if _ID.match(given) else secrets.token_hex(8)


def note(method: str, path: str, status: int, began: float) -> None:
    """Write the access line of a request that `began` at a moment of time.perf_counter()."""
    took = round((time.perf_counter() - began) * 1000, 1)
    access.info("%s %s %s", method, path, status, extra={"method": method, "path": path, "status": status, "ms": took})


class RequestIdMiddleware:
    """Gives each request an id (a well-formed X-Request-ID is kept), returns it, and writes one line per request."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        mark = id_of(request.META)
        request.zila_id = mark  # type: ignore[attr-defined]
        token = request_id.set(mark)
        path, began = request.path, time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = mark
            note(str(request.method), path, response.status_code, began)
            return response
        finally:
            request_id.reset(token)


class RefuseMalformedMiddleware:
    """Answers 400 to hosts that are not ours, and to addresses that are no UTF-8 or carry NUL characters, before anything
    looks at them. Readers of pages are told so on a page: the request goes on without what is malformed, and marked as such
    (TellMalformedMiddleware)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_our_host(request):
            return _bad_request()
        if not _is_well_formed(request.path, request.META.get("QUERY_STRING", "")):
            # what is to be sent on to https would be sent to another address
            if request.path.startswith(API) or (settings.SECURE_SSL_REDIRECT and not request.is_secure()):
                return _bad_request()
            _emptied(request)
        return self.get_response(request)


def _bad_request() -> HttpResponse:
    return HttpResponseBadRequest("400 Bad Request\n", content_type="text/plain; charset=utf-8")


def _emptied(request: HttpRequest) -> None:
    """Make it a request for the home page of its language, marked as malformed."""
    home = "/hi/" if request.path.startswith("/hi/") else "/"
    request.path = request.path_info = request.META["PATH_INFO"] = home
    request.META["QUERY_STRING"] = ""
    request.zila_malformed = True  # type: ignore[attr-defined]


class TellMalformedMiddleware:
    """Stands innermost, where language and policy of the answer are known, and shows the 400 page for what is malformed."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request, "zila_malformed", False):
            return render(request, "400.html", status=400)
        return self.get_response(request)


class ForgetCookiesMiddleware:
    """Takes the cookies from requests before anything reads them: the API knows people by their tokens alone, so that neither
    language nor session nor CSRF token has a say, no answer hangs on one (or says `Vary: Cookie`), and none is set."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.META.pop("HTTP_COOKIE", None)
        return self.get_response(request)


def _is_well_formed(path: str, query: str) -> bool:
    """Whether a path as Django reads it and a query as it was sent are UTF-8 without NUL.

    Of a path's bytes that are no UTF-8, Django makes %XX again; so a path whose %XX are none is refused, however it was sent.
    """
    if "\x00" in path or "%00" in query:
        return False
    if "%" not in path and "%" not in query and query.isascii():
        return True
    try:
        unquote_to_bytes(path).decode()
        unquote_to_bytes(query.encode("latin-1")).decode()  # WSGI hands over raw bytes one to a character
    except UnicodeError:
        return False
    return True


def is_our_host(request: HttpRequest) -> bool:
    """Whether the request is for one of ALLOWED_HOSTS."""
    try:
        host_of(request)
    except DisallowedHost:
        return False
    return True


_HOST = ("HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT", "SERVER_NAME", "SERVER_PORT")
_MOST_HOSTS = 100
_hosts: dict[tuple[Any, ...], str] = {}


def host_of(request: HttpRequest) -> str:
    """`request.get_host()`, which looks through all allowed hosts each time, once for the same headers. DisallowedHost."""
    mark = (*map(request.META.get, _HOST), request.scheme, tuple(settings.ALLOWED_HOSTS))
    found = _hosts.get(mark)
    if found is None:
        found = request.get_host()
        if len(_hosts) >= _MOST_HOSTS:
            _hosts.clear()
        _hosts[mark] = found
    return found
