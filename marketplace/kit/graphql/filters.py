"""Saleor's small inputs that lists of every storey share: which way a list runs, and what a text or an id may be."""

from typing import Any

import graphene
from django.utils.translation import gettext as _

from marketplace.kit.ids import key_of
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean

MOST_VALUES = 100

OrderDirection = graphene.Enum("OrderDirection", [("ASC", "asc"), ("DESC", "desc")], description="Which way a list runs.")


class StringFilterInput(graphene.InputObjectType):
    """What a text may be; all that is said must hold."""

    eq = graphene.String(description="Exactly this.")
    one_of = graphene.List(graphene.NonNull(graphene.String), description="One of these.")


class GlobalIDFilterInput(graphene.InputObjectType):
    """What an id may be; all that is said must hold."""

    eq = graphene.ID(description="Exactly this.")
    one_of = graphene.List(graphene.NonNull(graphene.ID), description="One of these.")


def texts_of(given: dict[str, Any] | None, *, field: str) -> list[str] | None:
    """The texts that a StringFilterInput allows, None where it says nothing. Refused TOO_MANY or INVALID."""
    allowed = _allowed(given, field)
    return None if allowed is None else [clean(text, field=field) for text in allowed]


def keys_of(given: dict[str, Any] | None, kind: str, *, field: str) -> list[int] | None:
    """The keys that a GlobalIDFilterInput allows, None where it says nothing. Refused TOO_MANY or INVALID."""
    allowed = _allowed(given, field)
    return None if allowed is None else [key_of(kind, value, field=field) for value in allowed]


def few(values: list[Any] | None, *, field: str) -> list[Any] | None:
    """The values, where they are not too many; Refused TOO_MANY otherwise."""
    if values is not None and len(values) > MOST_VALUES:
        raise Refused("TOO_MANY", _("At most %(most)d values.") % {"most": MOST_VALUES}, field)
    return values


def few_keys(kind: str, ids: list[str] | None, *, field: str) -> list[int] | None:
    """The keys of things of one kind by their global ids, None where nothing is said. Refused TOO_MANY or INVALID."""
    ids = few(ids, field=field)
    return None if ids is None else [key_of(kind, value, field=field) for value in ids]


def _allowed(given: dict[str, Any] | None, field: str) -> list[str] | None:
    """What satisfies both `eq` and `oneOf`; a null is as good as nothing said."""
    one = None if given is None else given.get("eq")
    several = None if given is None else few(given.get("one_of"), field=field)
    if one is None or several is None:
        return several if one is None else [one]
    return [one] if one in several else []
