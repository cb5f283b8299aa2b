"""Lists change in place: the list, its count, its address and the way back; and without JavaScript they say the same."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import looked_at
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 800}
DESK = {"width": 1280, "height": 900}


@pytest.fixture
def market(transactional_db: None) -> Shelf:
    """Six products that differ."""
    return open_market()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page at a desk."""
    with looked_at(browser, viewport=DESK) as page:
        yield page


def lists(page: Page, *names: str) -> None:
    """These products are in the list, or will be in a moment."""
    expect(page.locator(".product-card h3")).to_have_text(list(names))


def lists_so_many(page: Page, count: int) -> None:
    """So many products are in the list, or will be in a moment."""
    expect(page.locator(".product-card h3")).to_have_count(count)


def ticked(page: Page, name: str) -> None:
    """Tick a box, and wait for the list."""
    with page.expect_response(lambda answer: answer.request.headers.get("hx-request") == "true"):
        page.get_by_role("checkbox", name=name).check()


def test_a_filter_changes_list_count_and_address_and_the_page_stays(page: Page, live_server: Any, market: Shelf) -> None:
    page.goto(live_server.url + "/products/")
    page.evaluate("window.stayed = true")
    ticked(page, "With a GI badge")
    expect(page.get_by_role("status")).to_have_text("2 products")
    lists(page, "Indigo saree", "Red saree")
    expect(page).to_have_url(f"{live_server.url}/products/?gi=1")
    assert page.evaluate("window.stayed")
    expect(page.get_by_role("checkbox", name="With a GI badge")).to_be_focused()
    assert page.get_by_role("link", name="हिन्दी").first.evaluate("link => link.href").endswith("/hi/products/?gi=1")
    for where, end in (("rel=canonical", "/products/"), ("hreflang=en", "/products/"), ("hreflang=hi", "/hi/products/")):
        assert page.locator(f"link[{where}]").evaluate("link => link.href") == f"{live_server.url}{end}?gi=1"
    assert page.locator('meta[property="og:url"]').get_attribute("content") == f"{live_server.url}/products/?gi=1"
    page.get_by_role("link", name="Remove: With a GI badge").click()
    expect(page.get_by_role("status")).to_have_text("6 products")
    expect(page).to_have_url(f"{live_server.url}/products/")
    assert page.evaluate("window.stayed")
    expect(page.locator("#results")).to_be_focused()


def test_the_back_button_returns_step_by_step(page: Page, live_server: Any, market: Shelf) -> None:
    page.goto(live_server.url + "/products/")
    ticked(page, "With a GI badge")
    expect(page.get_by_role("status")).to_have_text("2 products")
    page.get_by_role("link", name="Lowest price").click()
    expect(page.locator("#listing-sorts [aria-current]")).to_have_text("Lowest price")
    lists(page, "Red saree", "Indigo saree")
    page.go_back()
    expect(page.locator("#listing-sorts [aria-current]")).to_have_text("By name")
    lists(page, "Indigo saree", "Red saree")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("6 products")
    expect(page.get_by_role("checkbox", name="With a GI badge")).not_to_be_checked()
    page.go_forward()
    expect(page.get_by_role("status")).to_have_text("2 products")
    ticked(page, "With an ODOP badge")  # what came back is alive
    expect(page.get_by_role("status")).to_have_text("1 product")


def test_paging_goes_on_in_place_from_the_top_of_the_list(page: Page, live_server: Any, market: Shelf) -> None:
    for _number in range(24):
        market.put(rupees=500)
    page.goto(live_server.url + "/products/")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Next").click()
    expect(page.locator("#results")).to_be_focused()
    expect(page).to_have_url(re.compile("after="))
    lists_so_many(page, 6)
    assert page.evaluate("window.stayed")
    page.wait_for_function("Math.abs(document.getElementById('listing').getBoundingClientRect().top) < 40")
    page.go_back()
    expect(page.get_by_role("link", name="Next")).to_be_visible()
    lists_so_many(page, 24)


