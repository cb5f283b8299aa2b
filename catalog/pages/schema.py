"""What pages carry for their attributes, in the graph, in the words that products use."""

from collections.abc import Sequence
from typing import Any

import graphene

from catalog.attributes.assigned import Assigned, grouped
from catalog.attributes.queries import AttributeRow
from catalog.attributes.schema import Attribute
from catalog.attributes.selected import AssignedAttribute, SelectedAttribute
from catalog.pages import queries
from marketplace.content.queries import PageTypeRow
from marketplace.content.schema import Page, PageType, ShownPage
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all
from marketplace.kit.graphql.scalars import PositiveInt
from marketplace.kit.text import clean

MOST_ATTRIBUTES = 100
_SLUG = graphene.String(required=True, description="The attribute's slug.")


def _of_pages(parents: Sequence[ShownPage], info: Any) -> list[list[Assigned]]:
    """What each page carries, asked for once for the same pages."""
    ids = [parent.row.id for parent in parents]
    mark = ("carried by pages", *ids)
    if mark not in info.context.kept:
        info.context.kept[mark] = queries.carried_by_pages(ids)
    found = info.context.kept[mark]
    return [grouped(found[parent.row.id], parent.channel) for parent in parents]


def _one(found: list[list[Assigned]], slug: str) -> list[Assigned | None]:
    wanted = clean(slug)
    return [next((one for one in several if one.attribute.slug == wanted), None) for several in found]


@part_of(Page)
class CarriedByPage:
    """Attributes on a page."""

    attributes = graphene.List(graphene.NonNull(SelectedAttribute), required=True, description="What it carries.")
    attribute = graphene.Field(SelectedAttribute, slug=_SLUG, description="What it carries for one attribute.")
    assigned_attributes = graphene.List(
        graphene.NonNull(AssignedAttribute),
        required=True,
        limit=PositiveInt(default_value=MOST_ATTRIBUTES, description="At most so many."),
        description="What it carries, each kind by its type.",
    )
    assigned_attribute = graphene.Field(AssignedAttribute, slug=_SLUG, description="What it carries for one attribute.")

    @for_all
    def resolve_attributes(parents: Sequence[ShownPage], info: Any) -> list[list[Assigned]]:
        return _of_pages(parents, info)

    @for_all
    def resolve_attribute(parents: Sequence[ShownPage], info: Any, slug: str) -> list[Assigned | None]:
        return _one(_of_pages(parents, info), slug)

    @for_all
    def resolve_assigned_attributes(parents: Sequence[ShownPage], info: Any, limit: int) -> list[list[Assigned]]:
        return [several[:limit] for several in _of_pages(parents, info)]

    @for_all
    def resolve_assigned_attribute(parents: Sequence[ShownPage], info: Any, slug: str) -> list[Assigned | None]:
        return _one(_of_pages(parents, info), slug)


@part_of(PageType)
class AttributesOfPageType:
    """Attributes on a type of page."""

    attributes = graphene.List(graphene.NonNull(Attribute), description="What pages of this type may carry, in order.")

    @for_all
    def resolve_attributes(parents: Sequence[PageTypeRow], info: Any) -> list[list[AttributeRow]]:
        found = queries.attributes_of_types({parent.id for parent in parents})
        return [found[parent.id] for parent in parents]
