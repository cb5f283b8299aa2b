"""The news: readers miss nothing, operators see and replay what is dead."""

import threading
import time
from collections.abc import Sequence

import pytest
from django.db import transaction

from marketplace.kit.refused import Refused
from marketplace.news import actions, queries
from marketplace.news.announce import announce
from marketplace.news.deliver import deliver_due
from marketplace.news.models import Delivery, Event
from marketplace.news.queries import Happening
from tests.marketplace.newsroom import CupBroken, CupCopied, CupFilled, in_another_connection

# Operators -------------------------------------------------------------------------------------------------------------


def test_replaying_gives_the_dead_new_attempts_and_refuses_what_is_not_dead(cups) -> None:
    announce(CupBroken(cup=1, how="fail"), CupBroken(cup=2, how="fail"))
    Delivery.objects.update(state="dead", attempts=5, error="ValueError: no broom")
    Event.objects.update(payload={"cup": 1, "how": "well"})
    first, second = Delivery.objects.order_by("id")
    with pytest.raises(Refused, match="NOT_DEAD"):
        actions.replay(ids=[first.pk, 0])
    assert actions.replay(ids=[first.pk]) == 1
    assert deliver_due(budget=9).done == 1
    assert actions.replay() == 1
    assert deliver_due(budget=9).done == 1
    assert set(Delivery.objects.values_list("state", "error")) == {("done", "")}


def test_pruning_takes_what_was_done_long_ago_and_keeps_the_timeline(cups) -> None:
    announce(CupFilled(cup=1), CupBroken(cup=1, how="fail"))
    deliver_due(budget=9)
    Delivery.objects.filter(listener="tests.pour").update(done_at="2020-01-01T00:00:00Z")
    assert actions.prune(before=Event.objects.latest("id").happened_at) == 1
    assert {row.listener for row in Delivery.objects.all()} == {"tests.count_cups", "tests.sweep_up"}
    assert [event.kind for event in queries.timeline_of("cup:1")] == ["tests.CupBroken", "tests.CupFilled"]


# What changed since ----------------------------------------------------------------------------------------------------


def read(number: int, *, kinds: Sequence[str] = ()) -> list[Happening]:
    """Read on, two at a time, until so many events are there: transactions of other tests may hold the horizon back."""
    found: list[Happening] = []
    until = time.monotonic() + 60
    while len(found) < number and time.monotonic() < until:
        found += queries.events_since(found[-1].cursor if found else queries.Cursor(), limit=2, kinds=kinds)
    return found


@pytest.mark.django_db(transaction=True)
def test_readers_miss_nothing_when_transactions_commit_out_of_order() -> None:
    announced, commit = threading.Event(), threading.Event()

    def slowly() -> None:
        with transaction.atomic():
            announce(CupCopied(cup=1))
            announced.set()
            commit.wait(30)

    slow = in_another_connection(slowly)
    assert announced.wait(30)
    with transaction.atomic():
        announce(CupCopied(cup=2))
    assert list(Event.objects.values_list("payload__cup", flat=True)) == [2]  # visible, but not behind the horizon
    cursor = queries.Cursor()
    assert queries.events_since(cursor) == []
    commit.set()
    slow.join()
    found = read(2)
    assert [event.payload["cup"] for event in found] == [1, 2]
    assert queries.events_since(found[0].cursor, limit=1) == [found[1]]
    assert queries.events_since(found[1].cursor) == []


@pytest.mark.django_db(transaction=True)
def test_readers_may_ask_for_some_kinds() -> None:
    with transaction.atomic():
        announce(CupCopied(cup=1), CupFilled(cup=2))
    assert [event.payload["cup"] for event in read(1, kinds=["tests.CupFilled"])] == [2]


@pytest.mark.django_db(transaction=True)
def test_after_a_restore_old_cursors_are_refused_and_the_old_events_come_first() -> None:
    with transaction.atomic():
        announce(CupCopied(cup=1), CupCopied(cup=2))
    Event.objects.update(transaction_id=2**50)
    with pytest.raises(queries.CursorFromElsewhere):
        queries.events_since(queries.Cursor(2**50, 1))
    assert queries.events_since() == []
    assert actions.settle_restored() == 2
    with transaction.atomic():
        announce(CupCopied(cup=3))
    assert [event.payload["cup"] for event in read(3)] == [1, 2, 3]
