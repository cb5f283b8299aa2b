"""The news with real Celery workers: killed with SIGKILL at every point, poisoned, woken, and left without a broker."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection, transaction

from marketplace.news.announce import announce
from marketplace.news.models import Delivery
from tests.marketplace.newsroom import CupBroken, CupFilled, effects, make_due

POINTS = ["before_the_claim", "after_the_claim", "inside_the_handler", "before_the_commit", "after_the_commit"]


@pytest.fixture
def start(real_cups: None, queue: str, environment, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a worker on the test's database in a process group of its own; what is left of them is killed at the end."""
    workers: list[subprocess.Popen[bytes]] = []

    def begin(crash_at: str = "", *, clock: bool = True) -> subprocess.Popen[bytes]:
        folder = tmp_path / str(len(workers))
        folder.mkdir()
        command = [sys.executable, "-P", "-m", "celery", "-A", "marketplace.celery", "worker", "--loglevel=WARNING"]
        command += ["-I", "tests.marketplace.news_worker", "-Q", queue, "--concurrency=2", f"--hostname=w{len(workers)}@%h"]
        command += ["--without-gossip", "--without-mingle", "--without-heartbeat", f"--schedule={folder / 'beat'}"]
        command += ["--beat"] if clock else []
        with (folder / "log").open("wb") as log:
            workers.append(
                subprocess.Popen(
                    command, cwd=folder, env={**environment, "NEWS_TEST_CRASH_AT": crash_at},
                    stdout=log, stderr=log, start_new_session=True,
                )
            )  # fmt: skip
        return workers[-1]

    yield begin
    for worker in workers:
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def wait_until(what: Callable[[], bool], *, meanwhile: Callable[[], None] = lambda: None) -> None:
    """Look ten times a second; fails after two minutes."""
    until = time.monotonic() + 120
    while not what():
        assert time.monotonic() < until, list(Delivery.objects.exclude(state="done").values())
        meanwhile()
        time.sleep(0.1)


def all_done() -> bool:
    return not Delivery.objects.exclude(state="done").exists()


def fill_in_turn(cup: int) -> None:
    """Three facts about one cup, each with its own commit."""
    for sip in range(3):
        with transaction.atomic():
            announce(CupFilled(cup=cup, sips=(sip,)))


def test_twenty_workers_are_killed_and_nothing_is_lost_or_done_twice(start, tmp_path: Path) -> None:
    for pair in range(10):
        fill_in_turn(2 * pair)
        fill_in_turn(2 * pair + 1)
        killed = [start(POINTS[(2 * pair + place) % 5]) for place in (0, 1)]
        assert [worker.wait(60) for worker in killed] == [-signal.SIGKILL] * 2
    crashes = Counter(crash.name.partition("-")[0] for crash in (tmp_path / "crashes").iterdir())
    assert crashes == dict.fromkeys(POINTS, 4)
    start()
    wait_until(all_done, meanwhile=make_due)
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject, array_agg(what ORDER BY id) FROM news_effect WHERE listener = 'pour' GROUP BY 1")
        assert dict(cursor.fetchall()) == dict.fromkeys(range(20), ["[0]", "[1]", "[2]"])
    told_outside = Counter(effects("count_cups"))
    assert set(told_outside) == set(range(20))
    assert min(told_outside.values()) == 3  # at least once: a listener outside may be told again


@pytest.mark.parametrize("how", ["kill", "exit"])
def test_poison_is_dead_after_five_attempts_and_the_others_go_on(start, tmp_path: Path, how: str) -> None:
    with transaction.atomic():
        announce(CupBroken(cup=666, how=how), *[CupBroken(cup=cup, how="well") for cup in range(60)])
    start()
    wait_until(lambda: Delivery.objects.filter(state="done").count() == 60)
    wait_until(lambda: Delivery.objects.filter(state="dead").exists(), meanwhile=make_due)
    dead = Delivery.objects.get(state="dead")
    assert (dead.subject, dead.attempts, dead.error) == ("cup:666", 5, "The worker was lost while handling this.")
    tries = Counter((tmp_path / "tries").read_text().split())
    assert tries["666"] == 5
    assert sorted(effects("sweep_up")) == list(range(60))


def test_a_commit_wakes_a_worker_without_the_clock(start) -> None:
    start(clock=False)
    for cup in range(3):
        fill_in_turn(cup)
        wait_until(all_done)
    assert Counter(effects()) == dict.fromkeys(range(3), 3)


@pytest.mark.parametrize("variable", ["VALKEY_URL", "CELERY_BROKER_URL"])
def test_without_a_broker_the_deed_is_done_and_the_sweep_delivers_later(start, environment, variable: str) -> None:
    deed = (
        "import os, django; django.setup()\n"
        "from django.db import transaction\n"
        "from marketplace.celery import app\n"
        "from marketplace.news.announce import announce\n"
        "from tests.marketplace.newsroom import CupFilled\n"
        "app.conf.task_default_queue = os.environ['NEWS_TEST_QUEUE']\n"  # where no neighbour's mark keeps the hint back
        "with transaction.atomic(): announce(CupFilled(cup=1))\n"
    )
    nobody = {**environment, variable: "redis://127.0.0.1:1/0"}
    done = subprocess.run([sys.executable, "-P", "-c", deed], env=nobody, capture_output=True, text=True, timeout=60, check=True)
    assert "no worker could be woken" in done.stderr
    assert Delivery.objects.filter(state="waiting").count() == 2
    start()
    wait_until(all_done)
    assert effects() == [1]
