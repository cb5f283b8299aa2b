"""What a phone carries along of the shop: the page for when there is no connection, the service worker, the app’s manifest."""

import hashlib
import json
import re
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from frontend_templates.sheets import SOURCES

# The fonts of the language that is read are kept as they come by; those of the other would cost a village line for nothing.
FILES = ("css/zila.css", "pictures/favicon.svg", "pictures/border.svg")
ICONS = ((192, "any"), (512, "any"), (512, "maskable"))


@require_safe
@cache_control(public=True, max_age=3600)
def offline(request: HttpRequest) -> HttpResponse:
    """The page that stands in where no other can be fetched."""
    return render(request, "offline.html")


@require_safe
@cache_control(public=True, max_age=86_400)
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon for whoever asks without having read a page: the way to the present one, whose name changes with it."""
    return HttpResponsePermanentRedirect(static(f"pictures/{_icon(*ICONS[0])}"))


@require_safe
@cache_control(public=True, max_age=0, must_revalidate=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker's script, with the files that it takes along written into it: another style sheet makes another script."""
    return HttpResponse(_script(), content_type="text/javascript; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def web_manifest(request: HttpRequest) -> JsonResponse:
    """What a phone wants to know to put the shop on its home screen, in the language of the address."""
    icons = [
        {"src": static(f"pictures/{_icon(size, purpose)}"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size, purpose in ICONS
    ]
    about = _("Cloth, brass, clay, glass, spice and sweets from the districts of India, from the makers themselves.")
    manifest = {
        "id": "/", "name": _("Zila Bazaar"), "short_name": _("Zila Bazaar"), "description": about, "lang": get_language(),
        "dir": "ltr", "start_url": reverse("home"), "scope": "/", "display": "minimal-ui", "background_color": _pigment("paper"),
        "theme_color": _pigment("sheet"), "icons": icons,
    }  # fmt: skip
    return JsonResponse(manifest, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})


@lru_cache(maxsize=8)
def _pigment(name: str) -> str:
    """A colour of the light theme, which stands first among the tokens."""
    tokens = (SOURCES / "tokens.css").read_text(encoding="utf-8")
    found = re.search(rf"--{name}:\s*(#[0-9a-f]{{6}});", tokens)
    if found is None:
        raise LookupError(f"no colour --{name} in tokens.css")
    return found[1]


def _icon(size: int, purpose: str) -> str:
    return f"icon-{size}.png" if purpose == "any" else f"icon-{purpose}-{size}.png"


@lru_cache(maxsize=1)
def _script() -> str:
    """The same for everybody for as long as the process lives: what it depends upon changes with a new start only."""
    pages = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            pages[language] = reverse("offline")
    carried = {
        "pages": pages,
        "files": [static(name) for name in FILES],
        "static": settings.STATIC_URL,
        "original": settings.LANGUAGE_CODE,
    }
    source = render_to_string("service_worker.js", {"carried": json.dumps(carried)})
    return source.replace("@version@", hashlib.sha256((source + _words(pages)).encode()).hexdigest()[:12])


def _words(pages: dict[str, str]) -> str:
    """What the offline pages say: other words make another version."""
    words = []
    for language in pages:
        with override(language):
            words.append(render_to_string("offline.html"))
    return "".join(words)
