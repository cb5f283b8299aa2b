"""What a request asks for, read from a JSON body or from an address; anything else is refused with a code."""

import re
from dataclasses import dataclass
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from marketplace.kit.graphql.errors import refusal
from marketplace.kit.graphql.inspect import refuse_strange_values

MOST_VARIABLES = 100
_HASH = re.compile(r"[0-9a-f]{64}\Z")


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


def _body(request: HttpRequest) -> bytes:
    """The body, which may come in chunks without a length where the server says that it ends the stream."""
    most = settings.GRAPHQL_MAX_BODY_BYTES
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length and "HTTP_TRANSFER_ENCODING" in request.META:
        if not request.META.get("wsgi.input_terminated"):
            raise refusal("LENGTH_REQUIRED", _("Send the length of the body."))
        body: bytes = request.META["wsgi.input"].read(most + 1)  # Django's own stream ends where the length says
    else:
        length = length or "0"
        if not length.isdecimal() or int(length[:12]) > most:
            raise refusal("TOO_LARGE", _("The request is too large."))
        body = request.read(most + 1)
    if len(body) > most:
        raise refusal("TOO_LARGE", _("The request is too large."))
    return body


def asked_by_address(request: HttpRequest) -> Asked:
    """What a GET asks: only documents by hash, so that addresses stay short and can be kept by caches."""
    given: dict[str, Any] = {}
    for name in ("variables", "extensions"):
        value = request.GET.get(name, "")
        if len(value) > settings.GRAPHQL_MAX_BODY_BYTES:
            raise refusal("TOO_LARGE", _("The request is too large."))
        given[name] = _parsed(value.encode("utf-8", "surrogatepass")) if value else None
    given["operationName"] = request.GET.get("operationName")
    if "query" in request.GET or not given["extensions"]:
        raise refusal("PERSISTED_QUERY_REQUIRED", _("By GET only a document's hash is taken; send its text by POST."))
    return _asked(given, reading=True)


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
    mark = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
    if not isinstance(mark, str) or persisted.get("version") != 1 or not _HASH.match(mark.lower()):
        raise refusal("INVALID_REQUEST", _("`persistedQuery` must have version 1 and a sha256Hash."))
    return mark.lower()
