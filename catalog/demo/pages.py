"""Pages and menus of the demonstration: their words are data, what is made of them is said here."""

from typing import Any

from django.utils import timezone

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.demo.reading import pair, split, toml
from catalog.menus import actions as menus
from catalog.menus.models import Menu, MenuItem
from marketplace.content import actions
from marketplace.content.models import Page, PageType
from marketplace.shop import actions as shops
from marketplace.shop.models import Shop

_DESCRIPTION = pair(
    "An open market for what the districts of India are known for, from the makers themselves."
    " || भारत के ज़िलों की पहचान का खुला बाज़ार, सीधे बनाने वालों से।",
    "||",
)


def fill_pages() -> int:
    """Make the pages and menus that are missing, in one transaction of the caller; how many were made."""
    words = toml("pages")
    if not Shop.objects.exists():
        shops.describe(name="Zila Bazaar", description=_DESCRIPTION.en, translations={"hi": _DESCRIPTION.hi})
    types = {row.slug: row for row in PageType.objects.all()}
    for slug, name in words["types"].items():
        types[slug] = types.get(slug) or actions.create_type(slug=slug, name=name)
    there = set(Page.objects.values_list("slug", flat=True))
    pages = [slug for slug in words["pages"] if slug not in there]
    for slug in pages:
        _write(slug, words["pages"][slug], types)
    missing = [slug for slug in words["menus"] if not Menu.objects.filter(slug=slug).exists()]
    for slug in missing:
        _hang(slug, words["menus"][slug])
    return len(pages) + len(missing)


def blocks_of(text: str) -> dict[str, Any]:
    """Rich text of our light marks: `## ` header, `- ` and `1. ` lists, `> ` note, anything else a paragraph."""
    return {"blocks": [_block(part.strip()) for part in text.strip().split("\n\n")]}


def _block(part: str) -> dict[str, Any]:
    lines = part.splitlines()
    if part.startswith("## "):
        return {"type": "header", "data": {"level": 2, "text": part.removeprefix("## ")}}
    if part.startswith("> "):
        return {"type": "quote", "data": {"text": part.removeprefix("> ")}}
    if part.startswith("- "):
        return {"type": "list", "data": {"style": "unordered", "items": [line.removeprefix("- ") for line in lines]}}
    if part.startswith("1. "):
        return {"type": "list", "data": {"style": "ordered", "items": [line.partition(". ")[2] for line in lines]}}
    return {"type": "paragraph", "data": {"text": part}}


def _write(slug: str, words: dict[str, str], types: dict[str, PageType]) -> None:
    title, about = pair(words["title"], "||"), pair(words["seo"], "||")
    page = actions.create(
        page_type=types[words["type"]], slug=slug, title=title.en, content=blocks_of(words["en"]), seo_description=about.en,
        translations={
            "hi": actions.PageWords(title=title.hi, content=blocks_of(words["hi"]), seo_description=about.hi),
        },
    )  # fmt: skip
    actions.publish(page=page, at=timezone.now())


def _hang(slug: str, words: dict[str, Any]) -> None:
    """A menu with its items; an item whose target is not there is left out, and all below it."""
    menu = menus.create(slug=slug, name=words["name"])
    top: MenuItem | None = None
    for text in words["items"]:
        name, hindi, target = split(text.removeprefix("+ "), "||")
        below, leads = text.startswith("+ "), _target(target)
        if leads is None or (below and top is None):
            top = top if below else None
            continue
        item = menus.add_item(menu=menu, name=name, translations={"hi": hindi}, parent=top if below else None, **leads)
        top = top if below else item


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
