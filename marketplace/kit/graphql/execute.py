"""Runs a plan: each field once for all its parents, level by level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql.execution.values import get_argument_values

from marketplace.kit.graphql.plan import FallBack, Step


@dataclass(slots=True)
class Asking:
    """What resolvers get as `info` in the fast pass; they may only rely on `context`, which graphql-core gives too."""

    context: Any


def run_plan(steps: Sequence[Step], context: Any, variables: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a query. FallBack, or whatever a resolver raises, means: ask graphql-core."""
    info = Asking(context)
    values = dict(variables)

    def run(steps: Sequence[Step], parents: Sequence[Any]) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = [{} for _ in parents]
        if not parents:
            return answers
        for step in steps:
            found = _values(step, parents, info, values)
            key = step.key
            for answer, value in zip(answers, step.complete(found, run), strict=True):
                answer[key] = value
        return answers

    return run(steps, [None])[0]


def _values(step: Step, parents: Sequence[Any], info: Asking, variables: dict[str, Any]) -> list[Any]:
    """What the step's resolver says for each parent."""
    if step.reads is not None:
        return list(map(step.reads, parents))
    arguments = step.arguments
    if arguments is None:
        arguments = get_argument_values(step.definition, step.node, variables)
    if step.for_all is not None:
        found = list(step.for_all(parents, info, **arguments))
        if len(found) != len(parents):
            raise FallBack
        return found
    if step.resolve is None:
        raise FallBack
    return [step.resolve(parent, info, **arguments) for parent in parents]
