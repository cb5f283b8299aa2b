"""How deep, wide and costly an operation may be, worked out before it runs; each fragment is weighed once.

The table of costs, as api.md publishes it:

| what | cost |
|---|---|
| a long text (a JSONString, a `description`, not in introspection) | TEXT |
| another scalar or an enum | 0 |
| an object | 1 |
| a connection | CONNECTION, and `first` or `last` times what is asked of a row (ROWS without either) |
| `totalCount` | COUNT |
| `facets` | FACETS, and what is asked of them |
| a list without paging | 1, and what is asked of an item times the usual length: by the type of its items as the packages'
schema modules say (LENGTHS), otherwise ROWS; FEW in introspection; never more than a `limit` |
| a search for words (an argument `search` or `query`, or `search` in `filter` or `where`) | SEARCH |
| a mutation | MUTATION, and what is asked of its payload |
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
)

from marketplace.kit.graphql.errors import refusal

MOST_TOKENS = 3000
MOST_DEPTH = 18
MOST_ROOT_FIELDS = 30
MOST_ALIASES = 100
MOST_COST = 50_000

CONNECTION, COUNT, MUTATION, SEARCH, FACETS, TEXT = 5, 10, 10, 500, 500, 1
ROWS, FEW = 20, 5

_CEILING = 10**9  # weights of doubling fragments stop growing here
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Weight:
    """Of a selection: its levels, its fields (fragments spread out), and its cost.

    `each` is the part of the cost that is due for each row of the connection around it.
    """

    depth: int = 0
    fields: int = 0
    once: int = 0
    each: int = 0

    def and_(self, other: "Weight") -> "Weight":
        """Both side by side."""
        return Weight(
            max(self.depth, other.depth),
            min(self.fields + other.fields, _CEILING),
            min(self.once + other.once, _CEILING),
            min(self.each + other.each, _CEILING),
        )


class Scale:
    """Weighs the operations of one document. Page sizes that are variables count with the values of the request."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, lengths: Mapping[str, int] = MappingProxyType({})) -> None:
        self.schema = schema
        self.lengths = lengths
        self.fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        self._sizes: set[str] = set()  # the variables that were met as page sizes
        self._searches: set[str] = set()  # the variables that were met where there may be a search
        self._kept: OrderedDict[tuple[Any, ...], Weight] = OrderedDict()

    def weigh(self, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> Weight:
        """The operation's weight with these variables; GraphQLError for one that is too heavy."""
        weight = self._kept.get(self._mark(operation, variables))
        if weight is None:
            weight = _Weighing(self, variables).operation(operation)
            self._kept[self._mark(operation, variables)] = weight
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        _refuse_heavy(weight)
        return weight

    def _mark(self, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> tuple[Any, ...]:
        """What the weight depends upon, as far as it is known yet."""
        sizes = sorted((name, variables.get(name)) for name in self._sizes)
        searches = sorted((name, *_searches_of(variables.get(name))) for name in self._searches)
        return (id(operation), *sizes, *searches)

    def note_size(self, name: str) -> None:
        """Weights depend on this variable, which is a page size."""
        self._sizes.add(name)

    def note_search(self, name: str) -> None:
        """Weights depend on whether there is a search in this variable."""
        self._searches.add(name)


def _searches_of(value: Any) -> tuple[bool, int]:
    """What the weight can depend upon of a variable that may be a search's words, or a filter that has some."""
    return bool(value), count_searches(value)


def count_searches(value: Any) -> int:
    """How many searches for words there are in the value of a variable."""
    if isinstance(value, dict):
        return sum(bool(item) if name == "search" else count_searches(item) for name, item in value.items())
    return sum(map(count_searches, value)) if isinstance(value, list) else 0


def _refuse_heavy(weight: Weight) -> None:
    if weight.fields > MOST_ROOT_FIELDS:
        raise refusal("TOO_MANY_ROOT_FIELDS", f"At most {MOST_ROOT_FIELDS} fields at the root.")
    if weight.depth > MOST_DEPTH:
        raise refusal("QUERY_TOO_DEEP", f"At most {MOST_DEPTH} levels; this query has {weight.depth}.")
    if weight.once > MOST_COST:
        raise refusal("QUERY_TOO_COSTLY", f"At most {MOST_COST} may be spent; this query would cost {weight.once}.")


def _of_leaf(name: str, parent: GraphQLNamedType, kind: GraphQLNamedType | None) -> int:
    """What a field without a selection costs."""
    if name == "totalCount":
        return COUNT
    long = name == "description" or (kind is not None and kind.name == "JSONString")
    return TEXT if long and not parent.name.startswith("__") else 0


class _Weighing:
    """One walk through an operation, with the variables of one request."""

    def __init__(self, scale: Scale, variables: Mapping[str, Any]) -> None:
        self.scale = scale
        self.variables = variables
        self.memo: dict[str, Weight] = {}

    def operation(self, operation: OperationDefinitionNode) -> Weight:
        root = self.scale.schema.get_root_type(operation.operation)
        if root is None:
            return Weight()
        weight = self._selection(operation.selection_set, root)
        if operation.operation is OperationType.MUTATION:
            weight = weight.and_(Weight(once=MUTATION * weight.fields))
        return weight

    def _selection(self, selections: SelectionSetNode, parent: GraphQLNamedType) -> Weight:
        weight = Weight()
        for node in selections.selections:
            weight = weight.and_(self._node(node, parent))
        return weight

    def _node(self, node: Any, parent: GraphQLNamedType) -> Weight:
        if isinstance(node, FieldNode):
            return self._field(node, parent)
        if isinstance(node, InlineFragmentNode):
            condition = node.type_condition
            return self._selection(node.selection_set, self._type(condition.name.value) if condition else parent)
        assert isinstance(node, FragmentSpreadNode)
        name = node.name.value
        if name not in self.memo:
            fragment = self.scale.fragments[name]
            self.memo[name] = self._selection(fragment.selection_set, self._type(fragment.type_condition.name.value))
        return self.memo[name]

    def _field(self, node: FieldNode, parent: GraphQLNamedType) -> Weight:
        name = node.name.value
        definition = getattr(parent, "fields", {}).get(name)
        kind = get_nullable_type(definition.type) if definition else self.scale.schema.type_map.get(_INTROSPECTED.get(name, ""))
        named = get_named_type(kind) if kind else None
        if named is None or is_leaf_type(named) or node.selection_set is None:
            return Weight(1, 1, _of_leaf(name, parent, named))
        own = SEARCH * self._searches(node) + (FACETS if name == "facets" else 0)
        inner = self._selection(node.selection_set, named).and_(Weight(once=own))
        depth, each = 1 + inner.depth, min(1 + inner.once + inner.each, _CEILING)
        if is_list_type(kind) and parent.name.endswith("Connection"):
            return Weight(depth, 1, each=each)
        if is_list_type(kind):
            rows = self._length(node, FEW if parent.name.startswith("__") else self.scale.lengths.get(named.name, ROWS))
            return Weight(depth, 1, min(1 + rows * each, _CEILING))
        if named.name.endswith("Connection"):
            return Weight(depth, 1, min(CONNECTION + inner.once + self._rows(node, ROWS) * inner.each, _CEILING))
        return Weight(depth, 1, each)

    def _length(self, node: FieldNode, usual: int) -> int:
        """How long a list without paging is taken to be."""
        asked = self._rows(node, usual)
        return min(asked, usual) if any(argument.name.value == "limit" for argument in node.arguments) else asked

    def _rows(self, node: FieldNode, otherwise: int) -> int:
        """The page size that is asked for; what is none, or no number yet, counts as the usual one."""
        for argument in node.arguments:
            if argument.name.value in ("first", "last", "limit"):
                value, count = argument.value, None
                if isinstance(value, VariableNode):
                    self.scale.note_size(value.name.value)
                    count = self.variables.get(value.name.value)
                elif isinstance(value, IntValueNode):
                    count = int(value.value)
                if isinstance(count, int):
                    return max(1, min(count, MOST_COST))
        return otherwise

    def _searches(self, node: FieldNode) -> int:
        """How many searches for words a field's arguments ask for."""
        return sum(self._searches_in(a.name.value, a.value) for a in node.arguments if a.name.value in _SEARCHING)

    def _searches_in(self, name: str, value: ValueNode) -> int:
        if isinstance(value, VariableNode):
            self.scale.note_search(value.name.value)
            given = self.variables.get(value.name.value)
            return bool(given) if name in _WORDS else count_searches(given)
        if isinstance(value, ObjectValueNode):
            return sum(self._searches_in(field.name.value, field.value) for field in value.fields)
        if isinstance(value, ListValueNode):
            return sum(self._searches_in("", item) for item in value.values)
        return name in _WORDS and bool(getattr(value, "value", None))

    def _type(self, name: str) -> GraphQLNamedType:
        return self.scale.schema.type_map[name]


_WORDS = ("search", "query")
_SEARCHING = (*_WORDS, "filter", "where")
_INTROSPECTED = {"__schema": "__Schema", "__type": "__Type"}
