"""Fingers meet 44 x 44 px: every link, button and control of every page, on phones and at a desk (WCAG 2.5.5)."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import Faults, looked_at
from tests.browser.places import addresses
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
HEIGHT = 844
LONG = ["grievance-officer", "gi-badge"]  # entries of their contents run over two lines
SAMPLE = """
<a class="short" style="display: inline-block; height: 44px; width: 20px" href="https://x.test/a/">a</a>
<p>Words are <a class="said" href="https://x.test/b/">said</a> around it.</p> <p><a class="lone" href="https://x.test/c/">lone</a></p>
<svg width="9" height="9"><a class="told" href="https://x.test/d/"><circle r="4"/></a>
<a class="untold" href="https://x.test/e/"><circle r="4"/></a></svg>
<a style="display: block; height: 44px" href="https://x.test/d/">told</a>
"""


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_every_target_is_44_px_wide_and_high(browser: Browser, live_server: Any, shelf: Shelf, prefix: str, width: int) -> None:
    faults = Faults()
    with looked_at(browser, asking=True, viewport={"width": width, "height": HEIGHT}, reduced_motion="reduce") as page:
        for address in [*addresses(shelf, prefix), *(f"{prefix}/pages/{slug}/" for slug in LONG)]:
            page.goto(live_server.url + address)
            page.evaluate("zila.openDetails()")
            faults.ask(page, "small()")
            if page.evaluate("zila.openSheet()"):
                faults.ask(page, "small('details.filters')", "in the sheet of filters")
    faults.none()


def test_the_question_knows_what_is_small_and_what_may_be(browser: Browser) -> None:
    """Width counts; a sentence excuses its link; a place on a map is excused by the same link, large, and by nothing else."""
    with looked_at(browser, asking=True) as page:
        page.goto("data:text/html,<p>")
        page.evaluate("html => { document.body.innerHTML = html; }", SAMPLE)
        found = page.evaluate("zila.small()")
    assert [one for one in ("short", "said", "lone", "told", "untold") if any(f'class="{one}"' in fault for fault in found)] == [
        "short", "lone", "untold",
    ]  # fmt: skip
