"""What a first visit costs on a village line: page, styles, scripts, drawings and fonts, packed as we send them, without
pictures of products."""

import re
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.browser.places import collected, pages
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
MOST_BYTES = 150_000
FULL_LIST = 24
PACKED_ALREADY = (".woff2", ".png", ".jpg")
_NAMED = re.compile(r'(?:href|src)="/static/([^"#?]+)')
_OF_SHEET = re.compile(r"url\(\s*['\"]?([^'\")#?]+)")


@pytest.fixture
def shelf() -> Shelf:
    """A shop whose lists are full."""
    from catalog.demo.pages import fill_pages

    shelf = open_shop()
    for place in range(FULL_LIST + 1):
        shelf.put(f"Kadhwa saree of the loom of the lane {place}", hindi=f"गली {place} के करघे की कढ़वा साड़ी")
    collected(shelf)
    fill_pages()
    return shelf


def packed(name: str) -> int:
    """The bytes of a static file as WhiteNoise sends it to a browser."""
    found: Any = finders.find(name)
    assert found, f"{name} is named, but there is no such file"
    content = Path(found).read_bytes()
    return len(content) if name.endswith(PACKED_ALREADY) else len(brotli.compress(content))


def files_of(page: str) -> set[str]:
    """The static files that a browser fetches for a page, and those that its sheets name; of the fonts those that the page
    itself names, which are all that it fetches (tests/browser/test_fonts.py)."""
    shown = re.sub(r"<link[^>]*rel=\"(?:apple-touch-icon|manifest|alternate|canonical)\"[^>]*>", "", page)
    named = set(_NAMED.findall(shown))
    for sheet in [name for name in named if name.endswith(".css")]:
        path: Any = finders.find(sheet)
        drawn = (url for url in _OF_SHEET.findall(Path(path).read_text("utf-8")) if not url.startswith("data:"))
        named |= {_beside(sheet, url) for url in drawn if not url.endswith(".woff2")}
    return named


def _beside(sheet: str, url: str) -> str:
    """The name of what a sheet calls by this address."""
    assert not re.match(r"[a-z]+:|//", url), f"{sheet} fetches {url}"
    return url.removeprefix("/static/") if url.startswith("/") else str(Path("/", sheet, "..", url).resolve())[1:]


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_a_first_visit_to_any_page_is_light(shelf: Shelf, prefix: str) -> None:
    heavy = {}
    for place in pages(shelf):
        answer = Client().get(prefix + place, headers={"Accept-Encoding": "gzip"})
        text = Client().get(prefix + place).content.decode()
        named = files_of(text)
        assert "css/zila.css" in named and any(name.endswith(".woff2") for name in named), place
        weight = len(answer.content) + sum(map(packed, named))
        if weight > MOST_BYTES:
            heavy[prefix + place] = (weight, len(answer.content), sorted(((packed(name), name) for name in named), reverse=True))
    assert heavy == {}
