"""The path of a search: what is found stands in order, page by page, within any filters, and nothing is shown that may not be."""

import pytest
from django.utils import timezone

from catalog.listing.conditions import StockCondition
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.products.models import ProductChannelListing
from catalog.publication.actions import unpublish
from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.kit.paging import PageRequest, cursor_of
from marketplace.kit.refused import Refused
from search.asking.answer import Answer
from search.asking.find import find, keys
from search.asking.places import cursor
from search.engines.engine import Order
from tests.search.learnt import learn
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db
FIRST = PageRequest(first=24)


@pytest.fixture
def market() -> Shelf:
    """Six products that differ in all that lists are narrowed by."""
    shelf = open_market()
    learn()
    return shelf


@pytest.fixture
def at(market: Shelf) -> Viewpoint:
    """Where a reader stands."""
    return viewpoint(language="en")


def names(answer: Answer) -> list[str]:
    return [row.name for row in answer.page.rows]


def test_words_find_and_what_is_plain_narrows(at: Viewpoint) -> None:
    assert set(names(find(at, "red", page=FIRST))) == {"Red saree", "Red stole"}
    cheap = find(at, "red under 1000", page=FIRST)
    assert names(cheap) == ["Red stole"] and list(cheap.asked.parts) == ["price"]
    kept = find(at, "red under 1000", page=FIRST, as_words=[cheap.understood[-1].handle])
    assert not kept.asked.parts and kept.loosely is bool(kept.total)


def test_a_query_without_words_finds_nothing_and_none_at_all_everything(at: Viewpoint) -> None:
    assert [find(at, query, page=FIRST).total for query in ("%", "…!", "", "  ")] == [0, 0, 6, 6]
    assert set(names(find(at, "under 500", page=FIRST))) == {"Brass toy", "Old pot"}


def test_it_is_narrowed_by_what_engines_know_and_by_what_they_do_not(at: Viewpoint, market: Shelf) -> None:
    brass, toy, pot = market.products[3:6]
    for base, wanted in (
        (ProductFilters(price_to=50_000), {"Brass toy"}),
        (ProductFilters(slugs=[brass.slug, pot.slug]), {"Brass lamp"}),
        (ProductFilters(any_of=(ProductFilters(ids=[toy.pk]), ProductFilters(names=["Old pot"]))), {"Brass toy"}),
        (
            ProductFilters(all_of=(ProductFilters(price_to=50_000), ProductFilters(stock=StockCondition(None, 1, None)))),
            {"Brass toy"},
        ),
        (ProductFilters(slugs=["no-such-thing"]), set()),
        (ProductFilters(nothing=True), set()),
    ):
        answer = find(at, "brass", base=base, page=FIRST, counted=True)
        assert (set(names(answer)), answer.total) == (wanted, len(wanted)), base
        as_part = find(at, "brass", parts={"any": base}, page=FIRST)
        assert set(names(as_part)) == wanted, base


def test_where_nothing_is_found_the_words_count_or_else_what_is_plain(at: Viewpoint) -> None:
    for query, wanted in (
        ("brass under 100", {"Brass lamp", "Brass toy"}),  # nothing is as cheap
        ("zzyzx under 500", {"Brass toy", "Old pot"}),  # a word that nothing is like
        ("zzyzx under 100", set()),
    ):
        answer = find(at, query, page=FIRST, counted=True)
        assert (set(names(answer)), answer.loosely, answer.total) == (wanted, bool(wanted), len(wanted)), query
        assert answer.counts is not None and len(keys(at, query)) == len(wanted)


def test_pages_go_on_both_ways_by_position(at: Viewpoint) -> None:
    whole = find(at, "", page=FIRST)
    first = find(at, "", page=PageRequest(first=4))
    assert list(first.page.rows) == list(whole.page.rows[:4]) and first.page.has_next and not first.page.has_previous
    second = find(at, "", page=PageRequest(first=4, after=first.page.cursors[-1]))
    assert list(second.page.rows) == list(whole.page.rows[4:]) and not second.page.has_next and second.page.has_previous
    back = find(at, "", page=PageRequest(last=3, before=second.page.cursors[0]))
    assert list(back.page.rows) == list(whole.page.rows[1:4]) and back.page.has_next and back.page.has_previous
    last = find(at, "", page=PageRequest(last=2))
    assert list(last.page.rows) == list(whole.page.rows[-2:]) and not last.page.has_next
    none = find(at, "", page=PageRequest(first=0))
    assert (none.total, list(none.page.rows), none.page.count()) == (6, [], 6)
    beyond = find(at, "", page=PageRequest(first=2, after=cursor(40)))
    assert (list(beyond.page.rows), beyond.page.has_next) == ([], False)


@pytest.mark.parametrize("given", ["!", cursor_of(["saree", 1]), cursor_of([-1]), cursor_of([10**9]), cursor_of(["x"])])
def test_a_cursor_of_another_list_is_refused(at: Viewpoint, given: str) -> None:
    with pytest.raises(Refused) as refused:
        find(at, "saree", page=PageRequest(first=2, after=given))
    assert (refused.value.code, refused.value.field) == ("INVALID_CURSOR", "after")


def test_orders_are_kept(at: Viewpoint) -> None:
    assert names(find(at, "brass", page=FIRST, order=Order.CHEAPEST)) == ["Brass toy", "Brass lamp"]
    assert names(find(at, "brass", page=FIRST, order=Order.DEAREST)) == ["Brass lamp", "Brass toy"]
    assert names(find(at, "brass", page=FIRST, order=Order.NEAR)) == names(find(at, "brass", page=FIRST))


def test_what_may_not_be_seen_any_more_is_left_out_before_the_engine_has_learnt_it(at: Viewpoint, market: Shelf) -> None:
    lamp, toy = market.products[3:5]
    unpublish(product=lamp, channel=market.channel)
    later = viewpoint(language="en", at=timezone.now())
    answer = find(later, "brass", page=FIRST)
    assert (names(answer), answer.total, answer.page.count()) == (["Brass toy"], 1, 1)
    ProductChannelListing.objects.filter(product=toy).update(visible_in_listings=False)
    assert names(find(later, "brass", page=FIRST)) == []


def test_keys_are_those_of_the_whole_list_in_its_order(at: Viewpoint, market: Shelf) -> None:
    whole = [row.id for row in find(at, "saree", page=FIRST).page.rows]
    assert keys(at, "saree") == whole and keys(at, "%") == []
    assert keys(at, "red", base=EVERYTHING.and_(price_to=100_000)) == [market.products[2].pk]
    assert set(keys(at, "under 500")) == {market.products[4].pk, market.products[5].pk}
