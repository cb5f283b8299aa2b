"""Small tables in memory: never older than a commit and a moment, and never what a transaction has not committed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction

from catalog.categories.models import Category, CategoryTranslation
from catalog.categories.queries import tree
from marketplace.answers import tasks
from marketplace.celery import app
from marketplace.channels.models import Channel
from marketplace.channels.queries import channels, viewpoint
from marketplace.kit import held
from marketplace.kit.held import Held, Look, look_now, prune
from marketplace.kit.refused import Refused
from marketplace.tasks import BY_THE_CLOCK
from tests.factories import CategoryFactory

real = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def forgetful() -> Any:
    """Nothing looked up is remembered from test to test."""
    held._known = (float("-inf"), {})
    yield
    held._known = (float("-inf"), {})


def _held() -> tuple[Held[list[str]], list[None]]:
    reads: list[None] = []

    def load(_key: None) -> list[str]:
        reads.append(None)
        return sorted(Channel.objects.values_list("slug", flat=True))

    return Held(load, "marketplace_channel"), reads


@real
def test_read_once_and_again_after_every_kind_of_change() -> None:
    slugs, reads = _held()
    changes = [
        lambda: Channel.objects.create(slug="india", name="India", currency_code="INR"),
        lambda: Channel.objects.filter(slug="india").update(slug="bharat"),
        lambda: Channel.objects.bulk_create([Channel(slug="export", name="Export", currency_code="USD")]),
        lambda: Channel.objects.filter(slug="export").delete(),
    ]
    for number, change in enumerate(changes, 1):
        change()
        wanted = sorted(Channel.objects.values_list("slug", flat=True))
        assert [slugs() for _ in range(3)] == [wanted] * 3
        assert len(reads) == number
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE marketplace_channel CASCADE")
    assert slugs() == []


@real
def test_other_tables_do_not_matter() -> None:
    slugs, reads = _held()
    slugs()
    CategoryFactory()
    slugs()
    assert len(reads) == 1


@real
def test_what_is_not_committed_is_seen_inside_and_kept_nowhere() -> None:
    slugs, _reads = _held()
    assert slugs() == []
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Channel.objects.create(slug="india", name="India", currency_code="INR")
        assert slugs() == ["india"]
        outside: list[Any] = []
        reader = threading.Thread(target=lambda: (outside.append(slugs()), connection.close()))
        reader.start()
        reader.join()
        assert outside == [[]]
        raise ZeroDivisionError
    assert slugs() == []


@real
def test_within_the_time_allowed_nobody_looks(settings: Any) -> None:
    slugs, reads = _held()
    settings.HELD_SECONDS = 3600
    assert slugs() == []
    Channel.objects.create(slug="india", name="India", currency_code="INR")
    assert slugs() == [] and len(reads) == 1
    settings.HELD_SECONDS = 0
    assert slugs() == ["india"]


@contextmanager
def _uncommitted_channel() -> Iterator[None]:
    """Inside, another connection has written the channel "slow" and not committed it yet; behind, it has."""
    written, may_commit = threading.Event(), threading.Event()

    def slowly() -> None:
        with transaction.atomic():
            Channel.objects.create(slug="slow", name="Slow", currency_code="INR")
            written.set()
            may_commit.wait(10)
        connection.close()

    slow = threading.Thread(target=slowly)
    slow.start()
    written.wait(10)
    try:
        yield
    finally:
        may_commit.set()
        slow.join()


@real
def test_two_commits_in_the_other_order_are_both_noticed() -> None:
    """The later number is committed first: the highest number alone would not tell of the earlier one's commit."""
    slugs, _reads = _held()
    with _uncommitted_channel():
        Channel.objects.create(slug="quick", name="Quick", currency_code="INR")
        assert slugs() == ["quick"]
    assert slugs() == ["quick", "slow"]


@real
def test_categories_and_channels_are_new_at_once() -> None:
    category = CategoryFactory(name="Sarees")
    assert tree("hi").by_id[category.pk].name == "Sarees"
    CategoryTranslation.objects.create(category=category, language_code="hi", name="साड़ियाँ")
    assert tree("hi").by_id[category.pk].name == "साड़ियाँ"
    assert tree("en").by_id[category.pk].name == tree("xx").by_id[category.pk].name == "Sarees"
    Category.objects.filter(pk=category.pk).update(name="Saris")
    assert tree("en").by_id[category.pk].name == "Saris"

    channel = Channel.objects.create(slug="india", name="India", currency_code="INR", is_default=True)
    assert viewpoint(language="en").channel_id == viewpoint(language="hi", channel="india").channel_id == channel.pk
    Channel.objects.filter(pk=channel.pk).update(is_active=False)
    with pytest.raises(Refused):
        viewpoint(language="en")
    assert [row.is_active for row in channels()] == [False]


@real
def test_a_look_remembers_what_its_owner_saw() -> None:
    """Whoever looks meanwhile, for another owner or for what is held, takes no change from it."""
    slugs, _reads = _held()
    one, other = Look(), Look()
    assert one.changed() and other.changed()
    Channel.objects.create(slug="india", name="India", currency_code="INR")
    assert slugs() == ["india"]
    look_now()
    assert one.changed() and other.changed()
    assert not one.changed() and not other.changed()


@real
def test_a_look_inside_of_a_transaction_is_nobody_elses() -> None:
    slugs, _reads = _held()
    slugs()
    with transaction.atomic():
        Channel.objects.create(slug="india", name="India", currency_code="INR")
        look_now()
        outside: list[Any] = []
        reader = threading.Thread(target=lambda: (outside.append((held._known[1], slugs())), connection.close()))
        reader.start()
        reader.join()
        known, seen = outside[0]
        assert seen == []
    assert slugs() == ["india"]
    assert known != held._known[1]


def _notes(table: str = "marketplace_channel") -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM marketplace_tablechange WHERE table_name = %s ORDER BY id", [table])
        return [key for (key,) in cursor.fetchall()]


@real
def test_notes_are_pruned_where_there_are_many_and_that_is_a_change() -> None:
    slugs, reads = _held()
    look = Look()
    for number in range(5):
        Channel.objects.create(slug=f"c{number}", name="C", currency_code="INR")
    assert len(slugs()) == 5 and look.changed()
    before = _notes()
    assert prune(most=10_000_000) and _notes() == before and not look.changed()
    assert prune(most=4)
    assert len(_notes()) == 1 and _notes()[0] > before[-1]
    assert look.changed()
    assert len(slugs()) == 5 and len(reads) == 2


@real
def test_nothing_is_pruned_while_a_note_is_not_committed() -> None:
    """Its lower id would come later, and the version could be one that there was before."""
    for number in range(5):
        Channel.objects.create(slug=f"c{number}", name="C", currency_code="INR")
    before = _notes()
    with _uncommitted_channel():
        assert not prune(most=1)
        assert _notes() == before
    assert prune(most=1)
    assert len(_notes()) == 1


@real
def test_the_hourly_task_prunes() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO marketplace_tablechange (table_name) SELECT 'marketplace_channel' FROM generate_series(0, %s)",
            [held.MOST_NOTES],
        )
    assert len(_notes()) > held.MOST_NOTES
    by_the_clock = {app.tasks[entry["task"]] for entry in BY_THE_CLOCK.values()}
    assert tasks.prune in by_the_clock
    tasks.prune()
    assert len(_notes()) == 1
