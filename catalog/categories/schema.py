"""The category tree in the graph."""

from collections.abc import Sequence
from typing import Any

import graphene

from catalog.attributes.assigned import Assigned
from catalog.attributes.selected import LIMIT, AssignedAttribute, assigned_type, references_to
from catalog.categories import inputs, queries
from catalog.categories.inputs import CategoryFilterInput, CategorySortingInput, CategoryWhereInput
from catalog.categories.queries import CategoryRow, CategoryTree
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.languages import language_of
from marketplace.kit.graphql.metadata import ObjectWithMetadata, with_metadata
from marketplace.kit.graphql.resolvers import for_all, ids, plain, reads
from marketplace.kit.graphql.scalars import JSONString
from marketplace.kit.graphql.translations import SLUG_LANGUAGE, translated, translation_field, translation_type
from marketplace.kit.ids import key_of
from marketplace.kit.paging import PageRequest, page_of_list
from marketplace.kit.text import clean
from marketplace.kit.words import WordsRow


def tree_of(info: Any, language: str = "en") -> CategoryTree:
    """The tree, read once a request."""
    kept = info.context.kept
    if ("tree", language) not in kept:
        kept["tree", language] = queries.tree(language)
    found: CategoryTree = kept["tree", language]
    return found


CategoryTranslation = translation_type("Category")


def _words(ids: Any, language: str, info: Any) -> dict[int, WordsRow]:
    if language == "en":
        rows = tree_of(info).by_id
        found = ((key, rows[key]) for key in ids)
        return {
            key: WordsRow(key, "en", row.name, row.slug, row.description, row.seo_title, row.seo_description)
            for key, row in found
        }
    kept = info.context.kept
    if ("category words", language) not in kept:
        kept["category words", language] = queries.words(language)
    found = kept["category words", language]
    return {key: found[key] for key in ids if key in found}


def _metadata(parents: Sequence[CategoryRow], info: Any) -> list[dict[str, str]]:
    found = queries.metadata_of({parent.id for parent in parents})
    return [found[parent.id] for parent in parents]


@with_metadata(_metadata)
class Category(graphene.ObjectType):
    """A branch of the catalogue."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="Name for people, in the language it was written in.")
    description = JSONString(description="Rich text as EditorJS blocks.")
    level = graphene.Int(required=True, description="0 for a root.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    parent = graphene.Field(lambda: Category, description="The branch it grows from.")
    ancestors = graphene.Field(lambda: CategoryCountableConnection, **PAGING, description="From the root down to the parent.")
    children = graphene.Field(lambda: CategoryCountableConnection, **PAGING, description="What grows from it.")
    translation = translation_field(CategoryTranslation)

    resolve_slug = reads("slug")
    resolve_name = reads("name")
    resolve_level = reads("level")
    resolve_seo_title = reads("seo_title")
    resolve_seo_description = reads("seo_description")
    resolve_description = reads("description")
    resolve_translation = translated(lambda row: row.id, _words)

    resolve_id = ids("Category")

    @for_all
    def resolve_parent(parents: Sequence[CategoryRow], info: Any) -> list[CategoryRow | None]:
        by_id = tree_of(info).by_id
        return [by_id[parent.parent_id] if parent.parent_id else None for parent in parents]

    @for_all
    def resolve_ancestors(parents: Sequence[CategoryRow], info: Any, **paging: Any) -> list[Connection]:
        whole, page = tree_of(info), request_of(**paging)
        return [_connected([whole.by_id[key] for key in parent.ancestors], page) for parent in parents]

    @for_all
    def resolve_children(parents: Sequence[CategoryRow], info: Any, **paging: Any) -> list[Connection]:
        whole, page = tree_of(info), request_of(**paging)
        return [_connected(whole.children.get(parent.id, ()), page) for parent in parents]


CategoryCountableConnection: type[graphene.ObjectType] = connection_of(Category)


@references_to("CATEGORY")
def _there(keys: set[int], info: Any, channel: str | None) -> set[int]:
    """All categories are to be seen."""
    return keys & tree_of(info).by_id.keys()


@assigned_type("SINGLE_REFERENCE", "CATEGORY")
class AssignedSingleCategoryReferenceAttribute(graphene.ObjectType):
    """A reference to one category."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field(Category, description="The category.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[CategoryRow | None]:
        by_id = tree_of(info).by_id
        return [by_id.get(parent.values[0].reference_key or 0) for parent in parents]


@assigned_type("REFERENCE", "CATEGORY")
class AssignedMultiCategoryReferenceAttribute(graphene.ObjectType):
    """References to categories."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.List(graphene.NonNull(Category), required=True, limit=LIMIT, description="The categories, in order.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any, limit: int | None) -> list[list[CategoryRow]]:
        by_id = tree_of(info).by_id
        wanted = [[value.reference_key or 0 for value in parent.values][:limit] for parent in parents]
        return [[by_id[key] for key in keys if key in by_id] for keys in wanted]


def _connected(rows: Sequence[CategoryRow], page: PageRequest) -> Connection:
    return connect(page_of_list(rows, page, key=lambda row: row.id))


class Query:
    """Categories at the root."""

    categories = graphene.Field(
        CategoryCountableConnection,
        filter=graphene.Argument(CategoryFilterInput, description="Narrows the list."),
        where=graphene.Argument(CategoryWhereInput, description="Narrows the list further, with AND and OR."),
        sort_by=graphene.Argument(CategorySortingInput, description="Orders the list; in tree order without it."),
        level=graphene.Int(description="Only those of a level; 0 for the roots."),
        **PAGING,
        description="The categories in tree order.",
    )
    category = graphene.Field(
        Category,
        id=graphene.ID(description="Global id."),
        slug=graphene.String(description="Its slug."),
        slug_language_code=SLUG_LANGUAGE,
        description="One category by id or slug; null where there is none.",
    )

    def resolve_categories(
        root: None,
        info: Any,
        filter: dict[str, Any] | None = None,
        where: dict[str, Any] | None = None,
        sort_by: dict[str, Any] | None = None,
        level: int | None = None,
        **paging: Any,
    ) -> Connection:
        whole = tree_of(info)
        rows = [row for row in whole.rows if level is None or row.level == level]
        rows = inputs.where(inputs.narrowed(rows, plain(filter)), plain(where))
        return _connected(inputs.ordered(rows, plain(sort_by), whole), request_of(**paging))

    def resolve_category(
        root: None, info: Any, id: str | None = None, slug: str | None = None, slug_language_code: Any = None
    ) -> CategoryRow | None:
        whole, slug = tree_of(info), clean(slug or "")
        if id is not None:
            return whole.by_id.get(key_of("Category", id))
        language = "en" if slug_language_code is None else language_of(plain(slug_language_code))
        key = queries.id_by_slug(slug, language) if language != "en" else None
        return whole.by_slug.get(slug) if key is None else whole.by_id.get(key)
