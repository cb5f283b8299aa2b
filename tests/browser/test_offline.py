"""Without a connection: the offline page stands in, in the language of the address, and nothing private is kept."""

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEPT = """
async () => (await Promise.all((await caches.keys()).map(async (name) =>
  (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)))).flat()
"""


def settled(context: BrowserContext, address: str) -> Page:
    """A page whose worker stands before it."""
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    return page


def test_a_page_that_cannot_be_fetched_is_stood_in_for(browser: Browser, live_server: Any, shelf: Any) -> None:
    context = browser.new_context()
    page = settled(context, live_server.url + "/gi/")
    context.set_offline(True)
    page.goto(live_server.url + "/states/")
    assert page.get_by_role("heading", level=1).inner_text() == "There is no connection"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.goto(live_server.url + "/hi/products/?q=saree")
    assert page.get_by_role("heading", level=1).inner_text() == "इंटरनेट नहीं मिल रहा"
    assert page.evaluate("document.documentElement.lang") == "hi"
    context.set_offline(False)
    page.get_by_role("link", name="दोबारा कोशिश करें").click()
    page.wait_for_url("**/hi/products/?q=saree")
    expect(page.locator(".product-card")).to_have_count(2)
    context.close()


def test_no_page_is_kept(browser: Browser, live_server: Any, shelf: Any) -> None:
    context = browser.new_context()
    page = settled(context, live_server.url + "/")
    page.goto(live_server.url + f"/products/{shelf.products[0].slug}/")
    kept = page.evaluate(KEPT)
    assert {"/offline/", "/hi/offline/", "/static/css/zila.css"} <= set(kept)
    assert not [path for path in kept if not path.startswith("/static/") and not path.endswith("/offline/")]
    context.close()
