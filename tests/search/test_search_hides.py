"""No query, filter, order or page shows what may not be seen, whichever engine answers and however far behind it is; without
words, what is found is what the database says."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.listing import taken
from catalog.listing.conditions import AttributeCondition, StockCondition
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.narrowing import together
from catalog.listing.queries import listed_in
from catalog.products.models import Product, ProductChannelListing
from catalog.products.queries import selectable
from catalog.publication.actions import unpublish
from marketplace.channels.actions import create as create_channel
from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.kit.paging import PageRequest
from marketplace.sellers.actions import suspend
from marketplace.sellers.models import Seller
from search.asking.find import find
from search.asking.parts import in_parts
from search.asking.places import cursor
from search.engines.engine import Order
from tests.search.learnt import learn
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 2500  # of each engine
WORDS = (
    "", "", "", "brass", "brass lamp", "red", "saree under 8000", "साड़ी", "indgio", "hidden", "hidden brass", "toy or lamp",
    "varanasi", "GI", "SAREE-1-0", "5007", "221001", "a", "%", "lamp -brass", "\"brass\" AND *", "brass " * 30,
)  # fmt: skip


def _hide(shelf: Shelf) -> None:
    """One product more for each way of not being seen: the engine learns them while they are."""
    hidden = [shelf.put(f"Hidden brass {way}") for way in range(6)]
    elsewhere = create_channel(slug="export", name="Export", currency_code="USD")
    other = shelf.put("Hidden brass elsewhere")
    man = Seller.objects.get(slug="raman")
    Product.objects.filter(pk=hidden[5].pk).update(seller=man)
    learn("postgresql")
    learn("elasticsearch")
    unpublish(product=hidden[0], channel=shelf.channel)
    listings = ProductChannelListing.objects.filter(channel=shelf.channel)
    listings.filter(product=hidden[1]).update(published_at=timezone.now() + timedelta(days=1))
    listings.filter(product=hidden[2]).update(visible_in_listings=False)
    listings.filter(product=other).update(channel=elsewhere)
    listings.filter(product=hidden[3]).delete()
    Product.objects.filter(pk=hidden[4].pk).delete()
    suspend(seller=man)


@pytest.fixture
def market(elasticsearch_url: str, index_prefix: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Products that may be seen and products that may not, which both engines have learnt before they were hidden."""
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX_PREFIX = elasticsearch_url, index_prefix
    settings.ELASTICSEARCH_TIMEOUT_MS = 20_000
    shelf = open_market()
    _hide(shelf)
    settings.HELD_SECONDS = 0.2
    monkeypatch.setattr(taken, "_kept", {})
    return shelf


def _draws(market: Shelf) -> list[Callable[[random.Random], ProductFilters]]:
    """Ways to make a filter of one thing."""
    colour = selectable(["colour"])["colour"]
    rows = Product.objects.all()
    columns = {
        "category_ids": "category_id", "district_ids": "district_id", "state_ids": "district__state_id", "craft_ids": "craft_id",
        "seller_ids": "seller_id", "slugs": "slug", "names": "name", "ids": "pk",
    }  # fmt: skip
    keys: dict[str, list[Any]] = {
        **{name: list(rows.values_list(column, flat=True)) for name, column in columns.items()},
        "gi_tag_ids": [market.tag.pk], "countries": ["IN", "NP"], "seller_kinds": ["SHG", "PRODUCER_COMPANY", "ARTISAN"],
        "product_type_ids": [market.product_type.pk], "collection_ids": [1],
    }  # fmt: skip

    def among(name: str) -> Callable[[random.Random], ProductFilters]:
        return lambda chance: EVERYTHING.and_(**{name: chance.sample(sorted(set(keys[name])), min(2, len(set(keys[name]))))})

    def flag(name: str) -> Callable[[random.Random], ProductFilters]:
        return lambda chance: EVERYTHING.and_(**{name: chance.random() < 0.6})

    def price(chance: random.Random) -> ProductFilters:
        bound = chance.choice(("price_from", "price_to", "variant_price_from", "variant_price_to"))
        return EVERYTHING.and_(**{bound: chance.choice((30_000, 250_000, 900_000))})

    def carrying(chance: random.Random) -> ProductFilters:
        choices = [chance.choice(list(colour.choices.values()))]
        return EVERYTHING.and_(attributes=(AttributeCondition(colour.of_products, colour.of_variants, colour.id, choices),))

    def rare(chance: random.Random) -> ProductFilters:
        return chance.choice(
            (
                ProductFilters(stock=StockCondition(None, 1, None)), ProductFilters(metadata=(("a", None),)),
                ProductFilters(updated_from=timezone.now() - timedelta(hours=1)), ProductFilters(rating_from=3),
                ProductFilters(any_of=(ProductFilters(gi=True), ProductFilters(price_to=90_000))), ProductFilters(nothing=True),
            )
        )  # fmt: skip

    flags = [flag(name) for name in ("gi", "odop", "stocked", "women_led", "available")]
    return [*map(among, keys), *flags, price, price, carrying, rare]


@pytest.mark.parametrize("engine", ["postgresql", "elasticsearch"])
def test_nothing_hidden_is_ever_shown(market: Shelf, engine: str) -> None:
    chance, draws = random.Random(6), _draws(market)
    at = viewpoint(language="en")
    listed = set(listed_in(at, EVERYTHING).values_list("product_id", flat=True))
    assert len(listed) == 4
    for turn in range(TIMES):
        filters = together(draw(chance) for draw in chance.sample(draws, chance.choice((0, 1, 1, 2, 3))))
        _hold(at, chance.choice(WORDS), filters, listed, engine, chance, turn)


def _hold(
    at: Viewpoint, words: str, filters: ProductFilters, listed: set[int], engine: str, chance: random.Random, turn: int
) -> None:
    base, parts = in_parts(filters) if chance.random() < 0.5 else (filters, {})
    order = chance.choice(list(Order))
    page = PageRequest(first=100) if turn % 4 else PageRequest(first=2, after=cursor(chance.randrange(3)))
    answer = find(
        at, words, base=base, parts=parts, order=order, page=page, near=(25.3, 83.0), counted=turn % 3 == 0,
        explain=turn % 5 == 0, unfinished=turn % 7 == 0, by=engine,
    )  # fmt: skip
    found = {row.id for row in answer.page.rows}
    passing = set(listed_in(at, filters).values_list("product_id", flat=True))
    assert found <= listed and found <= passing, (turn, words, filters)
    if not words and turn % 4:
        assert found == passing, (turn, filters)
