"""axe finds nothing serious on any page: in both languages, in light, dark and forced colours, on phones and desktops."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import Faults, looked_at
from tests.browser.places import addresses
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_axe_finds_nothing_serious(browser: Browser, live_server: Any, shelf: Shelf, prefix: str, half: int) -> None:
    faults, refused = Faults(), []
    with looked_at(browser, axe=True, viewport=PHONE, reduced_motion="reduce") as page:
        page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
        for address in addresses(shelf, prefix)[half::2]:
            page.goto(live_server.url + address)
            page.evaluate("zila.openDetails()")
            faults.ask(page, "axeFinds()")
            page.emulate_media(color_scheme="dark")
            faults.ask(page, "axeFinds(['color-contrast'])", "in the dark")
            page.emulate_media(color_scheme="light", forced_colors="active")
            faults.ask(page, "faint()", "in forced colours")
            page.emulate_media(forced_colors="none")
            if page.evaluate("zila.openSheet()"):
                faults.ask(page, "axeFinds()", "in the sheet of filters")
                page.emulate_media(color_scheme="dark")
                faults.ask(page, "axeFinds(['color-contrast'])", "in the sheet of filters, in the dark")
                page.evaluate("zila.closeSheet()")
                page.wait_for_function("!globalThis.zilaCover?.stands()")  # the step back is taken
                page.emulate_media(color_scheme="light")
            if not prefix:
                page.set_viewport_size(DESKTOP)
                faults.ask(page, "axeFinds()", "on a desktop")
                page.set_viewport_size(PHONE)
    faults.none()
    assert not refused
