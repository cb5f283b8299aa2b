"""What a request asks for, read from a JSON body or from an address; anything else is refused with a code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from marketplace.kit.graphql.errors import refusal
from marketplace.kit.graphql.inspect import refuse_strange_values

MOST_VARIABLES = 100
_HASH = re.compile(r"[0-9a-f]{64}\Z")
_MOST_DIGITS = 12  # of a Content-Length


@dataclass(frozen=True, slots=True)
class Asked:
    """A document as text, by its SHA-256, or both; with its variables and the operation that is meant."""

    text: str | None
    hash: str | None
    variables: dict[str, Any]
    operation: str | None
    reading: bool  # by GET: only a query may be run


def asked_by_body(request: HttpRequest) -> Asked:
    """What a POST asks. GraphQLError UNSUPPORTED_MEDIA_TYPE, LENGTH_REQUIRED, TOO_LARGE, INVALID_JSON, BATCHES_REFUSED,
    INVALID_REQUEST, BAD_USER_INPUT."""
    if request.content_type != "application/json":
        raise refusal("UNSUPPORTED_MEDIA_TYPE", _("Send application/json."))
    given = _parsed(_body(request))
    if isinstance(given, list):
        raise refusal("BATCHES_REFUSED", _("Send one JSON object; batches are not accepted."))
    return _asked(given, reading=False)


def length_of(environ: Mapping[str, Any]) -> int | None:
    """The bytes of the body as Content-Length says, 0 where it says nothing; None where it is no number, or one that no
    limit would allow. Zeros before a number say nothing."""
    given = environ.get("CONTENT_LENGTH") or "0"
    if not (given.isascii() and given.isdecimal()):
        return None
    digits = given.lstrip("0") or "0"
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _body(request: HttpRequest) -> bytes:
    """The body, which may come in chunks without a length where the server says that it ends the stream."""
    most = settings.GRAPHQL_MAX_BODY_BYTES
    if not request.META.get("CONTENT_LENGTH") and "HTTP_TRANSFER_ENCODING" in request.META:
        if not request.META.get("wsgi.input_terminated"):
            raise refusal("LENGTH_REQUIRED", _("Send the length of the body."))
        body: bytes = request.META["wsgi.input"].read(most + 1)  # Django's own stream ends where the length says
    else:
        length = length_of(request.META)
        if length is None or length > most:
            raise refusal("TOO_LARGE", _("The request is too large."))
        body = request.read(most + 1)
    if len(body) > most:
        raise refusal("TOO_LARGE", _("The request is too large."))
    return body


def asked_by_address(request: HttpRequest) -> Asked:
    """What a GET asks: only documents by hash, so that addresses stay short and can be kept by caches."""
    given: dict[str, Any] = {}
    sent = _parameters(request)
    for name in ("variables", "extensions"):
        value = sent.get(name, "")
        if len(value) > settings.GRAPHQL_MAX_BODY_BYTES:
            raise refusal("TOO_LARGE", _("The request is too large."))
        given[name] = _parsed(value.encode("utf-8", "surrogatepass")) if value else None
    given["operationName"] = sent.get("operationName")
    if "query" in sent or not given["extensions"]:
        raise refusal("PERSISTED_QUERY_REQUIRED", _("By GET only a document's hash is taken; send its text by POST."))
    return _asked(given, reading=True)


def _parameters(request: HttpRequest) -> QueryDict:
    try:
        return request.GET
    except TooManyFieldsSent:
        raise refusal("INVALID_REQUEST", _("There are too many parameters in the address.")) from None


def _parsed(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except ValueError:
        raise refusal("INVALID_JSON", _("This is not valid JSON in UTF-8.")) from None


def _asked(given: Any, *, reading: bool) -> Asked:
    if not isinstance(given, dict):
        raise refusal("INVALID_REQUEST", _("Send one JSON object."))
    text, name = given.get("query"), given.get("operationName") or None
    variables, extensions = given.get("variables") or {}, given.get("extensions") or {}
    for field, value in {"query": text, "operationName": name}.items():
        if not isinstance(value, str | None):
            raise refusal("INVALID_REQUEST", _("`%(field)s` must be a text.") % {"field": field}, field=field)
    for field, value in {"variables": variables, "extensions": extensions}.items():
        if not isinstance(value, dict):
            raise refusal("INVALID_REQUEST", _("`%(field)s` must be an object.") % {"field": field}, field=field)
    if len(variables) > MOST_VARIABLES:
        raise refusal("INVALID_REQUEST", _("There are too many variables."), field="variables")
    mark = _hash_in(extensions)
    if not text and mark is None:
        raise refusal("INVALID_REQUEST", _("There is no `query`."))
    refuse_strange_values(variables)
    return Asked(text or None, mark, variables, name, reading)


def _hash_in(extensions: dict[str, Any]) -> str | None:
    """The SHA-256 in extensions.persistedQuery, in lower case."""
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    mark, version = (persisted.get("sha256Hash"), persisted.get("version")) if isinstance(persisted, dict) else (None, None)
    if not isinstance(mark, str) or version is True or version != 1 or not _HASH.match(mark.lower()):
        raise refusal("INVALID_REQUEST", _("`persistedQuery` must have version 1 and a sha256Hash."))
    return mark.lower()
