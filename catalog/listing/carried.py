"""What products and variants carry for their attributes, in the graph: by Saleor's older words and by its newer ones."""

from collections.abc import Container, Sequence
from typing import Any

import graphene

from catalog.attributes.assigned import Assigned, grouped
from catalog.attributes.selected import LIMIT, AssignedAttribute, SelectedAttribute, assigned_type, references_to
from catalog.listing.queries import products_by_id
from catalog.listing.values import carried_by_products, carried_by_variants
from catalog.listing.variants import VariantRow, variants_by_id
from catalog.products.schema import Product, ProductVariant, Seen
from marketplace.channels.queries import Viewpoint
from marketplace.channels.schema import viewpoint_of
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all
from marketplace.kit.text import clean

# Kinds of attributes that tell a variant from its sisters, as Saleor has them
_SELECTING = frozenset({"DROPDOWN", "BOOLEAN", "NUMERIC", "SWATCH"})

VariantAttributeScope = graphene.Enum(
    "VariantAttributeScope",
    [(name, name) for name in ("ALL", "VARIANT_SELECTION", "NOT_VARIANT_SELECTION")],
    description="Which attributes of a variant: those that it is chosen by, the others, or all.",
)
SLUG = graphene.String(required=True, description="The attribute's slug.")


def _of_products(parents: Sequence[Seen], info: Any) -> list[list[Assigned]]:
    """What each product carries, asked for once for the same products."""
    ids = [parent.row.id for parent in parents]
    mark = ("carried by products", *ids)
    if mark not in info.context.kept:
        info.context.kept[mark] = carried_by_products(ids)
    found = info.context.kept[mark]
    return [grouped(found[parent.row.id], parent.at.channel) for parent in parents]


def _of_variants(parents: Sequence[Seen], info: Any) -> list[list[Assigned]]:
    ids = [parent.row.id for parent in parents]
    mark = ("carried by variants", *ids)
    if mark not in info.context.kept:
        info.context.kept[mark] = carried_by_variants(ids)
    found = info.context.kept[mark]
    return [grouped(found[parent.row.id], parent.at.channel) for parent in parents]


def _one(found: list[list[Assigned]], slug: str) -> list[Assigned | None]:
    wanted = clean(slug)
    return [next((one for one in several if one.attribute.slug == wanted), None) for several in found]


@part_of(Product)
class CarriedByProduct:
    """Attributes on a product."""

    attributes = graphene.List(graphene.NonNull(SelectedAttribute), required=True, description="What it carries.")
    attribute = graphene.Field(SelectedAttribute, slug=SLUG, description="What it carries for one attribute.")
    assigned_attributes = graphene.List(
        graphene.NonNull(AssignedAttribute), required=True, limit=LIMIT, description="What it carries, each kind by its type."
    )
    assigned_attribute = graphene.Field(AssignedAttribute, slug=SLUG, description="What it carries for one attribute.")

    @for_all
    def resolve_attributes(parents: Sequence[Seen], info: Any) -> list[list[Assigned]]:
        return _of_products(parents, info)

    @for_all
    def resolve_attribute(parents: Sequence[Seen], info: Any, slug: str) -> list[Assigned | None]:
        return _one(_of_products(parents, info), slug)

    @for_all
    def resolve_assigned_attributes(parents: Sequence[Seen], info: Any, limit: int | None) -> list[list[Assigned]]:
        return [several[:limit] for several in _of_products(parents, info)]

    @for_all
    def resolve_assigned_attribute(parents: Sequence[Seen], info: Any, slug: str) -> list[Assigned | None]:
        return _one(_of_products(parents, info), slug)


