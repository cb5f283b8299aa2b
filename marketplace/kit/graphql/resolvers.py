"""Resolvers that answer for all their parents at once, and resolvers that only read an attribute."""

from collections.abc import Callable, Sequence
from enum import Enum
from operator import attrgetter
from typing import Any

from marketplace.kit.ids import global_id
from marketplace.kit.reads import by_parents, is_recorded

Answer = Callable[..., Any]


def plain(value: Any) -> Any:
    """An argument without graphene's enum members: their values instead, inside lists and input objects too."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):  # asked as a dict is: an input of graphene's hides `items` behind a field of that name
        return {name: plain(item) for name, item in dict.items(value)}
    return value


def for_all(resolve: Callable[..., Sequence[Any]]) -> Answer:
    """Make a resolver of a function `(parents, info, **arguments) -> answers in the parents' order`.

    The breadth-first executor calls it once for all parents; graphql-core calls it with one parent at a time.
    """

    def together(parents: Sequence[Any], info: Any, **arguments: Any) -> Sequence[Any]:
        if arguments:
            arguments = {name: plain(value) for name, value in arguments.items()}
        if not is_recorded():
            return resolve(parents, info, **arguments)
        with by_parents(parents):
            return resolve(parents, info, **arguments)

    def one(parent: Any, info: Any, **arguments: Any) -> Any:
        return together([parent], info, **arguments)[0]

    one.for_all = together  # type: ignore[attr-defined]
    one.__doc__ = resolve.__doc__
    return one


def looks_ahead(**paths: Sequence[str]) -> Callable[[Answer], Answer]:
    """Give the resolver, as `ahead`, the arguments of the fields at these paths of names below its own, so that it can find in
    one statement what they will ask for. A hint: graphql-core gives none."""

    def mark(resolve: Answer) -> Answer:
        resolve.looks_ahead = paths  # type: ignore[attr-defined]
        return resolve

    return mark


def reads(path: str) -> Answer:
    """A resolver that reads an attribute of the parent, by a dotted path such as "row.name"."""
    return computed(attrgetter(path))


def ids(kind: str, path: str = "id") -> Answer:
    """A resolver of the global id of a thing of this kind, whose key stands at the path in the parent."""
    key = attrgetter(path)
    return computed(lambda parent: global_id(kind, key(parent)))


def computed(read: Callable[[Any], Any]) -> Answer:
    """A resolver that works its value out of the parent alone, by a function that costs next to nothing."""

    def one(parent: Any, info: Any) -> Any:
        return read(parent)

    one.reads = read  # type: ignore[attr-defined]
    return one
