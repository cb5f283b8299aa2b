"""One look at a document's tree and at a request's variables: what they hold that no answer can be made of."""

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FloatValueNode,
    IntValueNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    VariableNode,
)

from marketplace.kit.graphql.errors import refusal
from marketplace.kit.graphql.limits import MOST_ALIASES
from marketplace.kit.graphql.scalars_json import bad

MOST_DIGITS = 40
# Checking whether repeated fields agree takes time by the square of their number: there is no use for many.
MOST_DEFINITIONS = 50
MOST_DECLARED = 100
MOST_REPEATS = 30
MOST_LEVELS = 32
MOST_VALUES = 2000
# What stands in no text of ours: C0 controls but tab and line ends, and halves of surrogate pairs.
_STRANGE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass
class Found:
    """What a document has: variables in @skip and @include, and whether it asks about the schema."""

    switches: set[str] = field(default_factory=set)
    introspects: bool = False
    aliases: int = 0


def inspect(tree: DocumentNode) -> Found:
    """Look at every node once. GraphQLError DOCUMENT_TOO_LARGE, TOO_MANY_ALIASES, or BAD_USER_INPUT for strange characters
    and endless numbers."""
    found = Found()
    if len(tree.definitions) > MOST_DEFINITIONS:
        raise refusal("DOCUMENT_TOO_LARGE", f"At most {MOST_DEFINITIONS} operations and fragments in a document.")
    waiting: list[Node] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, StringValueNode):
            _refuse_strange(node.value)
        elif isinstance(node, IntValueNode | FloatValueNode):
            _refuse_endless(node.value)
        else:
            _note(node, found)
            for key in node.keys:
                value = getattr(node, key)
                if isinstance(value, Node):
                    waiting.append(value)
                elif isinstance(value, list | tuple):
                    waiting.extend(value)
    return found


def _note(node: Node, found: Found) -> None:
    if isinstance(node, FieldNode):
        found.introspects = found.introspects or node.name.value in ("__schema", "__type")
        found.aliases += node.alias is not None
        if found.aliases > MOST_ALIASES:
            raise refusal("TOO_MANY_ALIASES", f"At most {MOST_ALIASES} aliases in a document.")
    elif isinstance(node, SelectionSetNode):
        _refuse_repeats(node)
    elif isinstance(node, OperationDefinitionNode):
        if len(node.variable_definitions or ()) > MOST_DECLARED:
            raise refusal("DOCUMENT_TOO_LARGE", f"At most {MOST_DECLARED} variables.")
    elif isinstance(node, DirectiveNode):
        found.switches.update(a.value.name.value for a in node.arguments if isinstance(a.value, VariableNode))


def _refuse_repeats(node: SelectionSetNode) -> None:
    if len(node.selections) > MOST_REPEATS:
        keys = Counter((s.alias or s.name).value for s in node.selections if isinstance(s, FieldNode))
        if any(count > MOST_REPEATS for count in keys.values()):
            raise refusal("DOCUMENT_TOO_LARGE", f"A field may stand {MOST_REPEATS} times in one place, at most.")


def refuse_strange_values(variables: dict[str, Any]) -> None:
    """GraphQLError BAD_USER_INPUT for texts with strange characters, numbers without end, and too much or too deep nesting."""
    waiting: list[tuple[Any, int]] = [(variables, 0)]
    seen = 0
    while waiting:
        value, level = waiting.pop()
        seen += 1
        if seen > MOST_VALUES or level > MOST_LEVELS:
            raise bad("The variables hold too many values, or are nested too deeply.")
        if isinstance(value, str):
            _refuse_strange(value)
        elif isinstance(value, dict):
            for name in value:
                _refuse_strange(name)
            waiting.extend((item, level + 1) for item in value.values())
        elif isinstance(value, list):
            waiting.extend((item, level + 1) for item in value)
        elif isinstance(value, float) and not math.isfinite(value):
            raise bad("This number has no end.")


def _refuse_strange(text: str) -> None:
    if _STRANGE.search(text):
        raise bad("A text holds characters that no text of ours can have.")


def _refuse_endless(digits: str) -> None:
    if len(digits) > MOST_DIGITS or not math.isfinite(float(digits)):
        raise bad("This number has too many digits.")
