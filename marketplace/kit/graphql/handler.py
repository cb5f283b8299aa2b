"""Hands requests to the API straight to its view: neither sessions nor pages' languages nor addresses are looked at."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.core.handlers.wsgi import WSGIHandler
from django.utils.module_loading import import_string

from marketplace.kit.graphql.view import GraphQLView

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
PATH = "/graphql/"


class GraphQLHandler(WSGIHandler):
    """Django's handler with GRAPHQL_MIDDLEWARE around the one view. It answers as the whole of Django does, sooner."""

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
