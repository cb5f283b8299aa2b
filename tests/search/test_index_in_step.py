"""The engines follow the catalogue: each fact and each name makes due what hangs on it, once; failures stay by themselves; and
random edits, their news shuffled and told again, leave no difference."""

import os
from collections.abc import Callable, Collection
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from catalog.attributes.models import AttributeChoice
from catalog.categories.models import Category
from catalog.events import CategoryChanged, ProductsGrown
from catalog.products.actions import add_variant, rate
from catalog.products.models import Product
from catalog.publication.actions import publish, set_price, unpublish
from catalog.stock.actions import set_quantity
from catalog.stock.models import Stock
from marketplace.crafts.models import Craft
from marketplace.districts.models import District
from marketplace.events import SellerChanged
from marketplace.gi.actions import authorise
from marketplace.kit.money import Money
from marketplace.news.announce import announce
from marketplace.sellers.actions import suspend
from marketplace.sellers.models import Seller
from search.bench import apart, search_index
from search.engines.document import Document
from search.engines.postgresql.engine import PostgreSQL
from search.index import names, notes, standing
from search.index.check import check
from search.index.learning import MOST_FAILURES, due_count, learn_due
from search.index.models import SearchDue
from tests.factories import ChannelFactory
from tests.search.learnt import use_elasticsearch
from tests.search.market import open_market
from tests.search.shelf import Shelf

Hear = Callable[[], int]
EDITS = int(os.environ.get("SEARCH_TEST_EDITS", "120"))


@pytest.fixture
def shelf(db: None, hear_news: Hear) -> Shelf:
    """A shop whose products PostgreSQL knows."""
    shelf = open_market()
    hear_news()
    names.notice_names()
    standing.turn_all(filling=True)
    assert learn_due(PostgreSQL(), budget=60).failed == 0
    return shelf


def due() -> set[int]:
    """The products that PostgreSQL has yet to learn; they are due no more."""
    found = set(SearchDue.objects.filter(engine="postgresql").values_list("product", flat=True))
    SearchDue.objects.all().delete()
    return found


def keys(products: Collection[Product]) -> set[int]:
    return {product.pk for product in products}


EDITS_OF_ONE: dict[str, Callable[[Shelf, Product], object]] = {
    "name": lambda shelf, one: add_variant(product=one, sku="NEW-1", name="New"),
    "price": lambda shelf, one: set_price(variant=one.variants.all()[0], channel=shelf.channel, price=Money(100_00, "INR")),
    "stock": lambda shelf, one: set_quantity(
        variant=one.variants.all()[1], warehouse=Stock.objects.filter(variant__product=one)[0].warehouse, quantity=9
    ),
    "rating": lambda shelf, one: rate(product=one, rating=400, reviews=2),
    "taken off": lambda shelf, one: unpublish(product=one, channel=shelf.channel),
    "shown later": lambda shelf, one: publish(product=one, channel=shelf.channel, at=timezone.now() + timedelta(days=1)),
}  # fmt: skip


@pytest.mark.parametrize("what", EDITS_OF_ONE)
def test_what_is_done_to_a_product_makes_it_due_and_nothing_else(shelf: Shelf, hear_news: Hear, what: str) -> None:
    one = shelf.products[0]
    for _again in range(3):
        EDITS_OF_ONE[what](shelf, one) if what != "name" or not _again else None
    assert hear_news() > 0
    assert due() == {one.pk}


def test_what_is_done_to_a_seller_a_category_or_a_gi_makes_all_of_it_due(shelf: Shelf, hear_news: Hear) -> None:
    ours = {product.pk for product in shelf.products if Product.objects.get(pk=product.pk).seller_id == shelf.seller.pk}
    suspend(seller=shelf.seller)
    hear_news()
    assert due() == ours < keys(shelf.products)
    Seller.objects.filter(pk=shelf.seller.pk).update(name="Other")
    announce(SellerChanged(seller=shelf.seller.pk))
    hear_news()
    assert due() == ours
    today = timezone.localdate()
    authorise(
        gi_tag=shelf.tag, seller=shelf.seller, source="Test", valid_from=today + timedelta(days=2000),
        valid_until=today + timedelta(days=3000),
    )  # fmt: skip
    hear_news()
    assert due() == set(Product.objects.filter(gi_tag=shelf.tag, seller=shelf.seller).values_list("pk", flat=True))
    Category.objects.filter(pk=shelf.category.parent_id or shelf.category.pk).update(name="Other")
    announce(CategoryChanged(category=shelf.category.pk))
    hear_news()
    assert due() == set(Product.objects.filter(category=shelf.category).values_list("pk", flat=True))
    announce(ProductsGrown(first=shelf.products[1].pk, last=shelf.products[2].pk))
    hear_news()
    assert due() == keys(shelf.products[1:3])


