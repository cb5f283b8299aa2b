"""Resolvers that answer for all their parents at once, and resolvers that only read an attribute."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

Answer = Callable[..., Any]


def for_all(resolve: Callable[..., Sequence[Any]]) -> Answer:
    """Make a resolver of a function `(parents, info, **arguments) -> answers in the parents' order`.

    The breadth-first executor calls it once for all parents; graphql-core calls it with one parent at a time.
    """

    def one(parent: Any, info: Any, **arguments: Any) -> Any:
        return resolve([parent], info, **arguments)[0]

    one.for_all = resolve  # type: ignore[attr-defined]
    one.__doc__ = resolve.__doc__
    return one


def reads(path: str) -> Answer:
    """A resolver that reads an attribute of the parent, by a dotted path such as "row.name"."""
    read = attrgetter(path)

    def one(parent: Any, info: Any) -> Any:
        return read(parent)

    one.reads = read  # type: ignore[attr-defined]
    return one
