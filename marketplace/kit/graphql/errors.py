"""Errors as clients see them: a sentence for people, and always a code in `extensions`."""

import logging
from typing import Any

from django.utils.translation import gettext as _
from graphql import GraphQLError

from marketplace.kit.refused import Refused

logger = logging.getLogger("zila.graphql")


def formatted(error: GraphQLError) -> dict[str, Any]:
    """The error as JSON: Refused keeps its code and field, syntax and validation errors say GRAPHQL_..., anything else
    is a bug: it is logged with its traceback, and the client learns only INTERNAL_ERROR."""
    cause = error.original_error
    answer: dict[str, Any] = {"message": error.message}
    if isinstance(cause, Refused):
        answer["message"] = str(cause.message)
        answer["extensions"] = {"code": cause.code, **({"field": cause.field} if cause.field else {})}
    elif cause is None or isinstance(cause, GraphQLError):
        answer["extensions"] = {"code": (error.extensions or {}).get("code", "GRAPHQL_VALIDATION_FAILED")}
    else:
        logger.error("a resolver failed", exc_info=cause)
        answer = {"message": _("Something went wrong on our side."), "extensions": {"code": "INTERNAL_ERROR"}}
    if error.path:
        answer["path"] = error.path
    if error.locations:
        answer["locations"] = [location.formatted for location in error.locations]
    return answer


def refusal(code: str, message: str) -> GraphQLError:
    """A request error with a code."""
    return GraphQLError(message, extensions={"code": code})
