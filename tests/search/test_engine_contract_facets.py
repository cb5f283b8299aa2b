"""What every search engine counts, narrows, orders and pages, compared with the same done by hand over the documents."""

import random
from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.listing.filters import EVERYTHING
from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.districts.rules import distance_km
from search.engines.all import engines
from search.engines.document import Document
from search.engines.engine import Counts, Engine, Order, Wanted
from search.index.queries import documents
from search.ranking.rules import Ranking
from tests.search.bazaar import (
    POINTS,
    WORDS,
    Bazaar,
    choices_counted,
    counted,
    left,
    open_bazaar,
    parts_by_chance,
)
from tests.search.learnt import use_elasticsearch

pytestmark = pytest.mark.django_db
COMBINATIONS = 60


@pytest.fixture(params=["postgresql", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn; what they learn is found at once."""
    if request.param == "elasticsearch":
        use_elasticsearch(request)
    return engines()[request.param]


@pytest.fixture
def bazaar() -> Bazaar:
    """A shop with products of all sorts."""
    return open_bazaar()


@pytest.fixture
def at(bazaar: Bazaar) -> Viewpoint:
    """Where a reader stands, a moment from now."""
    return viewpoint(language="en", at=timezone.now() + timedelta(minutes=1))


@pytest.fixture
def told(bazaar: Bazaar, engine: Engine) -> list[Document]:
    """What the engine has learnt of them."""
    told = documents([product.pk for product in bazaar.shelf.products], version=1)
    engine.put(told)
    return told


def keys(engine: Engine, wanted: Wanted, at: Viewpoint) -> list[int]:
    return [hit.product for hit in engine.find(wanted, at, Ranking()).hits]


def test_facets_are_right_under_any_combination(engine: Engine, bazaar: Bazaar, at: Viewpoint, told: list[Document]) -> None:
    chance = random.Random(1)
    for _turn in range(COMBINATIONS):
        text, parts = chance.choice(("", *WORDS)), parts_by_chance(chance, bazaar, told)
        base = next(iter(parts_by_chance(chance, bazaar, told).values()), EVERYTHING) if chance.random() < 0.3 else EVERYTHING
        one_place = chance.random() < 0.5
        found = engine.find(
            Wanted(text=text, base=base, parts=parts, counted=True, first=100, one_place=one_place), at, Ranking()
        )
        wanted = left(told, text, base, parts)
        assert {hit.product for hit in found.hits} == {one.product for one in wanted}, (text, base, parts)
        assert found.total == len(wanted)
        choices = choices_counted(bazaar, told, text, base, parts)
        right = Counts(**counted(told, text, base, parts, one_place=one_place), choices=choices)  # type: ignore[arg-type]
        assert found.counts == right, (text, base, parts)
    assert engine.find(Wanted(), at, Ranking()).counts is None


def test_every_order_is_kept_and_paged_by_place(engine: Engine, bazaar: Bazaar, at: Viewpoint, told: list[Document]) -> None:
    known = {one.product: one for one in told}
    near = POINTS["leh"]
    points = {one.pk: POINTS[one.slug] for one in type(bazaar.shelf.district).objects.filter(slug__in=POINTS)}
    by = {
        Order.CHEAPEST: lambda one: one.price_from, Order.DEAREST: lambda one: -one.price_from,
        Order.NEWEST: lambda one: -one.since.timestamp(), Order.RATING: lambda one: -(one.rating or 0),
        Order.NEAR: lambda one: round(distance_km(*near, *points[one.district])),
    }  # fmt: skip
    for order in Order:
        for text in ("", WORDS[1]):
            whole = keys(engine, Wanted(text=text, order=order, near=near, first=100), at)
            assert sorted(whole) == sorted(one.product for one in left(told, text, EVERYTHING, {}))
            pages = [keys(engine, Wanted(text=text, order=order, near=near, skip=skip, first=5), at) for skip in range(0, 30, 5)]
            assert [key for page in pages for key in page] == whole, (order, text)
            if order in by:
                values = [by[order](known[key]) for key in whole]
                assert values == sorted(values), (order, text)


def test_no_more_is_told_than_wanted_but_all_is_counted(
    engine: Engine, bazaar: Bazaar, at: Viewpoint, told: list[Document]
) -> None:
    for first in (0, 1, 3):
        found = engine.find(Wanted(text=WORDS[0], first=first), at, Ranking())
        assert len(found.hits) == first and found.total == len(left(told, WORDS[0], EVERYTHING, {}))
    assert not engine.find(Wanted(text=WORDS[0], skip=9_990, first=10), at, Ranking()).hits


def test_the_better_listing_is_lifted_by_as_much_as_the_ranking_says(
    engine: Engine, bazaar: Bazaar, at: Viewpoint, told: list[Document]
) -> None:
    known = {one.product: one for one in told}
    for ranking in (Ranking(), Ranking(quality=0, stocked=1.5, recent=0), Ranking(quality=0, stocked=0, recent=0.9, half_life=3)):
        hits = engine.find(Wanted(text=WORDS[2], first=100), at, ranking).hits
        assert len(hits) > 3
        for hit in hits:
            one = known[hit.product]
            assert one.since is not None and (hit.seller, hit.small) == (one.seller, one.small)
            age = (at.at - one.since).total_seconds() / 86_400
            lift = ranking.lift(quality=one.quality, stocked=one.stocked, age_days=age)
            assert hit.score == pytest.approx(hit.text * lift, rel=0.03)
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
