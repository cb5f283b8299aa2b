"""Arguments that have an answer: ids, slugs and the like that the graph itself names, and plain guesses for the rest."""

import json
from collections import defaultdict
from collections.abc import Callable
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)

Ask = Callable[[str], dict[str, Any]]
WORDS = ["a", "silk", "साड़ी", "", "varanasi", "2026-11-23"]
GUESSES: dict[str, list[Any]] = {
    "Int": [1, 2, 3], "PositiveInt": [1, 2, 3], "Float": [0, 0.5, 1000], "Decimal": [0, 2.5], "PositiveDecimal": [0, 1250.5],
    "Boolean": [True, False], "Date": ["2026-01-26"], "DateTime": ["2026-01-26T10:00:00+05:30"],
}  # fmt: skip
# how likely an optional argument is given; pages stay small, and only one end of them is asked for
CHANCES = {"first": 1.0, "last": 0.03, "after": 0.03, "before": 0.03, "id": 0.6, "slug": 0.5}
OTHERS = 0.3


def unwrapped(kind: Any) -> Any:
    """The type without its NonNull."""
    return kind.of_type if isinstance(kind, GraphQLNonNull) else kind


def node_of(kind: Any) -> Any:
    """What a connection's edges hold, or the named type itself."""
    named = get_named_type(kind)
    edges = getattr(named, "fields", {}).get("edges")
    return get_named_type(get_named_type(edges.type).fields["node"].type) if edges is not None else named


def literal(value: Any, kind: Any) -> str:
    """A value as it stands in a document; enums are given by name."""
    kind = unwrapped(kind)
    if value is None:
        return "null"
    if isinstance(kind, GraphQLList):
        items = value if isinstance(value, list) else [value]
        return f"[{', '.join(literal(item, kind.of_type) for item in items)}]"
    if isinstance(kind, GraphQLInputObjectType):
        return f"{{{', '.join(f'{name}: {literal(inner, kind.fields[name].type)}' for name, inner in value.items())}}}"
    return str(value) if isinstance(kind, GraphQLEnumType) else json.dumps(value)


class Values:
    """What the graph knows by type and field: known["District"]["slug"]. `small`: nothing in it is long."""

    def __init__(self, known: dict[str, dict[str, list[Any]]] | None = None, *, small: bool = False) -> None:
        self.known = known or {}
        self.small = small

    def chance(self, argument: str) -> float:
        """How likely an optional argument is given."""
        return CHANCES.get(argument, OTHERS)

    def choose(self, pick: Random, field: GraphQLField, name: str, kind: Any, depth: int = 2) -> Any:
        """A value for an argument of the field, or for a member of its inputs; as JSON."""
        if not isinstance(kind, GraphQLNonNull) and pick.random() < 0.05:
            return None
        kind = unwrapped(kind)
        if isinstance(kind, GraphQLList):
            return [self.choose(pick, field, name, kind.of_type, depth) for _ in range(pick.choice([0, 1, 1, 2]))]
        if isinstance(kind, GraphQLEnumType):
            common = [value for value in ("HI", "EN") if value in kind.values]
            return pick.choice(common if common and pick.random() < 0.8 else list(kind.values))
        if isinstance(kind, GraphQLInputObjectType):
            return {
                member: self.choose(pick, field, member, found.type, depth - 1)
                for member, found in kind.fields.items()
                if is_required_input_field(found) or (depth > 0 and pick.random() < OTHERS / 2)
            }
        found = self.found(field, name)
        if found and pick.random() < 0.9:
            return pick.choice(found)
        return self._guess(pick, kind.name)

    def found(self, field: GraphQLField, name: str) -> list[Any]:
        """What the graph has for an argument: of the type that the field gives, or of the type that the argument names."""
        mine = self.known.get(node_of(field.type).name, {})
        member = name.removesuffix("s") if name in ("ids", "slugs") else name
        if member in mine:
            return mine[member]
        for kind, fields in self.known.items():
            if name.lower() in (kind.lower(), f"{kind.lower()}s", f"{kind[:-1].lower()}ies"):
                return fields.get("slug" if name == kind.lower() and "slug" in fields else "id", [])
        return [value for fields in self.known.values() for value in fields.get(name, [])]

    def _guess(self, pick: Random, kind: str) -> Any:
        several = GUESSES.get(kind)
        return pick.choice(WORDS if several is None else several)


def harvest(schema: GraphQLSchema, ask: Ask) -> dict[str, dict[str, list[Any]]]:
    """The leaves of what the root's lists hold and of what hangs below that, by type and field."""
    known: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    assert schema.query_type is not None
    for name, field in schema.query_type.fields.items():
        kind = node_of(field.type)
        listed = isinstance(unwrapped(field.type), GraphQLList) or "first" in field.args
        if isinstance(kind, GraphQLObjectType) and listed and not any(map(is_required_argument, field.args.values())):
            answer = ask(f"{{ {name}{_wanted(field, 2)} }}")
            _note(known, kind, answer.get(name))
    return {kind: dict(fields) for kind, fields in known.items()}


def _wanted(field: GraphQLField, depth: int) -> str:
    """Arguments and selection that bring the leaves below a field."""
    kind = node_of(field.type)
    parts = ["__typename"]
    for name, found in kind.fields.items():
        if any(map(is_required_argument, found.args.values())):
            continue
        if is_leaf_type(get_named_type(found.type)):
            parts.append(name)
        elif depth > 1 and isinstance(node_of(found.type), GraphQLObjectType):
            parts.append(name + _wanted(found, depth - 1))
    selection = f"{{ {' '.join(parts)} }}"
    paged = "(first: 5)" if "first" in field.args else ""
    return f"{paged} {{ edges {{ node {selection} }} }}" if kind is not get_named_type(field.type) else f"{paged} {selection}"


def _note(known: dict[str, dict[str, list[Any]]], kind: Any, value: Any) -> None:
    if isinstance(value, list):
        for item in value[:20]:
            _note(known, kind, item)
    elif isinstance(value, dict) and "edges" in value:
        _note(known, kind, [edge["node"] for edge in value["edges"]])
    elif isinstance(value, dict):
        for name, inner in value.items():
            field = kind.fields.get(name)
            if isinstance(inner, dict | list) and field is not None and not is_leaf_type(get_named_type(field.type)):
                _note(known, node_of(field.type), inner)
            elif isinstance(inner, str) and inner and inner not in known[kind.name][name]:
                known[kind.name][name].append(inner)
