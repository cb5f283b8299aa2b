"""What the heads of pages tell of themselves: one voice for robots, the languages there are, the name that the page shows."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.products.models import Product
from marketplace.content.actions import publish
from marketplace.content.models import Page
from tests.browser.places import collected, failing, pages
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
PREFIXES = pytest.mark.parametrize(("prefix", "other"), [("", "hi_IN"), ("/hi", "en_IN")])


@pytest.fixture
def shelf() -> Shelf:
    """A shop with everything that the list of pages names, where search engines are told other names than readers."""
    from catalog.demo.pages import fill_pages

    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    shelf.put("Cotton saree", gi=False, odop=False)
    collected(shelf)
    fill_pages()
    for model in (Product, Category, Collection, Page):
        model.objects.update(seo_title="For search engines")
    return shelf


def things(html: str) -> list[dict[str, Any]]:
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return list(json.loads(block)["@graph"])


def of_kind(html: str, kind: str) -> dict[str, Any]:
    [found] = [thing for thing in things(html) if thing["@type"] == kind]
    return found


@PREFIXES
def test_the_way_ends_for_machines_with_the_name_that_is_seen(client: Client, shelf: Shelf, prefix: str, other: str) -> None:
    for place in pages(shelf)[1:]:
        html = client.get(prefix + place).content.decode()
        [seen] = re.findall(r'<span aria-current="page"[^>]*>(.*?)</span>', html)
        assert of_kind(html, "BreadcrumbList")["itemListElement"][-1]["name"] == unescape(seen), place


@PREFIXES
def test_each_page_names_the_other_language(client: Client, shelf: Shelf, prefix: str, other: str) -> None:
    for place in pages(shelf):
        html = client.get(prefix + place).content.decode()
        assert re.findall(r'property="og:locale:alternate" content="(.*?)"', html) == [other], place


@PREFIXES
def test_robots_are_told_one_thing(client: Client, shelf: Shelf, prefix: str, other: str) -> None:
    for place in [*pages(shelf), *failing(shelf), "/products/?women=zz", "/products/?q=saree&women=zz"]:
        html = client.get(prefix + place).content.decode()
        told = re.findall(r'<meta name="robots" content="(.*?)">', html)
        assert told == (["noindex"] if place in failing(shelf) or "zz" in place else ["noindex,follow"] if "?" in place else [])


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", "Crafts and products from every district of India · Zila Bazaar"),
        ("/hi/", "भारत के हर ज़िले के शिल्प और उत्पाद · ज़िला बाज़ार"),
        ("/states/uttar-pradesh/", "Uttar Pradesh: crafts and products of its districts · Zila Bazaar"),
        ("/hi/states/uttar-pradesh/", "उत्तर प्रदेश: यहाँ के ज़िलों के शिल्प और उत्पाद · ज़िला बाज़ार"),
    ],
)
def test_titles_say_what_is_there(client: Client, shelf: Shelf, address: str, title: str) -> None:
    html = client.get(address).content.decode()
    assert f"<title>{title}</title>" in html
    assert f'<meta property="og:title" content="{title.partition(" · ")[0]}">' in html


def test_the_house_is_one_in_both_languages_and_says_where_it_is_reached(client: Client, shelf: Shelf) -> None:
    for prefix in ("", "/hi"):
        html = client.get(f"{prefix}/").content.decode()
        house, site = of_kind(html, "Organization"), of_kind(html, "WebSite")
        assert house["@id"] == f"{HOST}/#house" and house["url"] == f"{HOST}/"
        assert site["publisher"] == {"@id": house["@id"]} and site["url"] == f"{HOST}{prefix}/"
        assert house["contactPoint"] == {
            "@type": "ContactPoint", "contactType": "customer service", "url": f"{HOST}{prefix}/pages/contact/",
            "availableLanguage": ["en", "hi"],
        }  # fmt: skip
        assert client.get(house["contactPoint"]["url"].removeprefix(HOST)).status_code == 200


@pytest.mark.parametrize(("prefix", "name"), [("", "India"), ("/hi", "भारत")])
def test_the_country_of_a_state_is_called_in_the_language_of_the_page(
    client: Client, shelf: Shelf, prefix: str, name: str
) -> None:
    state = of_kind(client.get(f"{prefix}/states/uttar-pradesh/").content.decode(), "State")
    assert state["containedInPlace"] == {"@type": "Country", "name": name}


def test_without_a_page_on_it_nothing_is_said_of_how_it_is_reached(client: Client, shelf: Shelf) -> None:
    contact = Page.objects.get(slug="contact")
    Page.objects.filter(pk=contact.pk).update(is_published=False)
    assert "contactPoint" not in of_kind(client.get("/").content.decode(), "Organization")
    publish(page=contact)
    assert "contactPoint" in of_kind(client.get("/").content.decode(), "Organization")
