"""What covers the page on a phone is left by the back button, and the page stays: the sheet of filters, the large pictures."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import history_step, looked_at
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
COVERS = [("/products/", "#filters > summary"), ("/gi/", "#filters > summary"), ("product", ".gallery__open")]
IS_OPEN = "() => Boolean(document.querySelector('#filters[open], dialog.zoom[open]'))"
IS_SHUT = "() => !document.querySelector('#filters[open], dialog.zoom[open]')"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone that has come from somewhere."""
    with looked_at(browser, viewport={"width": 390, "height": 800}, reduced_motion="reduce") as page:
        yield page


def come(page: Page, live_server: Any, shelf: Shelf, place: str) -> str:
    """From one page to this one, and note that it stays."""
    page.goto(live_server.url + "/states/")
    address = live_server.url + (f"/products/{shelf.products[0].slug}/" if place == "product" else place)
    page.goto(address)
    page.evaluate("window.stayed = true")
    return str(address)


def opened(page: Page, opener: str) -> None:
    page.locator(opener).first.click()
    page.wait_for_function(f"() => ({IS_OPEN})() && history.state?.covered")


@pytest.mark.parametrize(("place", "opener"), COVERS)
def test_back_closes_what_covers_and_then_leaves(page: Page, live_server: Any, shelf: Shelf, place: str, opener: str) -> None:
    address = come(page, live_server, shelf, place)
    for _twice in range(2):
        opened(page, opener)
        history_step(page)
        page.wait_for_function(IS_SHUT)
        expect(page).to_have_url(address)
        assert page.evaluate("window.stayed")
    history_step(page)
    page.wait_for_url("**/states/")


@pytest.mark.parametrize(("place", "opener"), COVERS)
def test_closed_otherwise_it_leaves_no_step_behind(page: Page, live_server: Any, shelf: Shelf, place: str, opener: str) -> None:
    address = come(page, live_server, shelf, place)
    for closing in ("Escape", "button"):
        opened(page, opener)
        if closing == "Escape":
            page.keyboard.press("Escape")
        else:
            page.locator(".zoom__close, .filters__close").first.click()
        page.wait_for_function(f"() => ({IS_SHUT})() && !history.state?.covered")
        expect(page).to_have_url(address)
        assert page.evaluate("window.stayed")
    history_step(page)
    page.wait_for_url("**/states/")


def test_opened_again_at_once_it_stays_open(page: Page, live_server: Any, shelf: Shelf) -> None:
    come(page, live_server, shelf, "/products/")
    opened(page, "#filters > summary")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    page.wait_for_function(f"() => ({IS_OPEN})() && history.state?.covered")
    history_step(page)
    page.wait_for_function(IS_SHUT)
    assert page.evaluate("window.stayed")


@pytest.mark.parametrize("way", ["back", "Escape", "Show 1 product"])
def test_what_is_chosen_in_the_sheet_is_one_step(page: Page, live_server: Any, shelf: Shelf, way: str) -> None:
    """However the sheet is left, the list stays as chosen; one step back is the list before, the next one the page before."""
    come(page, live_server, shelf, "/products/")
    opened(page, "#filters > summary")
    page.get_by_role("checkbox", name="With a GI badge").check()
    expect(page.get_by_role("button", name="Show 1 product", exact=True)).to_be_visible()
    page.wait_for_function("() => location.search === '?gi=1' && history.state.covered")
    if way == "back":
        history_step(page)
    elif way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("button", name=way, exact=True).click()
    page.wait_for_function(f"() => ({IS_SHUT})() && !history.state?.covered")
    expect(page.get_by_role("status").first).to_have_text("1 product")
    expect(page).to_have_url(re.compile(r"/products/\?gi=1$"))
    assert page.evaluate("window.stayed")
    history_step(page)
    expect(page.get_by_role("status").first).to_have_text("2 products")
    expect(page).to_have_url(re.compile("/products/$"))
    assert page.evaluate("window.stayed")
    history_step(page)
    page.wait_for_url("**/states/")


def test_at_a_desk_the_filters_cover_nothing(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    with looked_at(browser, viewport={"width": 1280, "height": 800}) as page:
        come(page, live_server, shelf, "/products/")
        page.evaluate("document.getElementById('filters').open = true")
        page.wait_for_timeout(100)
        assert not page.evaluate("history.state?.covered ?? false")


@pytest.mark.parametrize(("place", "opener"), COVERS)
def test_loaded_anew_while_covered_it_leaves_no_step_behind(
    page: Page, live_server: Any, shelf: Shelf, place: str, opener: str
) -> None:
    """Not on the way back either, and the step forward to what is closed leads nowhere."""
    address = come(page, live_server, shelf, place)
    opened(page, opener)
    page.reload()
    page.wait_for_function("() => !history.state?.covered")
    page.evaluate("window.stayed = true")
    # the step forward is heard by nobody, the one back from there is
    page.evaluate("addEventListener('popstate', () => { window.steps = (window.steps ?? 0) + 1 }, true)")
    history_step(page, 1)
    page.wait_for_function("() => window.steps === 1 && !history.state?.covered")
    expect(page).to_have_url(address)
    assert page.evaluate("window.stayed") and page.evaluate(IS_SHUT)
    history_step(page)
    page.wait_for_url("**/states/")
