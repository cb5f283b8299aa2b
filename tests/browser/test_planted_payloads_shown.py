"""What was planted in every text of the shop neither runs in a browser, nor pushes a page sideways, nor breaks its policy."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.places import places
from tests.planting import MARK, plant
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser


def test_nothing_that_was_planted_runs_or_breaks_out(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    plant()
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(f"window.{MARK} = () => console.error('{MARK} ran')")
    page = context.new_page()
    faults: list[str] = []
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda said: faults.append(said.text) if _is_bad(said.text) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(live_server.url) else faults.append(asked.url))
    for prefix in ("", "/hi"):
        for place in places(shelf):
            page.goto(live_server.url + prefix + place)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                faults.append(f"{prefix + place} is {wide} pixels too wide: {page.evaluate(WIDE)}")
            if page.evaluate(f"document.body.innerText.includes('{MARK}49{MARK}')"):
                faults.append(f"{prefix + place} has calculated")
    context.close()
    assert faults == []


WIDE = """[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .slice(-3).map(e => e.outerHTML.slice(0, 160))"""


def _is_bad(text: str) -> bool:
    return "Content Security Policy" in text or MARK in text or "Refused to" in text
