"""Suggestions while a search is typed: by keys, by hand, on a phone; and none of it where there is no JavaScript."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import Faults, looked_at
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, live_server: Any, shelf: Shelf) -> Iterator[Page]:
    """A phone before the first page."""
    with looked_at(browser, axe=True, viewport={"width": 390, "height": 844}, reduced_motion="reduce") as page:
        page.goto(live_server.url + "/states/")
        yield page


def typed(page: Page, text: str) -> None:
    """Letter by letter, until there are suggestions."""
    page.locator("#site-search").press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()


def test_keys_choose_a_suggestion(page: Page, live_server: Any) -> None:
    field = page.locator("#site-search")
    typed(page, "varan")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("option").first).to_contain_text("Varanasi")
    page.keyboard.press("ArrowUp")  # round to the last
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")  # the field itself
    expect(field).not_to_have_attribute("aria-activedescendant", "suggestion-1")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "suggestion-1")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(live_server.url + "/districts/varanasi/")


def test_escape_closes_and_keeps_what_was_typed_and_enter_searches(page: Page) -> None:
    field = page.locator("#site-search")
    typed(page, "varan")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(field).to_have_value("varan")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)
    field.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/products/?q=varan")


def test_a_finger_chooses_one(page: Page, live_server: Any) -> None:
    typed(page, "varan")
    page.get_by_role("option").first.click()
    page.wait_for_url(live_server.url + "/districts/varanasi/")


def test_the_last_letters_count_whatever_is_answered_when(page: Page) -> None:
    held = []
    page.route("**/suggest/?q=v", lambda route: held.append(route))
    field = page.locator("#site-search")
    field.press_sequentially("v")
    page.wait_for_timeout(300)
    field.press_sequentially("aran")
    expect(page.get_by_role("option").first).to_contain_text("Varanasi")
    assert len(held) == 1
    field.fill("")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_the_list_is_clean_by_axe_large_enough_and_within_the_page(page: Page, live_server: Any) -> None:
    faults = Faults()
    for width, prefix in ((360, ""), (390, "/hi"), (1280, "")):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(f"{live_server.url}{prefix}/states/")
        page.locator("#site-search").press_sequentially("va")
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        for question in ("axeFinds()", "sideways()", "clipped()"):
            faults.ask(page, question, f"{width} px")
        page.emulate_media(color_scheme="dark")
        faults.ask(page, "axeFinds(['color-contrast'])", "in the dark")
        page.emulate_media(color_scheme="light")
        for option in page.get_by_role("option").all():
            box = option.bounding_box()
            assert box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= width
    faults.none()


def test_without_a_connection_the_field_is_a_field(page: Page) -> None:
    page.route("**/suggest/**", lambda route: route.abort())
    field = page.locator("#site-search")
    field.press_sequentially("saree")
    page.wait_for_timeout(300)
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/products/?q=saree")


def test_without_javascript_there_is_nothing_of_it(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    with looked_at(browser, java_script_enabled=False) as page:
        page.goto(live_server.url)
        page.get_by_role("searchbox", name="Search products").fill("varan")
        expect(page.locator("#site-suggestions")).to_have_count(0)
