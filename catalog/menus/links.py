"""The head and the foot of every page: what stands in their menus, as links."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.translation import get_language, override

from catalog.menus import queries
from catalog.menus.queries import Branch, ItemRow
from catalog.menus.rules import is_address

HEADERS = ("header", "navbar")
"""The menu of the main ways: the first of these that leads anywhere. Saleor's storefront calls its own "navbar"."""
FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Link:
    """An item of a menu on a page. `url` is empty where it leads nowhere; `language` is the one of its name."""

    name: str
    language: str
    url: str
    children: "tuple[Link, ...]"


Menus = Mapping[str, tuple[Link, ...]]


def menus(request: HttpRequest) -> dict[str, Callable[[], tuple[Link, ...]]]:
    """For every template: `navbar_links` and `footer_links`, asked for once a page, and only where a template wants them."""
    read = cache(read_menus)
    return {"navbar_links": lambda: navbar_links(read()), "footer_links": lambda: footer_links(read())}


def read_menus() -> Menus:
    """The menus of pages in the reader’s language, by slug. They are held in memory, so mostly this costs no statement."""
    found = queries.menus_anywhere((*HEADERS, FOOTER), language=get_language() or "en", at=timezone.now())
    return {slug: _links(branches) for slug, branches in found.items()}


def navbar_links(read: Menus) -> tuple[Link, ...]:
    """The main ways; nothing where the operator has made no such menu."""
    return next((read[slug] for slug in HEADERS if read[slug]), ())


def footer_links(read: Menus) -> tuple[Link, ...]:
    """What stands at the foot; nothing where there is no such menu."""
    return read[FOOTER]


def _links(branches: tuple[Branch, ...]) -> tuple[Link, ...]:
    """What leads somewhere, or holds something that does."""
    found = (
        Link(branch.row.name, branch.row.language or "en", _address(branch.row), _links(branch.children)) for branch in branches
    )
    return tuple(link for link in found if link.url or link.children)


def _address(row: ItemRow) -> str:
    """Where the item leads. Collections differ from channel to channel: an item leads to one by its address."""
    if row.page_slug:
        return reverse("page", args=[row.page_slug])
    if row.category_slug:
        return reverse("category", args=[row.category_slug])
    if not is_address(row.url):
        return ""  # checked when it was written, and again here, where it would run
    if not row.url.startswith("/"):
        return row.url
    language = get_language() or "en"
    with override("en"):  # the language in which a path of ours is written down
        return translate_url(row.url, language)
