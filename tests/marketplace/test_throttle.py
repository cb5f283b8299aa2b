"""Allowances: nobody gets more than is said, whichever process is asked, and hardly anything is asked of Valkey."""

import threading
import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
import redis

from marketplace.kit import throttle
from marketplace.kit.throttle import PORTION_SECONDS, Portions, spend


@pytest.fixture
def key(settings: Any) -> Iterator[str]:
    """A key that nobody else has."""
    name = f"test:{uuid4()}"
    yield name
    client = redis.Redis.from_url(settings.VALKEY_URL)
    client.delete(f"rate:{name}")
    client.close()


def _asked(address: str) -> int:
    """How often Valkey was asked by EVAL so far."""
    client: Any = redis.Redis.from_url(address)
    calls = int(client.info("commandstats").get("cmdstat_eval", {}).get("calls", 0))
    client.close()
    return calls


def test_who_asks_often_is_handed_portions(settings: Any, key: str) -> None:
    before = _asked(settings.VALKEY_URL)
    assert {spend(key, 30, per_minute=600_000, burst=200_000) for _turn in range(500)} == {0.0}
    assert _asked(settings.VALKEY_URL) - before < 100


def test_several_processes_together_give_no_more_than_the_burst(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    burst, cost = 20_000, 10
    here = threading.local()
    monkeypatch.setattr(throttle, "portions", lambda: here.portions)  # a thread stands for a process
    given: list[int] = []
    waits: list[float] = []

    def ask() -> None:
        here.portions = Portions()
        count = 0
        while not (wait := spend(key, cost, per_minute=60, burst=burst)):
            count += 1
        given.append(count)
        waits.append(wait)

    began = time.monotonic()
    askers = [threading.Thread(target=ask) for _process in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    paid_off = time.monotonic() - began + 1  # one a second
    assert sum(given) * cost <= burst + paid_off
    assert sum(given) * cost >= burst * 0.95  # what a portion has left at the end is little
    assert all(0 < wait <= cost for wait in waits)


def test_a_small_burst_is_told_to_the_last(key: str) -> None:
    waits = [spend(key, 10, per_minute=60, burst=40) for _turn in range(5)]
    assert waits[:4] == [0.0] * 4
    assert 9 < waits[4] <= 10


def test_a_portion_is_lost_after_a_while() -> None:
    portions = Portions()
    portions.put("a", 10, 20, now=100.0)
    assert portions.take("a", 20, 100.0 + PORTION_SECONDS / 2)
    portions.put("a", 10, 20, now=100.0)
    assert not portions.take("a", 1, 100.1 + PORTION_SECONDS)
    assert portions.wish("a", 100.1 + PORTION_SECONDS) == 0
    assert not portions.take("b", 1, 100.0)


def test_the_portions_of_many_askers_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "MOST_PORTIONS", 2)
    portions = Portions()
    for name in ("a", "b", "a", "c"):
        portions.put(name, 1, 5, now=100.0)
    assert [portions.take(name, 1, 100.0) for name in ("a", "b", "c")] == [True, False, True]
