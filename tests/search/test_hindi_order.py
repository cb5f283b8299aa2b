"""Hindi lists stand in the order of the Hindi names, English ones in that of the English names, page by page."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.listing.by_name import products_as_read
from catalog.listing.queries import EVERYTHING, ProductFilters, ProductOrder, Sorting
from catalog.products.models import ProductTranslation
from marketplace.channels.queries import viewpoint
from marketplace.crafts.models import CraftName
from marketplace.crafts.queries import crafts, crafts_by_id, crafts_of
from marketplace.districts.queries import districts_by_id, districts_of, states
from marketplace.gi.queries import gi_tags_of, gi_tags_page
from marketplace.kit.paging import PageRequest
from marketplace.neighbours.queries import neighbours_of
from marketplace.sellers.models import SellerTranslation
from marketplace.sellers.queries import sellers_page
from search.register.forms import RegisterAsked
from search.register.queries import register_page
from tests.factories import CraftFactory, DistrictFactory, GiTagFactory, SellerFactory, StateFactory
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db

NAMES = {
    "Basket": "टोकरी", "Cup": "कप", "Doll": "गुड़िया", "Earring": "काँच की बाली", "Fan": "", "Glass": "कांच का गिलास", "Hat": "टोपी",
}  # fmt: skip
IN_HINDI = ["Cup", "Glass", "Earring", "Doll", "Basket", "Hat", "Fan"]
BY_NAME, BACK = ProductOrder(Sorting.NAME), ProductOrder(Sorting.NAME, descending=True)


@pytest.fixture
def shop() -> Shelf:
    shelf = open_shop()
    for english, hindi in NAMES.items():
        shelf.put(english, hindi=hindi, gi=english < "E", rupees=len(english) * 100)
    return shelf


def _walked(language: str, order: ProductOrder, size: int, filters: ProductFilters = EVERYTHING) -> list[str]:
    """The original names of a whole list, page by page to its end, and the same from there back."""
    at = viewpoint(language=language)

    def page(**asked: Any) -> Any:
        return products_as_read(at=at, page=PageRequest(**asked), filters=filters, order=order)

    pages = [page(first=size)]
    while pages[-1].has_next:
        pages.append(page(first=size, after=pages[-1].end_cursor))
    back = [page(last=size)]
    while back[0].has_previous:
        back.insert(0, page(last=size, before=back[0].start_cursor))
    seen, seen_back = ([row.default_name for one in several for row in one.rows] for several in (pages, back))
    assert seen == seen_back and pages[0].count() == len(seen)
    return seen


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
def test_products_by_name_page_by_page(shop: Shelf, size: int) -> None:
    assert _walked("hi", BY_NAME, size) == IN_HINDI
    assert _walked("hi", BACK, size) == IN_HINDI[::-1]
    assert _walked("en", BY_NAME, size) == sorted(NAMES)


@pytest.mark.parametrize(
    "filters, expected",
    [
        (ProductFilters(gi=True), ["Cup", "Doll", "Basket"]),
        (ProductFilters(names=["Hat", "Basket"]), ["Basket", "Hat"]),  # what only the database knows
        (ProductFilters(price_from=50_000, gi=False), ["Glass", "Earring"]),
        (ProductFilters(nothing=True), []),
    ],
)
def test_products_by_name_among_those_that_pass(shop: Shelf, filters: ProductFilters, expected: list[str]) -> None:
    assert _walked("hi", BY_NAME, 2, filters) == expected


def test_names_that_are_the_same_stand_by_age(shop: Shelf) -> None:
    ProductTranslation.objects.filter(language_code="hi").update(name="एक")
    assert _walked("hi", BY_NAME, 2) == [*(name for name in NAMES if name != "Fan"), "Fan"]


def test_a_product_that_is_gone_since_the_cursor_was_given(shop: Shelf) -> None:
    at = viewpoint(language="hi")
    first = products_as_read(at=at, page=PageRequest(first=2), filters=EVERYTHING, order=BY_NAME)
    last = next(product for product in shop.products if product.name == IN_HINDI[1])
    last.channel_listings.update(is_published=False)
    rest = products_as_read(at=at, page=PageRequest(first=9, after=first.end_cursor), filters=EVERYTHING, order=BY_NAME)
    assert [row.default_name for row in rest.rows] == IN_HINDI[2:]


def test_a_page_by_name_costs_the_same_for_few_and_many(shop: Shelf) -> None:
    at, counts = viewpoint(language="hi"), []
    for size in (1, 7):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            products_as_read(at=at, page=PageRequest(first=size), filters=EVERYTHING, order=BY_NAME)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_the_pages_of_lists_follow_it(shop: Shelf, client: Client) -> None:
    for address in ("/hi/products/", f"/hi/sellers/{shop.seller.slug}/", f"/hi/districts/{shop.district.slug}/"):
        text = client.get(address).content.decode()
        places = [
            text.index(f'href="/hi/products/{product}/')
            for product in ("cup", "glass", "earring", "doll", "basket", "hat", "fan")
        ]
        assert places == sorted(places), address


def test_places_crafts_and_gis() -> None:
    delta, alpha = StateFactory(name="Delta", name_hi="अस्सी"), StateFactory(name="Alpha", name_hi="हरि")
    assert [row.id for row in states("hi")] == [delta.pk, alpha.pk]
    assert [row.id for row in states("en")] == [alpha.pk, delta.pk]
    named = [("Xanadu", "आगर"), ("Agar", "क्षेत्र"), ("Bagar", "काशी"), ("Unnamed", "")]
    places = [DistrictFactory(state=delta, name=name, name_hi=hindi, lgd_code="") for name, hindi in named]
    in_hindi = [places[index].pk for index in (0, 2, 1, 3)]
    assert [row.id for row in districts_of([delta.pk], "hi")[delta.pk]] == in_hindi
    assert list(districts_by_id([row.pk for row in places], "hi")) == in_hindi
    assert [row.id for row in districts_of([delta.pk], "en")[delta.pk]] == [places[index].pk for index in (1, 2, 3, 0)]
    assert neighbours_of([places[0].pk], "hi").keys() == {places[0].pk}

    work, glass = CraftFactory(name="Work"), CraftFactory(name="Glass")
    for craft, hindi in ((work, "काम"), (glass, "ज़ेवर")):
        CraftName.objects.create(craft=craft, language_code="hi", name=hindi, rank=1)
        craft.districts.add(places[0])
    for found in (crafts("hi"), crafts_of([places[0].pk], "hi")[places[0].pk], crafts_by_id([glass.pk, work.pk], "hi").values()):
        assert [row.id for row in found] == [work.pk, glass.pk]
    assert [row.id for row in crafts_of([places[0].pk], "en")[places[0].pk]] == [glass.pk, work.pk]

    tags = [GiTagFactory(name=name, name_hi=hindi) for name, hindi in (("Aa", "हल्दी"), ("Bb", "ज़री"), ("Cc", "जरी काम"))]
    for tag in tags:
        tag.areas.create(district=places[0], basis="made up for a test")
    in_hindi = [tags[index].pk for index in (1, 2, 0)]
    assert [one.tag.id for one in gi_tags_of([places[0].pk], "hi")[places[0].pk]] == in_hindi
    first = gi_tags_page(language="hi", page=PageRequest(first=2))
    rest = gi_tags_page(language="hi", page=PageRequest(first=2, after=first.end_cursor))
    assert [row.id for row in (*first.rows, *rest.rows)] == in_hindi and first.has_next and not rest.has_next
    assert [row.id for row in gi_tags_page(language="hi", page=PageRequest(first=9), descending=True).rows] == in_hindi[::-1]
    assert [row.id for row in gi_tags_page(language="en", page=PageRequest(first=9)).rows] == [tag.pk for tag in tags]


def test_the_states_of_an_entry_of_the_register(shop: Shelf) -> None:
    shop.tag.states.add(StateFactory(name="Zz", name_hi="अरब"))
    for language, first in (("hi", "Zz"), ("en", "Uttar Pradesh")):
        entries = register_page(viewpoint(language=language), RegisterAsked(PageRequest(first=5))).entries
        assert [row.default_name for row in entries[0].states][0] == first


def test_makers(shop: Shelf) -> None:
    others = [SellerFactory(status="APPROVED", name=name, district=shop.district) for name in ("Anil", "Zoya", "Plain")]
    for seller, hindi in zip(others, ("हरि", "अनिल"), strict=False):
        SellerTranslation.objects.create(seller=seller, language_code="hi", name=hindi, story="")
    first = sellers_page(language="hi", page=PageRequest(first=3))
    rest = sellers_page(language="hi", page=PageRequest(first=3, after=first.end_cursor))
    assert [row.default_name for row in (*first.rows, *rest.rows)] == ["Zoya", "Ganga Weavers", "Anil", "Plain"]
    assert [row.default_name for row in sellers_page(language="en", page=PageRequest(first=9)).rows] == [
        "Anil", "Ganga Weavers", "Plain", "Zoya",
    ]  # fmt: skip
