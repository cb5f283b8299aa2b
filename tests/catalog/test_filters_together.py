"""Filters put together let pass what each of them does; taken apart, what the census knows and what it does not say the same."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from catalog.collections.models import Collection
from catalog.listing.census import unknown
from catalog.listing.conditions import AttributeCondition, StockCondition
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.narrowing import apart, together
from catalog.listing.queries import listed_in
from catalog.products.queries import selectable
from marketplace.channels.queries import Viewpoint, viewpoint
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db


def _some(market: Shelf) -> list[ProductFilters]:
    saree, red, stole, lamp, toy, pot = market.products
    colour = selectable(["colour"])["colour"]
    indigo = AttributeCondition(True, True, colour.id, [colour.choices["indigo"]])
    named = AttributeCondition(True, True, colour.id, choice_names=["Red"])
    now = timezone.now()
    return [
        EVERYTHING, ProductFilters(nothing=True), ProductFilters(gi=True), ProductFilters(gi=False), ProductFilters(stocked=True),
        ProductFilters(price_from=90_000), ProductFilters(price_to=250_000), ProductFilters(price_from=300_000, price_to=100),
        ProductFilters(variant_price_from=95_000, variant_price_to=150_000), ProductFilters(variant_price_to=300_000),
        ProductFilters(ids=[saree.pk, stole.pk, pot.pk]), ProductFilters(ids=[stole.pk, toy.pk]), ProductFilters(ids=[]),
        ProductFilters(slugs=[stole.slug, lamp.slug]), ProductFilters(names=["Old pot", "Red stole"]),
        ProductFilters(attributes=(indigo,)), ProductFilters(attributes=(named,)), ProductFilters(attributes=(indigo, named)),
        ProductFilters(updated_from=now - timedelta(hours=1)), ProductFilters(updated_to=now - timedelta(hours=1)),
        ProductFilters(stock=StockCondition(None, 1, None)), ProductFilters(stock=StockCondition(None, None, 0)),
        ProductFilters(collection_ids=[collection.pk for collection in Collection.objects.all()]),
        ProductFilters(any_of=(ProductFilters(ids=[saree.pk]), ProductFilters(price_to=50_000))),
        ProductFilters(any_of=(ProductFilters(gi=True), ProductFilters(odop=True)), available=True),
        ProductFilters(all_of=(ProductFilters(odop=True), ProductFilters(price_to=90_000)), gi=False),
        ProductFilters(all_of=(ProductFilters(variant_price_to=100_000), ProductFilters(variant_price_from=90_000))),
        ProductFilters(women_led=True, seller_kinds=["PRODUCER_COMPANY"]), ProductFilters(countries=["IN"], rating_from=4),
    ]  # fmt: skip


@pytest.fixture
def market() -> Shelf:
    """Six products."""
    return open_market()


@pytest.fixture
def at(market: Shelf) -> Viewpoint:
    """Where a reader stands."""
    return viewpoint(language="en")


def _passing(filters: ProductFilters, at: Viewpoint) -> set[int]:
    return set(listed_in(at, filters).values_list("product_id", flat=True))


def test_two_together_let_pass_what_both_do(market: Shelf, at: Viewpoint) -> None:
    several = _some(market)
    alone = [_passing(filters, at) for filters in several]
    for (one, of_one), (other, of_other) in product(zip(several, alone, strict=True), repeat=2):
        assert _passing(together((one, other)), at) == of_one & of_other, (one, other)


def test_apart_they_say_the_same(market: Shelf, at: Viewpoint) -> None:
    for one, other in product(_some(market), repeat=2):
        whole = together((one, other))
        known, rest = apart(whole)
        assert not unknown(known), known
        if not rest.nothing:
            assert _passing(known, at) & _passing(rest, at) == _passing(whole, at), whole
    assert apart(EVERYTHING) == (EVERYTHING, EVERYTHING)
    assert apart(ProductFilters(gi=True, slugs=["x"])) == (ProductFilters(gi=True), ProductFilters(slugs=["x"]))
    inside = apart(ProductFilters(all_of=(ProductFilters(gi=True), ProductFilters(slugs=["x"], price_to=5))))
    assert inside == (ProductFilters(gi=True, price_to=5), ProductFilters(slugs=["x"]))
