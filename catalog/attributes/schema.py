"""Attributes and their choices in the graph."""

from collections.abc import Sequence
from typing import Any

import graphene

from catalog.attributes import queries
from catalog.attributes.enums import (
    UNITS,
    AttributeEntityTypeEnum,
    AttributeInputTypeEnum,
    AttributeTypeEnum,
    MeasurementUnitsEnum,
)
from catalog.attributes.inputs import AttributeFilterInput, AttributeSortingInput, narrowed, ordered
from catalog.attributes.queries import AttributeRow
from catalog.attributes.values import AttributeValue, Choice, names_in
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.languages import LanguageCodeEnum, language_of
from marketplace.kit.graphql.metadata import ObjectWithMetadata, with_metadata
from marketplace.kit.graphql.resolvers import for_all, ids, plain, reads
from marketplace.kit.graphql.translations import name_translation_type
from marketplace.kit.ids import key_of
from marketplace.kit.paging import page_of_list
from marketplace.kit.text import clean
from marketplace.kit.words import NameRow

AttributeTranslation = name_translation_type("Attribute", "An attribute's name in another language.")
AttributeValueCountableConnection = connection_of(AttributeValue)


class Attribute(graphene.ObjectType):
    """What may be said of a product, a variant or a page, with the type of its values."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses and filters.")
    name = graphene.String(required=True, description="Name for people, in the language it was written in.")
    input_type = AttributeInputTypeEnum(description="What kind of value it takes.")
    entity_type = AttributeEntityTypeEnum(description="What its values refer to, for references.")
    type = AttributeTypeEnum(description="PAGE_TYPE where only pages carry it.")
    unit = MeasurementUnitsEnum(description="Unit of its numbers, where Saleor has a name for it.")
    unit_symbol = graphene.String(description="Unit of its numbers as it is written: cm, ml, d, /in.")
    with_choices = graphene.Boolean(required=True, description="Whether its values are chosen from a list.")
    filterable_in_storefront = graphene.Boolean(required=True, description="Whether lists may be narrowed by it.")
    choices = graphene.Field(AttributeValueCountableConnection, **PAGING, description="What may be chosen, in order.")
    translation = graphene.Field(
        AttributeTranslation,
        language_code=graphene.Argument(LanguageCodeEnum, required=True, description="The language wanted."),
        description="Its name in a language, if kept.",
    )

    resolve_slug = reads("slug")
    resolve_name = reads("name")
    resolve_input_type = reads("input_type")
    resolve_filterable_in_storefront = reads("filterable")

    resolve_id = ids("Attribute")

    @for_all
    def resolve_entity_type(parents: Sequence[AttributeRow], info: Any) -> list[str | None]:
        return [parent.entity_type or None for parent in parents]

    @for_all
    def resolve_type(parents: Sequence[AttributeRow], info: Any) -> list[str]:
        pages = queries.of_pages({parent.id for parent in parents})
        return ["PAGE_TYPE" if parent.id in pages else "PRODUCT_TYPE" for parent in parents]

    @for_all
    def resolve_unit(parents: Sequence[AttributeRow], info: Any) -> list[str | None]:
        return [UNITS.get(parent.unit) for parent in parents]

    @for_all
    def resolve_unit_symbol(parents: Sequence[AttributeRow], info: Any) -> list[str | None]:
        return [parent.unit or None for parent in parents]

    @for_all
    def resolve_with_choices(parents: Sequence[AttributeRow], info: Any) -> list[bool]:
        return [parent.input_type in ("DROPDOWN", "MULTISELECT") for parent in parents]

    @for_all
    def resolve_choices(parents: Sequence[AttributeRow], info: Any, **paging: Any) -> list[Connection]:
        found, page = queries.choices_of({parent.id for parent in parents}), request_of(**paging)
        return [
            connect(page_of_list([Choice(row, parent) for row in found[parent.id]], page, key=lambda choice: choice.row.id))
            for parent in parents
        ]

    @for_all
    def resolve_translation(parents: Sequence[AttributeRow], info: Any, language_code: str) -> list[NameRow | None]:
        language = language_of(language_code)
        if language == "en":
            return [NameRow(parent.id, language, parent.name) for parent in parents]
        found = names_in(language, info).attributes
        return [NameRow(parent.id, language, found[parent.id]) if parent.id in found else None for parent in parents]


@with_metadata
def _metadata(parents: Sequence[AttributeRow], info: Any) -> list[dict[str, str]]:
    found = queries.metadata_of({parent.id for parent in parents})
    return [found[parent.id] for parent in parents]


_metadata(Attribute)
AttributeCountableConnection = connection_of(Attribute)


class Query:
    """Attributes at the root."""

    attributes = graphene.Field(
        AttributeCountableConnection,
        filter=graphene.Argument(AttributeFilterInput, description="Narrows the list."),
        search=graphene.String(description="Words that name or slug must hold, the name in any language."),
        sort_by=graphene.Argument(AttributeSortingInput, description="Orders the list; by slug without it."),
        **PAGING,
        description="The attributes that things may carry.",
    )
    attribute = graphene.Field(
        Attribute,
        id=graphene.ID(description="Global id."),
        slug=graphene.String(description="Its slug."),
        description="One attribute by id or slug; null where there is none.",
    )

    def resolve_attributes(
        root: None,
        info: Any,
        filter: dict[str, Any] | None = None,
        search: str | None = None,
        sort_by: dict[str, Any] | None = None,
        **paging: Any,
    ) -> Connection:
        rows = [*queries.attributes_by_id().values()]
        rows = narrowed(narrowed(rows, plain(filter) or {}), {"search": search})  # both searches hold
        return connect(page_of_list(ordered(rows, plain(sort_by)), request_of(**paging), key=lambda row: row.id))

    def resolve_attribute(root: None, info: Any, id: str | None = None, slug: str | None = None) -> AttributeRow | None:
        if id is not None:
            return queries.attributes_by_id().get(key_of("Attribute", id))
        wanted = clean(slug or "")
        return next((row for row in queries.attributes_by_id().values() if row.slug == wanted), None)
