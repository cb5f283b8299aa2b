"""Documents as the server keeps them: parsed and validated once, in a cache that is bounded in number and size."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    parse,
    validate,
)

from marketplace.kit.graphql.assemble import lengths
from marketplace.kit.graphql.errors import refusal
from marketplace.kit.graphql.inspect import inspect
from marketplace.kit.graphql.limits import MOST_TOKENS, Scale
from marketplace.kit.graphql.overlaps import RULES
from marketplace.kit.graphql.plan import Plan
from marketplace.kit.graphql.plans import plans

MOST_DOCUMENTS = 1000
MOST_CHARACTERS = 250_000  # of all documents together; a tree takes about 200 bytes a character
MOST_ERRORS = 20


class Document:
    """A parsed document with what its validation found. GraphQLError for what is too large or holds impossible values."""

    def __init__(self, schema: GraphQLSchema, text: str) -> None:
        self.schema = schema
        self.tree: DocumentNode = parse(text, max_tokens=MOST_TOKENS)
        found = inspect(self.tree)
        self.switches = tuple(sorted(found.switches))
        self.introspects = found.introspects
        self.operations = [d for d in self.tree.definitions if isinstance(d, OperationDefinitionNode)]
        self.errors: list[GraphQLError] = validate(schema, self.tree, RULES, MOST_ERRORS, hide_suggestions=True)
        self.errors += [_of_no_type(operation) for operation in self.operations if not schema.get_root_type(operation.operation)]
        self.fragments = {d.name.value: d for d in self.tree.definitions if isinstance(d, FragmentDefinitionNode)}
        self.scale = Scale(schema, self.tree, lengths())

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation of this name, or the only one; GraphQLError UNKNOWN_OPERATION."""
        found = [o for o in self.operations if name is None or (o.name is not None and o.name.value == name)]
        if len(found) != 1:
            raise refusal("UNKNOWN_OPERATION", "Say in operationName which of the document's operations to run.")
        return found[0]

    def plan(self, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> Plan | None:
        """The plan of a query, or None where only graphql-core can answer it; `variables` coerced."""
        return plans.get(self, operation, variables) if operation.operation is OperationType.QUERY else None


def _of_no_type(operation: OperationDefinitionNode) -> GraphQLError:
    """What validation by the specification lets pass: an operation of a kind that the schema has none of."""
    return GraphQLError(f"The schema has no {operation.operation.value}s.", operation)


class Documents:
    """The cache: least recently used documents go first. Broken documents are not kept."""

    def __init__(self, schema: GraphQLSchema, most: int = MOST_DOCUMENTS, characters: int = MOST_CHARACTERS) -> None:
        self.schema = schema
        self.most = most
        self.characters = characters
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

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
                self._keep(text, document)
        return document

    def _keep(self, text: str, document: Document) -> None:
        if self._kept.setdefault(text, document) is document:
            self._size += len(text)
        while len(self._kept) > self.most or self._size > self.characters:
            oldest, _document = self._kept.popitem(last=False)
            self._size -= len(oldest)
