"""How deep and how large a query may be, worked out before it runs; each fragment is weighed once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLNamedType,
    GraphQLSchema,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_list_type,
)
from graphql.type import GraphQLNonNull

MOST_TOKENS = 3000
MOST_DEPTH = 18
MOST_ROOT_FIELDS = 30
MOST_COST = 50_000
ROWS_WITHOUT_PAGING = 20


@dataclass(frozen=True, slots=True)
class Weight:
    """Of a selection: how many levels it has, and how many values it may bring."""

    depth: int
    cost: int


class Scale:
    """Weighs the operations of one document; variables count with the values of this request."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any]) -> None:
        self.schema = schema
        self.variables = variables
        self.fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        self.memo: dict[tuple[str, str], Weight] = {}

    def refuse_heavy(self, operation: OperationDefinitionNode) -> None:
        """Raise a GraphQLError with code QUERY_TOO_DEEP, TOO_MANY_ROOT_FIELDS or QUERY_TOO_COSTLY."""
        if len(operation.selection_set.selections) > MOST_ROOT_FIELDS:
            raise _refusal("TOO_MANY_ROOT_FIELDS", f"At most {MOST_ROOT_FIELDS} fields at the root.")
        root = self.schema.get_root_type(operation.operation)
        if root is None:
            return
        weight = self._weigh(operation.selection_set, root)
        if weight.depth > MOST_DEPTH:
            raise _refusal("QUERY_TOO_DEEP", f"At most {MOST_DEPTH} levels; this query has {weight.depth}.")
        if weight.cost > MOST_COST:
            raise _refusal("QUERY_TOO_COSTLY", f"At most {MOST_COST} values; this query may bring {weight.cost}.")

    def _weigh(self, selections: SelectionSetNode, parent: GraphQLNamedType, times: int = 1) -> Weight:
        depth, cost = 0, 0
        for node in selections.selections:
            weight = self._node(node, parent, times)
            depth, cost = max(depth, weight.depth), min(cost + weight.cost, 10 * MOST_COST)
        return Weight(depth, cost)

    def _node(self, node: Any, parent: GraphQLNamedType, times: int) -> Weight:
        if isinstance(node, FieldNode):
            return self._field(node, parent, times)
        if not isinstance(node, FragmentSpreadNode):
            condition = node.type_condition
            return self._weigh(node.selection_set, self._type(condition.name.value) if condition else parent, times)
        mark = (node.name.value, str(times))
        if mark not in self.memo:
            fragment = self.fragments[node.name.value]
            self.memo[mark] = self._weigh(fragment.selection_set, self._type(fragment.type_condition.name.value), times)
        return self.memo[mark]

    def _field(self, node: FieldNode, parent: GraphQLNamedType, times: int) -> Weight:
        definition = getattr(parent, "fields", {}).get(node.name.value)
        if definition is None or node.selection_set is None:
            return Weight(1, 1)
        paged = self._paged(node)
        kind = definition.type.of_type if isinstance(definition.type, GraphQLNonNull) else definition.type
        if paged is not None or "first" in definition.args:
            # a connection: its rows are counted where its `edges` list is met
            inner = self._weigh(node.selection_set, _named(kind), ROWS_WITHOUT_PAGING if paged is None else paged)
            rows = 1
        elif is_list_type(kind):
            rows = max(times, 1)
            inner = self._weigh(node.selection_set, _named(kind), ROWS_WITHOUT_PAGING)
        else:
            rows = 1
            inner = self._weigh(node.selection_set, _named(kind), times)
        return Weight(1 + inner.depth, 1 + rows * inner.cost)

    def _paged(self, node: FieldNode) -> int | None:
        for argument in node.arguments:
            if argument.name.value in ("first", "last"):
                value = argument.value
                count = self.variables.get(value.name.value) if isinstance(value, VariableNode) else None
                count = int(value.value) if isinstance(value, IntValueNode) else count
                if isinstance(count, int):
                    return max(1, min(count, MOST_COST))
        return None

    def _type(self, name: str) -> GraphQLNamedType:
        return self.schema.type_map[name]


def _named(kind: Any) -> GraphQLNamedType:
    named: GraphQLNamedType = get_named_type(kind)
    return named


def _refusal(code: str, message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": code})
