"""What every page's template is given: the language, the same place in the other languages, and this page's address."""

import re
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language, override

NAMES = {"en": "English", "hi": "हिन्दी"}
# Where a reader comes from, and which variant of a product is looked at first: the page is the same.
_NO_OTHER_PAGE = re.compile(
    r"(?:utm_[a-z_]+|[a-z]*cl(?:id|kid)|srsltid|[gw]braid|gad_[a-z]+|igshi?d?|mc_[ce]id|ref|_gl|_ga|variant)\Z"
)
_MOST = 50


def page(request: HttpRequest) -> dict[str, object]:
    """`language` (the current code), `languages`, `origin`, `canonical` and `unlisted`.

    Each of `languages` has code, own name, `url` (this very place with its filters, or the home page where this is no page),
    `address` (absolute) and whether it is the current one. `canonical` is this page's absolute address without the parameters
    that make no other page of it. Others make a view of a page, which is `unlisted`: search engines follow its links and do not
    list it.
    """
    current = get_language() or settings.LANGUAGE_CODE
    base, query = origin(request), meant(request)
    languages = [
        {
            "code": code,
            "name": NAMES[code],
            "url": url,
            "address": base + url.partition("?")[0] + query,
            "current": code == current,
        }
        for code, url in ((code, _same_place(request, code)) for code, _name in settings.LANGUAGES)
    ]
    return {
        "language": current,
        "languages": languages,
        "origin": base,
        "canonical": base + escape_uri_path(request.path) + query,
        "unlisted": bool(query),
    }


def origin(request: HttpRequest) -> str:
    """Scheme and host of our addresses: as the operator says, else as the request came."""
    return settings.PUBLIC_ORIGIN or f"{request.scheme}://{request.get_host()}"


def meant(request: HttpRequest) -> str:
    """The query with its question mark, without what makes no other page; empty where nothing is left."""
    text = request.META.get("QUERY_STRING", "")
    if not text:
        return ""
    pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=None)[:_MOST]
    kept = [(name, value) for name, value in pairs if not _NO_OTHER_PAGE.match(name)]
    return f"?{urlencode(kept)}" if kept else ""


def _same_place(request: HttpRequest, code: str) -> str:
    if request.resolver_match is None:
        with override(code):
            return reverse("home")
    return translate_url(request.get_full_path(), code)
