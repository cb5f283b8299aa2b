"""Every page of the shop: one for all readers, without cookies, under a strict policy, and known again by its mark."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.browser.places import addresses, collected, failing, pages
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
LANGUAGES = ["", "/hi"]
STRANGE_COOKIES = {"sessionid": "a" * 32, "csrftoken": "b" * 32, "django_language": "hi", "anything": "c"}


@pytest.fixture
def shelf() -> Shelf:
    """A shop with everything that the list of pages names."""
    from catalog.demo.pages import fill_pages

    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    shelf.put("Cotton saree", gi=False, odop=False)
    collected(shelf)
    fill_pages()
    return shelf


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_no_page_sets_a_cookie_or_looks_at_one(shelf: Shelf, prefix: str) -> None:
    for place in [*pages(shelf), *failing(shelf)]:
        plain = Client().get(prefix + place)
        assert not plain.cookies, place
        assert "cookie" not in plain.get("Vary", "").lower(), place
        with_cookies = Client()
        with_cookies.cookies.load(STRANGE_COOKIES)  # type: ignore[no-untyped-call]
        same = with_cookies.get(prefix + place)
        assert not same.cookies and _lasting(same.content) == _lasting(plain.content), place


def _lasting(content: bytes) -> bytes:
    return re.sub(rb'nonce="[^"]*"', b"", content)


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_every_page_has_the_strict_policy_and_holds_itself_to_it(shelf: Shelf, prefix: str) -> None:
    for place in [*pages(shelf), *failing(shelf)]:
        response = Client().get(prefix + place)
        policy, text = response["Content-Security-Policy"], response.content.decode()
        assert policy.startswith("default-src 'none'; script-src 'n") and "unsafe" not in policy, place
        assert response["X-Content-Type-Options"] == "nosniff" and response["X-Frame-Options"] == "DENY", place
        assert response["Cross-Origin-Opener-Policy"] == "same-origin", place
        assert re.findall(r"<[^>]*\s(?:style|on[a-z]+)=", text) == [], place
        assert "<style" not in text and "javascript:" not in text, place
        for tag in re.findall(r"<script\b[^>]*>", text):
            assert 'type="application/ld+json"' in tag or f"'nonce-{_nonce(tag)}'" in policy, (place, tag)


def _nonce(tag: str) -> str:
    found = re.search(r'nonce="([^"]+)"', tag)
    return found[1] if found else "none"


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_who_has_a_page_is_told_so_without_another_policy(shelf: Shelf, prefix: str) -> None:
    for place in pages(shelf):
        first = Client().get(prefix + place)
        again = Client().get(prefix + place, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304, place
        assert "Content-Security-Policy" not in again and not again.cookies, place


def test_the_list_of_pages_names_every_kind_of_page(shelf: Shelf) -> None:
    """A page that is not in tests/browser/places.py would be looked at by nobody."""
    resolver = get_resolver()
    listed = {resolver.resolve(place.partition("?")[0]).url_name for place in addresses(shelf, "") if place != "/nothing"}
    assert listed >= _pages_of(resolver.url_patterns)


# These have no page for readers: machines ask for them. The desk (tests/marketplace/test_desk.py) is no page of the shop.
MACHINES = {
    "health-live", "health-ready", "graphql", "robots", "media", "sitemap", "sitemap-part", "service-worker", "web-manifest",
    "favicon", "suggest",
}  # fmt: skip


def _pages_of(patterns: list[URLPattern | URLResolver]) -> set[str]:
    names: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver) and pattern.namespace == "desk":
            continue
        if isinstance(pattern, URLResolver):
            names |= _pages_of(pattern.url_patterns)
        elif pattern.name:
            names.add(pattern.name)
    return names - MACHINES
