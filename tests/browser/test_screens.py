"""The pictures of our own pages: which are taken, how large, of which day, and what is said where something is missing."""

from datetime import date
from http.client import HTTPConnection
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from playwright.sync_api import Browser

from marketplace.channels.queries import viewpoint
from search.management.commands.screens import next_republic_day
from search.screens import shots
from search.screens.serving import served
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser


def test_pages_are_taken_for_phone_and_desktop(
    browser: Browser, live_server: Any, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shots, "PAGES", {"gi": f"/gi/{shelf.tag.slug}/"})
    files = list(shots.take(browser, live_server.url, tmp_path / "screens"))
    assert [file.name for file in files] == ["gi-phone.webp", "gi-phone-hi.webp", "gi-desktop.webp"]
    assert [_width(file) for file in files] == [585, 585, 1280]
    assert files[0].read_bytes() != files[1].read_bytes()
    said: list[str] = []
    shots.weigh(files, said.append)
    assert said[0].startswith("3 pictures")
    monkeypatch.setattr(shots, "MOST", 1000)
    with pytest.raises(RuntimeError, match="more than 1 kB"):
        shots.weigh(files, said.append)


def _width(file: Path) -> int:
    with Image.open(file) as picture:
        return picture.width


def test_a_page_that_is_not_there_is_told(
    browser: Browser, live_server: Any, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shots, "PAGES", {"gi": "/gi/of-no-place/"})
    with pytest.raises(RuntimeError, match="answers 404: is the demonstration loaded"):
        list(shots.take(browser, live_server.url, tmp_path))


@pytest.mark.django_db(transaction=True)
def test_the_shop_is_served_as_it_is_on_a_day(shelf: Shelf) -> None:
    with served(date(2031, 1, 26)) as address:
        assert viewpoint(language="en").at.date() == date(2031, 1, 26)
        connection = HTTPConnection(urlsplit(address).netloc)
        connection.request("GET", f"/products/{shelf.products[0].slug}/")
        answer = connection.getresponse().read().decode()
        connection.close()
    assert "Kadhwa saree" in answer and "No GI badge" in answer  # its entry in the register has ended by then
    assert viewpoint(language="en").at.date() != date(2031, 1, 26)


@pytest.mark.django_db
def test_a_machine_without_a_browser_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZILA_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CommandError, match="There is no Chromium"):
        call_command("screens", "--address", "http://127.0.0.1:1", stdout=StringIO())


@pytest.mark.parametrize(
    ("today", "day"),
    [("2026-11-23", "2027-01-26"), ("2027-01-26", "2027-01-26"), ("2027-01-27", "2028-01-26")],
)
def test_the_day_of_the_pictures(today: str, day: str) -> None:
    assert next_republic_day(date.fromisoformat(today)) == date.fromisoformat(day)
