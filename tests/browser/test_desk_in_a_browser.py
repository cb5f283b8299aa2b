"""The desk in a browser: a page is changed in Hindi and shown, an item goes up, the shop has both; axe finds nothing serious."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from catalog.menus import actions as menus
from catalog.menus.models import Menu
from marketplace.accounts.models import User
from marketplace.content import actions
from marketplace.content.models import Page as ContentPage
from tests.browser.looking import Faults, looked_at
from tests.marketplace.signing import PASSWORD, somebody
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture
def staff(transactional_db: None) -> User:
    """Somebody who works for the market."""
    return somebody(is_staff=True)


def sign_in(page: Page, url: str, staff: User, prefix: str = "") -> None:
    """Through the form."""
    page.goto(f"{url}{prefix}/desk/")
    page.fill("[name=username]", staff.email)
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_url(f"{url}{prefix}/desk/")


def test_a_page_and_a_menu_are_changed_and_seen_in_the_shop(
    browser: Browser, live_server: Any, shelf: Shelf, staff: User
) -> None:
    about = ContentPage.objects.get(slug="about")
    actions.unpublish(page=about)
    url, said = live_server.url, []
    with looked_at(browser, viewport=PHONE, java_script_enabled=False) as page:
        page.on("console", lambda message: said.append(message.text))
        sign_in(page, url, staff, "/hi")
        page.get_by_role("link", name="पन्ने", exact=True).first.click()
        page.get_by_role("link", name="ज़िला बाज़ार के बारे में").click()
        page.fill("[name=content_hi]", "## नया\n\n**करघे** से।")
        page.check("[name=is_published]")
        page.click("[name=_save]")
        expect(page.locator(".messagelist")).to_contain_text("सहेज लिया गया")
        page.get_by_role("link", name=re.compile("^हिन्दी में")).click()
        page.wait_for_url(f"{url}/hi/pages/about/")
        assert page.inner_html(".prose").startswith("<h2") and "<b>करघे</b> से।" in page.inner_html(".prose")

        header = Menu.objects.get(slug="header")
        page.goto(f"{url}/desk/catalog/menu/{header.pk}/change/")
        with page.expect_navigation():
            page.get_by_role("button", name=re.compile("Up ?: Crafts")).click()
        page.goto(f"{url}/crafts/")
        expect(page.locator(".site-nav li").first).to_have_text("Crafts")
        cookies = page.context.cookies(url)
        assert {(cookie["name"], cookie["path"]) for cookie in page.context.cookies()} == {
            (name, path) for name in ("zila_desk", "zila_desk_form") for path in ("/desk/", "/hi/desk/")
        }
        assert cookies == [] and not said


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_axe_finds_nothing_serious_at_the_desk(
    browser: Browser, live_server: Any, shelf: Shelf, staff: User, prefix: str
) -> None:
    faults, said = Faults(), []
    about, header = ContentPage.objects.get(slug="about"), Menu.objects.get(slug="header")
    item = header.items.first()
    assert item is not None
    places = [
        "", "marketplace/page/", f"marketplace/page/{about.pk}/change/", f"marketplace/page/{about.pk}/delete/",
        f"marketplace/page/{about.pk}/history/", "catalog/menu/", f"catalog/menu/{header.pk}/change/",
        f"catalog/menuitem/{item.pk}/change/", f"catalog/menuitem/add/?menu={header.pk}", "marketplace/pagetype/",
        "password_change/",
    ]  # fmt: skip
    with looked_at(browser, axe=True, viewport=PHONE, reduced_motion="reduce") as page:
        page.on("console", lambda message: said.append(message.text) if "Security Policy" in message.text else None)
        page.goto(f"{live_server.url}{prefix}/desk/login/")
        faults.ask(page, "axeFinds()")
        sign_in(page, live_server.url, staff, prefix)
        for place in places:
            said.clear()  # axe itself tries out styles, which the policy refuses
            page.goto(f"{live_server.url}{prefix}/desk/{place}")
            assert not said
            faults.ask(page, "axeFinds()")
            faults.ask(page, "sideways()")
            page.emulate_media(color_scheme="dark")
            faults.ask(page, "axeFinds(['color-contrast'])", "in the dark")
            page.emulate_media(color_scheme="light")
            page.set_viewport_size(DESKTOP)
            faults.ask(page, "axeFinds()", "on a desktop")
            page.set_viewport_size(PHONE)
    faults.none()


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_what_stands_below_an_item_is_come_to_in_the_head(browser: Browser, live_server: Any, shelf: Shelf, prefix: str) -> None:
    header, faults = Menu.objects.get(slug="header"), Faults()
    for parent in header.items.filter(url__in=["/crafts/", "/products/"]):
        for name, hindi, url in (("Weaving", "बुनाई", "/gi/"), ("Metal work of the hills", "पहाड़ों का धातु शिल्प", "/sellers/")):
            menus.add_item(menu=header, name=name, parent=parent, url=url, translations={"hi": hindi})
    with looked_at(browser, axe=True, viewport=PHONE, reduced_motion="reduce") as page:
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)
            page.goto(f"{live_server.url}{prefix}/crafts/")
            for at in (1, 0):
                page.locator(".site-nav summary").nth(at).focus()
                page.keyboard.press("Enter")
                expect(page.locator(".site-nav details[open]")).to_have_count(1)  # one at a time
                expect(page.locator(".site-nav details").nth(at)).to_have_attribute("open", "")
                for question in ("axeFinds()", "sideways()", "small('.site-nav')"):
                    faults.ask(page, question, f"{size['width']} {at}")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.wait_for_url(f"{live_server.url}{prefix}/gi/")
    faults.none()
