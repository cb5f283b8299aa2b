"""Hands requests to the API straight to its view: neither sessions nor pages' languages nor addresses are looked at."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest, get_script_name
from django.db import DEFAULT_DB_ALIAS, connections
from django.http import HttpResponse
from django.urls import set_script_prefix
from django.utils.log import log_response
from django.utils.module_loading import import_string

from marketplace.kit.graphql.view import GraphQLView
from marketplace.kit.requests import API, is_our_host

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class GraphQLHandler(WSGIHandler):
    """Django's handler with GRAPHQL_MIDDLEWARE around the one view. It answers as the whole of Django does, sooner.

    Of what hangs on Django's signals around each request it does what the API needs: look after the connection. A plain
    request passes all middleware but the first, which sees every one: what it would be given there is known (`_headers`).
    """

    def __call__(  # type: ignore[override]  # WSGI wants no more than the bytes
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> list[bytes]:
        """Answer one request."""
        set_script_prefix(get_script_name(environ))
        connection: Any = connections[DEFAULT_DB_ALIAS]
        connection.close_if_unusable_or_obsolete()
        try:
            request = WSGIRequest(environ)
            plain = _is_plain(request)
            response: Any = self._straight(request) if plain else self._middleware_chain(request)
            if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                log_response("%s: %s", response.reason_phrase, request.path, response=response, request=request)
            headers = {**self._headers(request), **response.headers} if plain else response.headers
            start_response(f"{response.status_code} {response.reason_phrase}", list(headers.items()))
            return [response.content]
        finally:
            connection.close_if_unusable_or_obsolete()

    def load_middleware(self, is_async: bool = False) -> None:
        """The middleware that the API needs, outermost first in the settings."""
        view = convert_exception_to_response(GraphQLView.as_view())
        first = import_string(settings.GRAPHQL_MIDDLEWARE[0])
        self._middleware_chain = convert_exception_to_response(first(_chain(view)))
        self._straight = convert_exception_to_response(first(view))
        self._nothing = _chain(lambda request: HttpResponse(content_type="application/json"))
        self._known: dict[bool, dict[str, str]] = {}

    def _headers(self, request: WSGIRequest) -> dict[str, str]:
        """What the middleware adds to the answer to a plain request."""
        secure = request.is_secure()
        if secure not in self._known:
            given = self._nothing(request).headers
            self._known[secure] = {name: value for name, value in given.items() if name != "Content-Type"}
        return self._known[secure]


def _chain(answer: Any) -> Any:
    """All middleware but the first around a view."""
    for path in reversed(settings.GRAPHQL_MIDDLEWARE[1:]):
        answer = convert_exception_to_response(import_string(path)(answer))
    return answer


def _is_plain(request: WSGIRequest) -> bool:
    """Whether the middleware would let the request pass as it is: neither malformed, nor to be sent to https."""
    if request.META.get("QUERY_STRING") or "HTTP_COOKIE" in request.META:
        return False
    return is_our_host(request) and (request.is_secure() or not settings.SECURE_SSL_REDIRECT)


class Straight:
    """A WSGI application around Django's, of which requests to the API take the short way."""

    def __init__(self, django: Application) -> None:
        self.django = django
        self.graphql = GraphQLHandler()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Let the one or the other answer."""
        return (self.graphql if environ["PATH_INFO"] == API else self.django)(environ, start_response)
