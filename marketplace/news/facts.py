"""Facts: the frozen dataclasses in which a package says what has happened."""

import dataclasses
import types
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, Union, dataclass_transform, get_args, get_origin, get_type_hints

F = TypeVar("F")

_PLAIN = (int, str, bool, types.NoneType)
_subjects: dict[type, str] = {}
_kinds: dict[str, type] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def fact(*, subject: str) -> Callable[[type[F]], type[F]]:
    """Make a class a fact: frozen, keyword-only, of ids and plain JSON values, registered by its kind.

    `subject` names the field whose thing the fact is about: with subject="product" the deliveries of
    ProductPublished(product=72, …) are in order among all facts about "product:72". The field must exist; fields are
    int, str, bool, None, and lists, tuples and str-keyed dicts of these (TypeError otherwise), so that a payload holds
    no object, no float that could be money, and nothing that a later version could not read.
    """

    def register(cls: type[F]) -> type[F]:
        made = dataclasses.dataclass(frozen=True, kw_only=True)(cls)
        hints = get_type_hints(made)
        if subject not in hints:
            raise TypeError(f"{made.__name__} has no field {subject!r} to be its subject")
        for name, hint in hints.items():
            if not _is_plain(hint):
                raise TypeError(f"{made.__name__}.{name} is no plain JSON value: {hint}")
        if _kinds.setdefault(_name(made), made) is not made:
            raise TypeError(f"There are two facts of the kind {_name(made)}")
        _subjects[made] = subject
        return made

    return register


def kind_of(cls: type) -> str:
    """The kind of a fact's class, such as "catalog.ProductPublished"; TypeError for a class that is no fact."""
    if cls not in _subjects:
        raise TypeError(f"{cls.__name__} is no fact: decorate it with @fact(subject=…)")
    return _name(cls)


def subject_of(event: object) -> str:
    """What the fact is about, such as "product:72"."""
    field = _subjects[type(event)]
    return f"{field}:{getattr(event, field)}"


def payload_of(event: object) -> dict[str, Any]:
    """The fact's fields, as they are stored."""
    return {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}  # type: ignore[arg-type]


def read(kind: str, payload: Mapping[str, Any]) -> object:
    """The fact that was stored. Fields that this version does not know are left out, new ones take their default.

    KeyError where no such kind is known, TypeError where a field without a default is missing.
    """
    cls = _kinds[kind]
    known = {field.name: field.type for field in dataclasses.fields(cls)}
    tuples = {name for name, hint in get_type_hints(cls).items() if get_origin(hint) is tuple}
    values = {name: value for name, value in payload.items() if name in known}
    return cls(**{name: tuple(value) if name in tuples else value for name, value in values.items()})


def _name(cls: type) -> str:
    return f"{cls.__module__.partition('.')[0]}.{cls.__name__}"


def _is_plain(hint: Any) -> bool:
    if hint in _PLAIN:
        return True
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union, list):
        return all(_is_plain(part) for part in inner)
    if origin is tuple:
        return all(part is Ellipsis or _is_plain(part) for part in inner)
    return origin is dict and inner[0] is str and _is_plain(inner[1])
