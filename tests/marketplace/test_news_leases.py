"""The news: what one worker has leased no other takes, and what a lost one had is free again at once."""

import threading

import pytest

from marketplace.news import leases
from marketplace.news.deliver import Tally, deliver_due
from marketplace.news.models import Delivery
from tests.marketplace import newsroom
from tests.marketplace.newsroom import CupFilled, effects, fill, in_another_connection, make_due

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
