"""The scalars that hold JSON: as values, as text, and the map of texts that is metadata."""

import math
from collections.abc import Callable
from typing import Any

import graphene
import orjson
from graphql import (
    BooleanValueNode,
    FloatValueNode,
    GraphQLError,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    StringValueNode,
    ValueNode,
    VariableNode,
)

MOST_NESTING = 16
MOST_JSON = 32_000  # characters of a JSONString


def bad(message: str) -> GraphQLError:
    """The error of a value that cannot be taken."""
    return GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})


def text_of(node: ValueNode, name: str) -> str:
    """The text that a literal holds."""
    if not isinstance(node, StringValueNode):
        raise bad(f"{name} is written as a text.")
    return node.value


def text(value: Any, name: str) -> str:
    """The value, where it is a text."""
    if not isinstance(value, str):
        raise bad(f"{name} is written as a text.")
    return value


def _same(value: Any) -> Any:
    return value


def _nested(value: Any, depth: int = MOST_NESTING) -> Any:
    """The value, where it is not nested too deeply."""
    if isinstance(value, list | dict):
        if depth == 0:
            raise bad(f"At most {MOST_NESTING} levels.")
        for item in value.values() if isinstance(value, dict) else value:
            _nested(item, depth - 1)
    return value


def _json_of(node: ValueNode, variables: dict[str, Any] | None, depth: int = MOST_NESTING) -> Any:
    """The JSON value that a literal stands for."""
    if depth == 0:
        raise bad(f"At most {MOST_NESTING} levels.")
    if isinstance(node, StringValueNode | BooleanValueNode):
        return node.value
    if isinstance(node, IntValueNode) and len(node.value) <= 18:
        return int(node.value)
    if isinstance(node, IntValueNode | FloatValueNode) and len(node.value) <= 40 and math.isfinite(float(node.value)):
        return float(node.value)
    if isinstance(node, ListValueNode):
        return [_json_of(item, variables, depth - 1) for item in node.values]
    if isinstance(node, ObjectValueNode):
        return {field.name.value: _json_of(field.value, variables, depth - 1) for field in node.fields}
    if isinstance(node, VariableNode):
        return (variables or {}).get(node.name.value)
    if isinstance(node, NullValueNode):
        return None
    raise bad("This is no JSON value.")


class JSON(graphene.Scalar):
    """Any JSON value, at most 16 levels deep."""

    serialize: Callable[[Any], Any] = staticmethod(_same)
    parse_value: Callable[[Any], Any] = staticmethod(_nested)

    @staticmethod
    def parse_literal(node: ValueNode, variables: dict[str, Any] | None = None) -> Any:
        return _json_of(node, variables)


class GenericScalar(JSON):
    """Any JSON value, for fields that hold several kinds of value."""


class JSONString(graphene.Scalar):
    """A text that holds a JSON value."""

    @staticmethod
    def serialize(value: Any) -> str:
        return orjson.dumps(value).decode()

    @staticmethod
    def parse_value(value: Any) -> Any:
        words = text(value, "JSONString")
        try:
            if len(words) <= MOST_JSON:
                return _nested(orjson.loads(words))
        except ValueError:
            pass
        raise bad("This text is no JSON, or too long.")

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> Any:
        return JSONString.parse_value(text_of(node, "JSONString"))


class Metadata(graphene.Scalar):
    """A map of keys to values, all of them texts."""

    serialize: Callable[[Any], Any] = staticmethod(_same)

    @staticmethod
    def parse_value(value: Any) -> dict[str, str]:
        if not isinstance(value, dict) or any(not isinstance(item, str) for item in value.values()):
            raise bad("Metadata is an object whose values are texts.")
        return value

    @staticmethod
    def parse_literal(node: ValueNode, variables: dict[str, Any] | None = None) -> dict[str, str]:
        return Metadata.parse_value(_json_of(node, variables))
