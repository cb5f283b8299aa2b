"""A page names at its beginning every font that it is set with, so that all come early and nothing else is fetched."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import looked_at
from tests.browser.places import pages
from tests.search.shelf import Shelf

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("prefix", "count"), [("", 4), ("/hi", 2)])
def test_fonts_that_are_fetched_are_those_that_are_named(
    browser: Browser, live_server: Any, shelf: Shelf, prefix: str, count: int
) -> None:
    for place in [*pages(shelf)[:4], *pages(shelf)[-8:]]:
        with looked_at(browser, viewport={"width": 390, "height": 800}) as page:
            fetched: set[str] = set()
            page.on("request", lambda request, to=fetched: to.add(request.url) if request.url.endswith(".woff2") else None)
            page.goto(live_server.url + prefix + place, wait_until="load")
            page.evaluate("document.fonts.ready.then(() => true)")
            named = page.eval_on_selector_all("link[rel=preload][as=font]", "all => all.map(one => one.href)")
        assert fetched == set(named), place
        assert len(named) == count
