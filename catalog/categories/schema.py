"""The category tree in the graph."""

from collections.abc import Sequence
from typing import Any

import graphene

from catalog.categories import queries
from catalog.categories.queries import CategoryRow, CategoryTree
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.languages import LanguageCodeEnum
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.ids import global_id, key_of
from marketplace.kit.paging import PageRequest, page_of_list


def tree_of(info: Any, language: str = "en") -> CategoryTree:
    """The tree, read once a request."""
    kept = info.context.kept
    if ("tree", language) not in kept:
        kept["tree", language] = queries.tree(language)
    found: CategoryTree = kept["tree", language]
    return found


class CategoryTranslation(graphene.ObjectType):
    """A category's words in another language."""

    id = graphene.ID(required=True, description="Global id.")
    name = graphene.String(description="Its name.")

    resolve_name = reads("name")

    def resolve_id(parent: CategoryRow, info: Any) -> str:
        return global_id("CategoryTranslation", f"{parent.id}-{parent.language}")


class Category(graphene.ObjectType):
    """A branch of the catalogue."""

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="Name for people, in English.")
    level = graphene.Int(required=True, description="0 for a root.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    parent = graphene.Field(lambda: Category, description="The branch it grows from.")
    ancestors = graphene.Field(lambda: CategoryCountableConnection, **PAGING, description="From the root down to the parent.")
    children = graphene.Field(lambda: CategoryCountableConnection, **PAGING, description="What grows from it.")
    translation = graphene.Field(
        CategoryTranslation, language_code=LanguageCodeEnum(required=True), description="Its words in a language, if kept."
    )

    resolve_slug = reads("slug")
    resolve_name = reads("name")
    resolve_level = reads("level")
    resolve_seo_title = reads("seo_title")
    resolve_seo_description = reads("seo_description")

    @for_all
    def resolve_id(parents: Sequence[CategoryRow], info: Any) -> list[str]:
        return [global_id("Category", parent.id) for parent in parents]

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

    @for_all
    def resolve_translation(parents: Sequence[CategoryRow], info: Any, language_code: str) -> list[CategoryRow | None]:
        by_id = tree_of(info, language_code).by_id
        found = [by_id[parent.id] for parent in parents]
        return [row if row.language == language_code else None for row in found]


CategoryCountableConnection: type[graphene.ObjectType] = connection_of(Category)


def _connected(rows: Sequence[CategoryRow], page: PageRequest) -> Connection:
    return connect(page_of_list(rows, page, key=lambda row: row.id))


class Query:
    """Categories at the root."""

    categories = graphene.Field(
        CategoryCountableConnection,
        level=graphene.Int(description="Only those of a level; 0 for the roots."),
        **PAGING,
        description="The categories in tree order.",
    )
    category = graphene.Field(
        Category, id=graphene.ID(), slug=graphene.String(), description="One category by id or slug; null where there is none."
    )

    def resolve_categories(root: None, info: Any, level: int | None = None, **paging: Any) -> Connection:
        rows = [row for row in tree_of(info).rows if level is None or row.level == level]
        return _connected(rows, request_of(**paging))

    def resolve_category(root: None, info: Any, id: str | None = None, slug: str | None = None) -> CategoryRow | None:
        whole = tree_of(info)
        return whole.by_id.get(key_of("Category", id)) if id is not None else whole.by_slug.get(slug or "")
