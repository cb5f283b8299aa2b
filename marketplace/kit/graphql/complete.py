"""Turns what resolvers found into JSON values, a whole column at a time, exactly as graphql-core's completion does."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import isfinite
from types import NoneType
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLSchema,
    GraphQLString,
    Undefined,
)
from graphql.pyutils import is_iterable
from graphql.type.scalars import GRAPHQL_MAX_INT, GRAPHQL_MIN_INT


class FallBack(Exception):
    """The fast pass cannot answer this faithfully; graphql-core does it anew."""


@dataclass(slots=True)
class Asking:
    """What resolvers get as `info` in the fast pass: a part of what graphql-core gives, the same for all fields."""

    context: Any
    schema: GraphQLSchema
    variable_values: dict[str, Any]

    def is_awaitable(self, value: Any) -> bool:
        """Nothing here is asynchronous; graphql-core's default type resolver asks."""
        return False


Values = list[Any]
Complete = Callable[[Values, Asking], Values]
RunAll = Callable[[Values, Asking, bool], Values]

_LISTS = frozenset({list, tuple})
MOST_REMEMBERED = 256  # values of an enum, or classes of parents, that a completer knows by heart


def _in_range(values: Values) -> bool:
    return not values or (min(values) >= GRAPHQL_MIN_INT and max(values) <= GRAPHQL_MAX_INT)


def _finite(values: Values) -> bool:
    return all(map(isfinite, values))


# the class whose values are JSON already, and what must hold for all of them besides
_AS_THEY_ARE: dict[Any, tuple[type, Callable[[Values], bool] | None]] = {
    GraphQLString: (str, None),
    GraphQLID: (str, None),
    GraphQLBoolean: (bool, None),
    GraphQLInt: (int, _in_range),
    GraphQLFloat: (float, _finite),
}


def present(value: Any, required: bool) -> bool:
    """Whether there is a value; FallBack where one must be, or where it is an error (as Undefined is to graphql-core)."""
    if value is None:
        if required:
            raise FallBack
        return False
    if isinstance(value, Exception | Awaitable):
        raise FallBack
    return True


@lru_cache(maxsize=1024)
def leaf(kind: Any, required: bool) -> Complete:
    """Scalars and enums; one completion for all fields of a type.

    A column of one fitting class is taken as it is; anything else is serialized value by value.
    """
    serialize = _remembering(kind) if isinstance(kind, GraphQLEnumType) else kind.serialize
    plain, holds = _AS_THEY_ARE.get(kind, (None, None))

    def one(value: Any) -> Any:
        if not present(value, required):
            return None
        made = serialize(value)
        if made is None or made is Undefined:
            raise FallBack
        return made

    def complete(values: Values, asking: Asking) -> Values:
        kinds = set(map(type, values))
        if not required:
            kinds.discard(NoneType)
        if (not kinds or kinds == {plain}) and (holds is None or holds([value for value in values if value is not None])):
            return values
        return list(map(one, values))

    return complete


def _remembering(kind: GraphQLEnumType) -> Callable[[Any], Any]:
    """An enum's serialize that looks each text up only once; graphene tries values and names with exceptions."""
    known: dict[str, Any] = {}

    def serialize(value: Any) -> Any:
        if type(value) is not str:
            return kind.serialize(value)
        if value not in known:
            if len(known) >= MOST_REMEMBERED:
                return kind.serialize(value)
            known[value] = kind.serialize(value)
        return known[value]

    return serialize


def several(inner: Complete, required: bool) -> Complete:
    """Lists: all items of all lists are completed at once."""

    def complete(values: Values, asking: Asking) -> Values:
        if not set(map(type, values)) <= _LISTS:
            values = [_items(value, required) for value in values]
        done = inner(list(chain.from_iterable(filter(None, values))), asking)
        made: Values = []
        start = 0
        for value in values:
            if value is None:
                made.append(None)
            else:
                end = start + len(value)
                made.append(done[start:end])
                start = end
        return made

    return complete


def _items(value: Any, required: bool) -> list[Any] | None:
    if not present(value, required):
        return None
    if not is_iterable(value):
        raise FallBack
    return list(value)


def objects(run: RunAll, is_type_of: Callable[[Any, Any], Any] | None, required: bool) -> Complete:
    """Objects of one type; `run` answers the selection for all of them."""
    ordinary: set[type] = set()  # classes of parents that are neither nothing, nor errors, nor mappings

    def whole(values: Values, asking: Asking, careful: bool) -> Values:
        if is_type_of is not None and not all(is_type_of(value, asking) for value in values):
            raise FallBack
        return run(values, asking, careful)

    def complete(values: Values, asking: Asking) -> Values:
        if not values:
            return []
        kinds = set(map(type, values))
        if kinds <= ordinary:
            return whole(values, asking, False)
        live = [value for value in values if present(value, required)]
        careful = any(issubclass(kind, Mapping) for kind in kinds)
        if not careful and len(ordinary) < MOST_REMEMBERED:
            ordinary.update(kinds - {NoneType})
        done = iter(whole(live, asking, careful)) if live else iter(())
        return [next(done) if value is not None else None for value in values]

    return complete


def each_once(run: RunAll, values: Values, asking: Asking, careful: bool) -> Values:
    """Run for the different objects among the values: 24 products of three categories ask for three."""
    if len(values) == 1 or len(set(map(id, values))) == len(values):
        return run(values, asking, careful)
    different = dict(zip(map(id, values), values, strict=True))
    done = dict(zip(different, run(list(different.values()), asking, careful), strict=True))
    return [done[id(value)] for value in values]


def abstract(name_of: Callable[[Any, Asking], Any], concrete: Callable[[Any], Complete], required: bool) -> Complete:
    """Interfaces and unions: the values of each type are completed together and put back in order.

    `name_of` resolves the type of a value; `concrete` gives the completion for a type's name, FallBack if it cannot be.
    """

    def complete(values: Values, asking: Asking) -> Values:
        made: Values = [None] * len(values)
        places: dict[Any, list[int]] = {}
        for place, value in enumerate(values):
            if present(value, required):
                places.setdefault(name_of(value, asking), []).append(place)
        for name, found in places.items():
            done = concrete(name)([values[place] for place in found], asking)
            for place, answer in zip(found, done, strict=True):
                made[place] = answer
        return made

    return complete
