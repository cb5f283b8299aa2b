"""Questions about menus: a whole menu in one statement; what leads to something hidden is left out, but for staff."""

from collections.abc import Collection as Keys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from catalog.categories.models import Category
from catalog.collections.models import Collection, CollectionChannelListing
from catalog.menus.models import Menu, MenuItem, MenuItemTranslation
from marketplace.channels.queries import Viewpoint
from marketplace.content.models import Page
from marketplace.content.queries import ORIGINAL
from marketplace.kit.found import first_of
from marketplace.kit.held import Held
from marketplace.kit.paging import Listed, PageRequest, page_of
from marketplace.kit.paging import Page as PageOfRows
from marketplace.kit.refused import Refused
from marketplace.kit.words import NameRow


class MenuRow(NamedTuple):
    """A menu."""

    id: int
    slug: str
    name: str


class ItemRow(NamedTuple):
    """An item in the reader's language; `language` is the one that its name is in, None for that of the originals.

    `page_from` is when the page that it leads to is (or was) first to be seen.
    """

    id: int
    menu_id: int
    parent_id: int | None
    level: int
    name: str
    language: str | None
    category_id: int | None
    category_slug: str | None
    collection_id: int | None
    page_id: int | None
    page_slug: str | None
    page_from: datetime | None
    url: str


@dataclass(frozen=True, slots=True)
class Branch:
    """An item with what stands below it."""

    row: ItemRow
    children: "tuple[Branch, ...]"


def menu(*, id: int | None = None, slug: str | None = None, name: str | None = None) -> MenuRow | None:
    """One menu, by the first of key, slug and name that is given."""
    rows = Menu.objects.order_by("id")
    if id is not None:
        rows = rows.filter(id=id)
    elif slug is not None:
        rows = rows.filter(slug=slug)
    else:
        rows = rows.filter(name=name or "")
    found = rows.values_list(*MenuRow._fields).first()
    return MenuRow._make(found) if found else None


def to_change(key: int, *, field: str = "id") -> Menu:
    """The menu that staff want to change, to be handed to an action. Refused NOT_FOUND."""
    return first_of(Menu.objects.filter(pk=key), _("There is no such menu."), field)


def item_to_change(key: int, *, field: str = "id") -> MenuItem:
    """The item that staff want to change, to be handed to an action. Refused NOT_FOUND."""
    return first_of(MenuItem.objects.filter(pk=key), _("There is no such item of a menu."), field)


def target_of(kind: str, key: int) -> Category | Collection | Page:
    """The category, collection or page with this key, for an item to lead to. Refused NOT_FOUND, with the kind as field."""
    rows: QuerySet[Any] = _TARGETS[kind].objects.filter(pk=key)
    found: Category | Collection | Page = first_of(rows, _("What the item is to lead to is not there."), kind)
    return found


_TARGETS: dict[str, type[Category | Collection | Page]] = {"category": Category, "collection": Collection, "page": Page}


def menus_page(page: PageRequest) -> PageOfRows[MenuRow]:
    """All menus by their slugs."""
    rows = Menu.objects.values_list(*MenuRow._fields)
    return page_of(rows, page, Listed(columns=("slug",), kinds=(str,), make=MenuRow._make, place=lambda row: (row.slug,)))


def items_of(menu_ids: Keys[int], at: Viewpoint, *, drafts: bool = False) -> dict[int, tuple[Branch, ...]]:
    """The items of each menu as trees; one statement for all. `drafts`: for staff, who see what leads to hidden things, too."""
    if drafts:
        everything = [ItemRow._make(row) for row in _rows(at.language, drafts=True).filter(menu__in=set(menu_ids))]
        return {key: grown((row for row in everything if row.menu_id == key), None) for key in menu_ids}
    listings = CollectionChannelListing.objects.filter(
        collection=OuterRef("collection"), channel=at.channel_id, is_published=True, published_at__lte=at.at
    )
    found = _rows(at.language).filter(Q(collection=None) | Q(Exists(listings)), menu__in=set(menu_ids))
    rows = [ItemRow._make(row) for row in found]
    return {key: grown((row for row in rows if row.menu_id == key), at.at) for key in menu_ids}


