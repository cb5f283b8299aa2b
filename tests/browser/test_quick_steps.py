"""Steps back and forward on a slow line: address, list, count and what is ticked agree in the end, whatever is answered when."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.looking import history_step, looked_at
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
ALL, GI, BOTH = "", "?gi=1", "?gi=1&odop=1"
LISTS = {
    ALL: ["Brass lamp", "Brass toy", "Indigo saree", "Old pot", "Red saree", "Red stole"],
    GI: ["Indigo saree", "Red saree"],
    BOTH: ["Indigo saree"],
}


class SlowLine:
    """Answers to lists wait until the test lets them come, in the order that it chooses."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.waiting: list[Route] = []
        page.route("**/products/*", lambda route: self.waiting.append(route))

    def asked(self, query: str) -> Route:
        """The last request for this list, once it has been made."""
        for _turn in range(200):
            found = [route for route in self.waiting if parse_qsl(urlsplit(route.request.url).query) == parse_qsl(query[1:])]
            if found:
                self.waiting.remove(found[-1])
                return found[-1]
            self.page.wait_for_timeout(20)
        raise AssertionError(f"nobody asked for {query or 'all'}")

    def rest(self) -> None:
        """Whatever still waits is answered, the newest first; and nothing waits from now on."""
        self.page.unroute("**/products/*")
        for route in reversed(self.waiting):
            route.continue_()
        self.waiting.clear()
        self.page.wait_for_load_state("networkidle")


@pytest.fixture
def market(transactional_db: None) -> Shelf:
    """Six products, two of them with a GI badge, one of these with both badges."""
    return open_market()


@pytest.fixture
def page(browser: Browser, live_server: Any, market: Shelf) -> Iterator[Page]:
    """A list at a desk that has been narrowed twice."""
    with looked_at(browser, viewport={"width": 1280, "height": 900}) as page:
        page.goto(live_server.url + "/products/")
        for name, count in (("With a GI badge", "2 products"), ("With an ODOP badge", "1 product")):
            page.get_by_role("checkbox", name=name).check()
            expect(page.get_by_role("status")).to_have_text(count)
        yield page


def step(page: Page, by: int, query: str) -> None:
    """Go in the history as the buttons do, and arrive at the address."""
    history_step(page, by)
    page.wait_for_function(f"() => location.search === '{query}'")


def agrees(page: Page, query: str) -> None:
    """What is seen is the list of the address."""
    page.wait_for_function(f"() => location.search === '{query}'")
    expect(page.locator(".product-card h3")).to_have_text(LISTS[query])
    expect(page.get_by_role("status")).to_have_text("1 product" if query == BOTH else f"{len(LISTS[query])} products")
    for name, field in (("With a GI badge", "gi=1"), ("With an ODOP badge", "odop=1")):
        expect(page.get_by_role("checkbox", name=name)).to_be_checked(checked=field in query)
    order = page.locator("#sort-price").evaluate("link => link.search")
    assert set(order[1:].split("&")) == {"sort=price", *query[1:].split("&")} - {""}
    page.wait_for_function("query => document.querySelector('a[hreflang=\"hi\"]').search === query", arg=query)
    expect(page.locator("#filters-form")).not_to_have_attribute("inert", "")
    assert page.evaluate("location.search") == query


def test_two_steps_back_whose_answers_come_the_wrong_way_round(page: Page) -> None:
    line = SlowLine(page)
    step(page, -1, GI)
    first = line.asked(GI)
    step(page, -1, ALL)
    line.asked(ALL).continue_()
    expect(page.locator(".product-card")).to_have_count(6)
    first.continue_()
    line.rest()
    agrees(page, ALL)


def test_two_steps_back_at_once(page: Page) -> None:
    history_step(page)
    page.wait_for_timeout(30)
    history_step(page)
    page.wait_for_function("() => location.search === ''")
    page.wait_for_load_state("networkidle")
    agrees(page, ALL)


def test_forward_and_back_before_the_answer(page: Page) -> None:
    step(page, -1, GI)
    expect(page.locator(".chosen li")).to_have_count(1)
    line = SlowLine(page)
    step(page, 1, BOTH)
    forward = line.asked(BOTH)
    step(page, -1, GI)
    line.asked(GI).continue_()
    forward.continue_()
    line.rest()
    agrees(page, GI)


def test_back_before_the_answer_to_a_choice(page: Page) -> None:
    step(page, -1, GI)
    expect(page.locator(".chosen li")).to_have_count(1)
    line = SlowLine(page)
    page.get_by_role("checkbox", name="With an ODOP badge").check()
    chosen = line.asked(BOTH)
    step(page, -1, ALL)
    line.asked(ALL).continue_()
    expect(page.locator(".product-card")).to_have_count(6)
    chosen.continue_()
    line.rest()
    agrees(page, ALL)


def test_a_choice_waits_for_the_list_that_was_gone_back_to(page: Page) -> None:
    line = SlowLine(page)
    step(page, -2, ALL)
    old = line.asked(ALL)
    page.evaluate("document.querySelector('[name=gi]').click()")  # even what reaches the field by another way asks for nothing
    expect(page.locator("#filters-form")).to_have_attribute("inert", "")
    old.continue_()
    line.rest()
    agrees(page, ALL)
    page.get_by_role("checkbox", name="With a GI badge").check()
    agrees(page, GI)


def test_of_two_links_of_the_list_the_last_one_counts(page: Page) -> None:
    line = SlowLine(page)
    page.get_by_role("link", name="Remove: With an ODOP badge").click()
    first = line.asked(GI)
    page.get_by_role("checkbox", name="With a GI badge").uncheck()
    line.asked("?odop=1").continue_()
    expect(page.locator(".chosen li")).to_have_text(["Remove: With an ODOP badge"])
    first.continue_()
    line.rest()
    expect(page).to_have_url(re.compile(r"\?odop=1$"))
    expect(page.locator(".chosen li")).to_have_text(["Remove: With an ODOP badge"])


def refused(route: Route) -> None:
    route.fulfill(status=503, body="later")


@pytest.mark.parametrize("fails", [refused, Route.abort])
def test_where_the_old_list_does_not_come_the_page_is_loaded(page: Page, fails: Callable[[Route], None]) -> None:
    line = SlowLine(page)
    page.evaluate("window.stayed = true")
    step(page, -2, ALL)
    fails(line.asked(ALL))
    page.unroute("**/products/*")
    page.wait_for_function("() => !window.stayed")
    agrees(page, ALL)


def test_the_way_back_tells_its_count_and_keeps_a_place_for_the_keyboard(page: Page) -> None:
    box = page.get_by_role("checkbox", name="With an ODOP badge")
    box.focus()
    step(page, -2, ALL)
    expect(page.locator("#list-said")).to_have_text("6 products")
    expect(box).to_be_focused()
    page.locator(".product-card a").first.focus()
    step(page, 1, GI)
    expect(page.locator("#list-said")).to_have_text("2 products")
    expect(page.locator("#results")).to_be_focused()
    page.get_by_role("link", name="हिन्दी").first.focus()
    step(page, 1, BOTH)
    expect(page.locator("#list-said")).to_have_text("1 product")
    expect(page.get_by_role("link", name="हिन्दी").first).to_be_focused()
