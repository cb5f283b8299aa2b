"""Every path by keyboard: what can be reached shows it, in the order of the page, and lets go again."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from catalog.attributes.models import Attribute, AttributeChoice
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import ProductTypeAttribute
from tests.browser.looking import Faults, looked_at
from tests.browser.places import addresses, failing, pages
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
FOCUSED = "document.activeElement === document.body ? null : [...document.querySelectorAll('*')].indexOf(document.activeElement)"


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_focus_is_seen_in_the_order_of_the_page(browser: Browser, live_server: Any, shelf: Shelf, prefix: str) -> None:
    faults = Faults()
    with looked_at(browser, asking=True, viewport=PHONE, reduced_motion="reduce") as page:
        for address in addresses(shelf, prefix):
            page.goto(live_server.url + address)
            faults.ask(page, "moving()")
            page.evaluate("zila.openDetails()")
            faults.ask(page, "disordered()")
            page.keyboard.press("Tab")
            faults.ask(page, "unmarked()")
            if page.evaluate("zila.openSheet()"):
                faults.ask(page, "unmarked('details.filters')", "in the sheet of filters")
                page.evaluate("zila.closeSheet()")
                page.wait_for_function("!globalThis.zilaCover?.stands()")  # the step back is taken
            if not prefix:
                page.emulate_media(color_scheme="dark")
                faults.ask(page, "unmarked()", "in the dark")
                page.emulate_media(color_scheme="light")
    faults.none()


def test_the_keyboard_reaches_the_content_first(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    with looked_at(browser) as page:
        for address in [*pages(shelf), *failing(shelf)]:
            page.goto(live_server.url + address)
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.textContent") == "Skip to the content", address
            page.keyboard.press("Enter")
            page.wait_for_function("document.activeElement.id === 'content'")


@pytest.mark.parametrize("place", ["/", "/products/", "product"])
def test_tab_walks_down_the_page_and_leaves_it(browser: Browser, live_server: Any, shelf: Shelf, place: str) -> None:
    with looked_at(browser, viewport={"width": 1280, "height": 900}) as page:
        page.goto(live_server.url + (f"/products/{shelf.products[0].slug}/" if place == "product" else place))
        down = _walk(page, "Tab")
        assert down == sorted(down) and len(down) == len(set(down)) > 15
        assert _walk(page, "Shift+Tab")[: len(down)] == down[::-1]


def test_the_sheet_of_filters_lets_go(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    """On a phone it covers the page: Escape closes it, and going on by keyboard never ends behind it."""
    with looked_at(browser, viewport=PHONE) as page:
        page.goto(live_server.url + "/products/")
        opener = page.locator("details.filters > summary")
        opener.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("document.querySelector('details.filters').open")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('details.filters') !== null")
        page.keyboard.press("Escape")
        page.wait_for_function("document.activeElement.matches('details.filters > summary')")
        page.wait_for_function("!document.querySelector('details.filters').open")
        page.keyboard.press("Enter")
        page.wait_for_function("document.querySelector('details.filters').open")
        page.keyboard.press("Shift+Tab")
        page.wait_for_function("document.activeElement.closest('details.filters') === null")
        page.wait_for_function("!document.querySelector('details.filters').open")


SHEETS = [(390, 844), (390, 560), (640, 450), (640, 360)]


def test_what_has_the_focus_in_the_sheet_is_seen(browser: Browser, live_server: Any, shelf: Shelf) -> None:
    """Its head and foot stand still while a long list of choices runs below them, forwards and backwards."""
    _many_choices(shelf)
    faults = Faults()
    with looked_at(browser, asking=True, reduced_motion="reduce") as page:
        for width, height in SHEETS:
            page.set_viewport_size({"width": width, "height": height})
            page.goto(live_server.url + "/hi/products/?gi=1")
            page.locator("#filters > summary").click()
            page.wait_for_function("document.getElementById('filters').open")
            for more in page.locator("#filters details > summary").all():
                more.click()
            page.locator("#filters > summary").focus()
            stops = 0
            for key, last in (("Tab", ".filters__foot > :last-child"), ("Shift+Tab", "#filters > summary")):
                for _ in range(100):
                    page.keyboard.press(key)
                    faults.ask(page, "hiddenInSheet()", f"{width} x {height} {key}")
                    stops += 1
                    if page.evaluate(f"document.activeElement.matches('{last}')"):
                        break
            assert stops > 40
    faults.none()


@pytest.mark.parametrize("place", ["/products/", "/hi/products/", "/gi/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_at_a_desk_the_button_of_the_filters_is_none(
    browser: Browser, live_server: Any, shelf: Shelf, place: str, scripts: bool
) -> None:
    """They stand open beside the list: nothing to press, nothing that is said to be closed; the words stay as a heading."""
    with looked_at(browser, viewport={"width": 1280, "height": 900}, java_script_enabled=scripts) as page:
        page.goto(live_server.url + place)
        page.locator("#filters > summary").focus()
        assert page.evaluate("document.activeElement === document.body")
        assert page.locator("#filters-head").is_visible() and page.locator("#filters-form [type=submit]").is_visible()
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        named = {(node["role"]["value"], node.get("name", {}).get("value")) for node in tree if not node["ignored"]}
        heading = page.locator("#filters-head").inner_text()
        assert ("StaticText", heading) in named
        assert [name for role, name in named if role == "region" and name], "the results take the focus, so they have a name"
        assert not [role for role, name in named if role.startswith("Disclosure") and name and heading in name]


def _walk(page: Page, key: str) -> list[int]:
    """The places in the document of what has the focus in turn, until the page has let go of it."""
    steps: list[int] = []
    for _ in range(300):
        page.keyboard.press(key)
        where = page.evaluate(FOCUSED)
        if where is None:
            return steps
        steps.append(where)
    raise AssertionError(f"no way out: {steps[-5:]}")


def _many_choices(shelf: Shelf) -> None:
    """Enough values of an attribute that the filters are far longer than any phone."""
    material = Attribute.objects.create(slug="material", name="Material", input_type="MULTISELECT", filterable_in_storefront=True)
    ProductTypeAttribute.objects.create(product_type=shelf.product_type, attribute=material)
    for place in range(24):
        choice = AttributeChoice.objects.create(attribute=material, slug=f"thread-{place}", name=f"Thread {place}")
        for product in shelf.products:
            AttributeAssignment.objects.create(product=product, attribute=material, choice=choice)
