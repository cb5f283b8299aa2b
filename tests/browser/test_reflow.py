"""Every page fits: from 320 px (a desktop at 400 %) to 1280 px, and with more room between lines, letters and words."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.looking import Faults, looked_at
from tests.browser.places import addresses
from tests.factories import StateFactory
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
WIDTHS = (320, 360, 390, 768, 1280)


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_nothing_scrolls_sideways_or_is_cut_off(browser: Browser, live_server: Any, shelf: Shelf, prefix: str) -> None:
    StateFactory.create_batch(30)  # as many as India has: rows of names grow long
    faults = Faults()
    with looked_at(browser, asking=True) as page:
        for address in addresses(shelf, prefix):
            page.goto(live_server.url + address)
            page.evaluate("zila.openDetails()")
            for spaced in ("", "with text spread"):
                if spaced:
                    page.evaluate("zila.spaceText()")
                for width in (320, 1280) if spaced else WIDTHS:
                    page.set_viewport_size({"width": width, "height": 256 if width == 320 else 800})
                    faults.ask(page, "sideways()", f"{width} px {spaced}")
                    faults.ask(page, "clipped()", f"{width} px {spaced}")
    faults.none()


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_with_letters_twice_as_large_a_phone_has_the_whole_page(
    browser: Browser, live_server: Any, shelf: Shelf, prefix: str
) -> None:
    faults = Faults()
    with looked_at(browser, asking=True, viewport={"width": 390, "height": 844}) as page:
        for address in addresses(shelf, prefix):
            page.goto(live_server.url + address)
            page.evaluate("zila.openDetails()")
            for percent in (150, 200):
                page.evaluate(f"zila.enlarge({percent})")
                faults.ask(page, "sideways()", f"{percent} %")
                faults.ask(page, "clipped()", f"{percent} %")
    faults.none()


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_the_number_of_a_large_picture_never_lies_under_the_buttons(
    browser: Browser, live_server: Any, shelf: Shelf, prefix: str
) -> None:
    with looked_at(browser) as page:
        page.goto(f"{live_server.url}{prefix}/products/{shelf.products[0].slug}/")
        page.locator(".gallery__open").first.click()
        page.locator(".zoom").evaluate("zoom => zoom.classList.remove('zoom--one')")  # as with several pictures
        place, buttons = page.locator(".zoom__place"), page.locator(".zoom__bar")
        expect(place).to_be_visible()
        for width in (320, 360, 383, 390):
            page.set_viewport_size({"width": width, "height": 560})
            for total in ("2", "10"):
                place.evaluate("(e, n) => { e.textContent = e.dataset.words.replace('##', n).replace('#', n); }", total)
                said, below = place.bounding_box(), buttons.bounding_box()
                assert said and below
                assert said["x"] + said["width"] < below["x"] or said["y"] + said["height"] < below["y"], (width, total)
