"""A GraphQL type is the sum of its parts: a room names it, higher rooms add fields to it."""

from collections.abc import Callable
from typing import Any

import graphene
from graphene.types.field import Field
from graphene.types.utils import get_field_as

Part = type[Any]


def part_of(whole: type[graphene.ObjectType]) -> Callable[[Part], Part]:
    """Add the decorated class's fields and resolvers to `whole`; TypeError where it has one of that name already.

    Must run before the schema is put together, which holds when it stands in a module that a front desk imports.
    """

    def add(part: Part) -> Part:
        fields = {name: get_field_as(value, Field) for name, value in vars(part).items() if _is_field(value)}
        for name, field in fields.items():
            if name in whole._meta.fields:
                raise TypeError(f"{whole.__name__} has a field {name} already")
            whole._meta.fields[name] = field
            resolver = part.__dict__.get(f"resolve_{name}")
            if resolver is not None:
                setattr(whole, f"resolve_{name}", resolver)
        return part

    return add


def _is_field(value: Any) -> bool:
    return isinstance(value, graphene.types.unmountedtype.UnmountedType | graphene.types.mountedtype.MountedType)
