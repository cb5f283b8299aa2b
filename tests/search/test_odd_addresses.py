"""Addresses that are malformed, out of date or made up: a page of ours in the reader's language, the way on, or a polite no."""

import gzip
import re
from html import unescape

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from catalog.attributes.actions import create as create_attribute
from catalog.attributes.models import Attribute
from catalog.categories.models import Category
from marketplace.districts.models import District, State
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
MALFORMED = ["/search/?q=%ff", "/products/?page=%C3%28", "/districts/%c3%28/", "/%ff/", "/products/?q=%00", "/nothing?q=%e0%a4"]
NOT_MEANT = ["/products/?from=cheap", "/products/?after=zzz", "/products/?a-x=y", "/gi/?here=2"]
SAID = {"": "This address does not make sense to us", "/hi": "यह पता हमारी समझ में नहीं आया"}
_LISTED = re.compile(r"<h3>.*?</h3>", re.DOTALL)
_CHIP = re.compile(r'<li><a href="([^"]*)"><span class="hidden-text">Remove: </span>(?:<span[^>]*>)?([^<]*)')


@pytest.fixture
def shelf() -> Shelf:
    """A shop with a product."""
    shelf = open_shop()
    shelf.put("Kadhwa saree")
    return shelf


@pytest.mark.parametrize("prefix", ["", "/hi"])
@pytest.mark.parametrize("address", [*MALFORMED, *NOT_MEANT])
def test_what_makes_no_sense_is_said_on_a_page_of_ours(shelf: Shelf, prefix: str, address: str) -> None:
    answer = Client(raise_request_exception=False).get(prefix + address)
    html = answer.content.decode()
    assert answer.status_code == 400 and answer["Content-Type"].startswith("text/html")
    assert f'<html lang="{prefix[1:] or "en"}"' in html and answer["Content-Language"] == (prefix[1:] or "en")
    assert SAID[prefix] in html and 'class="site-footer"' in html and '<meta name="robots" content="noindex">' in html
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; script-src 'nonce-")
    assert "max-age" not in answer.get("Cache-Control", "")


def test_the_api_is_told_without_a_page_and_so_is_who_should_come_by_https(shelf: Shelf, settings: Settings) -> None:
    assert Client().get("/graphql/?query=%ff")["Content-Type"].startswith("text/plain")
    settings.SECURE_SSL_REDIRECT = True
    answer = Client().get("/products/?q=%ff")
    assert answer.status_code == 400 and answer["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("address", ["/products/", "/hi/products/", "/gi/", "/hi/gi/"])
def test_an_order_that_there_is_not_is_the_usual_one(shelf: Shelf, address: str) -> None:
    usual = Client().get(address)
    for order in ("sideways", "%25", "price&sort=x"):
        asked = Client().get(f"{address}?sort={order}")
        html = asked.content.decode()
        assert asked.status_code == 200 and f'rel="canonical" href="http://testserver{address}"' in html
        assert f"sort={order}" not in html.partition("<main")[2].partition("</main>")[0]
        assert _LISTED.findall(html) == _LISTED.findall(usual.content.decode())


@pytest.mark.parametrize("address", ["/states/?from=nonsense", "/states/?q=%F0%9F%AA%94", "/products/?what=%3Cb%3E&what=2"])
def test_what_says_nothing_to_a_page_does_no_harm(shelf: Shelf, address: str) -> None:
    answer = Client().get(address)
    assert answer.status_code == 200 and "<b>" not in answer.content.decode()


@pytest.mark.parametrize(("query", "name"), [
    ("state=made-up", "unknown State"), ("district=made-up", "unknown district"), ("category=made-up", "unknown kind of goods"),
    ("a-colour=made-up", "unknown"),
])  # fmt: skip
def test_an_unknown_filter_is_called_unknown_and_can_be_removed(shelf: Shelf, query: str, name: str) -> None:
    create_attribute(name="Colour", slug="colour", input_type=Attribute.InputType.DROPDOWN, filterable=True)
    answer = Client().get(f"/products/?{query}")
    chips = [(unescape(href), words.strip()) for href, words in _CHIP.findall(answer.content.decode())]
    assert chips == [("/products/", name)]


def test_a_category_that_is_no_choice_on_this_page_is_called_by_its_name(shelf: Shelf) -> None:
    html = Client().get(f"/categories/{shelf.category.slug}/?category={shelf.category.parent.slug}").content.decode()
    assert [words for _href, words in _CHIP.findall(html)] == ["Cloth"]


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_filters_by_former_names_lead_to_the_list_of_today(shelf: Shelf, prefix: str) -> None:
    State.objects.filter(slug="uttar-pradesh").update(slug="up")
    District.objects.filter(slug="varanasi").update(slug="kashi")
    Category.objects.filter(pk=shelf.category.pk).update(slug="saris")
    for old, new in {
        "/products/?gi=1&state=uttar-pradesh&sort=price": "/products/?gi=1&state=up&sort=price",
        "/products/?state=uttar-pradesh&district=varanasi": "/products/?state=up&district=kashi",
        f"/products/?category={shelf.category.slug}": "/products/?category=saris",
        f"/sellers/{shelf.seller.slug}/?district=varanasi": f"/sellers/{shelf.seller.slug}/?district=kashi",
        "/sellers/?state=uttar-pradesh&district=varanasi": "/sellers/?state=up&district=kashi",
        "/gi/?state=uttar-pradesh&q=saree": "/gi/?state=up&q=saree",
    }.items():
        answer = Client().get(prefix + old)
        assert (answer.status_code, answer["Location"]) == (301, prefix + new), old
        assert "max-age=60," in answer["Cache-Control"] + ","
        assert Client().get(answer["Location"]).status_code == 200, new


def test_the_icon_that_browsers_ask_for_is_found(db: None) -> None:
    answer = Client().get("/favicon.ico")
    assert answer.status_code == 301 and set(answer["Cache-Control"].split(", ")) == {"max-age=86400", "public"}
    assert re.fullmatch(r"/static/pictures/icon-192(\.[0-9a-f]+)?\.png", answer["Location"])
    icon = Client().get(answer["Location"])
    assert icon["Content-Type"] == "image/png"
    icon.close()


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_who_has_a_page_hears_the_same_of_keeping_it(shelf: Shelf, encoding: str) -> None:
    """All but the policy: with another nonce it would shut out the scripts of the page that is kept (content_security.py)."""
    for place in ("/", "/products/", "/gi/", "/pages/about/", "/sitemap.xml"):
        asked = {"Accept-Encoding": encoding}
        whole = Client().get(place, headers=asked)
        if whole.status_code == 404:
            continue
        again = Client().get(place, headers={**asked, "If-None-Match": whole["ETag"]})
        assert again.status_code == 304, place
        for name in ("Vary", "Cache-Control", "ETag"):
            assert again[name] == whole[name], (place, name)
        assert "Accept-Encoding" in again["Vary"]


@pytest.mark.parametrize(("encoding", "packed"), [
    ("gzip", True), ("br, gzip;q=0.5", True), ("*", True), ("gzip;q=0", False), ("gzip; q=0.0, *;q=1", False),
    ("identity", False), ("", False), ("*;q=0", False),
])  # fmt: skip
def test_who_takes_no_gzip_gets_none(shelf: Shelf, encoding: str, packed: bool) -> None:
    for place in ("/sitemap.xml", "/products/"):
        cache.clear()
        answer = Client().get(place, headers={"Accept-Encoding": encoding})
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert (answer.get("Content-Encoding") == "gzip") is packed, place
        assert (gzip.decompress(content) if packed else content).lstrip().startswith(b"<")
