"""The foot of every page: what stands in the menu "footer", as links."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.translation import get_language, override

from catalog.menus import queries
from catalog.menus.queries import Branch, ItemRow
from catalog.menus.rules import is_address

FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Link:
    """An item of a menu on a page. `url` is empty where it leads nowhere; `language` is the one of its name."""

    name: str
    language: str
    url: str
    children: "tuple[Link, ...]"


def footer(request: HttpRequest) -> dict[str, Callable[[], tuple[Link, ...]]]:
    """For every template: `footer_links`, asked of the database only where a template wants them."""
    return {"footer_links": footer_links}


def footer_links() -> tuple[Link, ...]:
    """The menu in the reader’s language; nothing where there is no such menu. Held in memory, so mostly no statement."""
    return _links(queries.items_anywhere(FOOTER, language=get_language() or "en", at=timezone.now()))


def _links(branches: tuple[Branch, ...]) -> tuple[Link, ...]:
    """What leads somewhere, or holds something that does."""
    found = (
        Link(branch.row.name, branch.row.language or "en", _address(branch.row), _links(branch.children)) for branch in branches
    )
    return tuple(link for link in found if link.url or link.children)


def _address(row: ItemRow) -> str:
    """Where the item leads; collections have no page of their own."""
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
