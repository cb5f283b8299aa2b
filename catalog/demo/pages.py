"""Pages and menus of the demonstration: their words are data, what is made of them is said here."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from django.utils import timezone

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.demo.reading import pair, split, toml
from catalog.menus import actions as menus
from catalog.menus.models import Menu, MenuItem
from marketplace.content import actions
from marketplace.content.models import Page, PageTranslation, PageType
from marketplace.kit.richtext import Blocks
from marketplace.kit.typed_text import read, typed
from marketplace.shop import actions as shops
from marketplace.shop.models import Shop

_DESCRIPTION = pair(
    "An open market for what the districts of India are known for, from the makers themselves."
    " || भारत के ज़िलों की पहचान का खुला बाज़ार, सीधे कारीगरों से।",
    "||",
)


def fill_pages() -> int:
    """Make the pages and menus that are missing, and renew the texts of pages that nobody has edited, in one transaction of the
    caller; how many were made or renewed."""
    words = toml("pages")
    if not Shop.objects.exists():
        shops.describe(name="Zila Bazaar", description=_DESCRIPTION.en, translations={"hi": _DESCRIPTION.hi})
    types = {row.slug: row for row in PageType.objects.all()}
    for slug, name in words["types"].items():
        types[slug] = types.get(slug) or actions.create_type(slug=slug, name=name)
    there = {page.slug: page for page in Page.objects.filter(slug__in=words["pages"])}
    renewed = sum(
        _renew(there[slug], words["pages"][slug], former) for slug, former in toml("former_pages").items() if slug in there
    )
    pages = [slug for slug in words["pages"] if slug not in there]
    for slug in pages:
        _write(slug, words["pages"][slug], types)
    menus_there = {menu.slug: menu for menu in Menu.objects.filter(slug__in=words["menus"])}
    for slug, menu in menus_there.items():
        _hang_new(menu, words["menus"][slug]["items"], {f"page:{page}" for page in pages})
    missing = [slug for slug in words["menus"] if slug not in menus_there]
    for slug in missing:
        _hang(slug, words["menus"][slug])
    return len(pages) + len(missing) + renewed


def _renew(page: Page, words: Mapping[str, str], former: Mapping[str, Sequence[str]]) -> bool:
    """Put the text of today in place of a former one of ours, language by language; whether there was one."""
    hindi = PageTranslation.objects.filter(page=page, language_code="hi").first()
    if old := digest(page.content) in former.get("en", ()):
        actions.change(page=page, content=read(words["en"]))
    if hindi and digest(hindi.content) in former.get("hi", ()):
        actions.translate(page=page, language="hi", content=read(words["hi"]))
        return True
    return old


def digest(content: Blocks | None) -> str:
    """What a text is known by in former_pages.toml."""
    return sha256(typed(content).encode()).hexdigest()[:16]


def _write(slug: str, words: dict[str, str], types: dict[str, PageType]) -> None:
    title, about = pair(words["title"], "||"), pair(words["seo"], "||")
    page = actions.create(
        page_type=types[words["type"]], slug=slug, title=title.en, content=read(words["en"]), seo_description=about.en,
        translations={
            "hi": actions.PageWords(title=title.hi, content=read(words["hi"]), seo_description=about.hi),
        },
    )  # fmt: skip
    actions.publish(page=page, at=timezone.now())


class _Item(NamedTuple):
    """A line of a menu's words: English and Hindi name, where it leads, and whether it stands below the one before."""

    name: str
    hindi: str
    target: str
    below: bool


def _items(lines: Sequence[str]) -> Iterator[_Item]:
    for line in lines:
        name, hindi, target = split(line.removeprefix("+ "), "||")
        yield _Item(name, hindi, target, below=line.startswith("+ "))


def _hang(slug: str, words: dict[str, Any]) -> None:
    """A menu with its items; an item whose target is not there is left out, and all below it."""
    menu = menus.create(slug=slug, name=words["name"])
    top: MenuItem | None = None
    for item in _items(words["items"]):
        leads = _target(item.target)
        if leads is None or (item.below and top is None):
            top = top if item.below else None
            continue
        hung = _add(menu, item, top if item.below else None, leads)
        top = top if item.below else hung


def _hang_new(menu: Menu, lines: Sequence[str], targets: set[str]) -> None:
    """Hang what leads to these targets into a menu that is there already, below the group that has the name it has here. What
    people have made of the menu otherwise stays."""
    top: MenuItem | None = None
    for item in _items(lines):
        if not item.below:
            top = MenuItem.objects.filter(menu=menu, parent=None, name=item.name).first()
        leads = _target(item.target) if item.target in targets else None
        if leads and not (item.below and top is None):
            _add(menu, item, top if item.below else None, leads)


def _add(menu: Menu, item: _Item, parent: MenuItem | None, leads: dict[str, Any]) -> MenuItem:
    return menus.add_item(menu=menu, name=item.name, translations={"hi": item.hindi}, parent=parent, **leads)


def _target(text: str) -> dict[str, Any] | None:
    """The argument that says where an item leads; empty for a group, None where the thing is not there."""
    kind, _colon, slug = text.partition(":")
    if not text:
        return {}
    if kind in ("https", "http") or text.startswith("/"):
        return {"url": text}
    table = {"category": Category, "collection": Collection, "page": Page}[kind]
    found = table._default_manager.filter(slug=slug).first()
    return {kind: found} if found else None
