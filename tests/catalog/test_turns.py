"""Things with products here take turns, as the census knows them, and so do the products of each."""

import pytest

from catalog.listing.turns import keys_with_products, products_in_turn
from marketplace.channels.queries import viewpoint
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf() -> Shelf:
    """Three products of one district, two of them with a GI badge."""
    shelf = open_shop()
    for name, gi in (("Kadhwa", True), ("Tanchoi", False), ("Jangla", True)):
        shelf.put(name, gi=gi)
    return shelf


def test_what_has_something_listed_and_what_has_something_with_a_badge(shelf: Shelf) -> None:
    at = viewpoint(language="en")
    assert keys_with_products(at, "district_ids") == [shelf.district.id]
    assert keys_with_products(at, "gi_tag_ids", flag="gi") == [shelf.tag.id]
    assert keys_with_products(at, "craft_ids") == sorted(product.craft_id for product in shelf.products)
    assert keys_with_products(at, "gi_tag_ids", flag="women_led") == [shelf.tag.id]


def test_each_product_has_its_turn_and_round_again(shelf: Shelf) -> None:
    at, key = viewpoint(language="en"), shelf.district.id
    turns = [products_in_turn(at, "district_ids", {key: turn})[key] for turn in range(6)]
    assert sorted(turns[:3]) == [product.id for product in shelf.products]
    assert turns[3:] == turns[:3]
    badged = {products_in_turn(at, "district_ids", {key: turn}, flag="gi")[key] for turn in range(4)}
    assert badged == {shelf.products[0].id, shelf.products[2].id}


def test_what_has_nothing_has_no_turn(shelf: Shelf) -> None:
    assert products_in_turn(viewpoint(language="en"), "district_ids", {0: 3, shelf.district.id + 1: 3}) == {}
