"""Documents as the server keeps them: parsed and validated once, in a bounded cache."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    parse,
    validate,
    visit,
)

from marketplace.kit.graphql.errors import refusal
from marketplace.kit.graphql.limits import MOST_TOKENS
from marketplace.kit.graphql.plan import Plan
from marketplace.kit.graphql.plans import plans

MOST_DOCUMENTS = 1000
MOST_ERRORS = 20


class _Switches(Visitor):
    """Finds the variables that stand in @skip and @include."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
        for argument in node.arguments:
            if isinstance(argument.value, VariableNode):
                self.names.add(argument.value.name.value)


class Document:
    """A parsed document with what its validation found."""

    def __init__(self, schema: GraphQLSchema, text: str) -> None:
        self.schema = schema
        self.tree: DocumentNode = parse(text, max_tokens=MOST_TOKENS)
        self.errors: list[GraphQLError] = validate(schema, self.tree, max_errors=MOST_ERRORS, hide_suggestions=True)
        self.operations = [d for d in self.tree.definitions if isinstance(d, OperationDefinitionNode)]
        self.fragments = {d.name.value: d for d in self.tree.definitions if isinstance(d, FragmentDefinitionNode)}
        looker = _Switches()
        visit(self.tree, looker)
        self.switches = tuple(sorted(looker.names))

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation of this name, or the only one; GraphQLError UNKNOWN_OPERATION."""
        found = [o for o in self.operations if name is None or (o.name is not None and o.name.value == name)]
        if len(found) != 1:
            raise refusal("UNKNOWN_OPERATION", "Say in operationName which of the document's operations to run.")
        return found[0]

    def plan(self, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> Plan | None:
        """The plan of a query, or None where only graphql-core can answer it; `variables` coerced."""
        return plans.get(self, operation, variables) if operation.operation is OperationType.QUERY else None


class Documents:
    """The cache: least recently used documents go first. Broken documents are not kept."""

    def __init__(self, schema: GraphQLSchema, most: int = MOST_DOCUMENTS) -> None:
        self.schema = schema
        self.most = most
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._lock = Lock()

    def get(self, text: str) -> Document:
        """The document; GraphQLError where it cannot be parsed (its validation errors stand in `errors`)."""
        with self._lock:
            document = self._kept.get(text)
            if document is not None:
                self._kept.move_to_end(text)
                return document
        document = Document(self.schema, text)
        if not document.errors:
            with self._lock:
                self._kept[text] = document
                while len(self._kept) > self.most:
                    self._kept.popitem(last=False)
        return document
