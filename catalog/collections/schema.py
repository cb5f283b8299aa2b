"""Collections in the graph."""

from collections.abc import Container, Sequence
from typing import Any

import graphene

from catalog.attributes.assigned import Assigned
from catalog.attributes.selected import LIMIT, AssignedAttribute, assigned_type, references_to
from catalog.collections import queries
from catalog.collections.inputs import CollectionFilterInput, CollectionSortingInput, filters_of, order_of
from catalog.products.schema import Product, Seen
from marketplace.channels.schema import CHANNEL, viewpoint_of
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.languages import language_of
from marketplace.kit.graphql.metadata import ObjectWithMetadata, with_metadata
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, ids, plain, reads
from marketplace.kit.graphql.scalars import JSONString
from marketplace.kit.graphql.translations import SLUG_LANGUAGE, translated, translation_field, translation_type
from marketplace.kit.ids import key_of
from marketplace.kit.text import clean
from marketplace.kit.words import WordsRow

CollectionTranslation = translation_type("Collection")


def _key(parent: Seen) -> int:
    key: int = parent.row.id
    return key


def _metadata(parents: Sequence[Seen], info: Any) -> list[dict[str, str]]:
    found = queries.metadata_of({parent.row.id for parent in parents})
    return [found[parent.row.id] for parent in parents]


def _words(ids: Any, language: str, info: Any) -> dict[int, WordsRow]:
    return queries.words_of(ids, language)


@with_metadata(_metadata)
class Collection(graphene.ObjectType):
    """Products put together by hand, as seen in a channel."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="Name for people, in the language it was written in.")
    description = JSONString(description="Rich text as EditorJS blocks.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    channel = graphene.String(description="Slug of the channel it is seen in.")
    translation = translation_field(CollectionTranslation)

    resolve_slug = reads("row.slug")
    resolve_name = reads("row.name")
    resolve_description = reads("row.description")
    resolve_seo_title = reads("row.seo_title")
    resolve_seo_description = reads("row.seo_description")
    resolve_channel = reads("at.channel")
    resolve_translation = translated(_key, _words)

    resolve_id = ids("Collection", "row.id")


CollectionCountableConnection = connection_of(Collection)


def seen_collections(ids: Sequence[int | None], info: Any, channel: str | None) -> list[Seen | None]:
    """Collections by key as parents of the type, None for those that are not to be seen in the channel; one statement."""
    at = viewpoint_of(info, channel)
    found = queries.collections_by_id({key for key in ids if key is not None}, at)
    return [Seen(found[key], at) if key in found else None for key in ids]


@references_to("COLLECTION")
def _shown(keys: set[int], info: Any, channel: str | None) -> Container[int]:
    return queries.collections_by_id(keys, viewpoint_of(info, channel))


@assigned_type("SINGLE_REFERENCE", "COLLECTION")
class AssignedSingleCollectionReferenceAttribute(graphene.ObjectType):
    """A reference to one collection."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field(Collection, description="The collection; null where it is not to be seen.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[Seen | None]:
        return seen_collections([parent.values[0].reference_key for parent in parents], info, parents[0].channel)


@assigned_type("REFERENCE", "COLLECTION")
class AssignedMultiCollectionReferenceAttribute(graphene.ObjectType):
    """References to collections."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.List(
        graphene.NonNull(Collection),
        required=True,
        limit=LIMIT,
        description="The collections that are to be seen, in order.",
    )

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any, limit: int | None) -> list[list[Seen]]:
        wanted = [[value.reference_key for value in parent.values][:limit] for parent in parents]
        found = iter(seen_collections([key for keys in wanted for key in keys], info, parents[0].channel))
        return [[seen for _key in keys if (seen := next(found)) is not None] for keys in wanted]


@part_of(Product)
class CollectionsOfProduct:
    """Collections on a product."""

    collections = graphene.List(graphene.NonNull(Collection), description="The collections it is in.")

    @for_all
    def resolve_collections(parents: Sequence[Seen], info: Any) -> list[list[Seen]]:
        found = queries.collections_of({parent.row.id for parent in parents}, parents[0].at)
        return [[Seen(row, parent.at) for row in found[parent.row.id]] for parent in parents]


class Query:
    """Collections at the root."""

    collections = graphene.Field(
        CollectionCountableConnection,
        channel=CHANNEL,
        filter=graphene.Argument(CollectionFilterInput, description="Narrows the list."),
        sort_by=graphene.Argument(CollectionSortingInput, description="Orders the list; by slug without it."),
        **PAGING,
        description="The collections that are published in the channel.",
    )
    collection = graphene.Field(
        Collection,
        id=graphene.ID(description="Global id."),
        slug=graphene.String(description="Its slug."),
        slug_language_code=SLUG_LANGUAGE,
        channel=CHANNEL,
        description="One collection by id or slug; null where it does not exist or may not be seen.",
    )

    def resolve_collections(
        root: None,
        info: Any,
        channel: str | None = None,
        filter: dict[str, Any] | None = None,
        sort_by: dict[str, Any] | None = None,
        **paging: Any,
    ) -> Connection:
        at = viewpoint_of(info, channel)
        page = queries.collections_page(
            at=at, page=request_of(**paging), filters=filters_of(plain(filter)), **order_of(plain(sort_by))
        )
        return connect(page, lambda row: Seen(row, at))

    def resolve_collection(
        root: None,
        info: Any,
        id: str | None = None,
        slug: str | None = None,
        slug_language_code: Any = None,
        channel: str | None = None,
    ) -> Seen | None:
        key = key_of("Collection", id) if id is not None else None
        at = viewpoint_of(info, channel)
        language = None if slug_language_code is None else language_of(plain(slug_language_code))
        row = queries.collection(at=at, id=key, slug=clean(slug or ""), slug_language=language)
        return Seen(row, at) if row else None
