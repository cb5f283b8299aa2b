"""Nothing but the published parameters changes an order: on both engines, a score is how well the words fit times what is told of
each product, and what is not told of moves nothing."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from catalog.products.models import Product, ProductChannelListing
from catalog.stock.models import Stock
from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.kit.paging import PageRequest
from marketplace.sellers.models import Seller
from search.asking.explained import explained
from search.asking.find import find
from search.engines.engine import Hit
from search.index.queries import documents
from search.ranking import actions
from search.ranking.fair import fair
from search.ranking.parameters import flat
from search.ranking.rules import Ranking
from tests.factories import SellerFactory
from tests.search.learnt import learn, use_elasticsearch
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
FIRST = PageRequest(first=24)


@pytest.fixture(params=["postgresql", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    if request.param == "elasticsearch":
        use_elasticsearch(request)
    return str(request.param)


@pytest.fixture
def shelf() -> Shelf:
    """Eight lamps that are called alike, of a maker each, half of them sold out, one after the other older."""
    shelf = open_shop()
    for number in range(8):
        maker = SellerFactory(name=f"Maker {number}", slug=f"maker-{number}", district=shelf.district)
        lamp = shelf.put("Brass lamp", rupees=100 * (number + 1), pieces=number % 2)
        Product.objects.filter(pk=lamp.pk).update(seller=maker)
        since = timezone.now() - timedelta(days=20 * number + 1)
        ProductChannelListing.objects.filter(product=lamp).update(published_at=since)
    return shelf


def _hits(engine: str) -> tuple[Viewpoint, Any]:
    for each in {"postgresql", engine}:  # what falls back has always learnt, too
        learn(each)
    at = viewpoint(language="en", at=timezone.now() + timedelta(minutes=1))
    return at, find(at, "brass lamp", page=FIRST, explain=True, by=engine)


def _order(engine: str) -> list[int]:
    return [row.id for row in _hits(engine)[1].page.rows]


def test_a_score_is_made_of_what_is_told(engine: str, shelf: Shelf) -> None:
    at, answer = _hits(engine)
    ranking = Ranking()
    told = {one.product: one for one in documents([lamp.pk for lamp in shelf.products], version=1)}
    texts = [hit.text for hit in answer.hits.values()]
    assert len(texts) == 8 and max(texts) == pytest.approx(min(texts), rel=0.02)
    for key, hit in answer.hits.items():
        one = told[key]
        assert one.since is not None
        age = (at.at - one.since).total_seconds() / 86_400
        lift = ranking.lift(quality=one.quality, stocked=one.stocked, age_days=age)
        assert hit.score == pytest.approx(hit.text * lift, rel=0.02)
        assert explained(answer, at)[key].lift == pytest.approx(lift, rel=0.02)


def test_the_order_is_that_of_the_scores_shared_fairly(engine: str, shelf: Shelf) -> None:
    answer = _hits(engine)[1]
    ranked: list[Hit] = sorted(answer.hits.values(), key=lambda hit: (-hit.score, hit.product))
    assert [row.id for row in answer.page.rows] == [hit.product for hit in fair(ranked, Ranking()).hits]


def test_who_sells_and_what_it_earns_moves_nothing(engine: str, shelf: Shelf) -> None:
    """Price, kind of seller, who leads it, stars, how much is in stock: an order of the same products stays."""
    before = _order(engine)
    Seller.objects.filter(slug__startswith="maker").update(kind="MSME", women_led=True, founded_year=1900, member_count=5000)
    for number, lamp in enumerate(shelf.products):
        Product.objects.filter(pk=lamp.pk).update(rating=100 + 50 * number, reviews=number + 1)
        listings = ProductChannelListing.objects.filter(product=lamp)
        listings.update(price_from_minor=1_000_000 - number, price_to_minor=1_000_000 - number)
        Stock.objects.filter(variant__product=lamp, quantity__gt=0).update(quantity=1 + 1000 * number)
    Product.objects.update(updated_at=timezone.now())
    assert _order(engine) == before


def test_each_published_parameter_moves_what_it_says(engine: str, shelf: Shelf) -> None:
    none = {**flat(Ranking()), "quality": Decimal(0), "stocked": Decimal(0), "recent": Decimal(0), "window": 0}
    lamps = {lamp.pk: number for number, lamp in enumerate(shelf.products)}

    def ordered_by(**values: Any) -> list[int]:
        actions.set_parameters(values={**none, **values}, why="A try", by=None)
        return [lamps[key] for key in _order(engine)]

    assert ordered_by() == sorted(lamps.values())
    assert ordered_by(recent=Decimal(2), half_life=Decimal(100)) == sorted(lamps.values())
    assert sorted(ordered_by(stocked=Decimal(1))[:4]) == [1, 3, 5, 7]
    ProductChannelListing.objects.filter(product=shelf.products[7]).update(published_at=timezone.now())
    assert ordered_by(recent=Decimal(2), half_life=Decimal(100))[0] == 7
