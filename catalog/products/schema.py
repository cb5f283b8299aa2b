"""Products, their types and variants in the graph: the types that higher rooms add their fields to."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

import graphene

from catalog.attributes.queries import AttributeRow, attributes_by_id
from catalog.attributes.schema import Attribute
from catalog.products import queries
from catalog.products.queries import ProductTypeRow
from marketplace.channels.queries import Viewpoint
from marketplace.kit.graphql.metadata import ObjectWithMetadata, Pairs, with_metadata
from marketplace.kit.graphql.resolvers import for_all, ids, reads


class Seen(NamedTuple):
    """A row (of a product, of a variant, of a collection) as seen from a viewpoint: what the resolvers get as parent."""

    row: Any
    at: Viewpoint


def _read(metadata_of: Callable[[Collection[int]], dict[int, dict[str, str]]]) -> Callable[[Sequence[Any], Any], list[Pairs]]:
    def read(parents: Sequence[Any], info: Any) -> list[Pairs]:
        keys = [parent.row.id if isinstance(parent, Seen) else parent.id for parent in parents]
        found = metadata_of(keys)
        return [found[key] for key in keys]

    return read


@with_metadata(_read(queries.metadata_of_products))
class Product(graphene.ObjectType):
    """What a seller offers, as seen in a channel."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="Name for people, in the language it was written in.")
    channel = graphene.String(description="Slug of the channel it is seen in.")

    resolve_slug = reads("row.slug")
    resolve_name = reads("row.default_name")
    resolve_channel = reads("at.channel")

    resolve_id = ids("Product", "row.id")


@with_metadata(_read(queries.metadata_of_variants))
class ProductVariant(graphene.ObjectType):
    """What is in fact bought: a size, a colour, a pack; as seen in a channel."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    sku = graphene.String(description="The seller's own number for it.")
    name = graphene.String(required=True, description="What tells it from its sisters.")
    channel = graphene.String(description="Slug of the channel it is seen in.")

    resolve_sku = reads("row.sku")
    resolve_name = reads("row.default_name")
    resolve_channel = reads("at.channel")

    resolve_id = ids("ProductVariant", "row.id")


@with_metadata(_read(queries.metadata_of_types))
class ProductType(graphene.ObjectType):
    """Which attributes products of a kind, and their variants, may carry."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Its slug.")
    name = graphene.String(required=True, description="Name for people, in the language it was written in.")
    has_variants = graphene.Boolean(required=True, description="Whether its products come in several variants.")
    is_shipping_required = graphene.Boolean(required=True, description="Whether its products are sent.")
    product_attributes = graphene.List(graphene.NonNull(Attribute), description="What its products may carry, in order.")
    variant_attributes = graphene.List(graphene.NonNull(Attribute), description="What its variants may carry, in order.")

    resolve_slug = reads("slug")
    resolve_name = reads("name")
    resolve_has_variants = reads("has_variants")
    resolve_is_shipping_required = reads("is_shipping_required")

    resolve_id = ids("ProductType")

    @for_all
    def resolve_product_attributes(parents: Sequence[ProductTypeRow], info: Any) -> list[list[AttributeRow]]:
        return _attributes(parents, for_variants=False)

    @for_all
    def resolve_variant_attributes(parents: Sequence[ProductTypeRow], info: Any) -> list[list[AttributeRow]]:
        return _attributes(parents, for_variants=True)


def _attributes(parents: Sequence[ProductTypeRow], *, for_variants: bool) -> list[list[AttributeRow]]:
    slots = queries.attributes_of_types({parent.id for parent in parents}, for_variants=for_variants)
    rows = attributes_by_id()
    return [[rows[key] for key in slots[parent.id]] for parent in parents]
