"""What every page's template is given: the language, the same place in the other languages, and this page's address."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override

NAMES = {"en": "English", "hi": "हिन्दी"}


def page(request: HttpRequest) -> dict[str, object]:
    """`language` (the current code), `languages` and `canonical`.

    Each of `languages` has code, own name, `url` (this very place with its filters, or the home page where this is no page),
    `address` (absolute and without filters) and whether it is the current one.
    """
    current = get_language() or settings.LANGUAGE_CODE
    languages = [
        {"code": code, "name": NAMES[code], "url": url, "address": _absolute(request, url), "current": code == current}
        for code, url in ((code, _same_place(request, code)) for code, _name in settings.LANGUAGES)
    ]
    return {"language": current, "languages": languages, "canonical": request.build_absolute_uri(request.path)}


def _same_place(request: HttpRequest, code: str) -> str:
    if request.resolver_match is None:
        with override(code):
            return reverse("home")
    return translate_url(request.get_full_path(), code)


def _absolute(request: HttpRequest, url: str) -> str:
    return request.build_absolute_uri(url.partition("?")[0])
