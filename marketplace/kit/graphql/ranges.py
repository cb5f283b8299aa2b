"""Saleor's small inputs for ranges and for values of numbers, days and moments, and what they say."""

from collections.abc import Mapping
from typing import Any

import graphene

from marketplace.kit.graphql.filters import few
from marketplace.kit.graphql.scalars import Date, DateTime, Decimal


class IntRangeInput(graphene.InputObjectType):
    """A range of whole numbers, both ends included."""

    gte = graphene.Int(description="At least.")
    lte = graphene.Int(description="At most.")


class PriceRangeInput(graphene.InputObjectType):
    """A range of prices in the channel's currency, in major units, both ends included."""

    gte = graphene.Float(description="At least.")
    lte = graphene.Float(description="At most.")


class DateRangeInput(graphene.InputObjectType):
    """A range of days, both ends included."""

    gte = Date(description="This day or later.")
    lte = Date(description="This day or earlier.")


class DateTimeRangeInput(graphene.InputObjectType):
    """A range of moments, both ends included."""

    gte = DateTime(description="Then or later.")
    lte = DateTime(description="Then or earlier.")


class DecimalRangeInput(graphene.InputObjectType):
    """A range of numbers, both ends included."""

    gte = Decimal(description="At least.")
    lte = Decimal(description="At most.")


class DateTimeFilterInput(graphene.InputObjectType):
    """What a moment may be; all that is said must hold."""

    eq = DateTime(description="Exactly then.")
    one_of = graphene.List(graphene.NonNull(DateTime), description="At one of these moments.")
    range = graphene.InputField(DateTimeRangeInput, description="Within these.")


class DecimalFilterInput(graphene.InputObjectType):
    """What a number may be; all that is said must hold."""

    eq = Decimal(description="Exactly this.")
    one_of = graphene.List(graphene.NonNull(Decimal), description="One of these.")
    range = graphene.InputField(DecimalRangeInput, description="Within these.")


class ContainsFilterInput(graphene.InputObjectType):
    """What a list must hold; all that is said must hold."""

    contains_any = graphene.List(graphene.NonNull(graphene.String), description="At least one of these.")
    contains_all = graphene.List(graphene.NonNull(graphene.String), description="All of these.")


def ends_of(given: Mapping[str, Any] | None) -> tuple[Any, Any]:
    """Both ends of a range; None where it is open."""
    return (None, None) if given is None else (given.get("gte"), given.get("lte"))


def among(given: Mapping[str, Any] | None, *, field: str) -> list[Any] | None:
    """The values that `eq` and `oneOf` allow together; None where neither says anything. Refused TOO_MANY."""
    if given is None:
        return None
    one, several = given.get("eq"), few(given.get("one_of"), field=field)
    if one is None or several is None:
        return several if one is None else [one]
    return [one] if one in several else []
