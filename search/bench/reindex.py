"""Reindexing under load: how fast an engine is filled anew while people search and edit, which searches fail, what is lost.

Several search without a pause, several edit, and a worker has the engine learn what they do, while two processes fill it. In the
end all that it has is compared with the catalogue: a document that differs is an edit that was lost.
"""

import os
import subprocess
import sys
import threading
import time
from argparse import ArgumentParser
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import connection
from django.utils import timezone

from marketplace.channels.queries import viewpoint
from search.bench import apart
from search.bench.edits import WORDS
from search.bench.lag import percentile
from search.bench.search_index import ROOT, edit, is_quiet, wait_for, worker
from search.engines.all import engines
from search.engines.engine import Engine, Wanted
from search.index.check import check
from search.index.filling import Progress, fill, processes
from search.ranking.queries import ranking

BAR_RATE = 2000
ASKED = (*WORDS, "saree", "साड़ी", "varanasi", "wooden toy", "brass lamp", "silk", "pottery", "chickankari")
Say = Callable[[str], Any]


@dataclass
class Searchers:
    """Those who search meanwhile: what each search took in seconds, and what went wrong."""

    took: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def arguments(parser: ArgumentParser) -> None:
    """Which engine of which database, and how many search and edit."""
    parser.add_argument("--engine", choices=sorted(engines()), help="only this one; else each in turn")
    parser.add_argument("--database", default="", help="a database of this server to work on: it is not the same afterwards")
    parser.add_argument("--here", action="store_true", help="work on the database that is set up")
    parser.add_argument("--searchers", type=int, default=2, help="threads that search (2)")
    parser.add_argument("--edits", type=float, default=10, help="edits a second by two who edit (10)")
    parser.add_argument("--seconds", type=int, default=60, help="how long they edit (60)")
    parser.add_argument("--processes", type=int, default=processes(), help="processes that fill (%(default)s)")


def run(options: dict[str, Any], write: Say) -> None:
    """Measure; RuntimeError where a search fails or an edit is lost."""
    if options["here"]:
        os.environ.setdefault(apart.QUEUE, f"bench-{uuid4()}")
        apart.stand_apart()
        for name, engine in engines().items():
            if options["engine"] in (None, name):
                _measure(engine, options, write)
        return
    if not options["database"]:
        raise RuntimeError("Say --database NAME, of one that may be edited, or --here.")
    address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{options['database']}").geturl()
    given = {**os.environ, "DATABASE_URL": address, "PYTHONPATH": str(ROOT), apart.QUEUE: f"bench-{uuid4()}"}
    given["ELASTICSEARCH_INDEX_PREFIX"] = f"{settings.ELASTICSEARCH_INDEX_PREFIX}bench-reindex-"
    words = [f"--{key}={options[key]}" for key in ("searchers", "edits", "seconds", "processes")]
    words += [f"--engine={options['engine']}"] if options["engine"] else []
    if subprocess.run(
        [sys.executable, "-P", "-m", "django", "bench", "reindex", "--here", *words], env=given, check=False
    ).returncode:
        raise RuntimeError("The measurement has failed: see above.")


def _measure(engine: Engine, options: dict[str, Any], say: Say) -> None:
    if next(engine.known(), None) is None:
        say(
            f"{engine.name}: filled for the first time, {_filled(engine, options['processes']).rate:.0f} documents/s without load"
        )
    many = int(options["edits"] * options["seconds"])
    with worker(), _searching(engine, options["searchers"]) as searchers:
        editing = threading.Thread(target=edit, args=(many, 2, options["edits"], [])) if many else None
        if editing:
            editing.start()
        done = _filled(engine, options["processes"])
        if editing:
            editing.join()
        wait_for(is_quiet, "learnt")
    drift = check(engine)
    rate = f"{done.learnt} documents in {done.seconds:.1f} s, {done.rate:.0f}/s  {'PASS' if done.rate >= BAR_RATE else 'below'}"
    say(f"{engine.name}: reindexed under load, {rate}")
    p50, p95 = (1000 * percentile(searchers.took, share) for share in (0.5, 0.95))
    say(f"  {len(searchers.took)} searches meanwhile, {len(searchers.failed)} failed, p50 {p50:.0f} ms, p95 {p95:.0f} ms")
    say(f"  {many} edits meanwhile, {len(drift.pairs)} of {drift.documents} documents differ in the end")
    if searchers.failed or drift.pairs:
        raise RuntimeError(f"{searchers.failed[:3]} {drift.pairs[:10]}")


def _filled(engine: Engine, by: int) -> Progress:
    return deque(fill(engine, by=by, anew=True), maxlen=1).pop()


@contextmanager
def _searching(engine: Engine, many: int) -> Iterator[Searchers]:
    ended, searchers = threading.Event(), Searchers()
    threads = [threading.Thread(target=_search, args=(engine, place, searchers, ended)) for place in range(many)]
    for thread in threads:
        thread.start()
    try:
        yield searchers
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def _search(engine: Engine, place: int, searchers: Searchers, ended: threading.Event) -> None:
    try:
        while not ended.is_set():
            place += 1
            at, began = viewpoint(language="en"), time.monotonic()
            try:
                engine.find(Wanted(text=ASKED[place % len(ASKED)]), at, ranking(timezone.now()))
            except Exception as error:
                searchers.failed.append(f"{type(error).__name__}: {error}"[:300])
            searchers.took.append(time.monotonic() - began)
            time.sleep(0.02)
    finally:
        connection.close()
