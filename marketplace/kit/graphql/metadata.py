"""Metadata in the graph: pairs of key and value that shops and integrations attach to things, as Saleor shapes them.

Only what everybody may read is kept; there is no private metadata to show.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import graphene

from marketplace.kit.graphql.filters import few
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.graphql.scalars import Metadata
from marketplace.kit.text import clean

MOST_METADATA = 255
Kind = TypeVar("Kind", bound=type[graphene.ObjectType])
Pairs = Mapping[str, str]


class Item(NamedTuple):
    """What MetadataItem shows."""

    key: str
    value: str


class MetadataItem(graphene.ObjectType):
    """One pair of an object's metadata."""

    key = graphene.String(required=True, description="Its key.")
    value = graphene.String(required=True, description="Its value.")

    resolve_key = reads("key")
    resolve_value = reads("value")


class ObjectWithMetadata(graphene.Interface):
    """Whatever carries metadata."""

    metadata = graphene.List(graphene.NonNull(MetadataItem), required=True, description="All pairs, by key.")
    metafield = graphene.String(
        key=graphene.String(required=True, description="The key wanted."), description="One value; null where there is none."
    )
    metafields = Metadata(
        keys=graphene.List(graphene.NonNull(graphene.String), description="The keys wanted; all without it."),
        description="The pairs as an object.",
    )


def with_metadata(read: Callable[[Sequence[Any], Any], Sequence[Pairs]]) -> Callable[[Kind], Kind]:
    """Give a type that has ObjectWithMetadata as interface its resolvers; `read(parents, info)` is asked once for all parents
    and once a request, and gives the pairs of each."""

    def add(kind: Kind) -> Kind:
        name = kind._meta.name

        def pairs(parents: Sequence[Any], info: Any) -> Sequence[Pairs]:
            """Read once for the same parents, whichever of the three fields are asked for."""
            mark = ("metadata", name, tuple(map(id, parents)))
            if mark not in info.context.kept:
                info.context.kept[mark] = (parents, read(parents, info))  # the parents too: so their ids stay theirs
            found: Sequence[Pairs] = info.context.kept[mark][1]
            return found

        def metadata(parents: Sequence[Any], info: Any) -> list[list[Item]]:
            return [[Item(key, of[key]) for key in sorted(of)] for of in pairs(parents, info)]

        def metafield(parents: Sequence[Any], info: Any, key: str) -> list[str | None]:
            return [of.get(key) for of in pairs(parents, info)]

        def metafields(parents: Sequence[Any], info: Any, keys: list[str] | None = None) -> list[dict[str, str]]:
            return [{key: of[key] for key in of if keys is None or key in keys} for of in pairs(parents, info)]

        for resolve in (metadata, metafield, metafields):
            setattr(kind, f"resolve_{resolve.__name__}", for_all(resolve))
        return kind

    return add


class MetadataInput(graphene.InputObjectType):
    """A pair to attach; a key that is there already gets the new value."""

    key = graphene.String(required=True, description="The key.")
    value = graphene.String(required=True, description="The value.")


class MetadataFilter(graphene.InputObjectType):
    """Narrows a list to what has a key in its metadata, and with it this value."""

    key = graphene.String(required=True, description="The key.")
    value = graphene.String(description="The value; any without it.")


def pairs_of(given: list[dict[str, Any]] | None, *, field: str) -> tuple[tuple[str, str | None], ...]:
    """The keys and values that a list of MetadataFilter wants. Refused TOO_MANY, INVALID or TOO_LONG."""
    wanted = few(given, field=field) or []
    return tuple(
        (
            clean(pair["key"], field=field, most=MOST_METADATA),
            None if pair.get("value") is None else clean(pair["value"], field=field, most=MOST_METADATA),
        )
        for pair in wanted
    )
