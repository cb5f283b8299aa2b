"""Asks both executors the same and compares: data and errors must be equal to the last byte."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    execute,
    get_operation_ast,
    parse,
    print_ast,
)
from graphql.execution.values import get_variable_values

from marketplace.bench.graphs.writer import INTROSPECTION, Writer, Written
from marketplace.kit.graphql.documents import Document
from marketplace.kit.graphql.execute import run_plan

Contexts = Callable[[], Any]


@dataclass(slots=True)
class Findings:
    """What became of the documents."""

    documents: int = 0
    fast: int = 0
    errors: int = 0  # graphql-core found errors, so that only it could answer
    introspection: int = 0  # asked about the schema, which only graphql-core answers
    needless: Counter[str] = field(default_factory=Counter)  # fell back though there was no error, by reason
    different: list[Written] = field(default_factory=list)
    skipped: int = 0  # written, but not valid, so that nothing is executed

    @property
    def fell_back(self) -> int:
        """Answered by graphql-core."""
        return self.documents - self.fast


class Judge:
    """Compares on one schema; `context` makes what resolvers are given, anew for each execution."""

    def __init__(self, schema: GraphQLSchema, context: Contexts) -> None:
        self.schema = schema
        self.context = context
        self.reason = ""

    def read(self, written: Written) -> Document | None:
        """The document, or None where it is not valid, or its variables are not."""
        try:
            document = Document(self.schema, written.text)
        except GraphQLError:
            return None
        return None if document.errors or isinstance(self._coerced(document, written), list) else document

    def _coerced(self, document: Document, written: Written) -> list[GraphQLError] | dict[str, Any]:
        return get_variable_values(self.schema, document.operation(None).variable_definitions, written.variables)

    def both(self, document: Document, written: Written) -> tuple[Any, ExecutionResult]:
        """The fast pass's data, None where it falls back, and graphql-core's answer."""
        operation = document.operation(None)
        coerced = self._coerced(document, written)
        assert isinstance(coerced, dict)
        slow = execute(self.schema, document.tree, context_value=self.context(), variable_values=written.variables)
        assert isinstance(slow, ExecutionResult)
        try:
            plan = document.plan(operation, coerced)
            if plan is None:
                self.reason = "no plan"
                return None, slow
            return run_plan(plan, self.context(), coerced), slow
        except Exception as error:
            self.reason = repr(error)
            return None, slow

    def differ(self, written: Written) -> bool:
        """Whether the document is valid, and the fast pass says anything else than graphql-core."""
        document = self.read(written)
        if document is None:
            return False
        fast, slow = self.both(document, written)
        return fast is not None and not same(fast, slow)

    def judge(self, writer: Writer, number: int) -> Findings:
        """Compare so many valid documents."""
        found = Findings()
        while found.documents < number:
            written = writer.write()
            document = self.read(written)
            if document is None:
                found.skipped += 1
                continue
            found.documents += 1
            fast, slow = self.both(document, written)
            if fast is not None:
                found.fast += 1
                if not same(fast, slow):
                    found.different.append(smallest(written, self.differ))
            elif slow.errors:
                found.errors += 1
            elif INTROSPECTION in written.text:
                found.introspection += 1
            else:
                found.needless[self.reason] += 1
        return found


def same(fast: Any, slow: ExecutionResult) -> bool:
    """Whether the answers are one: the fast pass has never errors, so there may be none."""
    return not slow.errors and orjson.dumps(fast, default=str) == orjson.dumps(slow.data, default=str)


def smallest(written: Written, differ: Callable[[Written], bool]) -> Written:
    """The document without all that can be left out while the answers still differ."""
    shorter = True
    while shorter:
        shorter = False
        for candidate in _shortened(written):
            if differ(candidate):
                written, shorter = candidate, True
                break
    return written


def _shortened(written: Written) -> Iterator[Written]:
    """The document with one selection less, or with an inline fragment's own selections in its place, each in turn."""
    for place, selections in enumerate(_sets(parse(written.text))):
        for index, node in enumerate(selections.selections):
            ways: list[tuple[Any, ...]] = [()] if len(selections.selections) > 1 else []
            if isinstance(node, InlineFragmentNode):
                ways.append(node.selection_set.selections)
            for instead in ways:
                tree = parse(written.text)
                chosen = _sets(tree)[place]
                chosen.selections = (*chosen.selections[:index], *instead, *chosen.selections[index + 1 :])
                yield _tidied(tree, written.variables)


def _sets(tree: Any) -> list[SelectionSetNode]:
    found: list[SelectionSetNode] = []
    waiting = list(tree.definitions)
    while waiting:
        node = waiting.pop(0)
        if node.selection_set is not None:
            found.append(node.selection_set)
            waiting.extend(one for one in node.selection_set.selections if getattr(one, "selection_set", None) is not None)
    return found


def _tidied(tree: Any, variables: dict[str, Any]) -> Written:
    """Without fragments and variables that are not used any more."""
    while True:
        text = print_ast(tree)
        used = [one for one in tree.definitions if getattr(one, "operation", None) or f"...{one.name.value}" in text]
        if len(used) == len(tree.definitions):
            break
        tree.definitions = tuple(used)
    operation = get_operation_ast(tree)
    assert operation is not None
    kept = [one for one in operation.variable_definitions if text.count(f"${one.variable.name.value}") > 1]
    operation.variable_definitions = tuple(kept)
    names = {one.variable.name.value for one in kept}
    return Written(print_ast(tree), {name: value for name, value in variables.items() if name in names})
