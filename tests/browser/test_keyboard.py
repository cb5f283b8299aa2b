"""Every path by keyboard: what can be reached shows it, in the order of the page, and lets go again."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import Faults, looked_at
from tests.browser.places import addresses, failing, pages
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
FOCUSED = "document.activeElement === document.body ? null : [...document.querySelectorAll('*')].indexOf(document.activeElement)"


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_focus_is_seen_in_the_order_of_the_page(browser: Browser, live_server: Any, shelf: Shelf, prefix: str) -> None:
    faults = Faults()
    with looked_at(browser, asking=True, viewport=PHONE, reduced_motion="reduce") as page:
        for address in addresses(shelf, prefix):
            page.goto(live_server.url + address)
            faults.ask(page, "moving()")
            page.evaluate("zila.openDetails()")
            faults.ask(page, "disordered()")
            page.keyboard.press("Tab")
            faults.ask(page, "unmarked()")
            if page.evaluate("zila.openSheet()"):
                faults.ask(page, "unmarked('details.filters')", "in the sheet of filters")
                page.evaluate("zila.closeSheet()")
            if not prefix:
                page.emulate_media(color_scheme="dark")
                faults.ask(page, "unmarked()", "in the dark")
                page.emulate_media(color_scheme="light")
    faults.none()


def test_the_keyboard_reaches_the_content_first(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    with looked_at(browser) as page:
        for address in [*pages(shelf), *failing(shelf)]:
            page.goto(live_server.url + address)
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.textContent") == "Skip to the content", address
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "content", address


@pytest.mark.parametrize("place", ["/", "/products/", "product"])
def test_tab_walks_down_the_page_and_leaves_it(browser: Browser, live_server: Any, shelf: Shelf, place: str) -> None:
    with looked_at(browser, viewport={"width": 1280, "height": 900}) as page:
        page.goto(live_server.url + (f"/products/{shelf.products[0].slug}/" if place == "product" else place))
        down = _walk(page, "Tab")
        assert down == sorted(down) and len(down) == len(set(down)) > 15
        assert _walk(page, "Shift+Tab")[: len(down)] == down[::-1]


def test_the_sheet_of_filters_lets_go(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    """On a phone it covers the page: Escape closes it, and going on by keyboard never ends behind it."""
    with looked_at(browser, viewport=PHONE) as page:
        page.goto(live_server.url + "/products/")
        opener = page.locator("details.filters > summary")
        opener.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("document.querySelector('details.filters').open")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('details.filters') !== null")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('details.filters > summary')")
        assert not page.evaluate("document.querySelector('details.filters').open")
        page.keyboard.press("Enter")
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.closest('details.filters') === null")
        assert not page.evaluate("document.querySelector('details.filters').open")


def _walk(page: Page, key: str) -> list[int]:
    """The places in the document of what has the focus in turn, until the page has let go of it."""
    steps: list[int] = []
    for _ in range(300):
        page.keyboard.press(key)
        where = page.evaluate(FOCUSED)
        if where is None:
            return steps
        steps.append(where)
    raise AssertionError(f"no way out: {steps[-5:]}")
