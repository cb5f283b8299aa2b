"""Nothing on any page is left in the other language: each text and each spoken attribute is in the page's, or says which."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from catalog.attributes.actions import create as create_attribute
from catalog.demo.pages import fill_pages
from catalog.media.actions import add
from catalog.products.assignments import AttributeAssignment
from marketplace.content.models import Page
from marketplace.crafts.models import Craft
from marketplace.gi.actions import authorise
from marketplace.gi.models import GiTag
from marketplace.sellers.models import SellerTranslation
from tests.browser.places import collected, pages, places
from tests.catalog.uploads import picture, saved
from tests.factories import GiTagFactory
from tests.page_text import foreign_on, said_on
from tests.search.shelf import Shelf, open_shop

GROUPED_ELSEWHERE = re.compile(r"(?<![\d,])\d{3},\d{3}|₹\s?\d{4,}|\d{4}-\d{2}-\d{2}|[०-९]")


@pytest.fixture
def shelf(db: None, hear_news: Callable[[], int]) -> Shelf:
    """A shop that speaks Hindi, with one product, its picture and its craft that do not."""
    shelf = open_shop()
    spoken = shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    add(product=spoken, upload=saved(picture(), "PNG"), alt="A saree", translations={"hi": "एक साड़ी"})
    silent = replace(shelf, tag=_tag_without_hindi(shelf)).put("Cotton saree", rupees=90_000, odop=False)
    add(product=silent, upload=saved(picture(), "PNG"), alt="A plain saree")
    Craft.objects.update(category="handloom")
    collected(shelf)
    fill_pages()
    hear_news()
    return shelf


def _tag_without_hindi(shelf: Shelf) -> GiTag:
    tag: GiTag = GiTagFactory(name="Plain Cotton of Kashi", name_hi="", slug="plain-cotton")
    tag.states.add(shelf.district.state)
    tag.areas.create(district=shelf.district, basis="general knowledge, unverified")
    today = timezone.localdate()
    authorise(
        gi_tag=tag, seller=shelf.seller, valid_from=today - timedelta(days=30), valid_until=today + timedelta(days=30),
        source="made up for a test", authorised_user_no="AU/99/0002",
    )  # fmt: skip
    return tag


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_every_text_is_in_the_language_of_the_page_or_says_its_own(client: Client, shelf: Shelf, prefix: str) -> None:
    faults = []
    for place in [
        *places(shelf),
        "/gi/plain-cotton/",
        *(f"/pages/{slug}/" for slug in Page.objects.values_list("slug", flat=True)),
    ]:
        html = client.get(prefix + place).content.decode()
        assert len(said_on(html)) > 5, place  # the offline page says little
        faults += [f"{prefix}{place} {one.place}: {one.text[:100]}" for one in foreign_on(html)]
    assert not faults, "\n" + "\n".join(faults)


def test_what_has_no_hindi_is_shown_in_english_and_says_so(client: Client, shelf: Shelf) -> None:
    said = said_on(client.get(f"/hi/products/{shelf.products[1].slug}/").content.decode())
    names = {one.language for one in said if one.text == "Cotton saree" and not one.cannot_mark()}
    assert names == {"en"}
    assert any(one.text == "अंग्रेज़ी में" for one in said)
    spoken = said_on(client.get(f"/hi/products/{shelf.products[0].slug}/").content.decode())
    assert [one.text for one in spoken if one.place == "h1"] == ["कढ़वा साड़ी"]


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_numbers_prices_and_days_are_written_as_india_writes_them(client: Client, shelf: Shelf, prefix: str) -> None:
    grouped = False
    for place in places(shelf):
        for one in said_on(client.get(prefix + place).content.decode()):
            assert not GROUPED_ELSEWHERE.search(one.text), f"{prefix}{place} {one.place}: {one.text}"
            grouped = grouped or "₹1,25,000" in one.text
    assert grouped


def next_of(client: Client, address: str) -> str:
    """The address of the page that comes next in a list, in English."""
    found = re.search(r'<a [^>]*rel="next"[^>]*>', client.get(address).content.decode())
    href = re.search(r'href="([^"]*)"', found[0]) if found else None
    assert href, address
    return unescape(href[1])


def test_the_next_page_of_a_list_by_name_is_another_in_another_language(client: Client, shelf: Shelf) -> None:
    for number in range(24):
        shelf.put(f"Saree {number}")
    second = next_of(client, "/products/?gi=1")
    html = client.get(second).content.decode()
    assert '<a href="/hi/products/?gi=1"' in html
    assert '<link rel="alternate" hreflang="hi" href="http://testserver/hi/products/?gi=1">' in html
    assert f'<link rel="alternate" hreflang="en" href="http://testserver{escape(second)}">' in html


@pytest.mark.parametrize(("there", "back"), [("", "/hi"), ("/hi", "")])
def test_the_switch_keeps_the_page_its_filters_and_its_place(client: Client, shelf: Shelf, there: str, back: str) -> None:
    for number in range(24):
        shelf.put(f"Saree {number}")
    asked = [
        f"/categories/{shelf.category.slug}/?gi=1&sort=-price",
        "/products/?q=saree&to=200000",
        "/gi/?q=banaras",
        "/sellers/?women=1",
        "/states/?q=Varanasi",
        f"/products/{shelf.products[0].slug}/?variant=SAREE-1-0",
        next_of(client, "/products/?sort=price"),
    ]
    for place in [*pages(shelf), *asked]:
        html = client.get(there + place).content.decode()
        switch = re.findall(r'<nav class="languages".*?</nav>', html, re.DOTALL)
        assert switch and f'href="{escape(back + place)}"' in switch[0], place
        assert client.get(back + place).status_code == 200


def test_who_made_a_thing_and_what_is_told_of_it_say_their_language(client: Client, shelf: Shelf) -> None:
    made = {
        name: create_attribute(name=name, slug=name.lower(), input_type=kind, translations={"hi": hindi} if hindi else {})
        for name, kind, hindi in (("Weave", "PLAIN_TEXT", ""), ("Care", "PLAIN_TEXT", "देखभाल"), ("Size", "NUMERIC", ""))
    }
    SellerTranslation.objects.all().delete()
    product = shelf.products[0]
    for place, one in enumerate(made.values()):
        value = {"number": 5} if one.input_type == "NUMERIC" else {"plain_text": "By hand"}
        AttributeAssignment.objects.create(product=product, attribute=one, sort_order=place, **value)
    html = client.get(f"/hi/products/{product.slug}/").content.decode()
    assert '<h3 lang="en">Weave</h3>' in html and "<h3>देखभाल</h3>" in html and '<dt lang="en">Size</dt>' in html
    assert ' · <span lang="en">Ganga Weavers</span></p>' in client.get("/hi/products/").content.decode()
    assert " · <span>Ganga Weavers</span></p>" in client.get("/products/").content.decode()


@pytest.mark.parametrize(("address", "words", "marked"), [
    ("/hi/products/?q=silk", "silk", "en"), ("/products/?q=%E0%A4%B0%E0%A5%87%E0%A4%B6%E0%A4%AE", "रेशम", "hi"),
])  # fmt: skip
def test_what_the_reader_typed_is_read_out_as_it_is_but_not_marked(
    client: Client, shelf: Shelf, address: str, words: str, marked: str
) -> None:
    html = client.get(address).content.decode()
    assert html.count(f'“<span class="typed" lang="{marked}">{words}</span>”') == 2  # the heading, and the chip
