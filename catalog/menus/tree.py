"""A menu as its operators see it: every item in order, what it is called in each language, and where it leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.menus.models import Menu, MenuItem
from marketplace.content.models import Page

Choices = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Twig:
    """An item; `names` by language, `leads` in words, `depth` 0 at the top, `is_first` and `is_last` among its siblings."""

    key: int
    name: str
    names: tuple[tuple[str, str], ...]
    leads: str
    depth: int
    is_first: bool
    is_last: bool


def twigs_of(menu: Menu) -> list[Twig]:
    """All items of the menu, each before what stands below it; two statements."""
    rows = MenuItem.objects.filter(menu=menu).select_related("category", "collection", "page").prefetch_related("translations")
    below: dict[int | None, list[MenuItem]] = {}
    for row in rows.order_by("level", "sort_order", "id"):
        below.setdefault(row.parent_id, []).append(row)

    def walk(parent: int | None, depth: int) -> Iterator[Twig]:
        siblings = below.get(parent, [])
        for row in siblings:
            names = tuple((one.language_code, one.name) for one in row.translations.all())
            yield Twig(row.pk, row.name, names, leads(row), depth, row is siblings[0], row is siblings[-1])
            yield from walk(row.pk, depth + 1)

    return list(walk(None, 0))


def leads(item: MenuItem) -> str:
    """Where the item leads, in words; empty where it leads nowhere."""
    if item.page is not None:
        words = _("Page: %(name)s") if item.page.is_published else _("Page: %(name)s (nobody sees it yet)")
        return words % {"name": item.page.title}
    if item.category is not None:
        return _("Category: %(name)s") % {"name": item.category.name}
    if item.collection is not None:
        return _("Collection: %(name)s") % {"name": item.collection.name}
    return item.url


def targets() -> Choices:
    """What an item may lead to, by kind; each is called "page:7" by programs."""
    pages, categories, collections = (
        [(f"{kind}:{key}", name) for key, name in rows]
        for kind, rows in (
            ("page", Page.objects.order_by("title").values_list("id", "title")),
            ("category", Category.objects.order_by("name").values_list("id", "name")),
            ("collection", Collection.objects.order_by("name").values_list("id", "name")),
        )
    )
    return [(_("Pages"), pages), (_("Categories"), categories), (_("Collections"), collections)]


def places(menu: Menu, *, but: MenuItem | None = None) -> list[tuple[str, str]]:
    """The items below which one may stand, but for an item itself with all below it."""
    found, left_out = [], None
    for twig in twigs_of(menu):
        if left_out is not None and twig.depth > left_out:
            continue
        left_out = twig.depth if but is not None and twig.key == but.pk else None
        if left_out is None:
            found.append((str(twig.key), "\u2003" * twig.depth + twig.name))
    return found
