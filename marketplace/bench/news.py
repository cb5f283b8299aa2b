"""The news: how fast facts are announced and delivered, and how late they arrive.

A worker of its own (Celery, two processes, beat inside), on a queue of its own, delivers to a listener that writes one
row. First a calibration: bare inserts with a commit each, over one connection. Then facts at a steady rate, one transaction
each, for the lag; then as many as one process can announce, and how fast they are delivered. All rows are deleted afterwards.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.db import connection, transaction

from marketplace.celery import app
from marketplace.news.announce import announce

Write = Callable[[str], Any]

_BELLS = 100
_BARE = """
INSERT INTO marketplace_event (kind, subject, payload, transaction_id) VALUES ('marketplace.BellRung', '', '{}', 0)
"""
_LAG = """
SELECT count(*), percentile_cont(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - happened_at)),
       count(*) / nullif(extract(epoch FROM max(done_at) - min(happened_at)), 0),
       count(*) / nullif(extract(epoch FROM max(done_at) - min(done_at)), 0)
FROM marketplace_delivery JOIN marketplace_event event ON event.id = event_id
WHERE kind = 'marketplace.BellRung' AND state = 'done' AND event.id > %s
"""


def arguments(parser: ArgumentParser) -> None:
    """How long and how fast."""
    parser.add_argument("--rate", type=int, default=500, help="facts per second in the steady part (500)")
    parser.add_argument("--seconds", type=int, default=10, help="how long the steady part lasts (10)")
    parser.add_argument("--burst", type=int, default=5000, help="facts announced at once in the second part (5000)")


def run(options: dict[str, Any], write: Write) -> None:
    """Measure, print, tidy up."""
    from marketplace.bench import bell  # noqa: PLC0415  its listener is for this bench only

    os.environ[bell.QUEUE] = f"bench-{uuid4()}"
    bell.stand_apart()
    _tidy()
    _execute("CREATE UNLOGGED TABLE bench_stroke (bell int, stroke int)")
    try:
        base = _calibrate(2.0)
        write(f"calibration: {base:.0f} single-row inserts with a commit per second")
        with _worker():
            _warm_up()
            _steady(options["rate"], options["seconds"], base, write)
            _burst(options["burst"], base, write)
    finally:
        _tidy()
        with app.connection_for_write() as broker:
            broker.default_channel.queue_delete(os.environ[bell.QUEUE])


def _steady(rate: int, seconds: int, base: float, write: Write) -> None:
    first, started = _last_event(), time.monotonic()
    for number in range(rate * seconds):
        time.sleep(max(0.0, started + number / rate - time.monotonic()))
        _ring(number)
    announced = rate * seconds / (time.monotonic() - started)
    _wait(first, rate * seconds)
    _count, (p50, p95, p99), delivered, _rate = _row(_LAG, first)
    write(
        f"steady: announced {announced:.0f}/s, delivered {delivered:.0f}/s ({float(delivered) / base:.2f} of calibration), "
        f"lag p50 {p50 * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms"
    )


def _burst(number: int, base: float, write: Write) -> None:
    first, started = _last_event(), time.monotonic()
    for stroke in range(number):
        _ring(stroke)
    announced = number / (time.monotonic() - started)
    _wait(first, number)
    _count, (p50, _p95, p99), both, _rate = _row(_LAG, first)
    write(
        f"burst: announced {announced:.0f}/s ({announced / base:.2f} of calibration), announced and delivered {both:.0f}/s "
        f"({float(both) / base:.2f} of calibration), lag p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms"
    )
    with transaction.atomic():
        first = _last_event()
        announce(*[_fact(stroke) for stroke in range(number)])
    _wait(first, number)
    _count, _lags, _both, delivered = _row(_LAG, first)
    write(f"backlog of {number}: delivered {delivered:.0f}/s ({float(delivered) / base:.2f} of calibration)")


def _ring(number: int) -> None:
    with transaction.atomic():
        announce(_fact(number))


def _fact(number: int) -> object:
    from marketplace.bench.bell import BellRung  # noqa: PLC0415  as above

    return BellRung(bell=number % _BELLS, stroke=number)


def _calibrate(seconds: float) -> float:
    """Bare single-row inserts, each with its commit, per second."""
    count, started = 0, time.monotonic()
    while time.monotonic() - started < seconds:
        _execute(_BARE)
        count += 1
    return count / (time.monotonic() - started)


@contextmanager
def _worker() -> Iterator[None]:
    """A worker with two processes and the clock, in a process group of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-P", "-m", "celery", "-A", "marketplace.celery", "worker", "-I", "marketplace.bench.bell"]
        command += ["--concurrency=2", "--without-gossip", "--without-mingle", "-B", f"--schedule={folder}/beat"]
        command += ["--loglevel=WARNING"]
        place = Path(__file__).resolve().parents[2]
        worker = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(place)}, start_new_session=True)
        try:
            yield
        finally:
            worker.send_signal(signal.SIGTERM)
            try:
                worker.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(worker.pid, signal.SIGKILL)
                worker.wait()


def _warm_up() -> None:
    first = _last_event()
    for number in range(50):
        _ring(number)
    _wait(first, 50)


def _wait(first: int, number: int) -> None:
    """Until so many events after the first are delivered; RuntimeError after two minutes."""
    until = time.monotonic() + 120
    while _row(_LAG, first)[0] < number:
        if time.monotonic() > until:
            raise RuntimeError("The worker has not delivered within two minutes: see its output above.")
        time.sleep(0.2)


def _last_event() -> int:
    return int(_row("SELECT coalesce(max(id), 0) FROM marketplace_event")[0])


def _row(statement: str, *values: int) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _tidy() -> None:
    _execute("DELETE FROM marketplace_delivery WHERE listener = 'marketplace.note_stroke'")
    _execute("DELETE FROM marketplace_event WHERE kind = 'marketplace.BellRung'")
    _execute("DROP TABLE IF EXISTS bench_stroke")
