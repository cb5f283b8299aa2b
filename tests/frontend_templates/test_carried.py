"""What a phone carries along: the service worker, the offline page, the app's manifest and its icons."""

import json
import re
from io import BytesIO

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image, ImageChops

from frontend_templates.icons import ICONS, PICTURES, drawn


def carried(script: str) -> dict[str, object]:
    """What the worker's script says that it takes along."""
    found = re.search(r"^const CARRIED = (\{.*\});$", script, re.MULTILINE)
    assert found
    value: dict[str, object] = json.loads(found[1])
    return value


def test_the_worker_is_served_at_the_root_and_is_asked_for_anew(client: Client) -> None:
    answer = client.get("/sw.js")
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert "max-age=0" in answer["Cache-Control"] and not answer.cookies
    assert re.search(r'const STORE = "zila-[0-9a-f]{12}";', answer.content.decode())


def test_the_worker_takes_along_what_is_there_and_nothing_private(client: Client) -> None:
    parts = carried(client.get("/sw.js").content.decode())
    assert parts["pages"] == {"en": "/offline/", "hi": "/hi/offline/"}
    files = parts["files"]
    assert isinstance(files, list) and "/static/css/zila.css" in files and not any(file.endswith(".woff2") for file in files)
    assert all(file.startswith("/static/") and finders.find(file.removeprefix("/static/")) for file in files)


@pytest.mark.parametrize(("address", "language", "title"), [
    ("/offline/", "en", "There is no connection"), ("/hi/offline/", "hi", "इंटरनेट नहीं मिल रहा"),
])  # fmt: skip
def test_the_offline_page_asks_neither_database_nor_scripts(client: Client, address: str, language: str, title: str) -> None:
    html = client.get(address).content.decode()
    assert f'<html lang="{language}">' in html and f"<h1>{title}" in html and "<script" not in html
    assert 'name="robots" content="noindex"' in html


@pytest.mark.parametrize(
    ("address", "language", "start"), [("/app.webmanifest", "en", "/"), ("/hi/app.webmanifest", "hi", "/hi/")]
)
def test_the_manifest_says_how_the_shop_stands_on_a_home_screen(client: Client, address: str, language: str, start: str) -> None:
    answer = client.get(address)
    manifest = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json"
    assert (manifest["lang"], manifest["start_url"], manifest["scope"], manifest["id"]) == (language, start, "/", "/")
    assert re.fullmatch("#[0-9a-f]{6}", manifest["theme_color"]) and re.fullmatch("#[0-9a-f]{6}", manifest["background_color"])
    for icon in manifest["icons"]:
        place = finders.find(icon["src"].removeprefix("/static/"))
        assert isinstance(place, str)
        with Image.open(place) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}


@pytest.mark.parametrize("name", ICONS)
def test_the_icons_are_those_that_are_drawn_from_the_mark(name: str) -> None:
    size, filled = ICONS[name]
    with Image.open(PICTURES / name) as kept, Image.open(BytesIO(drawn(size, filled))) as fresh:
        assert kept.size == (size, size) and not ImageChops.difference(kept.convert("RGBA"), fresh.convert("RGBA")).getbbox()


@pytest.mark.parametrize("address", ["/sw.js", "/offline/", "/app.webmanifest"])
def test_they_are_only_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
