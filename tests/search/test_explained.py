"""Why the products of an answer stand where they do: told of each, in a constant number of statements, and of nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.products.models import ProductChannelListing
from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.kit.paging import PageRequest
from search.asking.explained import explained
from search.asking.find import find
from tests.search.learnt import learn
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db
FIRST = PageRequest(first=24)


@pytest.fixture
def market() -> Shelf:
    """Six products, one of which is sold out, one of which has been there for a year."""
    shelf = open_market()
    year = timezone.now() - timedelta(days=365)
    ProductChannelListing.objects.filter(product=shelf.products[0]).update(published_at=year)
    learn()
    return shelf


@pytest.fixture
def at(market: Shelf) -> Viewpoint:
    """Where a reader stands."""
    return viewpoint(language="en")


def test_each_product_is_explained(at: Viewpoint, market: Shelf) -> None:
    old, new, *_others, pot = market.products
    answer = find(at, "saree", page=FIRST, explain=True)
    why = explained(answer, at)
    assert set(why) == set(answer.hits) >= {old.pk, new.pk}
    assert {"Found by its name", "In stock", "New here"} <= {one.split(",")[0].split(" and ")[0] for one in why[new.pk].sentences}
    assert "New here" not in why[old.pk].sentences and why[old.pk].lift < why[new.pk].lift
    sold_out = explained(find(at, "old pot", page=FIRST, explain=True), at)[pot.pk]
    assert "In stock" not in sold_out.sentences and sold_out.matched[0] == "title"
    assert {one.name: one.adds for one in sold_out.lifts}["stocked"] == 0


def test_the_numbers_are_those_that_the_order_follows(at: Viewpoint) -> None:
    answer = find(at, "saree", page=FIRST, explain=True)
    for one in explained(answer, at).values():
        assert one.score == pytest.approx(one.text * (1 + sum(lifted.adds for lifted in one.lifts)), rel=0.02)


def test_many_cost_what_one_costs(at: Viewpoint, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for query in ("indigo saree", ""):
        answer = find(at, query, page=FIRST, explain=True)
        with django_assert_num_queries(1):
            explained(answer, at)
