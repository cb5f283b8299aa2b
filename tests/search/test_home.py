"""The first page: everybody sees the same on one day, other things on the next, and only what is visible."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from catalog.products.models import Product
from catalog.publication.actions import unpublish
from marketplace.channels.queries import Viewpoint, viewpoint
from search.browse.rules import of_the_day, turns_of_the_day
from search.home.queries import home_page
from search.home.rules import well_mixed
from tests.factories import CraftFactory, DistrictFactory, OdopProductFactory
from tests.search.shelf import Shelf, open_shop


@given(st.lists(st.text(min_size=1), unique=True))
def test_mixing_loses_nothing_and_does_not_ask_in_which_order_things_come(names: list[str]) -> None:
    mixed = well_mixed(names, name=str)
    assert sorted(mixed) == sorted(names)
    assert well_mixed(names[::-1], name=str) == mixed


@given(st.sets(st.integers(1, 99), min_size=1, max_size=30), st.integers(1, 8), st.integers(700_000, 800_000))
def test_each_has_its_turn_and_the_next_round_follows_the_last(keys: set[int], count: int, day: int) -> None:
    rows: list[int] = sorted(keys)
    met: dict[int, list[int]] = {key: [] for key in keys}
    for ahead in range(3 * len(rows) + 3):
        turns = turns_of_the_day(rows, date.fromordinal(day + ahead), count=count)
        assert list(turns) == of_the_day(rows, date.fromordinal(day + ahead), count=count)
        for key, turn in turns.items():
            met[key].append(turn)
    for turns_of_key in met.values():
        assert turns_of_key == list(range(turns_of_key[0], turns_of_key[0] + len(turns_of_key)))


@pytest.fixture
def shelf(db: None) -> Shelf:
    """A hundred districts and crafts, three of them with a product."""
    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    shelf.put("Tanchoi saree")
    DistrictFactory.create_batch(100, state=shelf.district.state)
    CraftFactory.create_batch(40)
    return shelf


def seen(day: datetime) -> Viewpoint:
    """The reader's place in the default channel on a day."""
    return replace(viewpoint(language="en"), at=day)


@pytest.mark.django_db
def test_every_district_with_something_it_is_known_for_has_its_turn_and_a_day_is_the_same_for_all(shelf: Shelf) -> None:
    for place in range(11):
        district = DistrictFactory(state=shelf.district.state, name=f"Place {place:02d}")
        designation = OdopProductFactory(district=district)
        product = shelf.put(f"Saree of {place:02d}", odop=False)
        Product.objects.filter(pk=product.pk).update(district=district, odop_product=designation)
    days = [timezone.now() + timedelta(days=ahead) for ahead in range(3)]
    shown = [[card.place.district_name for card in home_page(seen(day)).districts] for day in days]
    assert [len(names) for names in shown] == [8, 8, 8]
    assert all(len(set(names)) == 8 for names in shown)
    assert {name for names in shown[:2] for name in names} == {"Varanasi", *(f"Place {place:02d}" for place in range(11))}
    assert shown == [[card.place.district_name for card in home_page(seen(day)).districts] for day in days]


@pytest.mark.django_db
def test_the_products_of_a_district_take_turns(shelf: Shelf) -> None:
    days = [timezone.now() + timedelta(days=ahead) for ahead in range(4)]
    shown = [home_page(seen(day)).districts[0].name for day in days]
    assert sorted(shown) == ["Kadhwa saree"] * 2 + ["Tanchoi saree"] * 2
    assert shown[0] != shown[1]


@pytest.mark.django_db
def test_crafts_have_their_turn_and_name_what_was_made(shelf: Shelf) -> None:
    days = [timezone.now() + timedelta(days=ahead) for ahead in range(20)]
    shown = {(craft.id, card.craft_name) for day in days for craft, card in home_page(seen(day)).crafts}
    assert shown == {(product.craft_id, product.craft.name) for product in shelf.products}


@pytest.mark.django_db
def test_what_is_hidden_is_not_on_the_first_page(client: Client, shelf: Shelf) -> None:
    assert "Tanchoi saree" in client.get("/").content.decode()
    unpublish(product=shelf.products[1], channel=shelf.channel)
    html = client.get("/").content.decode()
    assert "Tanchoi saree" not in html
    assert "Kadhwa saree" in html


@pytest.mark.django_db
def test_an_empty_shop_has_a_first_page(client: Client) -> None:
    open_shop()
    for address in ("/", "/hi/"):
        assert client.get(address).status_code == 200