def test_on_a_phone_the_filters_are_a_sheet_that_says_how_many_it_has(browser: Browser, live_server: Any, market: Shelf) -> None:
    with looked_at(browser, viewport=PHONE) as page:
        page.goto(live_server.url + "/products/")
        box = page.get_by_role("checkbox", name="With a GI badge")
        assert not box.is_visible()
        page.locator("#filters summary").first.click()
        ticked(page, "With a GI badge")
        show = page.get_by_role("button", name="Show 2 products")
        expect(show).to_be_in_viewport()
        show.click()
        expect(box).not_to_be_visible()
        lists(page, "Indigo saree", "Red saree")
        page.locator("#filters summary").first.click()
        page.keyboard.press("Escape")
        expect(box).not_to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_without_javascript_the_same_list_comes(browser: Browser, live_server: Any, market: Shelf, width: int) -> None:
    with looked_at(browser, java_script_enabled=False, viewport={"width": width, "height": 800}) as page:
        page.goto(live_server.url + "/products/")
        if width < 960:
            page.locator("#filters summary").first.click()
        page.get_by_role("checkbox", name="With a GI badge").check()
        page.get_by_label("At most").fill("8,000")
        page.get_by_role("button", name="Show").click()
        lists(page, "Red saree")
        expect(page.get_by_role("status")).to_have_text("1 product")
        page.get_by_role("link", name="Remove: With a GI badge").click()
        expect(page.get_by_role("heading", name="Brass lamp", level=3)).to_be_visible()
        expect(page).not_to_have_url(re.compile("gi=1"))


def test_what_cannot_be_meant_is_a_page_of_its_own(page: Page, live_server: Any, market: Shelf) -> None:
    page.goto(live_server.url + "/products/")
    page.evaluate("document.getElementById('price-to').removeAttribute('pattern')")
    page.get_by_label("At most").fill("cheap")
    page.get_by_label("At most").press("Tab")
    page.get_by_role("heading", name="This address does not make sense to us").wait_for()
    expect(page).to_have_url(re.compile("to=cheap"))


def test_a_choice_made_before_the_answer_takes_the_order_along(page: Page, live_server: Any, market: Shelf) -> None:
    page.goto(live_server.url + "/products/")
    never = f"{live_server.url}/products/?sort=price"  # a line so slow that this answer never comes
    page.route(lambda address: address == never, lambda route: None)
    page.get_by_role("link", name="Lowest price").click()
    ticked(page, "With a GI badge")
    expect(page.get_by_role("status")).to_have_text("2 products")
    lists(page, "Red saree", "Indigo saree")
    page.wait_for_function("() => location.search.slice(1).split('&').sort().join(' ') === 'gi=1 sort=price'")
    page.wait_for_function("() => !document.getElementById('listing-sorts').inert")


@pytest.mark.parametrize("width", [390, 768])
def test_on_narrow_screens_the_filters_cover_the_page(browser: Browser, live_server: Any, market: Shelf, width: int) -> None:
    with looked_at(browser, viewport={"width": width, "height": 800}) as page:
        for place in ("/products/", "/gi/", "/sellers/"):
            page.goto(live_server.url + place)
            page.locator("#filters > summary").click()
            page.wait_for_function("document.getElementById('filters').open")
            box = page.locator("#filters").bounding_box()
            assert box is not None
            assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, width, 800), place


@pytest.mark.parametrize("pause", [0, 220])
def test_what_is_typed_before_the_answer_stays_and_is_asked_for(page: Page, live_server: Any, market: Shelf, pause: int) -> None:
    page.goto(live_server.url + "/products/?q=saree")
    page.get_by_label("At least").press_sequentially("1000")
    with page.expect_response(lambda answer: "from=1000" in answer.url):
        page.keyboard.press("Tab")
        page.keyboard.type("20", delay=pause)
    expect(page).to_have_url(re.compile("from=1000$"))
    at_most = page.get_by_label("At most")
    expect(at_most).to_be_focused()
    page.keyboard.type("000", delay=pause)
    expect(at_most).to_have_value("20000")
    expect(page).to_have_url(re.compile("from=1000$"))  # nothing is asked for what is half typed
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile("from=1000&to=20000"))
    expect(page.get_by_label("At least")).to_have_value("1000")


def test_a_field_that_was_typed_out_before_the_answer_is_asked_for_when_it_is_left(
    page: Page, live_server: Any, market: Shelf
) -> None:
    page.goto(live_server.url + "/products/")
    waiting: list[Any] = []
    page.route("**/products/?*", lambda route: waiting.append(route))
    page.get_by_role("checkbox", name="With a GI badge").check()
    pin = page.get_by_label("PIN code")
    pin.press_sequentially("22100")
    pin.press("ArrowLeft")
    page.wait_for_function("() => document.getElementById('near-pin').selectionStart === 4")
    while not waiting:
        page.wait_for_timeout(20)
    waiting[0].continue_()
    page.unroute("**/products/?*")
    expect(page.get_by_role("status")).to_have_text("2 products")
    expect(pin).to_have_value("22100")
    expect(pin).to_be_focused()
    assert pin.evaluate("field => field.selectionStart") == 4
    with page.expect_response(lambda answer: "pin=22100" in answer.url):  # and not before
        page.get_by_role("checkbox", name="With a GI badge").focus()
    expect(page).to_have_url(re.compile("gi=1&pin=22100"))
