"""What staff may do with menus, in the graph and in Saleor's words."""

from typing import Any

import graphene

from catalog.menus import actions, queries
from catalog.menus.actions import Move, Target
from catalog.menus.models import TARGETS
from catalog.menus.models import Menu as MenuModel
from catalog.menus.models import MenuItem as ItemModel
from catalog.menus.schema import Menu, MenuItem, MenuItemTranslatableContent, ShownItem, ShownMenu
from marketplace.channels.queries import Viewpoint
from marketplace.channels.schema import viewpoint_of
from marketplace.content.errors import TranslationError
from marketplace.kit.graphql.filters import few
from marketplace.kit.graphql.languages import LanguageCodeEnum, language_of
from marketplace.kit.graphql.mutations import Mutation as Base
from marketplace.kit.graphql.mutations import MutationError, Policy, error_codes
from marketplace.kit.graphql.translations import NameTranslationInput
from marketplace.kit.ids import key_of
from marketplace.kit.words import in_known_languages

MENU_ID = graphene.ID(required=True, description="Global id of the menu.")
ITEM_ID = graphene.ID(required=True, description="Global id of the item.")
MenuErrorCode = error_codes(
    "MenuErrorCode",
    (
        "CANNOT_ASSIGN_NODE", "GRAPHQL_ERROR", "INVALID", "INVALID_MENU_ITEM", "NO_MENU_ITEM_PROVIDED", "NOT_FOUND", "REQUIRED",
        "TOO_MANY_MENU_ITEMS", "UNIQUE",
    ),
)  # fmt: skip


class MenuError(MutationError):
    """Why something was refused that has to do with a menu."""

    codes = {
        "SLUG_TAKEN": "UNIQUE", "CIRCLE": "CANNOT_ASSIGN_NODE", "TOO_DEEP": "CANNOT_ASSIGN_NODE",
        "TOO_MANY_TARGETS": "TOO_MANY_MENU_ITEMS",
    }  # fmt: skip

    code = graphene.Field(MenuErrorCode, required=True, description="The reason, for programs.")


class MenuItemInput(graphene.InputObjectType):
    """An item: of category, collection, page and address at most one. Where one of them is given, the others are taken away."""

    name = graphene.String(description="Its name.")
    category = graphene.ID(description="The category that it leads to.")
    collection = graphene.ID(description="The collection that it leads to.")
    page = graphene.ID(description="The page that it leads to.")
    url = graphene.String(description="The address that it leads to: of another site, or a path of this one.")


class MenuItemCreateInput(MenuItemInput):
    """A new item, the last below its parent."""

    name = graphene.String(required=True, description="Its name.")
    menu = graphene.ID(required=True, description="The menu that it hangs in.")
    parent = graphene.ID(description="The item that it stands below; at the top without it.")


class MenuInput(graphene.InputObjectType):
    """What changes of a menu; what is not given stays as it is."""

    name = graphene.String(description="Name for people.")
    slug = graphene.String(
        description="Name in arguments. The shop's pages show `header` (`navbar` where that leads nowhere) and `footer`."
    )


class MenuCreateInput(graphene.InputObjectType):
    """A new menu with its first items."""

    name = graphene.String(required=True, description="Name for people.")
    slug = graphene.String(description="Name in arguments; made from the name without it.")
    items = graphene.List(graphene.NonNull(MenuItemInput), description="What stands at the top of it.")


class MenuItemMoveInput(graphene.InputObjectType):
    """Where an item goes."""

    item_id = graphene.ID(required=True, description="The item.")
    parent_id = graphene.ID(description="The item that it is to stand below; at the top without it.")
    sort_order = graphene.Int(description="So many places on among its siblings; below 0: back.")


def _target(given: dict[str, Any]) -> Target | None:
    """What an item is to lead to; None where the input does not speak of it. Refused INVALID or NOT_FOUND."""
    named = {kind: given[kind] for kind in TARGETS if given.get(kind)}
    found: dict[str, Any] = {kind: queries.target_of(kind, key_of(kind.title(), id, field=kind)) for kind, id in named.items()}
    return Target(url=given.get("url") or "", **found) if given.keys() & {*TARGETS, "url"} else None


def _columns(given: dict[str, Any]) -> dict[str, Any]:
    """A MenuItemInput as `add_item` takes it."""
    to = _target(given) or Target()
    return {"name": given.get("name") or "", **{column: getattr(to, column) for column in actions.COLUMNS}}


def _menu(id: str, field: str = "id") -> MenuModel:
    return queries.to_change(key_of("Menu", id, field=field), field=field)


def _item(id: str, field: str = "id") -> ItemModel:
    return queries.item_to_change(key_of("MenuItem", id, field=field), field=field)


def _parent(id: str | None, field: str) -> ItemModel | None:
    return None if id is None else _item(id, field)


def _shown(menu: Any, at: Viewpoint) -> ShownMenu:
    row = queries.menu(id=menu.pk)
    assert row is not None, "it has just been written"
    return ShownMenu(row, at)


class MenuCreate(Base):
    """The menu that was made, or why none was."""

    policy = Policy.STAFF
    error_type = MenuError

    class Arguments:
        input = MenuCreateInput(required=True, description="The menu.")

    menu = graphene.Field(Menu, description="The menu.")

    def act(info: Any, input: dict[str, Any]) -> dict[str, Any]:
        at = viewpoint_of(info, None)
        items = [_columns(item) for item in few(input.get("items"), field="items") or ()]
        return {"menu": _shown(actions.create(name=input["name"], slug=input.get("slug"), items=items), at)}


