"""Errors as clients see them: a sentence for people, and always a code in `extensions`."""

import logging
from collections.abc import Iterable
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _
from graphql import GraphQLError, GraphQLSyntaxError
from psycopg.errors import QueryCanceled

from marketplace.kit.deadline import TimedOut
from marketplace.kit.refused import Refused

logger = logging.getLogger("zila.graphql")

# What HTTP says about a request that was not run; 400 for all other codes.
STATUS = {
    "TOO_LARGE": 413,
    "UNSUPPORTED_MEDIA_TYPE": 415,
    "METHOD_NOT_ALLOWED": 405,
    "LENGTH_REQUIRED": 411,
    "THROTTLED": 429,
    "PERSISTED_QUERY_NOT_FOUND": 200,
    "TIMED_OUT": 503,
    "UNAVAILABLE": 503,
}


def refusal(code: str, message: str, **more: Any) -> GraphQLError:
    """A request error with a code."""
    return GraphQLError(message, extensions={"code": code, **more})


def code_of(error: GraphQLError) -> str:
    """The code that clients see: Refused keeps its own; what is nobody's fault outside is INTERNAL_ERROR."""
    cause = _cause(error)
    if isinstance(cause, Refused):
        return cause.code
    if cause is None:
        given = (error.extensions or {}).get("code")
        return str(given or ("GRAPHQL_PARSE_FAILED" if isinstance(error, GraphQLSyntaxError) else "GRAPHQL_VALIDATION_FAILED"))
    if isinstance(cause, TimedOut) or isinstance(cause.__cause__, QueryCanceled):
        return "TIMED_OUT"
    return "UNAVAILABLE" if isinstance(cause, OperationalError | InterfaceError) else "INTERNAL_ERROR"


def formatted(error: GraphQLError) -> dict[str, Any]:
    """The error as JSON. Of a bug and of a database that fails, the log has the traceback and the client only a code."""
    code, cause = code_of(error), _cause(error)
    answer: dict[str, Any] = {"message": error.message, "extensions": {"code": code}}
    if isinstance(cause, Refused):
        answer["message"] = str(cause.message)
        if cause.field:
            answer["extensions"]["field"] = cause.field
    elif cause is None:
        answer["extensions"] = {**(error.extensions or {}), "code": code}
    else:
        answer["message"] = _said_of(code)
        logger.error("a resolver failed: %s", code, exc_info=cause)
    if error.path:
        answer["path"] = error.path
    if error.locations:
        answer["locations"] = [location.formatted for location in error.locations]
    return answer


def whole_failure(errors: Iterable[GraphQLError]) -> GraphQLError | None:
    """The error that leaves no part of the answer worth sending: the time was over, or the database is gone."""
    for error in errors:
        code = code_of(error)
        if code in ("TIMED_OUT", "UNAVAILABLE") and _cause(error) is not None:
            logger.error("no answer: %s", code, exc_info=_cause(error))
            return refusal(code, _said_of(code))
    return None


def _said_of(code: str) -> str:
    if code == "TIMED_OUT":
        return _("This took too long; ask for less at once.")
    if code == "UNAVAILABLE":
        return _("The shop cannot be reached right now. Try again in a moment.")
    return _("Something went wrong on our side.")


def _cause(error: GraphQLError) -> BaseException | None:
    """What a resolver raised; None for what graphql-core or our own door found wrong with the request."""
    cause: BaseException | None = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    return cause
