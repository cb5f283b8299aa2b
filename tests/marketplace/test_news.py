"""The news: announced with the deed, told in order, once in effect, and given up after five attempts."""

import logging
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from marketplace.kit.journal import request_id
from marketplace.news import listeners, queries
from marketplace.news.announce import announce
from marketplace.news.deliver import Tally, deliver_due
from marketplace.news.facts import fact
from marketplace.news.models import Delivery, Event
from tests.marketplace import newsroom
from tests.marketplace.newsroom import CupBroken, CupCopied, CupFilled, effects, fill, make_due

# Announcing -----------------------------------------------------------------------------------------------------------


def test_a_fact_and_its_deliveries_are_written_in_order_with_one_statement(cups, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        ids = announce(CupFilled(cup=1, sips=(1, 2)), CupCopied(cup=2), CupFilled(cup=3))
    events = list(Event.objects.order_by("id"))
    assert [event.pk for event in events] == ids
    assert [(event.kind, event.subject) for event in events] == [
        ("tests.CupFilled", "cup:1"), ("tests.CupCopied", "cup:2"), ("tests.CupFilled", "cup:3"),
    ]  # fmt: skip
    assert events[0].payload == {"cup": 1, "sips": [1, 2]}
    assert [(row.event_id, row.listener) for row in Delivery.objects.order_by("id")] == [
        (ids[0], "tests.count_cups"), (ids[0], "tests.pour"), (ids[1], "tests.count_cups"),
        (ids[2], "tests.count_cups"), (ids[2], "tests.pour"),
    ]  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_announcing_needs_an_open_transaction_and_shares_its_fate() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        announce(CupFilled(cup=1))
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        announce(CupFilled(cup=1))
        raise ZeroDivisionError
    assert not Event.objects.exists()


def test_what_is_no_fact_is_refused(db) -> None:
    with pytest.raises(TypeError, match="is no fact"):
        announce("a string")
    with pytest.raises(TypeError, match="no field 'owner'"):
        fact(subject="owner")(type("Nameless", (), {"__annotations__": {"cup": int}}))
    with pytest.raises(TypeError, match="no plain JSON value"):
        fact(subject="cup")(type("Costly", (), {"__annotations__": {"cup": int, "price": float}}))
    with pytest.raises(TypeError, match="two facts of the kind"):
        fact(subject="cup")(type("CupFilled", (), {"__annotations__": {"cup": int}, "__module__": "tests.elsewhere"}))
    with pytest.raises(TypeError, match="two listeners of the name"):
        listeners.hears(CupFilled)(newsroom.pour)


def test_a_transaction_wakes_a_worker_once_also_after_a_savepoint_was_undone(cups) -> None:
    def hints() -> int:
        return len(connection.run_on_commit)

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        announce(CupFilled(cup=1))
        announce(CupFilled(cup=2))
        assert hints() == 1
        raise ZeroDivisionError
    assert hints() == 0
    announce(CupFilled(cup=3))
    announce(CupFilled(cup=4))
    assert hints() == 1


# Delivering -----------------------------------------------------------------------------------------------------------


def test_hear_news_delivers_what_was_announced_and_what_handlers_announce(cups, hear_news: Callable[[], int]) -> None:
    announce(CupFilled(cup=1, sips=(3,)), CupBroken(cup=2, how="announce"))
    assert hear_news() == 4
    assert (effects("pour"), effects("sweep_up"), effects("count_cups")) == ([1], [2], [1, 2])
    assert hear_news() == 0
    announce(CupBroken(cup=2, how="fail"))
    with pytest.raises(ValueError, match="no broom"):
        hear_news()


def test_a_handler_works_in_the_transaction_of_its_mark_and_under_the_id_of_the_event(cups) -> None:
    seen: list[tuple[str, str]] = []
    newsroom.on_pour.append(lambda event: seen.append((request_id.get(), Delivery.objects.get(listener="tests.pour").state)))
    ids = announce(CupFilled(cup=1))
    assert deliver_due(budget=9).done == 2
    assert seen == [(f"event:{ids[0]}", "waiting")]
    assert request_id.get() == "-"
    done = Delivery.objects.get(listener="tests.pour")
    assert (done.state, done.attempts, done.lease, done.leased_until, done.error) == ("done", 1, None, None, "")


@pytest.mark.django_db(transaction=True)
def test_a_listener_outside_has_no_transaction_around_it(real_cups) -> None:
    fill(1)
    assert deliver_due(budget=9).done == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT what FROM news_effect WHERE listener = 'count_cups'")
        assert cursor.fetchall() == [("",)]


def test_events_of_one_subject_are_told_in_order_also_in_great_number(cups) -> None:
    for number in range(40):
        announce(*[CupFilled(cup=cup, sips=(number,)) for cup in (1, 2, 3)])
    assert deliver_due(budget=60).done == 240
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject, array_agg(what ORDER BY id) FROM news_effect WHERE listener = 'pour' GROUP BY 1")
        assert dict(cursor.fetchall()) == dict.fromkeys((1, 2, 3), [f"[{number}]" for number in range(40)])


def test_a_failure_holds_up_its_subject_only_and_gives_the_untried_their_attempt_back(cups) -> None:
    announce(CupBroken(cup=1, how="fail"), CupBroken(cup=1, how="well"), CupBroken(cup=2, how="well"), CupFilled(cup=1))
    tally = deliver_due(budget=9)
    assert (tally.done, tally.failed, tally.dead) == (3, 1, 0)
    assert effects("sweep_up") == [2]
    assert effects("pour") == [1]
    waiting = Delivery.objects.filter(state="waiting").order_by("id")
    assert [(row.attempts, row.lease) for row in waiting] == [(1, None), (0, None)]
    assert waiting[0].due_at > waiting[1].due_at


def test_after_five_attempts_a_delivery_is_dead_without_secrets_and_the_later_ones_go_on(cups, caplog) -> None:
    announce(CupBroken(cup=1, how="fail"), CupBroken(cup=1, how="well"))
    for attempt in range(1, 6):
        assert failing_first().attempts == attempt - 1
        make_due()
        with caplog.at_level(logging.WARNING):
            tally = deliver_due(budget=9)
    assert (tally.done, tally.dead) == (1, 1)
    dead = Delivery.objects.get(state="dead")
    assert (dead.attempts, dead.lease) == (5, None)
    assert dead.error.startswith("ValueError: no broom at postgres://…@db/zila for …@… (line ")
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1
    assert "DEAD" in errors[0].getMessage()
    assert not any(secret in caplog.text + dead.error for secret in ("hunter2", "asha", "secret row"))
    make_due()
    assert deliver_due(budget=9) == Tally()


def failing_first() -> Delivery:
    """The oldest delivery that is not done."""
    return Delivery.objects.exclude(state="done").earliest("id")


def test_the_wait_after_a_failure_grows(cups) -> None:
    announce(CupBroken(cup=1, how="fail"))
    waits = []
    for _attempt in range(4):
        make_due()
        deliver_due(budget=9)
        with connection.cursor() as cursor:
            cursor.execute("SELECT extract(epoch FROM due_at - statement_timestamp()) FROM marketplace_delivery")
            waits.append(round(cursor.fetchone()[0]))
    assert waits == [2, 10, 50, 250]


def test_what_a_handler_wrote_before_it_failed_is_undone(cups) -> None:
    announce(CupBroken(cup=1, how="fail"))
    deliver_due(budget=9)
    assert effects("sweep_up") == []


def test_a_listener_that_no_worker_here_knows_waits_for_one_that_does(cups) -> None:
    announce(CupCopied(cup=1))
    Delivery.objects.update(listener="tests.of_tomorrow")
    assert deliver_due(budget=9) == Tally()
    rows = {row.listener: row for row in queries.backlog()}
    assert (rows["tests.of_tomorrow"].waiting, rows["tests.of_tomorrow"].known) == (1, False)
    assert (rows["tests.pour"].waiting, rows["tests.pour"].known) == (0, True)


def test_a_later_version_reads_an_older_payload(cups, hear_news: Callable[[], int]) -> None:
    announce(CupFilled(cup=7))
    Event.objects.update(payload={"cup": 7, "a field of yesterday": True})
    assert hear_news() == 2
    assert effects() == [7]
