"""`{% component "components/x.html" a=b %}`: an include with these arguments only, written once for the same values.

A component shows nothing but its arguments in the page's language, so what it wrote for the same values before is what it
would write now. Values are compared whole, with their types: what is safe as HTML is never taken for a text that is not.
"""

import threading
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from hashlib import blake2b
from itertools import count
from sys import getsizeof
from typing import Any

from django import template
from django.template import Context, Template
from django.utils.functional import Promise
from django.utils.translation import get_language

register = template.Library()

MOST_BYTES = 24_000_000
"""So much is kept in each process, keys and texts; then the oldest third is let go."""
MOST_LETTERS = 12_000
"""A component that is longer is not kept."""
_PLAIN = frozenset({str, int, bool, type(None)})  # each is written so that it is taken for no other
_SPELT = frozenset({float, Decimal, date, datetime})  # of these, equal ones may be written differently
_kept: dict[bytes, str] = {}
_room = [MOST_BYTES]
_keeping = threading.Lock()
_numbers = count()


@register.simple_tag(takes_context=True)
def component(context: Context, part: str, /, **values: Any) -> str:
    """What the component of that name shows of the values."""
    try:
        told = (part, get_language(), context.autoescape, *values, *_keys(values.values()))
    except TypeError:  # there is something in it that cannot be told apart by value
        return _written(context, part, values)
    key = blake2b(repr(told).encode(), digest_size=16).digest()
    shown = _kept.get(key)
    if shown is None:
        shown = _written(context, part, values)
        if len(shown) <= MOST_LETTERS:
            _keep(key, shown)
    return shown


def _keep(key: bytes, shown: str) -> None:
    with _keeping:
        if key not in _kept:
            _room[0] -= _size(shown)
            _kept[key] = shown
        if _room[0] < 0:
            for old in list(_kept)[: len(_kept) // 3 + 1]:
                _room[0] += _size(_kept.pop(old))


def _size(shown: str) -> int:
    """Bytes of a kept text with its key and its place."""
    return getsizeof(shown) + 150


def _written(context: Context, name: str, values: dict[str, Any]) -> str:
    engine = context.template.engine  # type: ignore[union-attr]
    found: Template = engine.get_template(name)
    return found.render(context.new(values))


def _key(value: Any) -> Any:
    """The value with its type, and all that is in it. TypeError where that cannot be said."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind in _SPELT:
        return _number(kind), repr(value)
    if kind is tuple or kind is list:
        return (_number(kind), *_keys(value))
    names = _names(kind)
    if names is not None:
        return (_number(kind), *_keys([getattr(value, name) for name in names]))
    if isinstance(value, tuple):  # rows with names
        return (_number(kind), *_keys(value))
    if isinstance(value, dict):
        return (_number(kind), *_keys(value), *_keys(value.values()))
    if isinstance(value, Promise):
        return (_number(kind), str(value))
    if isinstance(value, (str, int)):  # safe strings, enumerations
        return (_number(kind), str(value))
    raise TypeError(kind)


def _keys(values: Iterable[Any]) -> list[Any]:
    return [value if type(value) in _PLAIN else _key(value) for value in values]


@cache
def _number(kind: Any) -> int:
    """In place of the type's long name."""
    return next(_numbers)


@cache
def _names(kind: Any) -> tuple[str, ...] | None:
    """The fields of a dataclass."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