def test_names_that_change_without_news_are_noticed_by_their_tables(shelf: Shelf) -> None:
    assert names.notice_names() == 0 and due() == set()
    palakkad = set(Product.objects.filter(district__slug="palakkad").values_list("pk", flat=True))
    District.objects.filter(slug="palakkad").update(aliases=["Palghat"])
    assert names.notice_names() == len(palakkad) == 2 and due() == palakkad
    AttributeChoice.objects.filter(slug="red").update(name="Crimson")
    names.notice_names()
    assert due() == keys(shelf.products[1:3])
    Craft.objects.filter(pk=shelf.products[0].craft_id).update(spellings=["Kadwa"])
    names.notice_names()
    assert due() == set(Product.objects.filter(craft=shelf.products[0].craft_id).values_list("pk", flat=True))
    District.objects.filter(slug="idukki").update(aliases=["Nobody sells there"])
    assert names.notice_names() == 0 and due() == set()


def test_a_seller_that_grows_out_of_being_small_makes_all_its_products_due(shelf: Shelf, hear_news: Hear) -> None:
    Seller.objects.update(created_at=timezone.now() - timedelta(days=1000))
    shelf.put(*["One more"])
    for number in range(20):
        shelf.put(f"Saree {number}")
    hear_news()
    ours = set(Product.objects.filter(seller=shelf.seller).values_list("pk", flat=True))
    assert due() == ours
    rate(product=shelf.products[0], rating=300, reviews=1)
    unpublish(product=shelf.products[-1], channel=shelf.channel)
    hear_news()
    assert due() == {shelf.products[0].pk, shelf.products[-1].pk}


def test_what_is_deleted_is_forgotten(shelf: Shelf) -> None:
    gone, taken_out = shelf.products[:2]
    key = gone.pk
    gone.delete()
    taken_out.channel_listings.all().delete()
    assert notes.share_out() == 2
    learn_due(PostgreSQL(), budget=60)
    assert {kept.product: kept.print for kept in PostgreSQL().known(products=[key, taken_out.pk])} == {taken_out.pk: ""}
    assert check(PostgreSQL()).pairs == []


def test_what_is_taken_out_while_it_is_learnt_is_forgotten_all_the_same(shelf: Shelf) -> None:
    class Slow(PostgreSQL):
        def put(self, documents: Collection[Document]) -> None:
            notes.share_out()  # comes after what is due was looked up
            super().put(documents)

    taken_out, other = shelf.products[0], ChannelFactory(slug="export")
    taken_out.channel_listings.create(channel=other)
    taken_out.channel_listings.filter(channel=shelf.channel).delete()
    notes.note(taken_out.pk)
    learn_due(Slow(), budget=60)
    assert check(PostgreSQL(), patience=0).pairs == []


class Faulty(PostgreSQL):
    """Takes everything but one product, of which it was told so often."""

    def __init__(self, product: int) -> None:
        self.product, self.asked = product, 0

    def put(self, documents: Collection[Document]) -> None:
        if self.product in {one.product for one in documents}:
            self.asked += 1
            raise OSError("This one never.")
        super().put(documents)


def test_one_faulty_product_ends_up_by_itself_and_holds_up_no_other(shelf: Shelf) -> None:
    notes.note(*keys(shelf.products))
    engine = Faulty(shelf.products[0].pk)
    for _turn in range(8):
        SearchDue.objects.update(due_at=timezone.now())
        learn_due(engine, budget=60)
    assert set(SearchDue.objects.values_list("product", flat=True)) == {shelf.products[0].pk}
    assert MOST_FAILURES <= engine.asked <= 8 * MOST_FAILURES
    waits = SearchDue.objects.get()
    assert waits.tries >= 4 and timezone.now() < waits.due_at <= timezone.now() + timedelta(seconds=31)
    assert learn_due(PostgreSQL(), budget=60).learnt == 0  # not before its time


def test_what_is_noted_while_it_is_learnt_stays_due(shelf: Shelf) -> None:
    class Slow(PostgreSQL):
        def put(self, documents: Collection[Document]) -> None:
            if due_count("postgresql") == 1 and SearchDue.objects.get().noted == first:
                notes.note(shelf.products[0].pk)
            super().put(documents)

    notes.note(shelf.products[0].pk)
    first = SearchDue.objects.get().noted
    assert learn_due(Slow(), budget=60).learnt == 2
    assert due_count("postgresql") == 0


@pytest.mark.parametrize("engine", ["postgresql", pytest.param("both", marks=pytest.mark.elasticsearch)])
@pytest.mark.django_db(transaction=True)
def test_random_edits_with_their_news_shuffled_and_told_again_leave_no_difference(
    engine: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SEARCH_TEST_EDITS: how many; `zila bench search_index` makes 5,000."""
    if engine == "both":
        use_elasticsearch(request)
    monkeypatch.setenv(apart.QUEUE, f"test-{uuid4()}")
    monkeypatch.setattr(search_index, "BAR_SECONDS", 60.0)
    shelf = open_market()
    for _more in range(6):
        shelf.put()
    said: list[str] = []
    before = apart.app.conf.task_default_queue
    try:
        apart.stand_apart()
        search_index.measure(edits=EDITS, editors=4, rate=0, say=said.append)
    finally:
        apart.app.conf.task_default_queue = before
        vars(apart.app).pop("amqp", None)
    assert sum("0 differ" in line for line in said) == (2 if engine == "both" else 1), said
    connection.close()
