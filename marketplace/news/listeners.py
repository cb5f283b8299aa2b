"""Listeners: who wants to hear of which fact."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, overload

from marketplace.news.facts import kind_of

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


@dataclass(frozen=True)
class Listener:
    """A handler under the name that is stored with its deliveries, such as "catalog.make_renditions".

    `outside`: it talks to something that is not our database, so it runs without a transaction around it.
    """

    name: str
    handler: Callable[[Any], None]
    outside: bool


_listeners: dict[str, Listener] = {}
_heard: dict[str, list[str]] = {}
_chosen: set[str] = set()


@overload
def hears(a: type[A], /, *, outside: bool = False) -> Callable[[Callable[[A], None]], Callable[[A], None]]: ...
@overload
def hears(
    a: type[A], b: type[B], /, *, outside: bool = False
) -> Callable[[Callable[[A | B], None]], Callable[[A | B], None]]: ...
@overload
def hears(
    a: type[A], b: type[B], c: type[C], /, *rest: type[Any], outside: bool = False
) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]: ...
def hears(*facts: type[Any], outside: bool = False) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    """Tell this function of these facts, each at least once, after the commit, in order per subject.

    The promise: without `outside`, what the function writes to our database and the mark that it was told commit in
    one transaction, so its effect is there once, whatever is killed when. The duties in return:

    * It is safe to repeat. What it does outside of our database (a file stored, an e-mail handed over) can happen
      again when the worker dies before the mark; so it asks first, or uses a key that makes the second time harmless.
    * It reads the present state by the ids of the fact, and does not trust that nothing has happened since.
    * It is done within 30 seconds (see CELERY's limits in marketplace/celery.py), or is stopped and counted as failed.
    * Long work, or talking to other machines: `outside=True`, which keeps no transaction open meanwhile; such a
      function opens its own for what it writes.

    An exception means: again later (rules.wait_after), five times at most, then dead until an operator replays it.
    The name of the listener is its package and function name; it is stored, so renaming one orphans what still waits.
    """

    def register(handler: Callable[[Any], None]) -> Callable[[Any], None]:
        name = f"{handler.__module__.partition('.')[0]}.{handler.__name__}"
        if name in _listeners:
            raise TypeError(f"There are two listeners of the name {name}")
        _listeners[name] = Listener(name, handler, outside)
        for cls in facts:
            _heard.setdefault(kind_of(cls), []).append(name)
        return handler

    return register


def of(kind: str) -> list[str]:
    """The names of those who hear this kind of fact."""
    return _heard.get(kind, [])


def named(name: str) -> Listener:
    """The listener of this name; KeyError where this process knows none."""
    return _listeners[name]


def limit_to(*chosen: str) -> None:
    """From now on this process delivers to these listeners only; for a worker that measures beside others."""
    _chosen.update(chosen)


def names() -> list[str]:
    """The listeners that this process knows and delivers to, sorted."""
    return sorted(_chosen & set(_listeners) if _chosen else _listeners)
