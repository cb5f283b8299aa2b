"""Writes valid GraphQL documents at random from a schema: the same seed gives the same documents."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLList,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_leaf_type,
    is_required_argument,
    is_union_type,
)

from marketplace.bench.graphs.values import Values, literal, unwrapped

SIZES = (5, 10, 20, 40)  # fields of a document, roughly
MOST_FIELDS = 5
MOST_ROOT_FIELDS = 3
INTROSPECTION = "__schema { queryType { name } types { name kind } }"


@dataclass(frozen=True, slots=True)
class Written:
    """A document with the variables to send."""

    text: str
    variables: dict[str, Any]


@dataclass
class _Sheet:
    """What one document collects while it is written."""

    fragments: dict[str, tuple[str, str]] = field(default_factory=dict)  # name: (type, text)
    variables: dict[str, tuple[str, Any]] = field(default_factory=dict)  # name: (declaration, value)
    aliases: int = 0
    room: int = 0  # fields that may still be written; when there is none left, only leaves follow


class Writer:
    """`values` knows which arguments have an answer; `depth` is how many levels there may be."""

    def __init__(self, schema: GraphQLSchema, values: Values, seed: int, depth: int = 7) -> None:
        self.schema = schema
        self.values = values
        self.random = Random(seed)
        self.depth = depth

    def write(self) -> Written:
        """The next document; valid but for a few whose merged fields are in conflict."""
        sheet = _Sheet(room=self.random.choice(SIZES))
        assert self.schema.query_type is not None
        body = self._selection(sheet, self.schema.query_type, self.depth, MOST_ROOT_FIELDS)
        if self.random.random() < 0.01:
            body = f"{body[:-1]} {INTROSPECTION} }}"
        declared = ", ".join(f"${name}: {declaration}" for name, (declaration, _value) in sheet.variables.items())
        text = f"query Random{f'({declared})' if declared else ''} {body}"
        for name, (kind, selection) in sheet.fragments.items():
            text += f"\nfragment {name} on {kind} {selection}"
        sent = {name: value for name, (_declared, value) in sheet.variables.items() if value is not ...}
        return Written(text, sent)

    def _selection(self, sheet: _Sheet, kind: Any, depth: int, most: int = MOST_FIELDS) -> str:
        pick = self.random
        parts = [self._field(sheet, kind, depth) for _ in range(pick.randint(1, most))] if not is_union_type(kind) else []
        if pick.random() < 0.3 or is_abstract_type(kind):
            parts.append(f"__typename{self._directives(sheet)}")
        for _ in range(pick.choice([1, 2, 3]) if is_abstract_type(kind) else pick.choice([0, 0, 0, 1])):
            if depth > 0 and sheet.room > 0:
                parts.append(self._fragment(sheet, kind, depth - 1))
        written = [part for part in parts if part]
        return f"{{ {' '.join(written or ['__typename'])} }}"

    def _field(self, sheet: _Sheet, kind: Any, depth: int) -> str:
        """A field with its arguments, directives and selection; empty where none fits."""
        sheet.room -= 1
        if sheet.room < 0:
            depth = 1
        fits = [name for name, found in kind.fields.items() if depth > 1 or is_leaf_type(get_named_type(found.type))]
        if not fits:
            return ""
        name = self.random.choice(fits)
        found: GraphQLField = kind.fields[name]
        arguments = self._arguments(sheet, found)
        alias = ""
        if arguments or self.random.random() < 0.15:
            sheet.aliases += 1
            alias = f"a{sheet.aliases}: "
        below = get_named_type(found.type)
        selection = f" {self._selection(sheet, below, self._below(found, depth))}" if is_composite_type(below) else ""
        return f"{alias}{name}{arguments}{self._directives(sheet)}{selection}"

    def _below(self, found: GraphQLField, depth: int) -> int:
        """Levels left below a field. Lists that cannot be paged may be long: little is asked for below them."""
        kind = unwrapped(found.type)
        paged = not isinstance(kind, GraphQLList) or "first" in found.args or self.values.small
        return depth - 1 if paged else min(depth - 1, 2)

    def _fragment(self, sheet: _Sheet, kind: Any, depth: int) -> str:
        condition = self.random.choice(self._conditions(kind))
        known = [name for name, (on, _text) in sheet.fragments.items() if on == condition.name]
        directives = self._directives(sheet)
        if known and self.random.random() < 0.5:
            return f"...{self.random.choice(known)}{directives}"
        selection = self._selection(sheet, condition, depth)
        if self.random.random() < 0.5:
            return f"... on {condition.name}{directives} {selection}"
        if condition is kind and self.random.random() < 0.3:
            return f"...{directives} {selection}"
        name = f"F{len(sheet.fragments)}"
        sheet.fragments[name] = (condition.name, selection)
        return f"...{name}{directives}"

    def _conditions(self, kind: Any) -> Sequence[GraphQLNamedType]:
        """The types that a fragment inside `kind` may be about."""
        if is_abstract_type(kind):
            possible = list(self.schema.get_possible_types(kind))
            wider = [face for one in possible for face in one.interfaces]
            return [kind, *possible, *wider]
        assert isinstance(kind, GraphQLObjectType)
        return [kind, kind, *kind.interfaces]

    def _directives(self, sheet: _Sheet) -> str:
        if self.random.random() > 0.12:
            return ""
        written = []
        for name in self.random.choice([["skip"], ["include"], ["skip", "include"]]):
            wanted = self.random.random() < (0.8 if name == "include" else 0.2)
            value = str(wanted).lower()
            if self.random.random() < 0.6:
                value = self._variable(sheet, "Boolean!", wanted)
            written.append(f" @{name}(if: {value})")
        return "".join(written)

    def _variable(self, sheet: _Sheet, declared: str, value: Any, default: str = "") -> str:
        name = f"v{len(sheet.variables)}"
        if default and self.random.random() < 0.5:
            value = ...  # not sent: the default counts
        sheet.variables[name] = (declared + (f" = {default}" if default else ""), value)
        return f"${name}"

    def _arguments(self, sheet: _Sheet, found: GraphQLField) -> str:
        given = []
        for name, argument in found.args.items():
            required = is_required_argument(argument)
            wanted = required or self.random.random() < self.values.chance(name)
            if not wanted:
                continue
            value = self.values.choose(self.random, found, name, argument.type)
            written = literal(value, argument.type)
            if self.random.random() < 0.35:
                default = written if self.random.random() < 0.3 and value is not None else ""
                written = self._variable(sheet, str(argument.type), value, default)
            given.append(f"{name}: {written}")
        return f"({', '.join(given)})" if given else ""
