"""Answers one request: document, operation, variables, cost, allowance, and then the data, all of it or none."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from graphql import GraphQLError, OperationType
from graphql.execution.values import get_variable_values

from marketplace.kit import throttle
from marketplace.kit.deadline import within
from marketplace.kit.graphql import persisted
from marketplace.kit.graphql.asked import Asked
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.context import Context
from marketplace.kit.graphql.documents import Document, Documents
from marketplace.kit.graphql.errors import STATUS, code_of, formatted, refusal, whole_failure
from marketplace.kit.graphql.execute import HOPELESS, Executed, run_reference, try_plan
from marketplace.kit.graphql.limits import MOST_COST

LEAST_COST = 10  # what any request is charged, also one that is refused
CHARACTERS = 10  # of a refused document that cost 1: reading it takes time by its length
MOST_ERRORS = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: JSON and a status. `whole`: a read without any error, which caches may keep. `fast`: whether the fast
    pass found it, None where nothing was executed."""

    content: dict[str, Any]
    status: int = 200
    whole: bool = False
    wait: float = 0.0
    fast: bool | None = None
    encoded: bytes | None = None  # the content as JSON, once that is made


@cache
def documents() -> Documents:
    """This process's documents."""
    return Documents(schema())


def answer(asked: Asked, context: Context, among: Documents | None = None) -> Answer:
    """Run what is asked. Refusals are answers too; nothing is raised but what nobody foresaw."""
    try:
        return _answer(asked, context, documents() if among is None else among)
    except RecursionError:
        return refused(refusal("QUERY_TOO_DEEP", _("The document is nested too deeply.")), context, _reading(asked))
    except GraphQLError as error:
        return refused(error, context, _reading(asked))


def refused(error: GraphQLError, context: Context, cost: int = LEAST_COST) -> Answer:
    """The answer to a request that is not run; it is charged `cost`, unless it is a sign of our own trouble."""
    if code_of(error) not in ("THROTTLED", "TIMED_OUT", "UNAVAILABLE"):
        try:
            _charge(context, cost)
        except GraphQLError as throttled:
            error = throttled
    wait = (error.extensions or {}).get("retryAfter", 0)
    return Answer({"errors": [formatted(error)]}, STATUS.get(code_of(error), 400), wait=wait)


def _answer(asked: Asked, context: Context, among: Documents) -> Answer:
    document = among.get(persisted.text_of(asked))
    if document.errors:
        return _invalid(document.errors, context, _reading(asked))
    operation = document.operation(asked.operation)
    if asked.reading and operation.operation is not OperationType.QUERY:
        raise refusal("METHOD_NOT_ALLOWED", _("Only queries are answered by GET."))
    if document.introspects and not settings.GRAPHQL_INTROSPECTION:
        raise refusal("INTROSPECTION_DISABLED", _("This server does not tell its schema; it is published in the documentation."))
    variables = get_variable_values(among.schema, operation.variable_definitions, asked.variables, max_errors=MOST_ERRORS)
    if isinstance(variables, list):
        return _invalid([_bad_input(error) for error in variables], context, LEAST_COST)
    cost = document.scale.weigh(operation, variables).once
    _charge(context, max(cost, LEAST_COST))
    if asked.text is not None and asked.hash is not None:
        persisted.keep(asked, known=context.known is not None)
    found = _execute(document, asked, operation, variables, context)
    content: dict[str, Any] = {"data": found.data}
    if found.errors:
        content["errors"] = [formatted(error) for error in found.errors]
    content["extensions"] = {"cost": {"requestedQueryCost": cost, "maximumAvailable": MOST_COST}}
    return Answer(content, whole=not found.errors and operation.operation is OperationType.QUERY, fast=found.fast)


def _execute(document: Document, asked: Asked, operation: Any, variables: dict[str, Any], context: Context) -> Executed:
    """Data and errors; GraphQLError TIMED_OUT or UNAVAILABLE instead of half an answer."""
    try:
        with within(settings.GRAPHQL_SECONDS):
            found = try_plan(document.plan(operation, variables), context, variables)
            if found is None:
                context.kept.clear()
                found = run_reference(document.schema, document.tree, context, asked.variables, asked.operation)
    except HOPELESS as error:
        found = Executed(None, [GraphQLError("", original_error=error)], False)
    failure = whole_failure(found.errors or ())
    if failure is not None:
        raise failure
    return found


def _reading(asked: Asked) -> int:
    """What is charged for having read a document that is refused."""
    return max(len(asked.text or "") // CHARACTERS, LEAST_COST)


def _invalid(errors: list[GraphQLError], context: Context, cost: int) -> Answer:
    _charge(context, cost)
    return Answer({"errors": [formatted(error) for error in errors]}, 400)


def _bad_input(error: GraphQLError) -> GraphQLError:
    """A variable's error, said as graphql-core says it; what a scalar raised inside has served."""
    return GraphQLError(error.message, nodes=error.nodes, extensions={"code": "BAD_USER_INPUT"})


def _charge(context: Context, cost: int) -> None:
    """Let the request's key spend the cost, or raise THROTTLED with the wait."""
    if not settings.GRAPHQL_RATE:
        return
    viewer = context.known
    key = f"viewer:{viewer.person}" if viewer is not None else f"address:{throttle.address_of(context.request)}"
    wait = throttle.spend(key, cost, per_minute=settings.GRAPHQL_RATE, burst=settings.GRAPHQL_BURST)
    if wait:
        seconds = throttle.seconds_of(wait)
        raise refusal("THROTTLED", _("Too much was asked for; wait %(seconds)d s.") % {"seconds": seconds}, retryAfter=seconds)
