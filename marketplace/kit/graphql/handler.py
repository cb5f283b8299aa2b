"""Hands requests to the API straight to its view: neither sessions nor pages' languages nor addresses are looked at."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest, get_script_name
from django.db import DEFAULT_DB_ALIAS, connections
from django.urls import set_script_prefix
from django.utils.log import log_response
from django.utils.module_loading import import_string

from marketplace.kit.graphql.view import GraphQLView

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
PATH = "/graphql/"


class GraphQLHandler(WSGIHandler):
    """Django's handler with GRAPHQL_MIDDLEWARE around the one view. It answers as the whole of Django does, sooner.

    Of what hangs on Django's signals around each request it does what the API needs: look after the connection.
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
            response: Any = self._middleware_chain(request)
            if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                log_response("%s: %s", response.reason_phrase, request.path, response=response, request=request)
            start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
            return [response.content]
        finally:
            connection.close_if_unusable_or_obsolete()

    def load_middleware(self, is_async: bool = False) -> None:
        """The middleware that the API needs, outermost first in the settings."""
        answer: Any = convert_exception_to_response(GraphQLView.as_view())
        for path in reversed(settings.GRAPHQL_MIDDLEWARE):
            answer = convert_exception_to_response(import_string(path)(answer))
        self._middleware_chain = answer


class Straight:
    """A WSGI application around Django's, of which requests to the API take the short way."""

    def __init__(self, django: Application) -> None:
        self.django = django
        self.graphql = GraphQLHandler()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Let the one or the other answer."""
        return (self.graphql if environ["PATH_INFO"] == PATH else self.django)(environ, start_response)
