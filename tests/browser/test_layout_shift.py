"""Nothing jumps while a page comes in and is read to its end: fonts and pictures find their place reserved."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import looked_at
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
# A font that comes within its first tenth of a second may move a line by a pixel or two; that is less than a hundredth.
NOTE_SHIFTS = """
globalThis.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => one.hadRecentInput || one.value < 0.005 || shifts.push(
  `${one.value.toFixed(4)} ${one.sources.map((from) => from.node?.parentElement?.outerHTML.slice(0, 90)).join(" | ")}`)))
  .observe({ type: "layout-shift", buffered: true });
"""
READ_TO_THE_END = """async () => {
  await document.fonts.ready;
  for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
    scrollTo({ top: at, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
  await Promise.all([...document.images].map((one) => one.decode().catch(() => null)));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return shifts;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps(browser: Browser, live_server: Any, shelf: Shelf, width: int) -> None:
    product, category = f"/products/{shelf.products[0].slug}/", f"/categories/{shelf.category.slug}/"
    others = ("/districts/varanasi/", f"/gi/{shelf.tag.slug}/")
    jumped = {}
    with looked_at(browser, viewport={"width": width, "height": 800}) as page:
        page.add_init_script(NOTE_SHIFTS)
        for place in ("/", "/hi/", category, f"/hi{category}", product, f"/hi{product}", *others):
            page.goto(live_server.url + place)
            jumped[place] = page.evaluate(READ_TO_THE_END)
    assert not any(jumped.values()), jumped


def test_a_jump_is_noted(browser: Browser) -> None:
    """The measure itself: it sees what it is to see."""
    with looked_at(browser, viewport={"width": 390, "height": 800}) as page:
        page.add_init_script(NOTE_SHIFTS)
        page.goto("data:text/html,<div id=late></div><p style='height:200px'>Below</p>")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        page.evaluate("document.getElementById('late').style.height = '150px'")
        page.wait_for_function("shifts.length > 0")
        assert page.evaluate(READ_TO_THE_END)
