"""The news: announced with the deed, told once in effect, in order, given up after five attempts, found by readers."""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest
from django.db import connection, transaction

from marketplace.kit.journal import request_id
from marketplace.kit.refused import Refused
from marketplace.news import actions, leases, listeners, queries
from marketplace.news.announce import announce
from marketplace.news.deliver import Tally, deliver_due
from marketplace.news.facts import fact
from marketplace.news.models import Delivery, Event
from marketplace.news.queries import Happening
from tests.marketplace import newsroom
from tests.marketplace.newsroom import CupBroken, CupCopied, CupFilled

EFFECTS = "CREATE TABLE news_effect (id bigserial PRIMARY KEY, listener text, subject bigint, what text)"


def effects(listener: str = "pour") -> list[int]:
    """The subjects of which a listener's effects are there, in order."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject FROM news_effect WHERE listener = %s ORDER BY id", [listener])
        return [row[0] for row in cursor.fetchall()]


@pytest.fixture
def cups(db: None) -> Iterator[None]:
    """The table of effects, in the transaction of the test."""
    with connection.cursor() as cursor:
        cursor.execute(EFFECTS)
    yield
    newsroom.on_pour.clear()


def fill(*numbers: int) -> None:
    """Announce filled cups in one transaction."""
    with transaction.atomic():
        announce(*[CupFilled(cup=number) for number in numbers])


def make_due() -> None:
    """Let the back-off of all waiting deliveries be over."""
    Delivery.objects.filter(state="waiting").update(due_at="2020-01-01T00:00:00Z")



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


# Leases ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def real_cups(transactional_db: None) -> Iterator[None]:
    """The table of effects for tests with real commits."""
    with connection.cursor() as cursor:
        cursor.execute(EFFECTS)
    yield
    newsroom.on_pour.clear()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE news_effect")


def in_another_connection(work: Callable[[], None]) -> threading.Thread:
    """Run it in a thread, which has a database connection of its own; started."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


SHARES = {"tests.count_cups": 50, "tests.pour": 50, "tests.sweep_up": 50}


@pytest.mark.django_db(transaction=True)
def test_what_one_worker_has_leased_no_other_takes_until_its_time_is_over(real_cups) -> None:
    fill(1, 2)
    with leases.holding() as mine, leases.holding() as other:
        assert len(leases.claim(lease=mine, shares=SHARES)) == 4
        fill(1)
        assert leases.claim(lease=other, shares=SHARES) == []  # the later event of cup 1 waits for the leased one
        Delivery.objects.filter(lease=mine).update(leased_until="2020-01-01T00:00:00Z", due_at="2020-01-01T00:00:00Z")
        again = leases.claim(lease=other, shares=SHARES)
    assert [(one.attempts, one.first) for one in again] == [(1, False)] * 4 + [(1, True)] * 2


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_share_and_each_effect_is_there_once(real_cups) -> None:
    fill(*range(300))
    tallies: list[Tally] = []
    threads = [in_another_connection(lambda: tallies.append(deliver_due(budget=60))) for _ in range(3)]
    for thread in threads:
        thread.join()
    assert sum(tally.done for tally in tallies) == 600
    assert sorted(effects()) == list(range(300))


@pytest.mark.django_db(transaction=True)
def test_who_has_lost_the_lease_leaves_no_effect(real_cups) -> None:
    def lose(event: CupFilled) -> None:
        def take() -> None:
            Delivery.objects.filter(listener="tests.pour").update(lease=None, leased_until=None)

        in_another_connection(take).join()

    newsroom.on_pour.append(lose)
    fill(1)
    assert deliver_due(budget=0.0).done == 1
    assert effects() == []
    newsroom.on_pour.clear()
    make_due()
    assert deliver_due(budget=9).done == 1
    assert effects() == [1]


@pytest.mark.django_db(transaction=True)
def test_a_lease_is_free_as_soon_as_the_connection_of_its_holder_is_gone_and_not_before(real_cups) -> None:
    fill(1)
    holds, end = threading.Event(), threading.Event()

    def hold() -> None:
        with leases.holding() as lease:
            leases.claim(lease=lease, shares=SHARES)
            holds.set()
            end.wait(30)

    thread = in_another_connection(hold)
    assert holds.wait(30)
    assert leases.free_lost() == 0
    end.set()
    thread.join()
    assert leases.free_lost() == 2


# Operators ------------------------------------------------------------------------------------------------------------


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


# What changed since ---------------------------------------------------------------------------------------------------


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
