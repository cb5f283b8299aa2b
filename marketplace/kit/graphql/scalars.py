"""The scalars of the graph, by Saleor's names: they take what they say and refuse everything else, with BAD_USER_INPUT."""

import datetime
import math
import re
import uuid
from decimal import Decimal as Number
from typing import Any

import graphene
from graphql import FloatValueNode, IntValueNode, StringValueNode, ValueNode

from marketplace.kit.graphql.scalars_json import JSON, GenericScalar, JSONString, Metadata, bad, text, text_of

__all__ = [
    "JSON", "UUID", "Date", "DateTime", "Day", "Decimal", "GenericScalar", "Hour", "JSONString", "Metadata", "Minute",
    "PositiveDecimal", "PositiveInt",
]  # fmt: skip

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_MOMENT = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}([Tt ][0-9:.]{2,20}([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?)?\Z")
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?\Z")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\Z")
_BEYOND, _DIGITS = Number(10) ** 15, 18


class Date(graphene.Scalar):
    """A day of the calendar, such as 2026-11-23."""

    @staticmethod
    def serialize(value: Any) -> str:
        if isinstance(value, datetime.datetime):
            return value.date().isoformat()
        if isinstance(value, datetime.date):
            return value.isoformat()
        raise TypeError(f"no date: {type(value).__name__}")

    @staticmethod
    def parse_value(value: Any) -> datetime.date:
        words = text(value, "Date")
        try:
            if _DATE.match(words):
                return datetime.date.fromisoformat(words)
        except ValueError:
            pass
        raise bad("A Date is written like 2026-11-23.")

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> datetime.date:
        return Date.parse_value(text_of(node, "Date"))


class DateTime(graphene.Scalar):
    """A moment in ISO 8601, such as 2026-11-23T12:30:00+05:30; without an offset it is UTC."""

    @staticmethod
    def serialize(value: Any) -> str:
        if not isinstance(value, datetime.datetime) or value.tzinfo is None:
            raise TypeError(f"no aware moment: {type(value).__name__}")
        return value.isoformat()

    @staticmethod
    def parse_value(value: Any) -> datetime.datetime:
        words = text(value, "DateTime")
        try:
            if len(words) <= 40 and _MOMENT.match(words):
                found = datetime.datetime.fromisoformat(words.upper())
                aware = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
                # PostgreSQL knows no offset beyond 15:59, Python up to 23:59. OverflowError at both ends of the calendar.
                return aware.astimezone(datetime.UTC)
        except (ValueError, OverflowError):
            pass
        raise bad("A DateTime is written like 2026-11-23T12:30:00+05:30.")

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> datetime.datetime:
        return DateTime.parse_value(text_of(node, "DateTime"))


class Decimal(graphene.Scalar):
    """A number with up to 15 digits before the point and 18 after it; a text of digits is taken too. Answers are JSON numbers."""

    @staticmethod
    def serialize(value: Any) -> float:
        number = float(value)
        if not math.isfinite(number):
            raise ValueError("not a finite number")
        return number

    @staticmethod
    def parse_value(value: Any) -> Number:
        if isinstance(value, bool) or not isinstance(value, int | float | str | Number):
            raise bad("A Decimal is a number.")
        digits = str(value) if not isinstance(value, int) or abs(value) < 10**18 else ""
        number = Number(digits) if _NUMBER.match(digits) else Number("NaN")
        exponent = number.as_tuple().exponent
        if not number.is_finite() or not isinstance(exponent, int) or abs(number) >= _BEYOND or exponent < -_DIGITS:
            raise bad("This number is out of range, or none.")
        return number

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> Number:
        if not isinstance(node, IntValueNode | FloatValueNode | StringValueNode):
            raise bad("A Decimal is a number.")
        return Decimal.parse_value(node.value)


class PositiveDecimal(Decimal):
    """A Decimal that is not negative: 0 or more."""

    @staticmethod
    def parse_value(value: Any) -> Number:
        return _not_negative(Decimal.parse_value(value))

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> Number:
        return _not_negative(Decimal.parse_literal(node))


def _not_negative(number: Number) -> Number:
    if number < 0:
        raise bad("The value cannot be lower than 0.")
    return number


def _whole(value: Any, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value < 2**31:
        raise bad(f"A whole number from {least} to {2**31 - 1} is wanted.")
    whole: int = value
    return whole


def _whole_of(node: ValueNode, least: int) -> int:
    if not isinstance(node, IntValueNode) or len(node.value) > 11:
        raise bad(f"A whole number from {least} to {2**31 - 1} is wanted.")
    return _whole(int(node.value), least)


class PositiveInt(graphene.Scalar):
    """A whole number above 0."""

    serialize = staticmethod(int)

    @staticmethod
    def parse_value(value: Any) -> int:
        return _whole(value, 1)

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> int:
        return _whole_of(node, 1)


class _Span(graphene.Scalar):
    """A whole number of units of time."""

    serialize = staticmethod(int)

    @staticmethod
    def parse_value(value: Any) -> int:
        return _whole(value, 0)

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> int:
        return _whole_of(node, 0)


class Day(_Span):
    """A number of days."""


class Hour(_Span):
    """A number of hours."""


class Minute(_Span):
    """A number of minutes."""


class UUID(graphene.Scalar):
    """A universally unique identifier, such as 6d2c4dd4-5a33-4a5e-8a3c-6a1a2f1c0f2e."""

    serialize = staticmethod(str)

    @staticmethod
    def parse_value(value: Any) -> uuid.UUID:
        words = text(value, "UUID")
        if not _UUID.match(words):
            raise bad("This is no UUID.")
        return uuid.UUID(words)

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> uuid.UUID:
        return UUID.parse_value(text_of(node, "UUID"))
