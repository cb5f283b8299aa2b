"""Menus in the graph, in Saleor's words."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import graphene

from catalog.categories.queries import CategoryRow
from catalog.categories.schema import Category, tree_of
from catalog.collections.schema import Collection, seen_collections
from catalog.menus import queries
from catalog.menus.queries import Branch, MenuRow
from catalog.products.schema import Seen
from marketplace.channels.queries import Viewpoint
from marketplace.channels.schema import CHANNEL, viewpoint_of
from marketplace.content.queries import pages_by_id
from marketplace.content.schema import Page, ShownPage
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.languages import language_of
from marketplace.kit.graphql.metadata import ObjectWithMetadata, with_metadata
from marketplace.kit.graphql.resolvers import for_all, ids, reads
from marketplace.kit.graphql.translations import LANGUAGE, name_translation_type
from marketplace.kit.ids import key_of
from marketplace.kit.text import clean
from marketplace.kit.words import NameRow


class ShownMenu(NamedTuple):
    """A menu as seen from a viewpoint."""

    row: MenuRow
    at: Viewpoint


class ShownItem(NamedTuple):
    """An item with its branch, as seen from a viewpoint."""

    branch: Branch
    at: Viewpoint


MenuItemTranslation = name_translation_type("MenuItem", "An item's name in another language.")


def _metadata_of_items(parents: Sequence[ShownItem], info: Any) -> list[dict[str, str]]:
    found = queries.metadata_of_items({parent.branch.row.id for parent in parents})
    return [found[parent.branch.row.id] for parent in parents]


def _metadata_of_menus(parents: Sequence[ShownMenu], info: Any) -> list[dict[str, str]]:
    found = queries.metadata_of_menus({parent.row.id for parent in parents})
    return [found[parent.row.id] for parent in parents]


@with_metadata(_metadata_of_items)
class MenuItem(graphene.ObjectType):
    """An item of a menu: it leads to one category, collection, page or address, or only holds others together."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    name = graphene.String(required=True, description="Its name, in the language it was written in.")
    level = graphene.Int(required=True, description="0 at the top.")
    url = graphene.String(description="The address that it leads to, where that is nothing of ours.")
    category = graphene.Field(Category, description="The category that it leads to.")
    collection = graphene.Field(Collection, description="The collection that it leads to.")
    page = graphene.Field(Page, description="The page that it leads to.")
    children = graphene.List(graphene.NonNull(lambda: MenuItem), description="What stands below it.")
    translation = graphene.Field(
        MenuItemTranslation,
        language_code=LANGUAGE,
        description="Its name in a language, if kept; the original one for EN.",
    )

    resolve_name = reads("branch.row.name")
    resolve_level = reads("branch.row.level")

    resolve_id = ids("MenuItem", "branch.row.id")

    @for_all
    def resolve_url(parents: Sequence[ShownItem], info: Any) -> list[str | None]:
        return [parent.branch.row.url or None for parent in parents]

    @for_all
    def resolve_category(parents: Sequence[ShownItem], info: Any) -> list[CategoryRow | None]:
        if not any(parent.branch.row.category_id for parent in parents):
            return [None] * len(parents)
        by_id = tree_of(info).by_id
        return [by_id.get(parent.branch.row.category_id or 0) for parent in parents]

    @for_all
    def resolve_collection(parents: Sequence[ShownItem], info: Any) -> list[Seen | None]:
        return seen_collections([parent.branch.row.collection_id for parent in parents], info, parents[0].at.channel)

    @for_all
    def resolve_page(parents: Sequence[ShownItem], info: Any) -> list[ShownPage | None]:
        keys = [parent.branch.row.page_id or 0 for parent in parents]
        found = pages_by_id(ids=set(keys) - {0}, at=parents[0].at.at, drafts=info.context.is_staff)
        return [ShownPage(found[key], parents[0].at.channel) if key in found else None for key in keys]

    @for_all
    def resolve_children(parents: Sequence[ShownItem], info: Any) -> list[list[ShownItem]]:
        return [[ShownItem(branch, parent.at) for branch in parent.branch.children] for parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[ShownItem], info: Any, language_code: str) -> list[NameRow | None]:
        found = queries.translations_of({parent.branch.row.id for parent in parents}, language_of(language_code))
        return [found.get(parent.branch.row.id) for parent in parents]


@with_metadata(_metadata_of_menus)
class Menu(graphene.ObjectType):
    """A tree of links."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    name = graphene.String(required=True, description="Name for people.")
    slug = graphene.String(required=True, description="Name in arguments.")
    items = graphene.List(graphene.NonNull(MenuItem), description="What stands at the top of it, in order.")

    resolve_name = reads("row.name")
    resolve_slug = reads("row.slug")

    resolve_id = ids("Menu", "row.id")

    @for_all
    def resolve_items(parents: Sequence[ShownMenu], info: Any) -> list[list[ShownItem]]:
        found = queries.items_of({parent.row.id for parent in parents}, parents[0].at, drafts=info.context.is_staff)
        return [[ShownItem(branch, parent.at) for branch in found[parent.row.id]] for parent in parents]


class MenuItemTranslatableContent(graphene.ObjectType):
    """An item's name, for who translates it."""

    id = graphene.ID(required=True, description="Global id of the item.")
    name = graphene.String(required=True, description="Its name, in the language it was written in.")
    translation = graphene.Field(
        MenuItemTranslation, language_code=LANGUAGE, description="Its name in a language, if kept; the original one for EN."
    )

    resolve_id = MenuItem.resolve_id
    resolve_name = MenuItem.resolve_name
    resolve_translation = MenuItem.resolve_translation


MenuCountableConnection = connection_of(Menu)


class Query:
    """Menus at the root."""

    menus = graphene.Field(MenuCountableConnection, channel=CHANNEL, **PAGING, description="All menus, by their slugs.")
    menu = graphene.Field(
        Menu,
        channel=CHANNEL,
        id=graphene.ID(description="Global id."),
        name=graphene.String(description="Name for people."),
        slug=graphene.String(description="Name in arguments."),
        description="One menu by id, slug or name; null where there is none. Only staff see what leads to something hidden.",
    )

    def resolve_menus(root: None, info: Any, channel: str | None = None, **paging: Any) -> Connection:
        at = viewpoint_of(info, channel)
        return connect(queries.menus_page(request_of(**paging)), lambda row: ShownMenu(row, at))

    def resolve_menu(
        root: None,
        info: Any,
        channel: str | None = None,
        id: str | None = None,
        name: str | None = None,
        slug: str | None = None,
    ) -> ShownMenu | None:
        key = key_of("Menu", id) if id is not None else None
        row = queries.menu(id=key, slug=None if slug is None else clean(slug), name=clean(name or ""))
        return None if row is None else ShownMenu(row, viewpoint_of(info, channel))
