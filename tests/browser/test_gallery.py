"""The pictures of a product in a browser: they open large, are leafed through by keys, and Escape gives the focus back."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from catalog.media.actions import add
from tests.browser.looking import looked_at
from tests.catalog.uploads import picture, saved
from tests.search.shelf import Shelf

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}
SHIFTS = """
new Promise(done => {
  let sum = 0;
  const watch = new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value });
  watch.observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})
"""


@pytest.fixture
def address(live_server: Any, shelf: Shelf, hear_news: Callable[[], int]) -> str:
    """The page of a product with three pictures."""
    product = shelf.products[0]
    for number in range(2):
        add(product=product, upload=saved(picture(400, 500 + number), "PNG"), alt=f"From side {number}")
    hear_news()
    return f"{live_server.url}/products/{product.slug}/"


def place(page: Page) -> Any:
    return page.locator(".zoom__place")


def test_keys_leaf_through_the_large_pictures_and_escape_gives_the_focus_back(browser: Browser, address: str) -> None:
    with looked_at(browser, viewport=PHONE, reduced_motion="reduce") as page:
        page.goto(address)
        first = page.locator(".gallery__open").first
        first.focus()
        page.keyboard.press("Enter")
        expect(page.locator("dialog.zoom")).to_be_visible()
        expect(place(page)).to_have_text("Picture 1 of 3")
        expect(page.locator(".zoom__previous")).to_be_disabled()
        page.keyboard.press("ArrowRight")
        expect(place(page)).to_have_text("Picture 2 of 3")
        expect(page.locator(".zoom__slide img").nth(1)).to_be_in_viewport()
        page.keyboard.press("End")
        expect(place(page)).to_have_text("Picture 3 of 3")
        page.keyboard.press("ArrowLeft")
        expect(place(page)).to_have_text("Picture 2 of 3")
        page.keyboard.press("Escape")
        expect(page.locator("dialog.zoom")).to_be_hidden()
        expect(first).to_be_focused()


def test_a_click_looks_closer_and_buttons_do_what_keys_do(browser: Browser, address: str) -> None:
    with looked_at(browser, viewport=PHONE, reduced_motion="reduce") as page:
        page.goto(address)
        page.locator(".gallery__open").first.click()
        page.locator(".zoom__next").click()
        expect(place(page)).to_have_text("Picture 2 of 3")
        page.locator(".zoom__slide").nth(1).click()
        expect(page.locator(".zoom__near")).to_have_attribute("aria-pressed", "true")
        page.locator(".zoom__near").click()
        expect(page.locator(".zoom__slide--near")).to_have_count(0)
        page.locator(".zoom__close").click()
        expect(page.locator("dialog.zoom")).to_be_hidden()


LOOKED_AT = "[...document.querySelectorAll('.zoom__slide')].map(one => [one.scrollLeft, one.scrollTop])[0]"


def test_arrow_keys_move_what_is_looked_at_closely(browser: Browser, address: str) -> None:
    with looked_at(browser, asking=True, viewport=PHONE, reduced_motion="reduce") as page:
        page.goto(address)
        page.locator(".gallery__open").first.focus()
        page.keyboard.press("Enter")
        said_to_readers = page.locator(".zoom .hidden-text[role=status]")
        expect(said_to_readers).to_have_text("")
        page.locator(".zoom__near").focus()
        page.keyboard.press("Enter")
        expect(said_to_readers).to_contain_text("the arrow keys move the picture")
        right, down = page.evaluate(LOOKED_AT)
        for key, moved in (("ArrowRight", (1, 0)), ("ArrowDown", (0, 1)), ("ArrowLeft", (-1, 0)), ("ArrowUp", (0, -1))):
            page.keyboard.press(key)
            page.wait_for_function(f"was => String({LOOKED_AT}) !== String(was)", arg=[right, down])
            now = page.evaluate(LOOKED_AT)
            assert [(one > was) - (one < was) for one, was in zip(now, (right, down), strict=True)] == list(moved), key
            right, down = now
        expect(page.locator(".zoom__near")).to_be_focused()
        assert page.evaluate("zila.unmarked('dialog.zoom')") == [] and page.evaluate("zila.small('dialog.zoom')") == []
        page.locator(".zoom__near").click()
        expect(said_to_readers).to_have_text("")
        page.keyboard.press("ArrowRight")
        expect(place(page)).to_contain_text("2")


def test_without_a_script_pictures_are_links_and_choices_too(browser: Browser, address: str) -> None:
    with looked_at(browser, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(address)
        large = page.locator(".gallery__open").first.get_attribute("href")
        assert large and page.request.get(page.url.split("/products")[0] + large).status == 200
        page.locator(".gallery__thumbs a").nth(1).click()
        expect(page.locator("#picture-2")).to_be_in_viewport()
        page.get_by_role("link", name="Plain").click()
        expect(page).to_have_url(re.compile(r"\?variant="))
        expect(page.locator(".offer .stock")).to_have_text("Out of stock")


def test_a_choice_changes_the_page_in_place_and_keeps_the_focus(browser: Browser, address: str) -> None:
    with looked_at(browser, viewport=PHONE) as page:
        page.goto(address)
        page.evaluate("window.stayed = true")
        before = page.locator(".offer .price--large").inner_text()
        page.get_by_role("link", name="Plain").click()
        expect(page.locator(".offer .stock")).to_have_text("Out of stock")
        expect(page.locator(".offer .price--large")).not_to_have_text(before)
        expect(page.get_by_role("link", name="Plain")).to_be_focused()
        expect(page.locator("#choice-said")).to_contain_text("Out of stock")
        expect(page).to_have_url(re.compile(r"\?variant="))
        expect(page.locator('a[hreflang="hi"]').first).to_have_attribute("href", re.compile(r"\?variant="))
        assert page.evaluate("window.stayed")


def test_nothing_moves_while_the_page_is_loaded(browser: Browser, address: str) -> None:
    with looked_at(browser, viewport=PHONE) as page:
        page.goto(address, wait_until="networkidle")
        assert page.evaluate(SHIFTS) < 0.01


def slow(page: Page, waiting: dict[str, Route]) -> None:
    """Answers to choices wait until the test lets them come."""
    page.route("**/*variant=*", lambda route: waiting.update({route.request.url: route}))


def asked(page: Page, waiting: dict[str, Route], link: Locator) -> Route:
    """Click the link of a choice, and its request, once it has been made."""
    address = link.evaluate("link => link.href")
    link.evaluate("link => link.click()")
    for _turn in range(200):
        if address in waiting:
            return waiting.pop(address)
        page.wait_for_timeout(20)
    raise AssertionError(f"nobody asked for {address}")


def test_of_two_choices_the_last_click_counts(browser: Browser, address: str) -> None:
    with looked_at(browser, viewport=PHONE) as page:
        page.goto(address)
        waiting: dict[str, Route] = {}
        slow(page, waiting)
        first = asked(page, waiting, page.get_by_role("link", name="Plain"))
        expect(page.locator("#offer")).to_have_attribute("aria-busy", "")
        last = asked(page, waiting, page.get_by_role("link", name="With zari"))
        last.continue_()
        expect(page.locator("#choice-said")).to_have_text(re.compile(r"^With zari, ₹[\d,.]+, "))
        first.continue_()
        page.wait_for_load_state("networkidle")
        expect(page.locator(".choice [aria-current]")).to_contain_text("With zari")
        sku = page.locator(".choice [aria-current]").evaluate("link => link.search")
        expect(page).to_have_url(address + sku)
        expect(page.locator("#offer")).not_to_have_attribute("aria-busy", "")


def test_what_was_chosen_keeps_its_address_while_pictures_are_large(browser: Browser, address: str) -> None:
    with looked_at(browser, viewport=PHONE) as page:
        page.goto(address)
        waiting: dict[str, Route] = {}
        slow(page, waiting)
        answer = asked(page, waiting, page.get_by_role("link", name="Plain"))
        page.locator(".gallery__open").first.click()
        page.wait_for_function("() => history.state?.covered")
        answer.continue_()
        expect(page.locator("#choice-said")).to_contain_text("Out of stock")
        assert page.url == address
        page.keyboard.press("Escape")
        page.wait_for_function("() => location.search.includes('variant') && !history.state?.covered")


def test_tab_stays_among_the_large_pictures(browser: Browser, address: str) -> None:
    with looked_at(browser, viewport=PHONE, reduced_motion="reduce") as page:
        page.goto(address)
        page.locator(".gallery__open").first.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowRight")
        expect(place(page)).to_have_text("Picture 2 of 3")
        page.locator(".zoom__close").focus()
        for key, round_ in (
            ("Tab", ["stage", "previous", "next", "near", "close", "stage"]),
            ("Shift+Tab", ["close", "near", "next", "previous", "stage", "close"]),
        ):
            for stop in round_:
                page.keyboard.press(key)
                expect(page.locator(f".zoom__{stop}")).to_be_focused()
        page.locator(".zoom__next").focus()
        page.keyboard.press("Enter")
        expect(place(page)).to_have_text("Picture 3 of 3")
        expect(page.locator(".zoom__previous")).to_be_focused()  # what is out of use gives the focus to its neighbour
