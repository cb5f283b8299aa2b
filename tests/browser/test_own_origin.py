"""A reader's browser asks nobody but us, is refused nothing by our policy, and keeps no cookie."""

import re
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from playwright.sync_api import Browser, BrowserContext, Page

from marketplace.kit.pages import public_page
from tests.browser.places import places
from tests.search.shelf import Shelf

pytestmark = pytest.mark.browser
TO_THE_END = (
    "window.scrollTo(0, document.body.scrollHeight); document.querySelectorAll('details').forEach(one => one.open = true)"
)


def watched(context: BrowserContext) -> tuple[Page, list[str], list[str]]:
    """A page, the addresses that it asks for, and what its console says."""
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return page, asked, said


@pytest.mark.parametrize(("theme", "prefix"), [("light", ""), ("dark", "/hi")])
def test_no_page_asks_a_third_party_for_anything(
    browser: Browser, live_server: Any, shelf: Shelf, prefix: str, theme: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=theme)
    page, asked, said = watched(context)
    for place in places(shelf):
        page.goto(live_server.url + prefix + place)
        page.evaluate(TO_THE_END)
        page.wait_for_load_state("networkidle")
    assert len(asked) > len(places(shelf))
    assert [url for url in asked if not url.startswith((live_server.url + "/", "data:"))] == []
    assert [text for text in said if "Content Security Policy" in text or "Refused" in text] == []
    assert context.cookies() == []
    context.close()


KEPT_POLICY = """
fetch(location, {cache: "only-if-cached", mode: "same-origin"}).then(kept => kept.headers.get("Content-Security-Policy"))
"""
PAGE = Template(
    '<!doctype html><title>None</title><script nonce="{{ request.csp_nonce }}">document.title = "Ours"</script>'
    "<script>document.title = 'Theirs'</script><script nonce=''>document.title = 'Theirs'</script>"
)


@public_page
def scripted(request: HttpRequest) -> HttpResponse:
    """A page with a script of ours and two that were smuggled in."""
    return HttpResponse(PAGE.render(RequestContext(request)))


urlpatterns = [path("scripted/", scripted)]


@pytest.mark.urls(__name__)
@pytest.mark.django_db(transaction=True)
def test_a_page_that_the_browser_has_still_runs_its_scripts_after_a_304(browser: Browser, live_server: Any) -> None:
    context = browser.new_context()
    page, _asked, said = watched(context)
    statuses, nonces = [], set()
    page.on("response", lambda response: statuses.append(response.status))
    page.goto(live_server.url + "/scripted/")
    for _turn in range(3):
        assert page.title() == "Ours"
        nonces.add(re.findall("'nonce-([^']+)'", page.evaluate(KEPT_POLICY))[0])
        page.reload()
    assert len(nonces) == 1, "the policy that is kept was replaced"
    assert sum("Content Security Policy" in text for text in said) == 8, (
        "each time both smuggled scripts are refused, and no other"
    )
    context.close()
