"""Walks the list of what Saleor's published storefront names (coordinates.csv), and looks each name up in a schema of ours."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
)

_KINDS = {
    "object": GraphQLObjectType, "interface": GraphQLInterfaceType, "union": GraphQLUnionType,
    "input_object": GraphQLInputObjectType, "enum": GraphQLEnumType, "scalar": GraphQLScalarType,
}  # fmt: skip
_ARGUMENT = re.compile(r"(\w+)\.(\w+)\((\w+):\)")


class Coordinate(NamedTuple):
    """One row: Type, Type.field, Type.field(argument:), Input.field or Enum.VALUE, with its kind and its type as printed."""

    coordinate: str
    kind: str
    type: str

    @property
    def owner(self) -> str:
        """The type that it is, or belongs to."""
        return self.coordinate.partition(".")[0]


def coordinates() -> Iterator[Coordinate]:
    """All rows of the list."""
    with (Path(__file__).parent / "coordinates.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Coordinate(row["coordinate"], row["kind"], row["type"])


def found(schema: GraphQLSchema, wanted: Coordinate) -> str | None:
    """The type as our schema prints it at this coordinate; None where there is no such thing."""
    kind = schema.type_map.get(wanted.owner)
    if wanted.kind in _KINDS:
        return wanted.type if isinstance(kind, _KINDS[wanted.kind]) else None
    if wanted.kind == "argument":
        match = _ARGUMENT.fullmatch(wanted.coordinate)
        assert match is not None
        field = getattr(kind, "fields", {}).get(match[2])
        argument = None if field is None else field.args.get(match[3])
        return None if argument is None else str(argument.type)
    name = wanted.coordinate.partition(".")[2]
    if wanted.kind == "enum_value":
        return wanted.type if isinstance(kind, GraphQLEnumType) and name in kind.values else None
    if wanted.kind == "meta_field":
        return wanted.type if kind is not None else None
    field = getattr(kind, "fields", {}).get(name)
    return None if field is None else str(field.type)
