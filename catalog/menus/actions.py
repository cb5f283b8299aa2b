"""What may be done with menus: make one, hang items into it, rename and move them, take them out."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.events import MenuChanged
from catalog.menus import rules
from catalog.menus.models import Menu, MenuItem, MenuItemTranslation
from marketplace.content.models import Page
from marketplace.kit.columns import text_for
from marketplace.kit.metadata import merged
from marketplace.kit.refused import Refused
from marketplace.kit.slugs import settle
from marketplace.kit.words import names_columns
from marketplace.news.announce import announce


@transaction.atomic
def create(*, name: str, slug: str | None = None, metadata: Mapping[str, str] = {}) -> Menu:
    """A new, empty menu. Refused INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN."""
    name = text_for(Menu, "name", name, must=True)
    slug = settle(Menu.objects.all(), given=slug, name=name, otherwise="menu")
    menu = Menu.objects.create(name=name, slug=slug, metadata=merged({}, metadata))
    announce(MenuChanged(menu=menu.pk))
    return menu


@transaction.atomic
def add_item(
    *, menu: Menu, name: str, parent: MenuItem | None = None, category: Category | None = None,
    collection: Collection | None = None, page: Page | None = None, url: str = "", translations: Mapping[str, str] = {},
    metadata: Mapping[str, str] = {},
) -> MenuItem:  # fmt: skip
    """One more item, the last below its parent (or at the top), that leads to one thing or only holds others together.

    Refused TOO_MANY_TARGETS, TOO_MANY, TOO_DEEP, NOT_FOUND for a parent in another menu, INVALID, REQUIRED or TOO_LONG.
    """
    if sum(bool(target) for target in (category, collection, page, url)) > 1:
        raise Refused("TOO_MANY_TARGETS", _("An item leads to one thing only."), "url")
    _lock(menu)
    if MenuItem.objects.filter(menu=menu).count() >= rules.MOST_ITEMS:
        raise Refused("TOO_MANY", _("A menu has at most %(most)d items.") % {"most": rules.MOST_ITEMS}, "menu")
    item = MenuItem.objects.create(
        menu=menu, name=text_for(MenuItem, "name", name, must=True), category=category, collection=collection, page=page,
        url=_address(url), metadata=merged({}, metadata), **_place(menu, parent, height=0),
    )  # fmt: skip
    _translate(item, translations)
    announce(MenuChanged(menu=menu.pk))
    return item


@transaction.atomic
def rename_item(*, item: MenuItem, name: str, translations: Mapping[str, str] = {}) -> MenuItem:
    """The item is called so from now on; languages that are not given keep their name. Refused INVALID, REQUIRED, TOO_LONG."""
    row = _locked(item)
    row.name = item.name = text_for(MenuItem, "name", name, must=True)
    row.save(update_fields=["name"])
    _translate(row, translations)
    announce(MenuChanged(menu=row.menu_id))
    return item


@transaction.atomic
def move_item(*, item: MenuItem, parent: MenuItem | None) -> MenuItem:
    """The item with all below it, the last below another parent or at the top. Refused CIRCLE, TOO_DEEP or NOT_FOUND."""
    row = _locked(item)
    branch = _branch(row)
    if parent is not None and parent.pk in {member.pk for member in branch}:
        raise Refused("CIRCLE", _("An item cannot stand below itself."), "parent")
    height = max(member.level for member in branch) - row.level
    place = _place(row.menu, parent, height=height)
    step = place["level"] - row.level
    row.parent, row.sort_order = place["parent"], place["sort_order"]
    for member in branch:
        member.level += step
    row.level = place["level"]
    row.save(update_fields=["parent", "level", "sort_order"])
    MenuItem.objects.bulk_update([member for member in branch if member.pk != row.pk], ["level"])
    item.refresh_from_db()
    announce(MenuChanged(menu=row.menu_id))
    return item


@transaction.atomic
def remove_item(*, item: MenuItem) -> None:
    """The item and all below it are taken out."""
    row = _locked(item)
    row.delete()
    announce(MenuChanged(menu=row.menu_id))


def _lock(menu: Menu) -> None:
    """One at a time may change a menu."""
    Menu.objects.select_for_update(no_key=True).get(pk=menu.pk)


def _locked(item: MenuItem) -> MenuItem:
    _lock(item.menu)
    return MenuItem.objects.get(pk=item.pk)


def _branch(row: MenuItem) -> list[MenuItem]:
    """The item and everything below it."""
    found = [row]
    rows = list(MenuItem.objects.filter(menu=row.menu_id))
    for member in found:
        found += [below for below in rows if below.parent_id == member.pk]
    return found


def _place(menu: Menu, parent: MenuItem | None, *, height: int) -> dict[str, Any]:
    """The columns of an item below this parent, `height` levels of its own below it."""
    row = None
    if parent is not None:
        row = MenuItem.objects.filter(menu=menu, pk=parent.pk).first()
        if row is None:
            raise Refused("NOT_FOUND", _("This item is not in the menu."), "parent")
    level = row.level + 1 if row else 0
    if level + height >= rules.MOST_LEVELS:
        raise Refused("TOO_DEEP", _("A menu has at most %(most)d levels.") % {"most": rules.MOST_LEVELS}, "parent")
    last = MenuItem.objects.filter(menu=menu, parent=row).aggregate(last=Max("sort_order"))["last"]
    return {"parent": row, "level": level, "sort_order": 0 if last is None else last + 1}


def _address(url: str) -> str:
    url = text_for(MenuItem, "url", url)
    if url and not rules.is_address(url):
        raise Refused("INVALID", _("An address begins with https://, http:// or a slash."), "url")
    return url


def _translate(item: MenuItem, translations: Mapping[str, str]) -> None:
    for row in names_columns(MenuItemTranslation, translations):
        language = row.pop("language_code")
        MenuItemTranslation.objects.update_or_create(item=item, language_code=language, defaults=row)
