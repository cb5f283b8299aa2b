"""What every page's template is given: the language, the same place in the other languages, and this page's address."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language, override

NAMES = {"en": "English", "hi": "हिन्दी"}
_VIEW = "zila_view"


class View(NamedTuple):
    """A view of a page: the query that says which, in its one order, here and in other languages; empty for the page itself."""

    here: str
    elsewhere: str


def shows(
    request: HttpRequest, pairs: Iterable[tuple[str, str]], *, place: Iterable[tuple[str, str]] = (), moves: bool = True
) -> str:
    """Say which view of its page a request is answered with: what its list is narrowed to, and its `place` in that list. The
    view's address, without the host.

    What is not said (where a reader comes from, which variant of a product is looked at first, what nobody understands) makes no
    other page. `moves`: in another language the list stands in another order, so that the place means nothing there.
    """
    said, there = list(pairs), list(place)
    view = View(urlencode([*said, *there]), urlencode(said if moves else [*said, *there]))
    setattr(request, _VIEW, view)
    return _with(request.path, view.here)


def page(request: HttpRequest) -> dict[str, object]:
    """`language` (the current code), `languages`, `origin`, `canonical` and `unlisted`.

    Each of `languages` has code, own name, `url` (this very place with its filters, or the home page where this is no page),
    `address` (absolute) and whether it is the current one. `canonical` is this page's absolute address with what makes it
    another view (`shows`). Such a view is `unlisted`: search engines follow its links and do not list it.
    """
    current = get_language() or settings.LANGUAGE_CODE
    base, view = origin(request), getattr(request, _VIEW, View("", ""))
    languages = []
    for code, _name in settings.LANGUAGES:
        path, query = _same_page(request, code), view.here if code == current else view.elsewhere
        kept = query if view.here or request.resolver_match is None else request.META.get("QUERY_STRING", "")
        languages.append(
            {
                "code": code,
                "name": NAMES[code],
                "url": _with(path, kept),
                "address": base + _with(path, query),
                "current": code == current,
            }
        )
    return {
        "language": current,
        "languages": languages,
        "origin": base,
        "canonical": base + _with(escape_uri_path(request.path), view.here),
        "unlisted": bool(view.here),
    }


def origin(request: HttpRequest) -> str:
    """Scheme and host of our addresses: as the operator says, else as the request came."""
    return settings.PUBLIC_ORIGIN or f"{request.scheme}://{request.get_host()}"


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


def _same_page(request: HttpRequest, code: str) -> str:
    """This page's path in the language; the home page where this is none."""
    if request.resolver_match is None:
        with override(code):
            return reverse("home")
    return translate_url(escape_uri_path(request.path), code)
