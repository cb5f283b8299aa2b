"""The head and the foot of every page: what stands in their menus, as links."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from catalog.collections.queries import collections_by_id
from catalog.menus import queries
from catalog.menus.queries import Branch, ItemRow
from marketplace.channels.queries import viewpoint
from marketplace.kit.addresses import in_language, is_address
from marketplace.kit.refused import Refused

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
    """The menus of pages in the reader’s language, by slug. They are held in memory, so mostly this costs no statement; one where
    items lead to collections."""
    language = get_language() or "en"
    found = queries.menus_anywhere((*HEADERS, FOOTER), language=language, at=timezone.now())
    ids = {key for branches in found.values() for key in _collections(branches)}
    slugs = _seen(ids, language) if ids else {}
    return {slug: _links(branches, slugs) for slug, branches in found.items()}


def _collections(branches: tuple[Branch, ...]) -> Iterator[int]:
    for branch in branches:
        if branch.row.collection_id is not None:
            yield branch.row.collection_id
        yield from _collections(branch.children)


def _seen(ids: set[int], language: str) -> dict[int, str]:
    """The slugs of those that are to be seen in the shop of the pages; none where there is no shop yet."""
    try:
        at = viewpoint(language=language)
    except Refused:
        return {}
    return {key: row.slug for key, row in collections_by_id(ids, at).items()}


def navbar_links(read: Menus) -> tuple[Link, ...]:
    """The main ways; nothing where the operator has made no such menu."""
    return read[head_of(read)]


def head_of(read: Menus) -> str:
    """The menu at the head of the page, by slug: the first of HEADERS that leads anywhere, else the first."""
    return next((slug for slug in HEADERS if read[slug]), HEADERS[0])


def footer_links(read: Menus) -> tuple[Link, ...]:
    """What stands at the foot; nothing where there is no such menu."""
    return read[FOOTER]


def _links(branches: tuple[Branch, ...], collections: Mapping[int, str]) -> tuple[Link, ...]:
    """What leads somewhere, or holds something that does; a collection that is not to be seen is left out with all below it."""
    found = (
        Link(row.name, row.language or "en", _address(row, collections), _links(below, collections))
        for row, below in ((branch.row, branch.children) for branch in branches)
        if row.collection_id is None or row.collection_id in collections
    )
    return tuple(link for link in found if link.url or link.children)


def _address(row: ItemRow, collections: Mapping[int, str]) -> str:
    """Where the item leads."""
    if row.collection_id is not None:
        return reverse("collection", args=[collections[row.collection_id]])
    if row.page_slug:
        return reverse("page", args=[row.page_slug])
    if row.category_slug:
        return reverse("category", args=[row.category_slug])
    if not is_address(row.url):
        return ""  # checked when it was written, and again here, where it would run
    if not row.url.startswith("/"):
        return row.url
    return in_language(row.url)
