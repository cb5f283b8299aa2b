"""The executors without a database: a list of cards by the fast pass, by graphql-core, and encoded from a ready answer.

All three on the same schema and rows in one process, in rounds that alternate; medians and what they are to each other.
"""

import time
from argparse import ArgumentParser
from collections.abc import Callable
from statistics import median
from typing import Any

import orjson
from graphql import ExecutionResult, execute

from marketplace.bench.graphs import cards
from marketplace.kit.graphql.documents import Document
from marketplace.kit.graphql.execute import run_plan

Write = Callable[[str], Any]


def arguments(parser: ArgumentParser) -> None:
    """How many cards, how often."""
    parser.add_argument("--cards", type=int, default=24, help="cards of the list (24)")
    parser.add_argument("--rounds", type=int, default=30, help="rounds (30)")


def run(options: dict[str, Any], write: Write) -> None:
    """Measure and print milliseconds and ratios."""
    schema, rows, variables = cards.window(), cards.rows(options["cards"]), {"first": options["cards"]}
    document = Document(schema, cards.DOCUMENT)
    plan = document.plan(document.operation(None), variables)
    assert plan is not None

    def fast() -> dict[str, Any]:
        return run_plan(plan, rows, variables)

    def reference() -> Any:
        result = execute(schema, document.tree, context_value=rows, variable_values=variables)
        assert isinstance(result, ExecutionResult) and not result.errors
        return result.data

    ready = fast()
    if orjson.dumps(ready) != orjson.dumps(reference()):
        raise RuntimeError("The executors do not agree.")
    took = _measured({"fast pass": fast, "graphql-core": reference, "encoding": lambda: orjson.dumps(ready)}, options["rounds"])
    for name, seconds in took.items():
        write(f"{name}: {seconds * 1000:.3f} ms for {options['cards']} cards ({len(orjson.dumps(ready))} bytes)")
    write(
        f"fast pass to graphql-core: {took['fast pass'] / took['graphql-core']:.3f}; "
        f"encoding to fast pass: {took['encoding'] / took['fast pass']:.3f}"
    )


def _measured(ways: dict[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    """Seconds of one call of each: the median of the rounds, each the mean of some calls."""
    calls = 10
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            begun = time.perf_counter()
            for _call in range(calls):
                way()
            took[name].append((time.perf_counter() - begun) / calls)
    return {name: median(several) for name, several in took.items()}