class MenuUpdate(Base):
    """The menu as it is now, or why it was not changed."""

    policy = Policy.STAFF
    error_type = MenuError

    class Arguments:
        id = MENU_ID
        input = MenuInput(required=True, description="What changes.")

    menu = graphene.Field(Menu, description="The menu.")

    def act(info: Any, id: str, input: dict[str, Any]) -> dict[str, Any]:
        at = viewpoint_of(info, None)
        return {"menu": _shown(actions.change(menu=_menu(id), **input), at)}


class MenuDelete(Base):
    """The menu as it was, or why it was not taken away."""

    policy = Policy.STAFF
    error_type = MenuError

    class Arguments:
        id = MENU_ID

    menu = graphene.Field(Menu, description="The menu; its items are gone.")

    def act(info: Any, id: str) -> dict[str, Any]:
        menu = _menu(id)
        before = _shown(menu, viewpoint_of(info, None))
        actions.remove(menu=menu)
        return {"menu": before}


class MenuItemCreate(Base):
    """The item that was hung up, or why none was."""

    policy = Policy.STAFF
    error_type = MenuError

    class Arguments:
        input = MenuItemCreateInput(required=True, description="The item.")

    menu_item = graphene.Field(MenuItem, description="The item.")

    def act(info: Any, input: dict[str, Any]) -> dict[str, Any]:
        at = viewpoint_of(info, None)
        menu = _menu(input["menu"], "menu")
        item = actions.add_item(menu=menu, parent=_parent(input.get("parent"), "parent"), **_columns(input))
        return {"menu_item": ShownItem(queries.branch_of(item, at.language), at)}


class MenuItemUpdate(Base):
    """The item as it is now, or why it was not changed."""

    policy = Policy.STAFF
    error_type = MenuError

    class Arguments:
        id = ITEM_ID
        input = MenuItemInput(required=True, description="What changes; what is not given stays as it is.")

    menu_item = graphene.Field(MenuItem, description="The item.")

    def act(info: Any, id: str, input: dict[str, Any]) -> dict[str, Any]:
        at, item = viewpoint_of(info, None), _item(id)
        actions.change_item(item=item, name=input.get("name"), to=_target(input))
        return {"menu_item": ShownItem(queries.branch_of(item, at.language), at)}


class MenuItemMove(Base):
    """The menu as it is now, or why nothing was moved."""

    policy = Policy.STAFF
    error_type = MenuError

    class Arguments:
        menu = MENU_ID
        moves = graphene.List(
            graphene.NonNull(MenuItemMoveInput), required=True, description="One after the other: all are done, or none."
        )

    menu = graphene.Field(Menu, description="The menu.")

    def act(info: Any, menu: str, moves: list[dict[str, Any]]) -> dict[str, Any]:
        at, found = viewpoint_of(info, None), _menu(menu, "menu")
        wanted = [
            Move(
                item=_item(move["item_id"], "item_id"),
                parent=_parent(move.get("parent_id"), "parent_id"),
                step=move.get("sort_order") or 0,
            )
            for move in few(moves, field="moves") or ()
        ]
        return {"menu": _shown(actions.move_items(menu=found, moves=wanted), at)}


class MenuItemDelete(Base):
    """The item as it was, or why it was not taken out."""

    policy = Policy.STAFF
    error_type = MenuError

    class Arguments:
        id = ITEM_ID

    menu_item = graphene.Field(MenuItem, description="The item as it was.")

    def act(info: Any, id: str) -> dict[str, Any]:
        at, item = viewpoint_of(info, None), _item(id)
        before = ShownItem(queries.branch_of(item, at.language), at)
        actions.remove_item(item=item)
        return {"menu_item": before}


class MenuItemTranslate(Base):
    """The item with its name in a language, or why that was not taken."""

    policy = Policy.STAFF
    error_type = TranslationError

    class Arguments:
        id = ITEM_ID
        language_code = graphene.Argument(LanguageCodeEnum, required=True, description="The language of the name.")
        input = NameTranslationInput(required=True, description="The name.")

    menu_item = graphene.Field(MenuItemTranslatableContent, description="The item's names.")

    def act(info: Any, id: str, language_code: str, input: dict[str, Any]) -> dict[str, Any]:
        at, item = viewpoint_of(info, None), _item(id)
        name = in_known_languages({language_of(language_code): input.get("name") or ""}, field="language_code")
        actions.change_item(item=item, translations=name)
        return {"menu_item": ShownItem(queries.branch_of(item, at.language), at)}


class Mutation:
    """Menus at the root, for staff."""

    menu_create = MenuCreate.Field(description="Make a menu; for staff.")
    menu_update = MenuUpdate.Field(description="Rename a menu; for staff.")
    menu_delete = MenuDelete.Field(description="Take a menu away with all that hangs in it; for staff.")
    menu_item_create = MenuItemCreate.Field(description="Hang an item into a menu; for staff.")
    menu_item_update = MenuItemUpdate.Field(description="Rename an item or lead it elsewhere; for staff.")
    menu_item_move = MenuItemMove.Field(description="Move items of a menu; for staff.")
    menu_item_delete = MenuItemDelete.Field(description="Take an item out, with all below it; for staff.")
    menu_item_translate = MenuItemTranslate.Field(description="Name an item in another language; for staff.")
