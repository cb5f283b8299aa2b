"""The HTTP door of GraphQL: JSON by POST only; every answer is JSON, every error has a code."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from graphql import GraphQLError
from graphql.execution.values import get_variable_values

from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.documents import Documents
from marketplace.kit.graphql.errors import formatted, refusal
from marketplace.kit.graphql.execute import run_reference, try_plan
from marketplace.kit.graphql.limits import Scale

MOST_VARIABLES = 100


@dataclass(slots=True)
class Context:
    """What resolvers are given: who asks, and a place to keep what one request needs twice."""

    request: HttpRequest
    kept: dict[Any, Any] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """Scheme and host that were asked, without a slash at the end."""
        return f"{self.request.scheme}://{self.request.get_host()}"

    @property
    def viewer(self) -> Any:
        """The person who asks; anonymous for now on this door, which reads no cookies."""
        return None


@cache
def documents() -> Documents:
    """This process's documents."""
    return Documents(schema())


def answer(query: str, variables: dict[str, Any], operation_name: str | None, context: Context) -> dict[str, Any]:
    """Run a read: the fast pass first, graphql-core where it cannot answer. GraphQLError for what cannot be run at all."""
    document = documents().get(query)
    if document.errors:
        return {"errors": [formatted(error) for error in document.errors]}
    operation = document.operation(operation_name)
    coerced = get_variable_values(schema(), operation.variable_definitions, variables, max_errors=20)
    if isinstance(coerced, list):
        return {"errors": [formatted(error) for error in coerced]}
    Scale(schema(), document.tree, coerced).refuse_heavy(operation)
    found = try_plan(document.plan(operation, coerced), context, coerced)
    if found is None:
        context.kept.clear()
        found = run_reference(schema(), document.tree, context, variables, operation_name)
    whole: dict[str, Any] = {"data": found.data}
    if found.errors:
        whole["errors"] = [formatted(error) for error in found.errors]
    return whole


@method_decorator(csrf_exempt, name="dispatch")
class GraphQLView(View):
    """POST /graphql/ with application/json. Cookies are not looked at, so other sites cannot borrow anybody's session."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """200 with data and errors, or 4xx with a coded error for a request that cannot be run."""
        try:
            body = self._body(request)
            result = answer(body["query"], body["variables"], body["operationName"], Context(request))
        except GraphQLError as error:
            code = (error.extensions or {}).get("code")
            status = {"TOO_LARGE": 413, "UNSUPPORTED_MEDIA_TYPE": 415}.get(str(code), 400)
            if code is None:
                error.extensions = {"code": "GRAPHQL_PARSE_FAILED"}
            return _json({"errors": [formatted(error)]}, status)
        except RecursionError:
            return _json({"errors": [formatted(refusal("QUERY_TOO_DEEP", _("The document is nested too deeply.")))]}, 400)
        return _json(result, 200 if "data" in result else 400)

    def _body(self, request: HttpRequest) -> dict[str, Any]:
        if request.content_type != "application/json":
            raise refusal("UNSUPPORTED_MEDIA_TYPE", _("Send application/json."))
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > settings.GRAPHQL_MAX_BODY_BYTES:
            raise refusal("TOO_LARGE", _("The request is too large."))
        try:
            body = orjson.loads(request.read(settings.GRAPHQL_MAX_BODY_BYTES + 1))
        except ValueError:
            raise refusal("INVALID_JSON", _("The body is not valid JSON in UTF-8.")) from None
        if not isinstance(body, dict):
            raise refusal("INVALID_REQUEST", _("Send one JSON object; batches are not accepted."))
        variables = body.get("variables") or {}
        name = body.get("operationName") or None
        if not isinstance(body.get("query"), str) or not isinstance(variables, dict) or not isinstance(name, str | None):
            raise refusal("INVALID_REQUEST", _("`query` must be a text and `variables` an object."))
        if len(variables) > MOST_VARIABLES:
            raise refusal("INVALID_REQUEST", _("Too many variables."))
        return {"query": body["query"], "variables": variables, "operationName": name}


def _json(content: dict[str, Any], status: int) -> HttpResponse:
    return HttpResponse(orjson.dumps(content, default=str), status=status, content_type="application/json")
