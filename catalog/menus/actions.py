"""What may be done with menus: make one, rename it, hang items into it, change and move them, take them out, take it away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.events import MenuChanged
from catalog.menus import rules
from catalog.menus.models import Menu, MenuItem, MenuItemTranslation
from catalog.menus.queries import item_to_change
from marketplace.content.models import Page
from marketplace.kit.addresses import is_address
from marketplace.kit.columns import text_for
from marketplace.kit.found import first_of
from marketplace.kit.metadata import merged
from marketplace.kit.refused import Refused
from marketplace.kit.slugs import settle
from marketplace.kit.words import names_columns
from marketplace.news.announce import announce


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The one thing that an item leads to; nothing: it only holds others together."""

    category: Category | None = None
    collection: Collection | None = None
    page: Page | None = None
    url: str = ""


COLUMNS = tuple(field.name for field in fields(Target))


@transaction.atomic
def create(
    *, name: str, slug: str | None = None, items: Sequence[Mapping[str, Any]] = (), metadata: Mapping[str, str] = {}
) -> Menu:
    """A new menu; `items` (as `add_item` takes them) stand at its top.

    Refused INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN, or as `add_item` is.
    """
    name = text_for(Menu, "name", name, must=True)
    slug = settle(Menu.objects.all(), given=slug, name=name, otherwise="menu")
    menu = Menu.objects.create(name=name, slug=slug, metadata=merged({}, metadata))
    announce(MenuChanged(menu=menu.pk))
    for item in items:
        add_item(menu=menu, **item)
    return menu


@transaction.atomic
def change(*, menu: Menu, name: str | None = None, slug: str | None = None) -> Menu:
    """The menu is called so from now on; what is not given stays.

    Refused INVALID, REQUIRED, TOO_LONG, SLUG_TAKEN or NOT_FOUND.
    """
    row = _lock(menu)
    if name is not None:
        row.name = text_for(Menu, "name", name, must=True)
    if slug is not None and slug != row.slug:
        row.slug = settle(Menu.objects.all(), given=slug, name=row.name, otherwise="menu")
    row.save(update_fields=["name", "slug"])
    menu.refresh_from_db()
    announce(MenuChanged(menu=row.pk))
    return menu


@transaction.atomic
def remove(*, menu: Menu) -> None:
    """The menu is gone with all that hangs in it. Refused NOT_FOUND where it was already."""
    key = _lock(menu).pk
    Menu.objects.filter(pk=key).delete()
    announce(MenuChanged(menu=key))


@transaction.atomic
def add_item(
    *, menu: Menu, name: str, parent: MenuItem | None = None, category: Category | None = None,
    collection: Collection | None = None, page: Page | None = None, url: str = "", translations: Mapping[str, str] = {},
    metadata: Mapping[str, str] = {},
) -> MenuItem:  # fmt: skip
    """One more item, the last below its parent (or at the top), that leads to one thing or only holds others together.

    Refused TOO_MANY_TARGETS, TOO_MANY, TOO_DEEP, NOT_FOUND for a parent in another menu, INVALID, REQUIRED or TOO_LONG.
    """
    leads = _checked(Target(category=category, collection=collection, page=page, url=url))
    _lock(menu)
    if MenuItem.objects.filter(menu=menu).count() >= rules.MOST_ITEMS:
        raise Refused("TOO_MANY", _("A menu has at most %(most)d items.") % {"most": rules.MOST_ITEMS}, "menu")
    item = MenuItem.objects.create(
        menu=menu, name=text_for(MenuItem, "name", name, must=True), metadata=merged({}, metadata), **leads,
        **_place(menu, parent, height=0),
    )  # fmt: skip
    _translate(item, translations)
    announce(MenuChanged(menu=menu.pk))
    return item