def branch_of(item: MenuItem, language: str) -> Branch:
    """The item with all below it, as staff see it. Refused NOT_FOUND where it is gone."""
    rows = [ItemRow._make(row) for row in _rows(language, drafts=True).filter(menu=item.menu_id)]
    waiting = list(grown(rows, None))
    for branch in waiting:
        if branch.row.id == item.pk:
            return branch
        waiting += branch.children
    raise Refused("NOT_FOUND", _("There is no such item of a menu."), "id")


def menus_anywhere(slugs: Keys[str], *, language: str, at: datetime) -> dict[str, tuple[Branch, ...]]:
    """The items of the menus of these slugs, from memory; whether a collection is to be seen in a channel is not said."""
    held = _held(language)
    return {slug: grown((row for menu, row in held if menu == slug), at) for slug in slugs}


def translations_of(item_ids: Keys[int], language: str) -> dict[int, NameRow]:
    """The names in one language, for the items that have one, the original ones for English; one statement."""
    if language == ORIGINAL:
        items = MenuItem.objects.filter(id__in=set(item_ids)).values_list("id", "name")
        return {key: NameRow(key, ORIGINAL, name) for key, name in items}
    rows = MenuItemTranslation.objects.filter(item__in=set(item_ids), language_code=language)
    return {row[0]: NameRow._make(row) for row in rows.values_list("item_id", *NameRow._fields[1:])}


def metadata_of_menus(menu_ids: Keys[int]) -> dict[int, dict[str, str]]:
    """The metadata of each menu; one statement."""
    return dict(Menu.objects.filter(id__in=set(menu_ids)).values_list("id", "metadata"))


def metadata_of_items(item_ids: Keys[int]) -> dict[int, dict[str, str]]:
    """The metadata of each item; one statement."""
    return dict(MenuItem.objects.filter(id__in=set(item_ids)).values_list("id", "metadata"))


def grown(rows: Iterable[ItemRow], at: datetime | None) -> tuple[Branch, ...]:
    """The trees of rows that stand in order, without those whose page is ahead of its time (None: with them); what hangs below
    a row that is left out is left out with it."""
    below: dict[int | None, list[ItemRow]] = {}
    for row in rows:
        if at is None or row.page_from is None or row.page_from <= at:
            below.setdefault(row.parent_id, []).append(row)

    def grow(parent: int | None) -> tuple[Branch, ...]:
        return tuple(Branch(row, grow(row.id)) for row in below.get(parent, ()))

    return grow(None)


def _rows(language: str, *, drafts: bool = False) -> QuerySet[MenuItem, tuple[object, ...]]:
    """Items that lead to no unpublished page, or all of them, as tuples in the order of ItemRow's fields."""
    rows = MenuItem.objects.filter(Q() if drafts else Q(page=None) | Q(page__is_published=True))
    rows = rows.annotate(words=FilteredRelation("translations", condition=Q(translations__language_code=language)))
    return (
        rows.annotate(shown_name=Coalesce("words__name", "name"))
        .order_by("menu", "level", "sort_order", "id")
        .values_list(
            "id", "menu_id", "parent_id", "level", "shown_name", F("words__language_code"), "category_id", "category__slug",
            "collection_id", "page_id", "page__slug", "page__published_at", "url",
        )
    )  # fmt: skip


def _read(language: str) -> tuple[tuple[str, ItemRow], ...]:
    """The items of all menus with their menu's slug."""
    slugs = dict(Menu.objects.values_list("id", "slug"))
    rows = map(ItemRow._make, _rows(language))
    return tuple((slugs[row.menu_id], row) for row in rows if row.menu_id in slugs)


_held = Held(_read, "catalog_menu", "catalog_menuitem", "catalog_menuitemtranslation", "catalog_category", "marketplace_page")
