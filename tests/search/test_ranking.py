"""What searches are ranked by: data that is set for a moment, held in memory, bounded, never changed afterwards."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from marketplace.kit.refused import Refused
from search.engines.document import Words
from search.freshness import next_ranking
from search.index.models import SearchDue
from search.index.names import notice_names
from search.ranking import actions, queries
from search.ranking.models import SearchRanking
from search.ranking.parameters import NAMES, PARAMETERS, Parameter, flat, ranking_of
from search.ranking.rules import Ranking
from tests.factories import UserFactory
from tests.search.shelf import open_shop

USUAL = flat(Ranking())


def _set(ahead: timedelta | None = None, why: str = "A try", **values: Any) -> SearchRanking:
    begins = None if ahead is None else timezone.now() + ahead
    return actions.set_parameters(values={**USUAL, **values}, why=why, valid_from=begins, by=None)


def _of(one: Parameter) -> st.SearchStrategy[Any]:
    if one.is_whole:
        return st.integers(int(one.least), int(one.most))
    return st.decimals(one.least, one.most, places=3)


@given(st.fixed_dictionaries({one.name: _of(one) for one in PARAMETERS}))
def test_a_ranking_is_the_same_after_being_stored(values: dict[str, Any]) -> None:
    assert flat(ranking_of(values)) == values


def test_what_is_usual_lies_within_the_bounds() -> None:
    assert ranking_of(USUAL) == Ranking()
    assert all(one.least <= USUAL[one.name] <= one.most for one in PARAMETERS)
    assert set(Ranking().weights) == set(Words._fields)


@given(st.integers(0, 1000), st.booleans(), st.integers(-10, 10_000))
def test_what_lifts_a_product_lowers_none(thousandths: int, stocked: bool, age: int) -> None:
    ranking, quality = Ranking(), thousandths / 1000
    lift = ranking.lift(quality=quality, stocked=stocked, age_days=age)
    assert 1 <= lift <= 1 + ranking.quality + ranking.stocked + ranking.recent
    assert ranking.lift(quality=quality, stocked=True, age_days=age) >= lift
    assert ranking.lift(quality=quality, stocked=stocked, age_days=age + 1) <= lift


def test_half_of_what_is_new_is_lost_in_its_time() -> None:
    ranking = Ranking(quality=0, stocked=0, recent=0.4, half_life=10)
    assert [ranking.lift(quality=1, stocked=True, age_days=days) for days in (0, 10, 20)] == [1.4, 1.2, 1.1]


def test_small_is_who_sells_little_or_has_come_lately() -> None:
    rule, today = Ranking(small_products=5, new_days=90).small_sellers, date(2026, 11, 24)
    assert rule.is_small(published=5, registered=date(2020, 1, 1), today=today)
    assert rule.is_small(published=50, registered=today - timedelta(days=90), today=today)
    assert not rule.is_small(published=6, registered=today - timedelta(days=91), today=today)


@pytest.mark.django_db
def test_the_first_set_is_there() -> None:
    if not SearchRanking.objects.exists():
        pytest.skip("another test has emptied all tables")
    begins = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
    first = queries.history(begins)[-1]
    assert first.ranking == Ranking() and first.valid_from == begins and first.why and first.why_hi


@pytest.mark.django_db
def test_each_moment_has_its_parameters() -> None:
    SearchRanking.objects.all().delete()
    now = timezone.now()
    assert queries.ranking(now) == Ranking() and queries.history(now) == [] == queries.ahead(now)
    person = UserFactory()
    row = actions.set_parameters(values={**USUAL, "recent": Decimal("0.3")}, why=" New things count more. ", by=person)
    later = _set(timedelta(days=2), recent=Decimal("0.4"))
    now = timezone.now()
    assert row.why == "New things count more." and row.made_by == person and row.valid_from <= now
    assert queries.ranking(row.valid_from - timedelta(seconds=1)).recent == 0.1
    assert queries.ranking(now).recent == 0.3
    assert queries.ranking(later.valid_from).recent == 0.4
    assert [one.id for one in queries.history(now)] == [row.pk] and [one.id for one in queries.ahead(now)] == [later.pk]


@pytest.mark.django_db
def test_kept_answers_turn_with_the_parameters() -> None:
    now = timezone.now()
    assert next_ranking(now) is None
    later = _set(timedelta(days=2))
    _set(timedelta(days=3))
    assert next_ranking(now) == later.valid_from


@pytest.mark.django_db
def test_another_measure_of_quality_is_learnt_for_all_products() -> None:
    shelf = open_shop()
    products = [shelf.put("Tanchoi saree").pk, shelf.put("Cutwork saree").pk]
    notice_names()
    SearchDue.objects.all().delete()
    _set(recent=Decimal("0.3"))
    assert notice_names() == 0 and not SearchDue.objects.exists()
    _set(quality_pictures=Decimal("0.9"))
    assert notice_names() == 2 and set(SearchDue.objects.values_list("product", flat=True)) == set(products)
    assert notice_names() == 0


@pytest.mark.django_db
def test_what_holds_is_not_taken_back() -> None:
    later = _set(timedelta(days=2))
    actions.withdraw(row=queries.to_withdraw(later.pk))
    with pytest.raises(Refused) as refused:
        queries.to_withdraw(later.pk)
    assert refused.value.code == "NOT_FOUND"
    with pytest.raises(Refused) as refused:
        actions.withdraw(row=_set())
    assert (refused.value.code, refused.value.field) == ("INVALID", "valid_from")


@pytest.mark.django_db
@pytest.mark.parametrize(("values", "field"), [
    ({"quality": Decimal("2.001")}, "quality"), ({"quality": Decimal("-0.1")}, "quality"), ({"quality": None}, "quality"),
    ({"quality": Decimal("NaN")}, "quality"), ({"quality": Decimal("0.0001")}, "quality"), ({"quality": "1"}, "quality"),
    ({"quality": True}, "quality"), ({"window": 501}, "window"), ({"window": Decimal(5)}, "window"), ({"page": 3}, "page"),
    ({"weight_title": Decimal(0)}, "weight_title"), ({"most_of_seller": 0}, "most_of_seller"),
    ({name: Decimal(0) for name in NAMES if name.startswith("quality_")}, "quality_pictures"),
])  # fmt: skip
def test_what_lies_outside_of_the_bounds_is_refused(values: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        _set(**values)
    assert refused.value.field == field and refused.value.code in {"INVALID", "REQUIRED"}


@pytest.mark.django_db
def test_a_reason_and_a_moment_to_come_are_wanted() -> None:
    for why, ahead, field in (("  ", None, "why"), ("x" * 501, None, "why"), ("A try", timedelta(seconds=-1), "valid_from")):
        with pytest.raises(Refused) as refused:
            _set(ahead, why)
        assert refused.value.field == field
    first = _set(timedelta(days=1))
    with pytest.raises(Refused) as refused:
        actions.set_parameters(values=USUAL, why="Again", valid_from=first.valid_from, by=None)
    assert (refused.value.code, refused.value.field) == ("UNIQUE", "valid_from")


@pytest.mark.django_db
@pytest.mark.parametrize("one", PARAMETERS, ids=lambda one: one.name)
def test_the_database_keeps_the_bounds(one: Parameter) -> None:
    row = _set()
    for value in (one.most + 1, one.least - 1 if one.is_whole else one.least - Decimal("0.001")):
        with pytest.raises(IntegrityError), transaction.atomic():
            SearchRanking.objects.filter(pk=row.pk).update(**{one.name: value})
