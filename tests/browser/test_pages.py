"""Every page in a real browser: axe finds nothing serious in both languages and themes, nothing scrolls sideways."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.places import places
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
SERIOUS = {"serious", "critical"}
SMALL_TARGETS = """
[...document.querySelectorAll('button, summary, .button, .site-nav a, .languages a, .pager a, input, select')]
  .filter(e => e.type !== 'hidden' && e.type !== 'checkbox' && e.getClientRects().length)
  .filter(e => e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 90))
"""


def looked_at(browser: Browser, **how: Any) -> Page:
    """A fresh page of a browser context of its own."""
    page = browser.new_context(**how).new_page()
    page.set_default_timeout(15_000)
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_axe_finds_nothing_serious(browser: Browser, live_server: Any, shelf: Shelf, prefix: str, theme: str) -> None:
    page = looked_at(browser, viewport={"width": 390, "height": 800}, color_scheme=theme)
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    found = []
    for place in places(shelf):
        page.goto(live_server.url + prefix + place)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        for violation in Axe().run(page).response["violations"]:
            if violation["impact"] in SERIOUS:
                found.append(f"{place} {violation['id']}: {[node['html'][:120] for node in violation['nodes']][:3]}")
    page.context.close()
    assert not found, "\n".join(found)
    assert not refused


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways_and_targets_are_large(browser: Browser, live_server: Any, shelf: Shelf, width: int) -> None:
    page = looked_at(browser, viewport={"width": width, "height": 800})
    for place in places(shelf):
        for prefix in ("", "/hi"):
            page.goto(live_server.url + prefix + place)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (prefix + place, width)
            assert page.evaluate(SMALL_TARGETS) == [], prefix + place
    page.context.close()


def test_finding_a_product_and_reading_its_badge_without_javascript(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    page = looked_at(browser, java_script_enabled=False)
    page.goto(live_server.url)
    page.get_by_role("searchbox", name="Search products").fill("kadhwa")
    page.get_by_role("button", name="Search").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Products for “kadhwa”"
    page.get_by_role("link", name="Kadhwa saree").click()
    page.get_by_text("GI tagged: Banaras Brocades and Sarees").click()
    assert page.get_by_text("AU/99/0001").is_visible()
    page.get_by_role("link", name="हिन्दी").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "कढ़वा साड़ी"
    page.context.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    page = looked_at(browser)
    page.goto(live_server.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.context.close()


def test_filters_are_a_form_that_works_without_javascript(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    page = looked_at(browser, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page.goto(live_server.url + "/products/")
    page.get_by_label("With a GI badge").check()
    page.get_by_role("button", name="Show").click()
    assert "gi=1" in page.url
    assert page.get_by_text("1 product", exact=True).is_visible()
    assert page.get_by_role("link", name="Cotton saree").count() == 0
    page.context.close()
