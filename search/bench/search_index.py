"""The search's engines in step: random edits by several who edit, what differs in the end, and how late an edit is found.

A worker of its own (Celery, two processes, the clock inside), on a queue of its own, delivers the news and has the engines learn.
Edits of every kind are made by as many processes as wanted, and some of the news are delivered again, in another order. In the
end every document that an engine has is compared with the catalogue. A lag is the time from the commit of an edit to the moment
from which a search finds the product as it is then, with all refreshing that the engine does by itself.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import psycopg
from django.conf import settings
from django.db import connection

from catalog.bench.ground import PREFIX, Ground
from marketplace.celery import app
from search.bench import apart
from search.bench.lag import Watch, percentile
from search.engines.all import engines
from search.index.check import check
from search.index.filling import fill
from search.index.learning import due_count

ROOT = Path(__file__).resolve().parents[2]
BAR_SECONDS = 2.0
LONGEST = 120.0  # seconds until what was edited must be known
_AGAIN = """
UPDATE marketplace_delivery SET state = 'waiting', done_at = NULL, attempts = 0, due_at = now() + random() * interval '2 seconds'
WHERE state = 'done' AND listener LIKE 'search.%%' AND random() < %s
"""
_UNHEARD = "SELECT count(*) FROM marketplace_delivery WHERE state <> 'done' AND listener LIKE 'search.%'"
Say = Callable[[str], Any]


def arguments(parser: ArgumentParser) -> None:
    """How many edits, by how many, and where."""
    parser.add_argument("--edits", type=int, default=5000, help="edits in all (5000)")
    parser.add_argument("--editors", type=int, default=4, help="processes that edit (4)")
    parser.add_argument("--rate", type=float, default=100, help="edits a second by all of them, 0: as fast as they go (100)")
    parser.add_argument("--products", type=int, default=2000, help="products in a database of its own (2000)")
    parser.add_argument("--keep", action="store_true", help="keep that database")
    parser.add_argument("--here", action="store_true", help="edit the database that is set up: it is not the same afterwards")


def run(options: dict[str, Any], write: Say) -> None:
    """Make the ground, measure on it in a process that is set up for it; RuntimeError where engines differ or lag."""
    if options["here"]:
        os.environ.setdefault(apart.QUEUE, f"bench-{uuid4()}")
        apart.stand_apart()
        measure(edits=options["edits"], editors=options["editors"], rate=options["rate"], say=write)
        return
    place = Ground(os.environ["DATABASE_URL"], f"{PREFIX}index_{options['products']}")
    try:
        place.make(options["products"], write)
        with psycopg.connect(place.address, autocommit=True) as made:
            made.execute("DELETE FROM marketplace_delivery")  # of how the shops were made
        given = {**os.environ, "DATABASE_URL": place.address, "PYTHONPATH": str(ROOT), apart.QUEUE: f"bench-{uuid4()}"}
        given["ELASTICSEARCH_INDEX_PREFIX"] = f"{settings.ELASTICSEARCH_INDEX_PREFIX}bench-index-"
        words = [f"--{key}={options[key]}" for key in ("edits", "editors", "rate")]
        command = [sys.executable, "-P", "-m", "django", "bench", "search_index", "--here", *words]
        if subprocess.run(command, env=given, check=False).returncode:
            raise RuntimeError("The measurement has failed: see above.")
    finally:
        if not options["keep"]:
            place.drop()
        place.close()


def measure(*, edits: int, editors: int, rate: float, say: Say) -> None:
    """Fill, edit, wait, deliver again, compare. RuntimeError where anything differs or is later than the bar."""
    for engine in engines().values():
        for _progress in fill(engine):
            pass
    watches = {name: Watch(name) for name in engines()}
    faults = []
    with worker(), _looking(watches.values()) as looking:
        kinds, took = edit(edits, editors, rate, list(watches.values()))
        told = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        say(f"{sum(kinds.values())} edits by {editors} in {took:.1f} s ({sum(kinds.values()) / took:.0f}/s): {told}")
        wait_for(
            lambda: not any(watch.waiting for watch in watches.values()) and is_quiet(),
            "shown",
            lambda: [watch.left for watch in watches.values()],
        )
        looking.set()
        for watch in watches.values():
            late = percentile(watch.lags, 0.99) >= BAR_SECONDS
            faults += [f"{watch.engine} is late"] if late else []
            say(_lags(watch, late))
        again = _deliver_again(0.5)
        wait_for(is_quiet, "heard again")
        say(f"{again} deliveries again, in another order")
    for engine in engines().values():
        drift = check(engine)
        say(f"{engine.name:14} {drift.documents} documents, {len(drift.pairs)} differ")
        faults += [f"{engine.name} differs: {drift.pairs[:10]}"] if drift.pairs else []
    with app.connection_for_write() as broker:
        broker.default_channel.queue_delete(app.conf.task_default_queue)
    if faults:
        raise RuntimeError("; ".join(faults))


def edit(edits: int, editors: int, rate: float, watches: Sequence[Watch]) -> tuple[Counter[str], float]:
    """Edit by several; how many edits of each kind, and how many seconds it took."""
    began, kinds = time.monotonic(), Counter[str]()
    command = [sys.executable, "-P", "-m", "search.bench.editing"]
    each = [str(edits // editors), str(rate / editors)]
    with ExitStack() as all_of_them:
        who = [
            all_of_them.enter_context(
                subprocess.Popen([*command, str(seed), *each], env=environment(), stdout=subprocess.PIPE, text=True)
            )
            for seed in range(editors)
        ]
        hearers = [threading.Thread(target=_hear, args=(one, kinds, watches)) for one in who]
        for hearer in hearers:
            hearer.start()
        for hearer in hearers:
            hearer.join()
    if any(one.returncode for one in who):
        raise RuntimeError("Somebody who edits has failed: see above.")
    return kinds, time.monotonic() - began


def _hear(one: "subprocess.Popen[str]", kinds: Counter[str], watches: Sequence[Watch]) -> None:
    assert one.stdout is not None
    for line in one.stdout:
        kind, *told = line.split()
        kinds[kind] += 1
        if len(told) == 3:
            for watch in watches:
                watch.expect(int(told[0]), int(told[1]), float(told[2]))


@contextmanager
def _looking(watches: Iterable[Watch]) -> Iterator[threading.Event]:
    ended = threading.Event()
    threads = [threading.Thread(target=watch.run, args=[ended.is_set]) for watch in watches]
    for thread in threads:
        thread.start()
    try:
        yield ended
    finally:
        ended.set()
        for thread in threads:
            thread.join()


@contextmanager
def worker() -> Iterator[None]:
    """A worker with two processes and the clock, in a process group of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-P", "-m", "celery", "-A", "marketplace.celery", "worker", "-I", "search.bench.apart"]
        command += ["--concurrency=2", "--without-gossip", "--without-mingle", "-B", f"--schedule={folder}/beat"]
        command += ["--loglevel=WARNING", "-Q", app.conf.task_default_queue]
        worker = subprocess.Popen(command, cwd=folder, env=environment(), start_new_session=True)
        try:
            yield
        finally:
            worker.send_signal(signal.SIGTERM)
            try:
                worker.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(worker.pid, signal.SIGKILL)
                worker.wait()


