"""Statements made once for each shape of their arguments: the rows are the queryset's own, whatever the values."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import DataError, ProgrammingError, connection, transaction
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marketplace.channels.models import Channel
from marketplace.districts.models import District
from marketplace.kit import prepared, shapes
from tests.factories import DistrictFactory, SellerFactory

pytestmark = pytest.mark.django_db
outside = pytest.mark.django_db(transaction=True)  # of transactions statements go straight to libpq


@dataclass(frozen=True)
class Wanted:
    """Filters as rooms have them."""

    names: tuple[str, ...] = ()
    ids: Any = None
    text: str = ""


def _districts(_fixed: Any, wanted: Wanted) -> QuerySet[District, Any]:
    rows = District.objects.order_by("name")
    if wanted.names:
        rows = rows.filter(name__in=wanted.names)
    if wanted.ids is not None:
        rows = rows.filter(id__any_of=list(wanted.ids))
    for word in wanted.text.split():
        rows = rows.filter(name__icontains=word)
    return rows.values_list("id", "name", "aliases")


@pytest.fixture
def places() -> list[District]:
    return [DistrictFactory(name=name, aliases=[name.upper()]) for name in ("Agra", "Bhadohi", "Chanderi")]


def _both(wanted: Wanted) -> list[Any]:
    """The rows the quick way, found equal to those of the object mapper."""
    found = shapes.rows(_districts, None, wanted)
    assert found == list(_districts(None, wanted))
    assert shapes.rows(_districts, None, wanted, anew=True) == found
    assert shapes.count(_districts, None, wanted) == shapes.count(_districts, None, wanted, anew=True) == len(found)
    return [row[1] for row in found]


def test_values_and_lists_find_their_places(places: list[District]) -> None:
    assert _both(Wanted()) == ["Agra", "Bhadohi", "Chanderi"]
    assert _both(Wanted(names=("Agra", "Chanderi"))) == ["Agra", "Chanderi"]
    assert _both(Wanted(names=("Bhadohi", "Nowhere"))) == ["Bhadohi"]
    for ids in ([places[0].pk], (places[0].pk, places[2].pk), {place.pk for place in places}, [], [0], [2**62]):
        assert _both(Wanted(ids=ids)) == [place.name for place in places if place.pk in set(ids)]


def test_a_text_that_is_cut_into_words_is_built_anew(places: list[District]) -> None:
    assert _both(Wanted(text="a")) == ["Agra", "Bhadohi", "Chanderi"]
    assert _both(Wanted(text="a h")) == ["Bhadohi", "Chanderi"]
    assert _both(Wanted(text="   ")) == ["Agra", "Bhadohi", "Chanderi"]


def test_a_day_worked_out_from_a_moment_is_built_anew() -> None:
    SellerFactory()
    now = timezone.now()

    def build(_fixed: Any, moment: datetime) -> QuerySet[Any, Any]:
        from marketplace.sellers.models import Seller

        return Seller.objects.filter(created_at__date__gte=timezone.localdate(moment)).values_list("id")

    assert len(shapes.rows(build, None, now)) == 1
    assert shapes.rows(build, None, now + timedelta(days=2)) == []


def test_moments_truth_and_json_come_back_as_the_object_mapper_gives_them() -> None:
    seller = SellerFactory(women_led=True)
    Channel.objects.create(slug="india", name="India", currency_code="INR")

    def sellers(_fixed: Any, before: datetime) -> QuerySet[Any, Any]:
        from marketplace.sellers.models import Seller

        return Seller.objects.filter(created_at__lt=before).values_list("created_at", "women_led", "languages", "founded_year")

    def products(_fixed: Any, slug: str) -> QuerySet[Any, Any]:
        from catalog.categories.models import Category

        return Category.objects.filter(slug=slug).values_list("id", "metadata", "ancestors")

    from tests.factories import CategoryFactory

    category = CategoryFactory(metadata={"key": [1, {"a": None}]})
    for build, value in ((sellers, datetime(2200, 1, 1, tzinfo=UTC)), (products, category.slug)):
        found = shapes.rows(build, None, value)
        assert found == list(build(None, value)) and len(found) == 1
    assert shapes.rows(sellers, None, seller.created_at) == []


def test_a_hostile_text_is_a_value(places: list[District]) -> None:
    for name in ("'; DROP TABLE x; --", "%s", "%(a)s", "$1", "~stand-in~0~", "Agra\\"):
        assert _both(Wanted(names=(name, "Agra"))) == ["Agra"]


def test_the_object_mapper_writes_a_shape_once(places: list[District], monkeypatch: pytest.MonkeyPatch) -> None:
    built = []

    def build(_fixed: Any, wanted: Wanted) -> QuerySet[District, Any]:
        built.append(wanted)
        return _districts(None, wanted)

    with CaptureQueriesContext(connection) as asked:
        for place in places:
            assert shapes.rows(build, None, Wanted(names=(place.name,)))[0][1] == place.name
    assert len(built) == 2  # with two sets of stand-ins
    assert len(asked) == 3


def test_kept_shapes_are_bounded(places: list[District], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "MOST_SHAPES", 5)
    for length in range(1, 12):
        _both(Wanted(names=tuple(f"Nowhere {number}" for number in range(length))))
        assert len(shapes._kept) <= 5


@outside
def test_outside_of_transactions_the_rows_are_the_same(places: list[District]) -> None:
    test_values_and_lists_find_their_places(places)
    test_a_hostile_text_is_a_value(places)
    test_moments_truth_and_json_come_back_as_the_object_mapper_gives_them()
    with pytest.raises(DataError, match="NUL"):
        _both(Wanted(names=("a\x00b",)))
    assert _both(Wanted(names=("Agra",))) == ["Agra"]


@outside
def test_a_connection_keeps_a_bounded_number_of_statements(places: list[District], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "_MOST", 3)
    for length in (1, 2, 3, 4, 5, 1, 2):
        names = ("Agra", *(f"Nowhere {number}" for number in range(length)))
        assert _both(Wanted(names=names)) == ["Agra"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'zila%'")
        assert cursor.fetchone()[0] == 3


@outside
def test_an_error_is_the_object_mappers_and_the_connection_lives_on(places: list[District]) -> None:
    with pytest.raises(ProgrammingError):
        shapes.fetch("SELECT nothing FROM nowhere WHERE id = %s", [1])
    with pytest.raises(DataError):
        shapes.fetch("SELECT 1 / (%s::bigint - 1)", [1])
    assert shapes.fetch("SELECT %s::bigint, '%%'::text", [7]) == [(7, "%")]


@outside
def test_what_watches_over_statements_sees_them(places: list[District]) -> None:
    seen: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        shapes.rows(_districts, None, Wanted(names=("Agra",)))
    assert len(seen) == 1 and "marketplace_district" in seen[0]


@outside
def test_statements_that_are_gone_are_prepared_anew() -> None:
    DistrictFactory(name="Varanasi")
    text = "SELECT name FROM marketplace_district WHERE name = %s"
    assert shapes.fetch(text, ["Varanasi"]) == [("Varanasi",)]
    for _ in range(8):  # until psycopg has prepared statements of its own, which a rollback makes it discard with all others
        with transaction.atomic():
            District.objects.filter(name="Agra").exists()
            transaction.set_rollback(True)
        assert shapes.fetch(text, ["Varanasi"]) == [("Varanasi",)]
    for away in ("DEALLOCATE ALL", "DISCARD PLANS"):
        with connection.cursor() as cursor:
            cursor.execute(away)
        assert shapes.fetch(text, ["Varanasi"]) == [("Varanasi",)]


@outside
def test_a_statement_whose_columns_change_is_prepared_anew() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE changing (a int)")
        cursor.execute("INSERT INTO changing VALUES (1)")
    try:
        assert shapes.fetch("SELECT * FROM changing", ()) == [(1,)]
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE changing ADD COLUMN b int DEFAULT 2")
        assert shapes.fetch("SELECT * FROM changing", ()) == [(1, 2)]
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE changing")


@outside
@pytest.mark.parametrize("text", ["", "it's", "back\\slash' OR 1=1 --", "100% %s %%", "नमस्ते", "$1"])
def test_values_that_are_written_into_a_statement_come_back_as_they_are(text: str) -> None:
    moment = datetime(2026, 11, 23, 12, 30, 15, 123456, tzinfo=UTC)
    sql = "SELECT %s::text, 7 -%s, %s, %s, '5%%'"
    values = [text, -5, moment, [3, -4]]
    assert shapes.fetch(sql, values, anew=True) == [(text, 12, moment, [3, -4], "5%")]
    with pytest.raises(DataError):
        shapes.fetch("SELECT %s::text", ["a\x00b"], anew=True)


@outside
def test_a_connection_that_stands_is_not_asked_whether_it_does() -> None:
    assert shapes.fetch("SELECT 5", []) == [(5,)]
    backend = connection.connection.info.backend_pid
    with psycopg.connect(connection.connection.info.dsn, password=connection.settings_dict["PASSWORD"] or None) as other:
        last = "SELECT query FROM pg_stat_activity WHERE pid = %s"
        assert connection.is_usable()
        assert other.execute(last, [backend]).fetchone() == ("SELECT 5",)
    connection.connection.close()
    assert not connection.is_usable()
    connection.close()


@outside
def test_a_connection_that_postgresql_has_ended_is_replaced_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    connection.close()
    monkeypatch.delitem(connection.settings_dict["OPTIONS"], "pool")  # as the web server has it
    monkeypatch.setitem(connection.settings_dict, "CONN_HEALTH_CHECKS", True)
    try:
        assert shapes.fetch("SELECT 1", []) == [(1,)]
        before = connection.connection.info.backend_pid
        with psycopg.connect(connection.connection.info.dsn, password=connection.settings_dict["PASSWORD"] or None) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [before])  # waits until it has ended
        connection.health_check_done = False  # another request begins
        assert shapes.fetch("SELECT 1", []) == [(1,)]
        assert connection.connection.info.backend_pid != before
    finally:
        connection.close()