@transaction.atomic
def change_item(
    *, item: MenuItem, name: str | None = None, to: Target | None = None, translations: Mapping[str, str] = {},
    metadata: Mapping[str, str] = {},
) -> MenuItem:  # fmt: skip
    """The item is called so from now on, and leads to this thing and to nothing else (an empty target: nowhere); what is not
    given, languages too, stays as it is, and pairs of metadata are added.

    Refused TOO_MANY_TARGETS, INVALID, REQUIRED, TOO_LONG or NOT_FOUND.
    """
    row = _locked(item)
    row.metadata = merged(row.metadata, metadata)
    if name is not None:
        row.name = text_for(MenuItem, "name", name, must=True)
    for column, value in (_checked(to) if to else {}).items():
        setattr(row, column, value)
    row.save(update_fields=["name", "metadata", *COLUMNS])
    _translate(row, translations)
    item.refresh_from_db()
    announce(MenuChanged(menu=row.menu_id))
    return item


@transaction.atomic
def move_item(*, item: MenuItem, parent: MenuItem | None, step: int = 0) -> MenuItem:
    """The item with all below it: below another parent (None: at the top) the last, below its own where it stands; and from
    there `step` places on among its siblings (below 0: back), as far as they reach. Refused CIRCLE, TOO_DEEP or NOT_FOUND."""
    row = _locked(item)
    if row.parent_id != (parent.pk if parent else None):
        _hang(row, parent)
    if step:
        _shift(row, step)
    item.refresh_from_db()
    announce(MenuChanged(menu=row.menu_id))
    return item


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where an item goes; as in `move_item`."""

    item: MenuItem
    parent: MenuItem | None
    step: int = 0


@transaction.atomic
def move_items(*, menu: Menu, moves: Sequence[Move]) -> Menu:
    """These moves one after the other, all or none. Refused as `move_item` is, and NOT_FOUND for an item of another menu."""
    row = _lock(menu)
    for move in moves:
        if move.item.menu_id != row.pk:
            raise Refused("NOT_FOUND", _("This item is not in the menu."), "item_id")
        move_item(item=move.item, parent=move.parent, step=move.step)
    return menu


@transaction.atomic
def remove_item(*, item: MenuItem) -> None:
    """The item and all below it are taken out. Refused NOT_FOUND where it was already."""
    row = _locked(item)
    row.delete()
    announce(MenuChanged(menu=row.menu_id))


def _hang(row: MenuItem, parent: MenuItem | None) -> None:
    """The item with all below it, the last below another parent."""
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


def _shift(row: MenuItem, step: int) -> None:
    """The item so many places on among its siblings; all of them are numbered anew."""
    siblings = list(MenuItem.objects.filter(menu=row.menu_id, parent=row.parent_id).order_by("sort_order", "id"))
    place = [sibling.pk for sibling in siblings].index(row.pk)
    siblings.insert(max(0, min(place + step, len(siblings) - 1)), siblings.pop(place))
    for number, sibling in enumerate(siblings):
        sibling.sort_order = number
    MenuItem.objects.bulk_update(siblings, ["sort_order"])


def _lock(menu: Menu) -> Menu:
    """The menu as it is now; one at a time may change it. Refused NOT_FOUND."""
    return first_of(Menu.objects.select_for_update(no_key=True).filter(pk=menu.pk), _("There is no such menu."), "menu")


def _locked(item: MenuItem) -> MenuItem:
    """The item as it is now, in its menu locked. Refused NOT_FOUND."""
    _lock(item.menu)
    return item_to_change(item.pk)


def _checked(to: Target) -> dict[str, Any]:
    """The target's columns. Refused TOO_MANY_TARGETS where there would be more than one, INVALID or TOO_LONG for the address."""
    columns: dict[str, Any] = {column: getattr(to, column) for column in COLUMNS}
    if sum(map(bool, columns.values())) > 1:
        raise Refused("TOO_MANY_TARGETS", _("An item leads to one thing only."), "url")
    return columns | {"url": _address(to.url)}


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
    if url and not is_address(url):
        raise Refused("INVALID", _("An address begins with https://, http:// or a slash."), "url")
    return url


def _translate(item: MenuItem, translations: Mapping[str, str]) -> None:
    for row in names_columns(MenuItemTranslation, translations):
        language = row.pop("language_code")
        MenuItemTranslation.objects.update_or_create(item=item, language_code=language, defaults=row)
