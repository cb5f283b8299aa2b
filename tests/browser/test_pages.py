"""Finding and reading in a real browser, without JavaScript."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.looking import looked_at
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser


def test_finding_a_product_and_reading_its_badge_without_javascript(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    with looked_at(browser, java_script_enabled=False) as page:
        page.goto(live_server.url)
        page.get_by_role("searchbox", name="Search products").fill("kadhwa")
        page.get_by_role("button", name="Search").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Products for “kadhwa”")
        page.get_by_role("link", name="Kadhwa saree").click()
        page.get_by_text("GI tagged: Banaras Brocades and Sarees").click()
        expect(page.get_by_text("AU/99/0001")).to_be_visible()
        page.get_by_role("link", name="हिन्दी").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("कढ़वा साड़ी")


def test_filters_are_a_form_that_works_without_javascript(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    with looked_at(browser, java_script_enabled=False, viewport={"width": 1280, "height": 900}) as page:
        page.goto(live_server.url + "/products/")
        page.get_by_label("With a GI badge").check()
        page.get_by_role("button", name="Show").click()
        expect(page).to_have_url(re.compile("gi=1"))
        expect(page.get_by_text("1 product", exact=True)).to_be_visible()
        expect(page.get_by_role("link", name="Cotton saree")).to_have_count(0)
