"""The census says of every list what the database says, and is taken anew when something has changed."""

import time
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from catalog.listing import taken
from catalog.listing.census import counted, take, unknown
from catalog.listing.conditions import AttributeCondition
from catalog.listing.facet_counts import Lists, by_choice, by_column, totals
from catalog.listing.filters import ProductFilters
from catalog.listing.queries import products_page
from catalog.products.models import Product, ProductChannelListing
from catalog.stock.actions import set_quantity
from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.kit.paging import PageRequest
from tests.factories import CategoryFactory
from tests.search.market import open_market
from tests.search.shelf import Shelf


def _rated_market() -> Shelf:
    market = open_market()
    for place, rating in ((0, 430), (3, 300)):
        Product.objects.filter(pk=market.products[place].pk).update(rating=rating, reviews=2)
    return market


def _filters(market: Shelf) -> list[ProductFilters]:
    lamp, saree = market.products[3], market.products[0]
    lamp.refresh_from_db()
    red = AttributeCondition(True, False, *_colour(market, "red"))
    return [
        ProductFilters(),
        ProductFilters(gi=True), ProductFilters(gi=False), ProductFilters(odop=True), ProductFilters(odop=False),
        ProductFilters(stocked=True), ProductFilters(stocked=False), ProductFilters(women_led=True),
        ProductFilters(women_led=False),
        ProductFilters(category_ids=[lamp.category_id]), ProductFilters(category_ids=[]),
        ProductFilters(district_ids=[lamp.district_id]), ProductFilters(state_ids=[lamp.district.state_id]),
        ProductFilters(seller_ids=[lamp.seller_id]), ProductFilters(craft_ids=[saree.craft_id or 0]),
        ProductFilters(seller_kinds=["SHG", lamp.seller.kind]), ProductFilters(seller_kinds=["NONE"]),
        ProductFilters(countries=["IN"]), ProductFilters(countries=["NP"]), ProductFilters(gi_tag_ids=[market.tag.pk]),
        ProductFilters(attributes=(red,)), ProductFilters(attributes=(red, red)),
        ProductFilters(price_from=90_000), ProductFilters(price_to=90_000), ProductFilters(price_from=90_000, price_to=250_000),
        ProductFilters(price_from=2, price_to=1), ProductFilters(gi=True, price_to=800_000, attributes=(red,)),
        *(ProductFilters(rating_from=stars) for stars in (1, 3, 4)), ProductFilters(rating_from=4, gi=True),
        ProductFilters(slugs=[lamp.slug]), ProductFilters(names=["Red saree"], gi=True), ProductFilters(nothing=True),
        ProductFilters(ids=[lamp.pk, saree.pk]),
    ]  # fmt: skip


def _colour(market: Shelf, slug: str) -> tuple[int, list[int]]:
    from catalog.products.queries import selectable

    known = selectable(["colour"])["colour"]
    return known.id, [known.choices[slug]]


def _counted(at: Viewpoint, filters: ProductFilters) -> int:
    return products_page(at=at, filters=filters, page=PageRequest(first=0)).count()


@pytest.mark.django_db
def test_every_list_has_as_many_products_as_the_database_says() -> None:
    market = _rated_market()
    at = viewpoint(language="en")
    census = take(at)
    for filters in _filters(market):
        assert taken.bits_of(filters, census, at).bit_count() == _counted(at, filters), filters
    assert [unknown(filters) for filters in _filters(market)].count(True) == 3


@pytest.mark.django_db
def test_its_counts_are_those_of_the_facets_in_the_graph() -> None:
    market = _rated_market()
    at = viewpoint(language="en")
    census = take(at)
    for filters in _filters(market)[:-4]:
        lists, among = Lists(at, filters, None, (None,)), census.passing(filters)
        for member, column in (
            ("category_ids", "product__category_id"), ("district_ids", "product__district_id"),
            ("seller_kinds", "product__seller__kind"), ("countries", "product__legal__country_of_origin"),
        ):  # fmt: skip
            found = {one.key: one.count for one in by_column(lists, column)[None]}
            assert counted(census.keys[member], among) == found, (filters, member)
        assert counted(census.choices, among) == {one.key: one.count for one in by_choice(lists)[None]}, filters
        whole = totals(lists)[None]
        assert (whole.gi, whole.odop) == tuple((among & census.flags[flag]).bit_count() for flag in ("gi", "odop")), filters
        prices = census.prices_of(among)
        assert (prices and prices[0]) == whole.cheapest


@pytest.mark.django_db
def test_it_costs_four_statements_and_nothing_for_an_empty_shop(django_assert_num_queries: Any) -> None:
    open_market()
    at = viewpoint(language="en")
    with django_assert_num_queries(4):
        take(at)
    ProductChannelListing.objects.all().delete()
    empty = take(at)
    assert empty.everything == 0 and empty.passing(ProductFilters(gi=True)) == 0 and empty.prices_of(0) is None


@pytest.mark.django_db
def test_what_is_to_be_seen_later_is_told_ahead() -> None:
    market = open_market()
    soon = timezone.now() + timedelta(hours=1)
    ProductChannelListing.objects.filter(product=market.products[0]).update(published_at=soon)
    at = viewpoint(language="en")
    census = take(at)
    assert census.until == soon and len(census.ids) == 5


@pytest.fixture
def kept(transactional_db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A market whose census is kept, and looked after at each question; none is good for a time in any case."""
    settings.HELD_SECONDS = 0.2
    monkeypatch.setattr(taken, "LOOK", 0.0)
    monkeypatch.setattr(taken, "SHORTEST", 0.0)
    monkeypatch.setattr(taken, "SHARE", 0.0001)
    monkeypatch.setattr(taken, "_kept", {})
    return open_market()


def test_it_is_kept_until_something_changes(kept: Shelf) -> None:
    at = viewpoint(language="en")
    first = taken.census_of(at)
    assert taken.census_of(at) is first
    pot = kept.products[-1]
    stock = pot.variants.order_by("-pk").first()
    assert stock is not None
    warehouse = kept.seller.warehouses.get()
    set_quantity(variant=stock, warehouse=warehouse, quantity=9)
    second = taken.census_of(at)
    assert second is not first
    assert second.flags["stocked"].bit_count() == first.flags["stocked"].bit_count() + 1
    CategoryFactory()  # noted by a trigger, announced by nobody
    assert taken.census_of(at) is not second


def test_while_things_change_the_old_one_is_handed_out_and_a_new_one_taken_beside(
    kept: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = viewpoint(language="en")
    first = taken.census_of(at)
    CategoryFactory()
    monkeypatch.setattr(taken, "SHORTEST", 60.0)
    assert taken.census_of(at) is first  # good for a minute in any case
    monkeypatch.setattr(taken, "SHORTEST", 1e-6)
    monkeypatch.setattr(taken, "LATE", 1e9)
    assert taken.census_of(at) is first
    for _number in range(200):
        if taken._kept[at.channel_id].census is not first:
            break
        time.sleep(0.02)
    assert taken.census_of(at) is not first
    connection.close()
