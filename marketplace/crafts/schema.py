"""Crafts in the graph."""

from collections.abc import Sequence
from typing import Any

import graphene

from marketplace.crafts import queries
from marketplace.crafts.queries import CraftNameRow, CraftRow
from marketplace.districts.queries import DistrictRow, districts_by_id
from marketplace.districts.schema import District
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, ids, reads
from marketplace.kit.ids import key_of
from marketplace.kit.text import clean


class CraftName(graphene.ObjectType):
    """What a craft is called in a language."""

    language = graphene.String(required=True, description="ISO 639 code.")
    name = graphene.String(required=True, description="The name, in its own script.")

    resolve_language = reads("language_code")
    resolve_name = reads("name")


class Craft(graphene.ObjectType):
    """A craft or technique."""

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="Usual name in English.")
    category = graphene.String(required=True, description="Kind of craft.")
    spellings = graphene.List(graphene.NonNull(graphene.String), required=True, description="Other Roman spellings.")
    source = graphene.String(required=True, description="Where the row comes from.")
    names = graphene.List(graphene.NonNull(CraftName), required=True, description="Its names in the languages of India.")
    districts = graphene.List(graphene.NonNull(District), required=True, description="Where it is known to be practised.")

    resolve_slug = reads("slug")
    resolve_name = reads("default_name")
    resolve_category = reads("category")
    resolve_spellings = reads("spellings")
    resolve_source = reads("source")

    resolve_id = ids("Craft")

    @for_all
    def resolve_names(parents: Sequence[CraftRow], info: Any) -> list[list[CraftNameRow]]:
        found = queries.names_of({parent.id for parent in parents})
        return [found[parent.id] for parent in parents]

    @for_all
    def resolve_districts(parents: Sequence[CraftRow], info: Any) -> list[list[DistrictRow]]:
        keys = queries.district_ids_of({parent.id for parent in parents})
        rows = districts_by_id({key for group in keys.values() for key in group}, "en")
        return [[rows[key] for key in keys[parent.id]] for parent in parents]


@part_of(District)
class DistrictCrafts:
    """Crafts on a district."""

    crafts = graphene.List(graphene.NonNull(Craft), required=True, description="Crafts known to be practised here.")

    @for_all
    def resolve_crafts(parents: Sequence[DistrictRow], info: Any) -> list[list[CraftRow]]:
        found = queries.crafts_of({parent.id for parent in parents}, "en")
        return [found[parent.id] for parent in parents]


class Query:
    """Crafts at the root."""

    crafts = graphene.List(graphene.NonNull(Craft), required=True, description="All crafts, by name.")
    craft = graphene.Field(
        Craft,
        id=graphene.ID(description="Global id."),
        slug=graphene.String(description="Its slug."),
        description="One craft by id or slug.",
    )

    def resolve_crafts(root: None, info: Any) -> list[CraftRow]:
        return queries.crafts("en")

    def resolve_craft(root: None, info: Any, id: str | None = None, slug: str | None = None) -> CraftRow | None:
        if id is not None:
            key = key_of("Craft", id)
            return queries.crafts_by_id([key], "en").get(key)
        return queries.craft(clean(slug or ""), "en")