@part_of(ProductVariant)
class CarriedByVariant:
    """Attributes on a variant."""

    attributes = graphene.List(
        graphene.NonNull(SelectedAttribute),
        required=True,
        variant_selection=graphene.Argument(VariantAttributeScope, description="Which of them; all without it."),
        description="What it carries.",
    )
    assigned_attributes = graphene.List(
        graphene.NonNull(AssignedAttribute),
        required=True,
        variant_selection=graphene.Argument(VariantAttributeScope, description="Which of them; all without it."),
        limit=LIMIT,
        description="What it carries, each kind by its type.",
    )
    assigned_attribute = graphene.Field(AssignedAttribute, slug=SLUG, description="What it carries for one attribute.")

    @for_all
    def resolve_attributes(parents: Sequence[Seen], info: Any, variant_selection: str | None = None) -> list[list[Assigned]]:
        return [_within(several, variant_selection) for several in _of_variants(parents, info)]

    @for_all
    def resolve_assigned_attributes(
        parents: Sequence[Seen], info: Any, limit: int | None, variant_selection: str | None = None
    ) -> list[list[Assigned]]:
        return [_within(several, variant_selection)[:limit] for several in _of_variants(parents, info)]

    @for_all
    def resolve_assigned_attribute(parents: Sequence[Seen], info: Any, slug: str) -> list[Assigned | None]:
        return _one(_of_variants(parents, info), slug)


def _within(several: list[Assigned], scope: str | None) -> list[Assigned]:
    if scope in (None, "ALL"):
        return several
    selecting = scope == "VARIANT_SELECTION"
    return [one for one in several if (one.attribute.input_type in _SELECTING) is selecting]


def _references(parents: Sequence[Assigned], limit: int | None) -> list[list[int]]:
    return [[value.reference_key for value in parent.values if value.reference_key is not None][:limit] for parent in parents]


def _products(parents: Sequence[Assigned], info: Any, limit: int | None) -> list[list[Seen]]:
    at = viewpoint_of(info, parents[0].channel)
    wanted = _references(parents, limit)
    found = products_by_id({key for keys in wanted for key in keys}, at)
    return [[Seen(found[key], at) for key in keys if key in found] for keys in wanted]


def _variants(parents: Sequence[Assigned], info: Any, limit: int | None) -> list[list[Seen]]:
    at = viewpoint_of(info, parents[0].channel)
    wanted = _references(parents, limit)
    found = _shown_by_id({key for keys in wanted for key in keys}, at)
    return [[Seen(found[key], at) for key in keys if key in found] for keys in wanted]


def _shown_by_id(ids: set[int], at: Viewpoint) -> dict[int, VariantRow]:
    """The variants whose products are to be seen."""
    found = variants_by_id(ids, at)
    shown = products_by_id({row.product_id for row in found.values()}, at)
    return {key: row for key, row in found.items() if row.product_id in shown}


@references_to("PRODUCT")
def _shown_products(keys: set[int], info: Any, channel: str | None) -> Container[int]:
    return products_by_id(keys, viewpoint_of(info, channel))


@references_to("PRODUCT_VARIANT")
def _shown_variants(keys: set[int], info: Any, channel: str | None) -> Container[int]:
    return _shown_by_id(keys, viewpoint_of(info, channel))


def _first(several: list[list[Seen]]) -> list[Seen | None]:
    return [seen[0] if seen else None for seen in several]


@assigned_type("SINGLE_REFERENCE", "PRODUCT")
class AssignedSingleProductReferenceAttribute(graphene.ObjectType):
    """A reference to one product."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field(Product, description="The product; null where it is not to be seen.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[Seen | None]:
        return _first(_products(parents, info, 1))


@assigned_type("REFERENCE", "PRODUCT")
class AssignedMultiProductReferenceAttribute(graphene.ObjectType):
    """References to products."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.List(
        graphene.NonNull(Product), required=True, limit=LIMIT, description="The products that are to be seen, in order."
    )

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any, limit: int | None) -> list[list[Seen]]:
        return _products(parents, info, limit)


@assigned_type("SINGLE_REFERENCE", "PRODUCT_VARIANT")
class AssignedSingleProductVariantReferenceAttribute(graphene.ObjectType):
    """A reference to one variant."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field(ProductVariant, description="The variant; null where it is not to be seen.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[Seen | None]:
        return _first(_variants(parents, info, 1))


@assigned_type("REFERENCE", "PRODUCT_VARIANT")
class AssignedMultiProductVariantReferenceAttribute(graphene.ObjectType):
    """References to variants."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.List(
        graphene.NonNull(ProductVariant), required=True, limit=LIMIT, description="The variants that are to be seen, in order."
    )

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any, limit: int | None) -> list[list[Seen]]:
        return _variants(parents, info, limit)
