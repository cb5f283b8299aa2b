"""No combination of public filters and no text, however hostile, finds, counts or spells out a product that may not be seen.

All of them (5,000 combinations for each engine) are asked where ZILA_COMBINATIONS says so; else a thousand.
"""

import os
import random
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.listing import taken
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.products.models import Product, ProductChannelListing
from marketplace.channels.queries import Viewpoint, viewpoint
from search.engines.all import engines
from search.engines.document import Document
from search.engines.engine import Engine, Order, Wanted
from search.index.queries import documents
from search.ranking.rules import Ranking
from tests.factories import ChannelFactory, SellerFactory
from tests.search.bazaar import POINTS, WORDS, Bazaar, open_bazaar, parts_by_chance
from tests.search.learnt import use_elasticsearch
from tests.search.test_engine_contract_words import HOSTILE

pytestmark = pytest.mark.django_db(transaction=True)
COMBINATIONS = int(os.environ.get("ZILA_COMBINATIONS", "1000"))
SECRET = "zardozi"


@pytest.fixture(params=["postgresql", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn; what they learn is found at once."""
    if request.param == "elasticsearch":
        use_elasticsearch(request)
    return engines()[request.param]


@pytest.fixture
def bazaar(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Bazaar:
    """A shop with products of all sorts, a third of which may not be seen, each for a reason of its own. Its census is kept."""
    bazaar = open_bazaar(seed=9)
    hidden = bazaar.shelf.products[::3]
    for place, product in enumerate(hidden):
        listing = ProductChannelListing.objects.filter(product=product)
        Product.objects.filter(pk=product.pk).update(name=f"{SECRET.title()} {product.name}")
        if place % 5 == 0:
            listing.update(is_published=False)
        elif place % 5 == 1:
            listing.update(published_at=timezone.now() + timedelta(days=2))
        elif place % 5 == 2:
            listing.update(visible_in_listings=False)
        elif place % 5 == 3:
            Product.objects.filter(pk=product.pk).update(seller_id=SellerFactory(status="SUSPENDED").pk)
        else:
            listing.update(channel=ChannelFactory(slug=f"export-{place}"))
    settings.HELD_SECONDS = 0.2
    monkeypatch.setattr(taken, "_kept", {})
    return bazaar


@pytest.fixture
def at(bazaar: Bazaar) -> Viewpoint:
    """Where a reader stands, a moment from now."""
    return viewpoint(language="en", at=timezone.now() + timedelta(minutes=1))


@pytest.fixture
def told(bazaar: Bazaar, engine: Engine) -> list[Document]:
    """What the engine has learnt of them: all were seen once, then learnt anew, late words first."""
    first = documents([product.pk for product in bazaar.shelf.products], version=2)
    engine.put(first)
    engine.put(documents([product.pk for product in bazaar.shelf.products], version=1))
    return first


def test_no_filters_and_no_text_find_what_is_hidden(engine: Engine, bazaar: Bazaar, at: Viewpoint, told: list[Document]) -> None:
    chance = random.Random(COMBINATIONS)
    seen = {one.product for one in told if one.channel == at.channel_id and one.since is not None and one.since <= at.at}
    assert 0 < len(seen) < len(told)
    for _turn in range(COMBINATIONS):
        wanted = by_chance(chance, bazaar, told)
        found = engine.find(wanted, at, Ranking())
        hits = {hit.product for hit in found.hits}
        assert hits <= seen and found.total <= len(seen), wanted
        assert not any(SECRET in instead for instead in found.spelled.values()), wanted
        assert found.counts is not None
        counts = (found.counts.states, found.counts.districts, found.counts.kinds, found.counts.countries, found.counts.marks_of)
        assert all(sum(count.values()) <= len(seen) for count in counts[:4]), wanted
        assert all(count <= len(seen) for count in (*found.counts.categories.values(), *counts[4].values())), wanted


def by_chance(chance: random.Random, bazaar: Bazaar, told: list[Document]) -> Wanted:
    """A question that anybody may ask, with words of products, of hidden ones, and of those who mean no good."""
    hostile = chance.choice(HOSTILE)[:300]
    texts = (
        "",
        chance.choice(WORDS),
        SECRET,
        f"{SECRET} {chance.choice(WORDS)}",
        hostile,
        f"{chance.choice(WORDS)} {hostile}",
        "zardozzi",
    )
    text = chance.choice(texts)
    return Wanted(
        text=text,
        unfinished=chance.random() < 0.3,
        also={chance.choice(WORDS).lower(): (SECRET,)} if chance.random() < 0.3 else {},
        base=ProductFilters(ids=[chance.choice(told).product, 0, -1, 2**62]) if chance.random() < 0.2 else EVERYTHING,
        parts=parts_by_chance(chance, bazaar, told),
        order=chance.choice(list(Order)),
        near=chance.choice((*POINTS.values(), (90.0, -180.0))),
        skip=chance.choice((0, 0, 3)),
        first=chance.choice((5, 100)),
        counted=True,
        matched=chance.random() < 0.3,
    )
