"""Fills an engine with the whole catalogue anew while searches and changes go on; where it was stopped, it goes on from there."""

import os
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.products.models import Product
from marketplace.kit.refused import Refused
from marketplace.kit.shapes import fetch
from search.engines.all import engines
from search.engines.engine import Engine
from search.index import names, standing
from search.index.crew import crew
from search.index.models import SearchFilling
from search.index.queries import documents, product_ids

PART = 1000  # products
MOST_PROCESSES = 4
_LOCK, _FREE = (f"SELECT {name}(hashtextextended(%s, 0))" for name in ("pg_try_advisory_lock", "pg_advisory_unlock"))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a filling is: `documents` of it so far, up to the product `after`; `products` that there are, `passed` of them.
    `learnt`: documents since this process began, in `seconds`."""

    documents: int
    after: int
    products: int
    passed: int
    learnt: int
    seconds: float

    @property
    def rate(self) -> float:
        """Documents a second, of this process."""
        return self.learnt / self.seconds if self.seconds else 0.0


def processes() -> int:
    """How many processes fill where nothing else is said."""
    return max(1, min(len(os.sched_getaffinity(0)), MOST_PROCESSES))


def fill(engine: Engine, *, by: int = 1, anew: bool = False) -> Iterator[Progress]:
    """Fill the engine, with `by` processes (one: this one), and say how far it is after each part; with the last word it is what
    searches ask. Where a filling was broken off it goes on, unless it shall begin `anew`.

    Every change reaches what is being filled, too: an engine that fills something beside what it shows has it learn both. And a
    document that was read before a change has an earlier version than the one after it. Refused ALREADY_FILLING.
    """
    with _alone(engine.name):
        row = _begun(engine, anew=anew)
        engine.prepare(row.into)
        names.notice_names()
        standing.turn_all(filling=True)
        yield from _filled(engine, row, by)
        engine.show(row.into)
        row.done_at = timezone.now()
        row.save(update_fields=["done_at"])


def unfilled() -> list[Engine]:
    """The engines that have never had everything, have lost it, or did not hear of changes for a time, because they were not
    set up; whoever asks writes that down of those which are not set up now."""
    known = engines()
    SearchFilling.objects.exclude(engine__in=known).delete()
    full = set(SearchFilling.objects.filter(done_at__isnull=False).values_list("engine", flat=True))
    some = Product.objects.exists()
    return [one for one in known.values() if one.name not in full or (some and next(one.known(), None) is None)]


def _begun(engine: Engine, *, anew: bool) -> SearchFilling:
    """The one that was broken off, or a new one."""
    if not anew and (row := SearchFilling.objects.filter(engine=engine.name, done_at=None).first()):
        return row
    into = engine.place(str(fetch("SELECT nextval('search_version')", ())[0][0]))
    SearchFilling.objects.filter(engine=engine.name).delete()
    return SearchFilling.objects.create(engine=engine.name, into=into)


def _filled(engine: Engine, row: SearchFilling, by: int) -> Iterator[Progress]:
    began, learnt, total = time.monotonic(), 0, Product.objects.count()
    passed = Product.objects.filter(id__lte=row.after).count() if row.after else 0
    for ids, count in _parts_done(engine, row, by):
        row.after, row.documents = ids[-1], row.documents + count
        row.save(update_fields=["after", "documents"])
        learnt, passed = learnt + count, passed + len(ids)
        yield Progress(row.documents, row.after, max(total, passed), passed, learnt, time.monotonic() - began)


def _parts_done(engine: Engine, row: SearchFilling, by: int) -> Iterator[tuple[list[int], int]]:
    """Each part that is done, in the order of the keys, and how many documents it was."""
    if by == 1:
        for ids in _parts(row.after):
            yield ids, fill_part(engine.name, row.into, ids)
        return
    with crew(by) as pool:
        under_way: deque[tuple[list[int], Future[int]]] = deque()
        for ids in _parts(row.after):
            under_way.append((ids, pool.submit(fill_part, engine.name, row.into, ids)))
            if len(under_way) > 3 * by:
                done, result = under_way.popleft()
                yield done, result.result()
        while under_way:
            done, result = under_way.popleft()
            yield done, result.result()


def _parts(after: int) -> Iterator[list[int]]:
    while ids := product_ids(after=after, most=PART):
        yield ids
        after = ids[-1]


def fill_part(engine: str, into: str, ids: list[int]) -> int:
    """Put these products as they are now; how many documents it was."""
    version = int(fetch("SELECT nextval('search_version')", ())[0][0])
    found = documents(ids, version=version)
    engines()[engine].put_into(into, found)
    return len(found)


@contextmanager
def _alone(engine: str) -> Iterator[None]:
    """Nobody else fills this engine; the lock is freed with the connection, too."""
    key = [f"search-fills:{engine}"]
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, key)
        if not cursor.fetchone()[0]:
            raise Refused("ALREADY_FILLING", _("This engine is being filled by another process."))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(_FREE, key)
