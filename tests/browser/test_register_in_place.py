"""The GI register changes in place where there is JavaScript, and does the same by plain pages where there is none."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.factories import GiTagFactory
from tests.search.shelf import Shelf

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = {"width": 1280, "height": 900}


@pytest.fixture
def names(shelf: Shelf) -> None:
    """Two more names, of which no product is here."""
    GiTagFactory(name="Chamba Rumal", serial_no=9001)
    GiTagFactory(name="Shahi Litchi", serial_no=9000, goods_category="agricultural")


def opened(browser: Browser, address: str, **how: Any) -> Page:
    """The register in a browser context of its own."""
    page = browser.new_context(viewport=WIDE, service_workers="block", **how).new_page()
    page.set_default_timeout(15_000)
    page.goto(address)
    return page


def lists(page: Page, *names: str) -> None:
    """These names are in the ledger, or will be in a moment."""
    expect(page.locator(".ledger h3")).to_have_text(list(names))


def test_filters_order_and_way_back_without_a_new_page(browser: Browser, live_server: Any, names: None) -> None:
    page = opened(browser, live_server.url + "/gi/")
    page.evaluate("window.still = true")
    page.get_by_label("With products here").check()
    page.wait_for_url("**/gi/?here=1")
    page.get_by_text("1 entry").wait_for()
    lists(page, "Banaras Brocades and Sarees")
    page.get_by_label("With products here").uncheck()
    page.get_by_role("status").get_by_text("3 entries").wait_for()
    page.get_by_role("link", name="Newest first").click()
    page.wait_for_url("**sort=-number")
    page.wait_for_function("document.querySelector('.ledger h3').innerText === 'Chamba Rumal'")
    page.get_by_label("Find a name").fill("litchi")
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**q=litchi**")
    page.get_by_text("1 entry").wait_for()
    lists(page, "Shahi Litchi")
    expect(page).to_have_url(re.compile("sort=-number"))
    assert page.evaluate("window.still") is True
    page.go_back()
    page.get_by_role("status").get_by_text("3 entries").wait_for()
    page.context.close()


def test_the_same_without_javascript(browser: Browser, live_server: Any, names: None) -> None:
    page = opened(browser, live_server.url + "/gi/?sort=number", java_script_enabled=False)
    page.get_by_label("Find a name").fill("chamba")
    page.get_by_role("button", name="Find").click()
    lists(page, "Chamba Rumal")
    expect(page).to_have_url(re.compile("sort=number"))
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator(".ledger h3")).to_have_count(3)
    page.get_by_role("link", name="Banaras Brocades and Sarees").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Banaras Brocades and Sarees")
    page.context.close()
