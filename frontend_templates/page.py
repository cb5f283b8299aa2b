"""What every page's template is given: the language and the same place in the other languages."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language


def page(request: HttpRequest) -> dict[str, object]:
    """`languages`: code, own name and address of this very page in that language; `language`: the current code."""
    here = request.get_full_path()
    names = {"en": "English", "hi": "हिन्दी"}
    languages = [
        {"code": code, "name": names[code], "url": translate_url(here, code), "current": code == get_language()}
        for code, _name in settings.LANGUAGES
    ]
    return {"languages": languages, "language": get_language() or settings.LANGUAGE_CODE}
