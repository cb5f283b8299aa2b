"""What a fall-back to the other language looks like: a small sign after each name, once, and none where nothing is missing."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from catalog.attributes.actions import create as create_attribute
from catalog.categories.models import CategoryTranslation
from catalog.menus.actions import add_item
from catalog.menus.actions import create as create_menu
from catalog.menus.models import Menu
from catalog.products.assignments import AttributeAssignment
from marketplace.sellers.models import SellerTranslation
from tests.browser.looking import looked_at
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser

# Texts with what the style sheet writes behind each; those that say their language in words beside them have no sign.
SIGNS = """within => [...document.querySelectorAll(within)].map(e => {
  const sign = getComputedStyle(e, "::after").content.match(/^"(.+?)"/);
  return e.textContent.trim() + (sign ? " " + sign[1] : "");
})"""


def signs(page: Page, within: str) -> list[str]:
    """The texts of these elements, each with its sign."""
    found: list[str] = page.evaluate(SIGNS, within)
    return found


@pytest.fixture
def half(shelf: Shelf) -> Shelf:
    """The shop without the Hindi names of its maker and categories, with an attribute in English."""
    SellerTranslation.objects.all().delete()
    CategoryTranslation.objects.all().delete()
    woven = create_attribute(name="Weave", slug="weave", input_type="PLAIN_TEXT")
    size = create_attribute(name="Length", slug="length", input_type="NUMERIC")
    AttributeAssignment.objects.create(product=shelf.products[0], attribute=woven, plain_text="By hand")
    AttributeAssignment.objects.create(product=shelf.products[0], attribute=size, number=5)
    return shelf


def test_what_has_no_hindi_bears_a_small_sign(browser: Browser, live_server: Any, half: Shelf) -> None:
    with looked_at(browser, java_script_enabled=True, viewport={"width": 390, "height": 844}) as page:
        page.goto(f"{live_server.url}/hi/products/{half.products[0].slug}/")
        assert signs(page, "main h3[lang]")[0] == "Weave EN" and signs(page, "#detailed dt[lang]") == ["Length EN"]
        declared = signs(page, "#declared dd[lang]")
        assert "12 Madanpura, Varanasi 221001 EN" in declared and "Ganga Weavers EN" in declared
        assert not any("@" in words for words in declared)
        assert signs(page, ".seller-card h3 a") == ["Ganga Weavers"]  # the words beside it say it
        assert signs(page, ".wordmark span[lang]") == ["Zila Bazaar"]
        assert signs(page, "a[hreflang=en]") == ["English", "English"]
        page.goto(f"{live_server.url}/hi/products/")
        assert set(signs(page, ".product-card__place span:last-child")) == {"Ganga Weavers EN"}
        page.goto(f"{live_server.url}/products/")
        assert set(signs(page, ".product-card__place span:last-child")) == {"Ganga Weavers"}


def test_what_the_reader_typed_bears_none(browser: Browser, live_server: Any, half: Shelf) -> None:
    with looked_at(browser) as page:
        page.goto(f"{live_server.url}/hi/products/?q=saree")
        assert signs(page, ".typed") == ["saree", "saree"]


def test_a_menu_item_without_hindi_bears_a_sign_in_head_and_foot(browser: Browser, live_server: Any, half: Shelf) -> None:
    for slug in ("header", "footer"):
        menu = Menu.objects.filter(slug=slug).first() or create_menu(name=slug, slug=slug)
        group = add_item(menu=menu, name="Fairs")
        add_item(menu=menu, name="Summer fair", parent=group, url="https://fair.example/")
        add_item(menu=menu, name="Winter fair", parent=group, url="https://fair.example/", translations={"hi": "जाड़े का मेला"})
    with looked_at(browser) as page:
        page.goto(f"{live_server.url}/hi/gi/")
        for within in (".site-nav", ".site-footer nav"):
            assert signs(page, f"{within} [lang=en]") == ["Fairs EN", "Summer fair EN"], within
            assert "जाड़े का मेला" in signs(page, f"{within} a"), within


@pytest.mark.parametrize(("width", "shown"), [(390, 8), (768, 6), (1280, 8)])
def test_no_place_in_a_row_of_districts_stays_empty(
    browser: Browser, live_server: Any, half: Shelf, width: int, shown: int
) -> None:
    with looked_at(browser, viewport={"width": width, "height": 900}) as page:
        page.goto(live_server.url)
        row = page.locator(".shelf--whole").first
        row.evaluate("shelf => { while (shelf.children.length < 8) shelf.append(shelf.firstElementChild.cloneNode(true)); }")
        assert row.locator("> li:visible").count() == shown
        row.evaluate("shelf => shelf.replaceChildren(...[...shelf.children].slice(0, 2))")
        assert row.locator("> li:visible").count() == 2
