"""The content security policy: a nonce for who asks, none in the mark of a page; caches keep page and policy together."""

import re
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.test import Client
from django.urls import path

from marketplace.kit.pages import public_page

pytestmark = pytest.mark.urls(__name__)

SCRIPTED = Template(
    '<p>{{ words }}</p><script nonce="{{ request.csp_nonce }}" src="/a.js"></script>'
    '<script nonce="{{ request.csp_nonce }}"></script>'
)
PLAIN = Template("<p>{{ words }}</p>")
said = {"words": "as before"}


def _answer(request: HttpRequest, template: Template) -> HttpResponse:
    return HttpResponse(template.render(RequestContext(request, said)))


@public_page
def scripted(request: HttpRequest) -> HttpResponse:
    """A page with two scripts of ours."""
    return _answer(request, SCRIPTED)


@public_page
def plain(request: HttpRequest) -> HttpResponse:
    """A page without any."""
    return _answer(request, PLAIN)


def data(_request: HttpRequest) -> HttpResponse:
    """No page."""
    return HttpResponse("{}", content_type="application/json")


def own(_request: HttpRequest) -> HttpResponse:
    """A page with a policy that its view has set."""
    return HttpResponse("", headers={"Content-Security-Policy": "sandbox"})


urlpatterns = [path("scripted/", scripted), path("plain/", plain), path("data/", data), path("own/", own)]


def directives(response: Any) -> dict[str, str]:
    """The policy of an answer, by directive."""
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _blank, value in parts}


def nonces(response: Any) -> tuple[str, set[str]]:
    """The nonce of the policy, and those of the scripts."""
    (stated,) = re.findall(r"'nonce-([^']+)'", response["Content-Security-Policy"])
    return stated, set(re.findall(r'nonce="([^"]*)"', response.content.decode()))


def test_the_policy_allows_what_is_ours_and_nothing_else() -> None:
    response = Client().get("/scripted/")
    nonce, _scripts = nonces(response)
    assert directives(response) == {
        "default-src": "'none'", "script-src": f"'nonce-{nonce}' 'strict-dynamic'", "style-src": "'self'",
        "img-src": "'self' data:", "font-src": "'self'", "connect-src": "'self'", "manifest-src": "'self'",
        "worker-src": "'self'", "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'",
        "object-src": "'none'",
    }  # fmt: skip
    assert not re.search(r"unsafe|https?:|\*", response["Content-Security-Policy"])


def test_all_scripts_of_a_page_carry_the_nonce_of_its_policy_and_another_page_another_one() -> None:
    seen = set()
    for _turn in range(20):
        stated, carried = nonces(Client().get("/scripted/"))
        assert carried == {stated} and len(stated) >= 22
        seen.add(stated)
    assert len(seen) == 20


def test_a_page_that_asks_for_no_nonce_runs_no_script() -> None:
    assert directives(Client().get("/plain/"))["script-src"] == "'none'"


def test_what_is_no_page_runs_and_shows_nothing_and_a_view_may_be_stricter() -> None:
    assert directives(Client().get("/data/"))["default-src"] == "'none'" and "script-src" not in directives(
        Client().get("/data/")
    )
    assert Client().get("/own/")["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize("secure", [True, False])
def test_production_has_everything_fetched_over_tls_where_pages_are(settings: Any, secure: bool) -> None:
    settings.PRODUCTION, settings.SECURE_SSL_REDIRECT = True, secure
    assert ("upgrade-insecure-requests" in directives(Client().get("/plain/", secure=True))) is secure


def test_neighbouring_headers() -> None:
    response = Client().get("/plain/")
    assert response["X-Content-Type-Options"] == "nosniff" and response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == response["Cross-Origin-Resource-Policy"] == "same-origin"
    denied = response["Permissions-Policy"].split(", ")
    assert {"camera=()", "geolocation=()", "microphone=()", "browsing-topics=()"} <= set(denied)
    assert all(feature.endswith("=()") for feature in denied)


class SharedCache:
    """What RFC 9111 asks of a shared cache: keep header and body together, ask again by ETag, and take over the header of
    a 304, or of a HEAD with the same ETag (4.3.4, 4.3.5)."""

    def __init__(self, address: str) -> None:
        self.address = address
        first = Client().get(address)
        self.headers, self.content = dict(first.headers), first.content

    def freshen(self, method: str = "get") -> int:
        """Ask again; the status of the answer."""
        again = getattr(Client(), method)(self.address, headers={"If-None-Match": self.headers["ETag"]})
        if again.status_code == 304 or (method == "head" and again.headers.get("ETag") == self.headers["ETag"]):
            self.headers.update(again.headers)
        elif method == "get":
            self.headers, self.content = dict(again.headers), again.content
        return int(again.status_code)

    def is_consistent(self) -> bool:
        """Whether the scripts of the page that is kept may run under the policy that is kept."""
        carried = set(re.findall(r'nonce="([^"]*)"', self.content.decode()))
        return carried == set(re.findall(r"'nonce-([^']+)'", self.headers["Content-Security-Policy"])) and len(carried) == 1


def test_a_nonce_is_no_part_of_the_mark_and_a_304_brings_no_policy() -> None:
    first, second = Client().get("/scripted/"), Client().get("/scripted/")
    assert first["ETag"] == second["ETag"] and first.content != second.content
    again = Client().get("/scripted/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and again["ETag"] == first["ETag"] and not again.content
    assert "Content-Security-Policy" not in again and "max-age=60" in again["Cache-Control"]


def test_a_shared_cache_stays_consistent_through_304s_heads_and_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = SharedCache("/scripted/")
    assert "public" in cache.headers["Cache-Control"] and cache.is_consistent()
    policy, body = cache.headers["Content-Security-Policy"], cache.content
    assert [cache.freshen(), cache.freshen("head"), cache.freshen()] == [304, 200, 304]
    assert (cache.headers["Content-Security-Policy"], cache.content) == (policy, body) and cache.is_consistent()
    monkeypatch.setitem(said, "words", "otherwise")
    assert cache.freshen() == 200
    assert cache.content != body and cache.is_consistent()


def test_the_mark_changes_with_every_other_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = {Client().get("/scripted/")["ETag"], Client().get("/plain/")["ETag"]}
    monkeypatch.setitem(said, "words", "otherwise")
    marks |= {Client().get("/scripted/")["ETag"], Client().get("/plain/")["ETag"]}
    assert len(marks) == 4


def test_a_compressed_page_is_known_again_by_its_weak_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(said, "words", "many words " * 100)
    packed = {"Accept-Encoding": "gzip"}
    first = Client().get("/scripted/", headers=packed)
    assert first["Content-Encoding"] == "gzip" and first["ETag"].startswith('W/"')
    assert Client().get("/scripted/", headers={**packed, "If-None-Match": first["ETag"]}).status_code == 304
