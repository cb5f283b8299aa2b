"""Products and variants in the graph: the types that higher rooms add their fields to."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import graphene

from marketplace.channels.queries import Viewpoint
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.ids import global_id


class Seen(NamedTuple):
    """A row (of a product, of a variant) as seen from a viewpoint: what resolvers of products and variants get as parent."""

    row: Any
    at: Viewpoint


class Product(graphene.ObjectType):
    """What a seller offers, as seen in a channel."""

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="Name for people, in the language it was written in.")

    resolve_slug = reads("row.slug")
    resolve_name = reads("row.default_name")

    @for_all
    def resolve_id(parents: Sequence[Seen], info: Any) -> list[str]:
        return [global_id("Product", parent.row.id) for parent in parents]


class ProductVariant(graphene.ObjectType):
    """What is in fact bought: a size, a colour, a pack; as seen in a channel."""

    id = graphene.ID(required=True, description="Global id.")
    sku = graphene.String(description="The seller's own number for it.")
    name = graphene.String(required=True, description="What tells it from its sisters.")

    resolve_sku = reads("row.sku")
    resolve_name = reads("row.default_name")

    @for_all
    def resolve_id(parents: Sequence[Seen], info: Any) -> list[str]:
        return [global_id("ProductVariant", parent.row.id) for parent in parents]
