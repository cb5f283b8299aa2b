"""The HTTP door of GraphQL: JSON by POST, listed and kept documents by GET too; every answer is JSON, every error has a code."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.views import View
from graphql import GraphQLError

from marketplace.kit.content_security import page_policy
from marketplace.kit.graphql.answer import Answer, answer, refused
from marketplace.kit.graphql.asked import Asked, asked_by_address, asked_by_body
from marketplace.kit.graphql.context import Context
from marketplace.kit.graphql.errors import STATUS, code_of, formatted, refusal
from marketplace.kit.reads import recording

__all__ = ["Context", "GraphQLView"]

# Whoever stands before Django puts a dict here in environ, to be told what a whole answer to nobody in particular was made of.
KEEP = "marketplace.keep"
NAMING = ("Authorization", "Authorization-Bearer")  # the headers that may say who asks
VARY = ", ".join(("Accept-Language", *NAMING))
EXPLORER = Path(__file__).with_name("explorer.html")


class GraphQLView(View):
    """/graphql/: POST with application/json, or GET with a document's hash.

    Cookies are not looked at, so other sites cannot borrow anybody's session, and may read what everybody may
    (ALLOWED_GRAPHQL_ORIGINS). Messages are in the language of Accept-Language.
    """

    http_method_names = ["get", "post", "options"]

    def dispatch(self, request: HttpRequest, *args: object, **more: object) -> HttpResponse:
        """In the asker's language, with the headers that let pages of other origins ask."""
        language = get_language_from_request(request)
        with translation.override(language):
            response: HttpResponse = super().dispatch(request, *args, **more)  # type: ignore[assignment]
        response.headers["Content-Language"] = language
        _allow_origin(request, response)
        return response

    dispatch.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie is looked at

    def post(self, request: HttpRequest) -> HttpResponse:
        """200 with data and errors, or 4xx with a coded error for a request that cannot be run. Never kept by caches."""
        found = _answered(request, asked_by_body)
        response = _json(found)
        response.headers["Cache-Control"] = "no-store"
        return response

    def get(self, request: HttpRequest) -> HttpResponse:
        """The same by hash; whole answers to nobody in particular may be kept by caches, and have an ETag."""
        if (
            settings.GRAPHQL_EXPLORER
            and "text/html" in request.META.get("HTTP_ACCEPT", "")
            and not request.META.get("QUERY_STRING")
        ):
            form = HttpResponse(EXPLORER.read_bytes(), content_type="text/html; charset=utf-8")
            form.headers["Content-Security-Policy"] = page_policy("'self'")
            return form
        found = _answered(request, asked_by_address)
        response = _json(found)
        if found.status == HTTPStatus.METHOD_NOT_ALLOWED:
            response.headers["Allow"] = "POST, OPTIONS"  # this operation's, for other documents may be asked for by GET
        response.headers["Vary"] = VARY
        if not found.whole or any(name in request.headers for name in NAMING):
            response.headers["Cache-Control"] = "private, no-store"
            return response
        response.headers["Cache-Control"] = settings.GRAPHQL_CACHE_CONTROL
        response.headers["ETag"] = f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
        return _unchanged(request, response) or response

    def http_method_not_allowed(self, request: HttpRequest, *args: object, **more: object) -> HttpResponse:
        """405, with a code like all refusals."""
        response = _json(refused(refusal("METHOD_NOT_ALLOWED", "Use POST or GET."), Context(request)))
        response.headers["Allow"] = "GET, POST, OPTIONS"
        return response

    def options(self, request: HttpRequest, *args: object, **more: object) -> HttpResponse:
        """What pages of other origins may send."""
        response = HttpResponse(status=204)
        response.headers["Allow"] = "GET, POST, OPTIONS"
        response.headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = ", ".join((*NAMING, "Content-Type", "If-None-Match"))
        response.headers["Access-Control-Max-Age"] = "86400"
        return response


def _answered(request: HttpRequest, read: Callable[[HttpRequest], Asked]) -> Answer:
    """The answer to what `read` finds in the request; a fault that nobody foresaw is logged, and told as INTERNAL_ERROR."""
    context = Context(request)
    try:
        try:
            asked = read(request)
        except GraphQLError as error:
            return refused(error, context)
        return _recorded(asked, context)
    except Exception as error:
        fault = GraphQLError("", original_error=error)
        return Answer({"errors": [formatted(fault)]}, STATUS.get(code_of(fault), 500))


def _recorded(asked: Asked, context: Context) -> Answer:
    keep = context.request.META.get(KEEP)
    if keep is None:
        return _bounded(answer(asked, context))
    with recording() as reads:
        found = _bounded(answer(asked, context))
    if found.whole:
        keep["subjects"], keep["lasts"] = frozenset(reads.subjects), reads.lasts
    return found


def _bounded(found: Answer) -> Answer:
    """The answer with its JSON, or ANSWER_TOO_LARGE instead; it has been charged for already."""
    encoded = _encoded(found)
    if len(encoded) <= settings.GRAPHQL_MAX_ANSWER_BYTES:
        return replace(found, encoded=encoded)
    error = refusal("ANSWER_TOO_LARGE", "The answer is too long to be sent; ask for less at once.")
    return Answer({"errors": [formatted(error)]}, 400, fast=found.fast)


def _encoded(found: Answer) -> bytes:
    return orjson.dumps(found.content, default=str)


def _json(found: Answer) -> HttpResponse:
    sent = found.encoded or _encoded(found)
    response = HttpResponse(sent, status=found.status, content_type="application/json")
    response.headers["Content-Length"] = str(len(sent))
    if found.wait:
        response.headers["Retry-After"] = str(int(found.wait))
    if settings.GRAPHQL_SAY_HOW and found.fast is not None:
        response.headers["X-GraphQL-Execution"] = "fast" if found.fast else "reference"
    return response


def is_known(etag: str, marks: str) -> bool:
    """Whether who sent these marks in If-None-Match has the answer with this ETag."""
    known = [mark.strip().removeprefix("W/") for mark in marks.split(",")]
    return etag in known or "*" in known


def _unchanged(request: HttpRequest, response: HttpResponse) -> HttpResponse | None:
    """304 where the asker has this answer already."""
    if not is_known(response.headers["ETag"], request.META.get("HTTP_IF_NONE_MATCH", "")):
        return None
    same = HttpResponseNotModified()
    for name in ("ETag", "Cache-Control", "Vary"):
        same.headers[name] = response.headers[name]
    return same


def _allow_origin(request: HttpRequest, response: HttpResponse) -> None:
    origin, allowed = request.META.get("HTTP_ORIGIN"), settings.ALLOWED_GRAPHQL_ORIGINS
    if "*" in allowed:
        response.headers["Access-Control-Allow-Origin"] = "*"
    elif allowed:
        response.headers["Vary"] = ", ".join(filter(None, [response.headers.get("Vary"), "Origin"]))
        if origin is not None and origin in allowed:
            response.headers["Access-Control-Allow-Origin"] = origin
    response.headers.setdefault("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-ID")