def is_quiet() -> bool:
    """Whether every edit has been heard of, and what it made due has been learnt."""
    with connection.cursor() as cursor:
        cursor.execute(_UNHEARD)
        return not cursor.fetchone()[0] and not any(map(due_count, engines()))


def _deliver_again(share: float) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_AGAIN, [share])
        return int(cursor.rowcount)


def wait_for(until: Callable[[], bool], what: str, left: Callable[[], object] = str) -> None:
    """Until it is so; RuntimeError where that takes too long."""
    latest = time.monotonic() + LONGEST
    while not until():
        if time.monotonic() > latest:
            raise RuntimeError(f"Not everything is {what} after {LONGEST:.0f} s: {left()}")
        time.sleep(0.2)


def _lags(watch: Watch, late: bool) -> str:
    p50, p95, p99, most = (percentile(watch.lags, share) for share in (0.5, 0.95, 0.99, 1))
    bar = "over" if late else "PASS"
    told = f"p50 {p50:.2f} s, p95 {p95:.2f} s, p99 {p99:.2f} s, most {most:.2f} s"
    return f"{watch.engine:14} lag of {len(watch.lags)} edits: {told}  {bar}"


def environment() -> dict[str, str]:
    """The variables of a process that works on the database and the engines of this one."""
    held = connection.settings_dict
    address = f"postgres://{quote(held['USER'])}:{quote(held['PASSWORD'])}@{held['HOST']}:{held['PORT']}/{held['NAME']}"
    return {
        **os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": address, "ELASTICSEARCH_URL": settings.ELASTICSEARCH_URL or "",
        "ELASTICSEARCH_INDEX_PREFIX": settings.ELASTICSEARCH_INDEX_PREFIX,
    }  # fmt: skip
