"""Answers a read: the plan's fast pass first, graphql-core where that cannot."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import InterfaceError, OperationalError
from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, execute

from marketplace.kit.deadline import TimedOut
from marketplace.kit.graphql.complete import Asking
from marketplace.kit.graphql.plan import Plan
from marketplace.kit.graphql.tally import tally

# The time is over, or the database is gone: asking graphql-core would only wait once more.
HOPELESS = (TimedOut, OperationalError, InterfaceError)
logger = logging.getLogger("zila.graphql")


@dataclass(frozen=True, slots=True)
class Executed:
    """Data and errors as the standard has them, and whether the fast pass found them."""

    data: dict[str, Any] | None
    errors: list[GraphQLError] | None
    fast: bool


def run_plan(plan: Plan, context: Any, variables: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a query. FallBack, or whatever a resolver raises, means: ask graphql-core."""
    asking = Asking(context, plan.schema, dict(variables))
    found: dict[str, Any] = plan.root.run([None], asking, False)[0]
    return found


def run_reference(
    schema: GraphQLSchema, tree: DocumentNode, context: Any, variables: dict[str, Any], operation_name: str | None
) -> Executed:
    """graphql-core's answer; `variables` as the client sent them."""
    result = execute(schema, tree, context_value=context, variable_values=variables, operation_name=operation_name)
    assert isinstance(result, ExecutionResult)  # no resolver of ours is asynchronous
    return Executed(result.data, result.errors, False)


def try_plan(plan: Plan | None, context: Any, variables: Mapping[str, Any]) -> Executed | None:
    """The fast pass's answer, or None where graphql-core has to say it; `variables` coerced. Counts which it was.
    Raises what would only happen again (HOPELESS)."""
    if plan is not None:
        try:
            found = run_plan(plan, context, variables)
        except HOPELESS:
            raise
        except Exception as error:  # whatever it was, graphql-core says it in the standard's words
            logger.debug("fell back to graphql-core: %r", error)
        else:
            tally.fast += 1
            return Executed(found, None, True)
    tally.reference += 1
    return None
