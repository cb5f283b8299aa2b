"""Turns a validated operation into selections of steps, once per document: how values are found and become JSON."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from threading import RLock
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    default_type_resolver,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
)
from graphql.execution.execute import get_field_def
from graphql.execution.values import get_directive_values
from graphql.type import GraphQLIncludeDirective, GraphQLSkipDirective

from marketplace.kit.graphql.complete import Asking, Complete, FallBack, Values, abstract, each_once, leaf, objects, several
from marketplace.kit.graphql.find import Below, Find, finder, same

MOST_STEPS = 2000  # of one plan; what needs more is left to graphql-core, which plans nothing in advance


@dataclass(frozen=True, slots=True)
class Step:
    """One response key of a selection."""

    find: Find
    find_carefully: Find  # where mappings are among the parents
    complete: Complete
    cheap: bool  # only reads a value


def _joined(keys: tuple[str, ...], columns: list[Values]) -> Values:
    """An object for each row of the columns. Up to three keys are written out: most selections, in a third of the time."""
    if len(keys) == 1:
        (a,) = keys
        return [{a: one} for one in columns[0]]
    if len(keys) == 2:
        a, b = keys
        return [{a: one, b: two} for one, two in zip(*columns, strict=True)]
    if len(keys) == 3:
        a, b, c = keys
        return [{a: one, b: two, c: three} for one, two, three in zip(*columns, strict=True)]
    return list(map(dict, map(zip, repeat(keys), zip(*columns, strict=True))))


@dataclass(slots=True)
class Selection:
    """Merged selection sets on one type: each step is taken once for all parents."""

    keys: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    cheap: bool = False

    def run_different(self, parents: Values, asking: Asking, careful: bool) -> Values:
        """The same, each different parent once; where its values are only read, finding that out would cost as much."""
        return self.run(parents, asking, careful) if self.cheap else each_once(self.run, parents, asking, careful)

    def run(self, parents: Values, asking: Asking, careful: bool) -> Values:
        """An object for each parent, in order."""
        if not self.steps:
            return [{} for _ in parents]
        if careful:
            return _joined(self.keys, [step.complete(step.find_carefully(parents, asking), asking) for step in self.steps])
        return _joined(self.keys, [step.complete(step.find(parents, asking), asking) for step in self.steps])


class Plan:
    """The selections of one operation, for given values of the variables in @skip and @include.

    What stands below interfaces and unions is planned when a type is first met. FallBack where there is no fast way.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        operation: OperationDefinitionNode,
        switches: Mapping[str, Any],
    ) -> None:
        self.schema = schema
        self.size = 0
        self._fragments = fragments
        self._switches = dict(switches)
        self._made: dict[tuple[str, tuple[int, ...]], Selection] = {}
        self._lock = RLock()
        if schema.query_type is None:
            raise FallBack
        self.root = self._selection(schema.query_type, [operation.selection_set])

    def _selection(self, parent: GraphQLObjectType, sets: list[SelectionSetNode]) -> Selection:
        """The selection of these sets on a type; the same sets are planned once."""
        mark = (parent.name, tuple(map(id, sets)))
        with self._lock:  # another thread must not see a selection that is still being made
            made = self._made.get(mark)
            if made is None:
                made = self._made[mark] = Selection()
                fields = self._collect(parent, sets)
                made.steps = tuple(self._step(parent, nodes) for nodes in fields.values())
                made.keys = tuple(fields)
                made.cheap = all(step.cheap for step in made.steps)
        return made

    def _collect(self, parent: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> dict[str, list[FieldNode]]:
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
                    fragment = self._fragments[node.name.value]
                    if self._applies(fragment.type_condition.name.value, parent):
                        walk(fragment.selection_set)

        for selection_set in sets:
            walk(selection_set)
        return fields

    def _included(self, node: Any) -> bool:
        if not node.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, node, self._switches)
        if skip and skip["if"]:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self._switches)
        return not include or bool(include["if"])

    def _applies(self, name: str, parent: GraphQLObjectType) -> bool:
        condition: Any = self.schema.type_map[name]
        return condition is parent or (is_abstract_type(condition) and self.schema.is_sub_type(condition, parent))

    def _step(self, parent: GraphQLObjectType, nodes: list[FieldNode]) -> Step:
        self.size += 1
        definition = get_field_def(self.schema, parent, nodes[0])
        name = nodes[0].name.value
        if definition is None or name in ("__schema", "__type") or self.size > MOST_STEPS:
            raise FallBack
        paths: Mapping[str, Sequence[str]] = getattr(definition.resolve, "looks_ahead", {})
        ahead = {key: self._below(definition.type, nodes, path) for key, path in paths.items()}
        find, carefully = same(parent.name) if name == "__typename" else finder(definition, nodes[0], ahead)
        sets = [node.selection_set for node in nodes if node.selection_set]
        cheap = is_leaf_type(get_named_type(definition.type)) and hasattr(definition.resolve, "reads")
        return Step(find, carefully, self._completion(definition.type, sets, False), cheap)

    def _below(self, kind: GraphQLOutputType, nodes: list[FieldNode], path: Sequence[str]) -> list[Below]:
        """The fields that are asked for at a path of names below these nodes; nothing where it leads through interfaces."""
        found: list[Below] = []
        for name in path:
            parent = get_named_type(kind)
            if not isinstance(parent, GraphQLObjectType):
                return []
            fields = self._collect(parent, [node.selection_set for node in nodes if node.selection_set])
            nodes = [node for alike in fields.values() for node in alike if node.name.value == name]
            definition = parent.fields[name]
            found, kind = [(definition, node) for node in nodes], definition.type
        return found

    def _completion(self, kind: GraphQLOutputType, sets: list[SelectionSetNode], required: bool) -> Complete:
        if isinstance(kind, GraphQLNonNull):
            return self._completion(kind.of_type, sets, True)
        if isinstance(kind, GraphQLList):
            return several(self._completion(kind.of_type, sets, False), required)
        if is_leaf_type(kind):
            return leaf(kind, required)
        if isinstance(kind, GraphQLObjectType):
            return objects(self._selection(kind, sets).run_different, kind.is_type_of, required)
        return self._abstract(kind, sets, required)

    def _abstract(self, kind: Any, sets: list[SelectionSetNode], required: bool) -> Complete:
        resolve: Callable[..., Any] = kind.resolve_type or default_type_resolver
        ways: dict[str, Complete] = {}

        def concrete(name: Any) -> Complete:
            way = ways.get(name) if isinstance(name, str) else None
            if way is None:
                found = self.schema.get_type(name) if isinstance(name, str) else None
                if not isinstance(found, GraphQLObjectType) or not self.schema.is_sub_type(kind, found):
                    raise FallBack
                way = ways[name] = objects(self._selection(found, sets).run_different, found.is_type_of, True)
            return way

        return abstract(lambda value, asking: resolve(value, asking, kind), concrete, required)
