"""Small tables in memory: never older than a commit and a moment, and never what a transaction has not committed."""

import threading
from typing import Any

import pytest
from django.db import connection, transaction

from catalog.categories.models import Category, CategoryTranslation
from catalog.categories.queries import tree
from marketplace.channels.models import Channel
from marketplace.channels.queries import channels, viewpoint
from marketplace.kit import held
from marketplace.kit.held import Held
from marketplace.kit.refused import Refused
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


@real
def test_two_commits_in_the_other_order_are_both_noticed() -> None:
    """The later number is committed first: the highest number alone would not tell of the earlier one's commit."""
    slugs, _reads = _held()
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
    Channel.objects.create(slug="quick", name="Quick", currency_code="INR")
    assert slugs() == ["quick"]
    may_commit.set()
    slow.join()
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
