"""The log of searches: what is counted and what never is, without losing time; what is forgotten when."""

from datetime import date, timedelta

import pytest
import redis
from django.conf import settings
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries, Settings

from search.language.fold import folded
from search.log import actions
from search.log.models import SearchCount
from search.log.rules import FEWEST, KEPT, KEPT_RARE, LONGEST, MOST_WORDS, counted_as

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _nothing_waits() -> None:
    client = redis.Redis.from_url(settings.VALKEY_URL)
    client.delete(actions.WAITING)
    client.close()


def _noted(query: str, *, total: int = 4, loosely: bool = False, engine: str = "postgresql", language: str = "en") -> None:
    actions.noted(query=query, language=language, channel="india", total=total, loosely=loosely, engine=engine)


def _counts(**of: str) -> list[tuple[int, int, int, int]]:
    rows = SearchCount.objects.filter(**of).order_by("query", "engine", "language")
    return list(rows.values_list("times", "nothing", "loosely", "fewest"))


@pytest.mark.parametrize(("query", "kept"), [
    ("Chikan  Kurta", "chikan kurta"), ("चिकनकारी", "चिकनकारी"), ("kurta under 500", "kurta under 500"), ("226001", "226001"),
    ("sarees 1,000 to 2,000", "sarees 1000 to 2000"), ("५०० रुपये से कम", "500 रुपये से कम"), ("VNS-0001", "vns 0001"),
    ("80s cotton", "80s cotton"), ("5000 9000", "5000 9000"), ("Diwali 2026", "diwali 2026"),
    ("saree for 15 August", "saree for 15 august"), ("kota doria 5 5 m", "kota doria 5 5 m"),
    ("diwali November 2026", "diwali november 2026"), ("6205", "6205"),
])  # fmt: skip
def test_what_people_look_for_is_counted_as_it_is_compared(query: str, kept: str) -> None:
    assert counted_as(query) == kept


@pytest.mark.parametrize("query", [
    "", "   ", "!?", "meera@example.org", "meera＠example.org", "mail meera at gmail com", "meera gmail", "9876543210",
    "+91 98765 43210", "98765-43210", "call ९८७६५४३२१० saree", "9 8 7 6 5 4 3 2 1 0", "1234 5678 9012", "4111-1111-1111-1111",
    "ABCDE1234F", "abcde 1234 f", "09ABCDE1234F1Z5", "SBIN0001234", "UP32AB12345",
    "UP 32 AB 1234", "my car UP-32-1234", "dl1c 1234", "22 BH 1234 AA",
    "24/11/1990", "born 24.11.90", "1990-05-15",
    "24th Nov 1990", "November 24, 1990", "१५ अगस्त १९९०", "15 सितम्बर 1990", "a1b2c3d4e5f6", "https://example", "www.shop",
    "shop.example.com", "x" * (LONGEST + 1), "a " * (MOST_WORDS + 1), "1,23,45,67,890", "order 20261124", "k" * 100_000,
])  # fmt: skip
def test_what_may_be_about_a_person_is_not(query: str) -> None:
    assert counted_as(query) is None


@given(st.text(max_size=200))
def test_whatever_is_typed_is_folded_and_short_or_left_out(query: str) -> None:
    kept = counted_as(query)
    assert kept is None or (kept == folded(query) == folded(kept) and 0 < len(kept) <= LONGEST)


@given(st.integers(10**9, 10**12 - 1), st.sampled_from(["", " ", "-", ".", "/", "  "]), st.integers(1, 4))
def test_no_telephone_number_is_counted_however_it_is_grouped(number: int, between: str, group: int) -> None:
    digits = str(number)
    written = between.join(digits[at : at + group] for at in range(0, len(digits), group))
    assert counted_as(f"saree {written}") is None


@pytest.mark.django_db
def test_searches_are_added_up_by_the_day() -> None:
    for query, total in (
        ("Chikan kurta", 3),
        ("chikan  KURTA", 3),
        ("chikan kurta", 1),
        ("blue pottery", 0),
        ("blue pottery", 0),
    ):
        _noted(query, total=total)
    _noted("chikan kurta", total=9, engine="elasticsearch")
    _noted("chikan kurta", total=2, loosely=True)
    assert not SearchCount.objects.exists()
    assert actions.gather() == 7
    assert _counts(query="chikan kurta") == [(1, 0, 0, 9), (4, 0, 1, 1)]
    assert _counts(query="blue pottery") == [(2, 2, 0, 0)]
    assert set(SearchCount.objects.values_list("day", flat=True)) == {timezone.localdate()}
    assert actions.gather() == 0
    _noted("chikan kurta", total=5)
    _noted("chikan kurta", language="hi")
    assert actions.gather() == 2
    assert _counts(query="chikan kurta") == [(1, 0, 0, 9), (5, 0, 1, 1), (1, 0, 0, 4)]


def test_the_table_has_no_place_for_who_asked_or_when() -> None:
    """A further column is a further promise in the privacy notice."""
    assert {field.name for field in SearchCount._meta.get_fields()} == {
        "id", "day", "query", "language", "channel", "engine", "times", "nothing", "loosely", "fewest",
    }  # fmt: skip


@pytest.mark.django_db
def test_counting_asks_the_database_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        _noted("chikan kurta")
    with django_assert_num_queries(1):
        actions.gather()
    with django_assert_num_queries(0):
        actions.gather()


@pytest.mark.django_db
def test_no_search_fails_where_valkey_is_out(settings: Settings) -> None:
    settings.VALKEY_URL = "redis://127.0.0.1:1/0"
    from marketplace.kit.valkey import reach

    reach.cache_clear()
    try:
        _noted("chikan kurta")
        assert actions.gather() == 0
    finally:
        reach.cache_clear()


@pytest.mark.django_db
def test_many_different_searches_do_not_fill_valkey(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_WAITING", 3)
    for word in ("one", "two", "three", "four", "one"):
        _noted(word)
    assert actions.gather() == 4 and SearchCount.objects.count() == 3


@pytest.mark.django_db
def test_what_is_old_or_rare_is_forgotten() -> None:
    def put(query: str, days: timedelta, times: int) -> None:
        row = {"language": "en", "channel": "india", "engine": "postgresql", "nothing": 0, "loosely": 0, "fewest": 1}
        SearchCount.objects.create(day=TODAY - days, query=query, times=times, **row)

    day = timedelta(days=1)
    put("old", KEPT + day, 90)
    put("old enough", KEPT, 90)
    put("old enough", KEPT - day, 1)
    put("rare", KEPT_RARE + day, FEWEST - 1)
    put("on one day", KEPT_RARE + day, FEWEST + 9)
    put("rare and new", KEPT_RARE, FEWEST - 1)
    put("rare in all", KEPT + day, FEWEST)
    put("rare in all", KEPT_RARE + day, FEWEST - 1)
    put("adds up", KEPT_RARE + day, FEWEST - 1)
    put("adds up", KEPT_RARE + 2 * day, 1)
    assert actions.prune(today=TODAY) == 5
    assert set(SearchCount.objects.values_list("query", flat=True)) == {"old enough", "rare and new", "adds up"}
    assert actions.forget(queries=["adds up"]) == 2
