"""Turns a validated operation into steps, once per document: which resolver, which arguments, how the values become JSON."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    Visitor,
    is_leaf_type,
    visit,
)
from graphql.execution.execute import get_field_def
from graphql.execution.values import get_argument_values, get_directive_values
from graphql.type import GraphQLIncludeDirective, GraphQLSkipDirective

Run = Callable[[Sequence["Step"], Sequence[Any]], list[dict[str, Any]]]
Complete = Callable[[list[Any], Run], list[Any]]


class FallBack(Exception):
    """The fast pass cannot answer this faithfully; graphql-core does it anew."""


@dataclass(slots=True)
class Step:
    """One response key of a selection: resolved once for all parents of the selection."""

    key: str
    node: FieldNode
    definition: Any
    arguments: dict[str, Any] | None  # None: they hold variables, and are worked out at each run
    for_all: Callable[..., Sequence[Any]] | None
    reads: Callable[[Any], Any] | None
    resolve: Callable[..., Any] | None
    complete: Complete


class _UsesVariables(Visitor):
    found = False

    def enter_variable(self, node: VariableNode, *_: Any) -> None:
        self.found = True


def uses_variables(node: Any) -> bool:
    """Whether there is a variable anywhere inside."""
    looker = _UsesVariables()
    visit(node, looker)
    return looker.found


class Planner:
    """Plans the selections of one operation for given values of the variables that stand in @skip and @include."""

    def __init__(
        self, schema: GraphQLSchema, fragments: Mapping[str, FragmentDefinitionNode], switches: Mapping[str, Any]
    ) -> None:
        self.schema = schema
        self.fragments = fragments
        self.switches = dict(switches)
        self.memo: dict[tuple[str, tuple[int, ...]], list[Step]] = {}

    def operation(self, node: OperationDefinitionNode) -> list[Step]:
        """The steps of a query; FallBack where there is no fast way."""
        root = self.schema.query_type
        if root is None:
            raise FallBack
        return self.selection(root, [node.selection_set])

    def selection(self, parent: GraphQLObjectType, sets: Sequence[SelectionSetNode]) -> list[Step]:
        """The steps of merged selection sets on a type; the same sets are planned once."""
        mark = (parent.name, tuple(map(id, sets)))
        if mark not in self.memo:
            steps: list[Step] = []
            self.memo[mark] = steps
            steps.extend(self._step(parent, key, nodes) for key, nodes in self._collect(parent, sets).items())
        return self.memo[mark]

    def _collect(self, parent: GraphQLObjectType, sets: Sequence[SelectionSetNode]) -> dict[str, list[FieldNode]]:
        """The fields by response key, as the standard's CollectFields does."""
        fields: dict[str, list[FieldNode]] = {}
        seen: set[str] = set()

        def walk(selection_set: SelectionSetNode) -> None:
            for node in selection_set.selections:
                if not self._included(node):
                    continue
                if isinstance(node, FieldNode):
                    fields.setdefault(node.alias.value if node.alias else node.name.value, []).append(node)
                elif isinstance(node, InlineFragmentNode):
                    if node.type_condition is None or self._applies(node.type_condition.name.value, parent):
                        walk(node.selection_set)
                elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
                    seen.add(node.name.value)
                    fragment = self.fragments[node.name.value]
                    if self._applies(fragment.type_condition.name.value, parent):
                        walk(fragment.selection_set)

        for selection_set in sets:
            walk(selection_set)
        return fields

    def _included(self, node: Any) -> bool:
        if not node.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, node, self.switches)
        if skip and skip["if"]:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self.switches)
        return not include or bool(include["if"])

    def _applies(self, name: str, parent: GraphQLObjectType) -> bool:
        condition = self.schema.type_map[name]
        return condition is parent or (
            isinstance(condition, GraphQLInterfaceType | GraphQLUnionType) and self.schema.is_sub_type(condition, parent)
        )

    def _step(self, parent: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> Step:
        node = nodes[0]
        definition = get_field_def(self.schema, parent, node)
        if definition is None or node.name.value in ("__schema", "__type"):
            raise FallBack
        resolve = definition.resolve
        together = getattr(resolve, "for_all", None)
        read = getattr(resolve, "reads", None)
        if node.name.value == "__typename":
            together = _typename(parent.name)
        elif together is None and read is None:
            read = _default_read(resolve, node.name.value)
        static = not any(uses_variables(argument) for argument in node.arguments)
        return Step(
            key=key,
            node=node,
            definition=definition,
            arguments=get_argument_values(definition, node, {}) if static else None,
            for_all=together,
            reads=read,
            resolve=resolve,
            complete=self._completer(definition.type, [n.selection_set for n in nodes if n.selection_set]),
        )

    def _completer(self, kind: GraphQLOutputType, sets: list[SelectionSetNode]) -> Complete:
        if isinstance(kind, GraphQLNonNull):
            return _non_null(self._completer(kind.of_type, sets))
        if isinstance(kind, GraphQLList):
            return _list(self._completer(kind.of_type, sets))
        if is_leaf_type(kind):
            return _leaf(kind)
        if isinstance(kind, GraphQLObjectType):
            return _object(self.selection(kind, sets))
        raise FallBack  # interfaces and unions: graphql-core answers until the next issue


def _typename(name: str) -> Callable[..., Sequence[Any]]:
    return lambda parents, info: [name] * len(parents)


def _default_read(resolve: Any, name: str) -> Callable[[Any], Any] | None:
    """What graphene's own default resolver does, where the field has no other."""
    bound = getattr(resolve, "func", None)
    if resolve is None:
        return attrgetter(name)
    if bound is not None and bound.__name__ == "dict_or_attr_resolver":
        attribute, default = resolve.args
        return lambda parent: parent.get(attribute, default) if isinstance(parent, dict) else getattr(parent, attribute, default)
    return None


def _non_null(inner: Complete) -> Complete:
    def complete(values: list[Any], run: Run) -> list[Any]:
        if None in values:
            raise FallBack
        done = inner(values, run)
        if None in done:
            raise FallBack
        return done

    return complete


def _list(inner: Complete) -> Complete:
    def complete(values: list[Any], run: Run) -> list[Any]:
        flat = [item for value in values if value is not None for item in value]
        done = iter(inner(flat, run))
        return [None if value is None else [next(done) for _ in value] for value in values]

    return complete


def _leaf(kind: Any) -> Complete:
    serialize = kind.serialize
    plain = {"String": str, "ID": str, "Boolean": bool}.get(kind.name)

    def complete(values: list[Any], run: Run) -> list[Any]:
        return [value if value is None or type(value) is plain else serialize(value) for value in values]

    return complete


def _object(steps: Sequence[Step]) -> Complete:
    def complete(values: list[Any], run: Run) -> list[Any]:
        if None not in values:
            return run(steps, values)
        done = iter(run(steps, [value for value in values if value is not None]))
        return [None if value is None else next(done) for value in values]

    return complete
