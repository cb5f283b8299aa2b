"""The breaker opens after a few failures, lets one question try the engine again after a rest, and closes on its answer."""

from threading import Barrier, Thread

import pytest

from search.engines.breaker import AMONG, FEW, MOST_REST, REST, Breaker


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker("an engine", clock)


def opened(breaker: Breaker) -> Breaker:
    for _ in range(FEW):
        breaker.failed("it is down")
    return breaker


def test_it_opens_after_a_few_failures_and_not_before(breaker: Breaker) -> None:
    for turn in range(FEW):
        assert breaker.is_closed, turn
        breaker.failed("it is down")
    assert not breaker.is_closed and not breaker.may_try()


def test_failures_count_among_answers_but_not_for_ever(breaker: Breaker) -> None:
    for turn in range(FEW - 1):
        breaker.failed(turn)
        breaker.succeeded()
    for _ in range(AMONG):
        breaker.succeeded()
    breaker.failed("one after many answers")
    assert breaker.is_closed
    for _ in range(FEW - 1):
        breaker.succeeded()
        breaker.failed("every other one")
    assert not breaker.is_closed


def test_one_question_tries_again_after_the_rest(breaker: Breaker, clock: Clock) -> None:
    opened(breaker)
    clock.now += REST - 0.01
    assert not breaker.may_try()
    clock.now += 0.01
    assert breaker.may_try() and not breaker.may_try() and not breaker.is_closed
    breaker.succeeded()
    assert breaker.is_closed and not breaker.may_try()


def test_each_time_that_it_fails_once_more_it_rests_longer_up_to_a_bound(breaker: Breaker, clock: Clock) -> None:
    opened(breaker)
    rest = REST
    for _ in range(6):
        clock.now += rest
        assert breaker.may_try()
        breaker.failed("still down")
        rest = min(2 * rest, MOST_REST)
        clock.now += rest - 0.01
        assert not breaker.may_try()
        clock.now += 0.01 - rest
    clock.now += MOST_REST
    assert breaker.may_try()
    breaker.succeeded()
    opened(breaker)
    clock.now += REST
    assert breaker.may_try()


def test_what_is_answered_late_changes_nothing_while_it_is_open(breaker: Breaker) -> None:
    opened(breaker)
    breaker.succeeded()
    breaker.failed("asked before it opened")
    assert not breaker.is_closed


def test_of_many_at_once_one_tries(breaker: Breaker, clock: Clock) -> None:
    opened(breaker)
    clock.now += REST
    together, said = Barrier(8), []

    def ask() -> None:
        together.wait()
        said.append(breaker.may_try())

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == [False] * 7 + [True]


def test_what_happens_is_logged_once(breaker: Breaker, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    opened(breaker)
    breaker.failed("again")
    clock.now += REST
    breaker.may_try()
    breaker.failed("still")
    clock.now += MOST_REST
    breaker.may_try()
    breaker.succeeded()
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
