"""Whatever stands in a text of the shop is shown as text: on every page, in structured data, in XML, by the API."""

import json
import re
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.products.models import Product
from marketplace.content.models import Page
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, State
from marketplace.gi.models import GiTag
from marketplace.sellers.models import Seller
from tests.furnish import _menu, add_world, open_market
from tests.planting import MARK, PAYLOADS, plant

pytestmark = pytest.mark.django_db
RUNS_NOTHING = {"http", "https", "mailto", "tel", ""}
LINKS = {"href", "src", "action", "formaction", "srcset", "poster", "data", "content", "xlink:href"}
FOREIGN = {"iframe", "object", "embed", "base", "math", "plaintext", "style", "template", "noscript", "foreignobject"}


class Seen(HTMLParser):
    """Collects what stands in a page and should not, and its scripts of data."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.data: list[str] = []
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Every tag is one of ours, and so is every attribute's name."""
        given = {name: value or "" for name, value in attrs}
        if tag in FOREIGN or MARK in tag or any(name.startswith("on") or MARK in name for name in given):
            self.faults.append(self.get_starttag_text() or tag)
        if tag == "script":
            self._in_data = given.get("type") == "application/ld+json"
            if not self._in_data and "nonce" not in given:
                self.faults.append(self.get_starttag_text() or tag)
        for name in LINKS & given.keys() - {"content"}:
            scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.\s-]*):", given[name], re.IGNORECASE)
            if scheme and scheme[1].lower() not in RUNS_NOTHING:
                self.faults.append(self.get_starttag_text() or tag)
        if tag == "meta" and "http-equiv" in given:
            self.faults.append(self.get_starttag_text() or tag)

    def handle_endtag(self, tag: str) -> None:
        """Where data end."""
        if tag == "script":
            self._in_data = False

    def handle_data(self, data: str) -> None:
        """Data are kept, to be read as JSON."""
        if self._in_data:
            self.data.append(data)

    def handle_comment(self, data: str) -> None:
        """No comment holds what people wrote."""
        if MARK in data:
            self.faults.append(f"<!--{data}-->")


def world() -> list[tuple[str, list[Any]]]:
    """Every kind of page by its name and its words: there are two of everything."""
    open_market_once = open_market()
    add_world(open_market_once, 2)
    _menu("footer", list(Category.objects.all()[:2]), list(Collection.objects.all()[:2]), list(Page.objects.all()[:2]))
    return [
        ("home", []), ("states", []), ("gi-register", []), ("categories", []), ("crafts", []), ("products", []),
        *(("state", [row.slug]) for row in State.objects.filter(districts__products__isnull=False).distinct()),
        *(("district", [row.slug]) for row in District.objects.filter(products__isnull=False).distinct()[:2]),
        *(("gi", [row.slug]) for row in GiTag.objects.all()[:2]), *(("craft", [row.slug]) for row in Craft.objects.all()[:2]),
        *(("category", [row.slug]) for row in Category.objects.all()), *(("page", [row.slug]) for row in Page.objects.all()[:2]),
        *(("product", [row.slug]) for row in Product.objects.all()),
        *(("seller", [row.slug]) for row in Seller.objects.all()[:2]),
        *(("collection", [row.slug]) for row in Collection.objects.all()[:1]),
    ]  # fmt: skip


def addresses(kinds: list[tuple[str, list[Any]]]) -> list[str]:
    """In both languages."""
    found = []
    for language in ("en", "hi"):
        with override(language):
            found += [reverse(name, args=words) for name, words in kinds]
    return found


def faults_of(address: str) -> list[str]:
    """What is wrong with a page."""
    response = Client().get(address)
    text = response.content.decode()
    if response.status_code != 200:
        return [f"{response.status_code}"]
    seen = Seen()
    seen.feed(text)
    seen.close()
    if re.search(rf"{MARK}49{MARK}|\b20\d\d{{% debug", text):
        seen.faults.append("a template was run")
    for data in seen.data:
        json.loads(data)
        if "<" in data or "\u2028" in data:
            seen.faults.append(data[:200])
    return seen.faults


def test_payloads_planted_in_every_text_are_shown_as_text() -> None:
    places = addresses(world())
    assert len(places) > 40
    for _round in range(4):
        refused = plant()
        assert refused == set(), refused
        for place in places:
            assert faults_of(place) == [], place


def test_the_check_would_notice() -> None:
    """Most payloads left as they are would be found: those that are harmless in HTML are not."""
    noticed = 0
    for payload in PAYLOADS:
        seen = Seen()
        for around in ("<p>%s</p>", '<p title="%s">', "<p title='%s'>", '<a href="%s">x</a>'):
            seen.feed(around % payload)
        noticed += bool(seen.faults)
    assert noticed >= 40


def test_lists_for_machines_stay_well_formed() -> None:
    world()
    plant()
    answer = Client().get("/sitemap.xml")
    assert answer.status_code == 200
    root = ElementTree.fromstring(answer.getvalue())
    inner = [one.text or "" for one in root.iter() if one.tag.endswith("}loc")]
    assert inner
    for address in inner:
        path = "/" + address.partition("//")[2].partition("/")[2]
        if path.startswith("/sitemap"):
            ElementTree.fromstring(Client().get(path).getvalue())


ASKED = """{ products(first: 9, channel: "india") { edges { node { name seoTitle description metadata { key value }
  category { name } attributes { attribute { name } values { name plainText richText } } media { alt }
  variants { name sku } } } } pages(first: 9) { edges { node { title content } } } }"""


def test_the_api_says_what_was_written_as_json() -> None:
    world()
    plant()
    answer = Client().post("/graphql/", json.dumps({"query": ASKED}), content_type="application/json")
    assert answer["Content-Type"] == "application/json" and answer["X-Content-Type-Options"] == "nosniff"
    told = answer.json()
    assert "errors" not in told
    names = {edge["node"]["name"] for edge in told["data"]["products"]["edges"]}
    assert names and names <= set(Product.objects.values_list("name", flat=True))
