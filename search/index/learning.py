"""Has an engine learn what is due for it: many products at once, one worker at a time, each failure by itself in the end."""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from search.engines.engine import Engine
from search.index.actions import AT_ONCE, learn

logger = logging.getLogger(__name__)

MOST_WAIT = 30  # seconds until the next try of what has failed; so an engine that was away has all half a minute later
FIRST_WAIT = 0.25
MOST_FAILURES = 3  # in a row, before it is left to the clock
_SLOW = 1.0  # seconds: who fails as slowly as that is not asked again at once
_DUE = """
    SELECT product, noted, tries, gone FROM search_searchdue
    WHERE engine = %s AND due_at <= statement_timestamp() ORDER BY tries, noted LIMIT %s
"""
_OURS = """
    WITH ours AS (
        SELECT due.id FROM search_searchdue due
        JOIN unnest(%s::bigint[], %s::bigint[]) AS told(product, noted) ON due.product = told.product AND due.noted = told.noted
        WHERE due.engine = %s ORDER BY due.product FOR UPDATE OF due
    )
"""  # in the order in which notes are written, so that nobody waits in a circle
_DONE = f"{_OURS} DELETE FROM search_searchdue WHERE id IN (SELECT id FROM ours)"
_FAILED = f"""{_OURS}
    UPDATE search_searchdue SET tries = least(tries + 1, 100), due_at = statement_timestamp() + make_interval(secs => %s)
    WHERE id IN (SELECT id FROM ours)
"""
_LOCK, _FREE = (f"SELECT {name}(hashtextextended(%s, 0))" for name in ("pg_try_advisory_lock", "pg_advisory_unlock"))


class Due(NamedTuple):
    """A product that is to be learnt."""

    product: int
    noted: int
    tries: int
    gone: list[int]


@dataclass
class Round:
    """What one round came to, in products. `more`: its time was over, so there may be further ones due."""

    learnt: int = 0
    failed: int = 0
    more: bool = False


def learn_due(engine: Engine, *, budget: float) -> Round:
    """Have the engine learn what is due, for about `budget` seconds or until nothing is left; nothing where another process
    is at it, which then looks once more before it ends."""
    tally, until, failures = Round(), time.monotonic() + budget, 0
    while is_due(engine.name):
        with _alone(engine.name) as alone:
            if not alone:
                return tally
            while failures < MOST_FAILURES and (rows := _next(engine.name)):
                failures = _learn(engine, rows, tally, failures)
                if time.monotonic() >= until:
                    tally.more = True
                    return tally
            if failures:
                return tally
    return tally


def is_due(engine: str) -> bool:
    """Whether there is something to be learnt now."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS ({_DUE})", [engine, 1])
        return bool(cursor.fetchone()[0])


def due_count(engine: str) -> int:
    """How many products the engine has yet to learn, those included that it is not tried with before a while."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_searchdue WHERE engine IN (%s, '')", [engine])
        return int(cursor.fetchone()[0])


def _learn(engine: Engine, rows: Sequence[Due], tally: Round, failures: int) -> int:
    """One try; how many have failed in a row by now."""
    began = time.monotonic()
    try:
        learn(engine, [row.product for row in rows], gone={(row.product, channel) for row in rows for channel in row.gone})
    except Exception as error:
        _failed(engine.name, rows, error)
        tally.failed += len(rows)
        return MOST_FAILURES if time.monotonic() - began > _SLOW else failures + 1
    _run(_DONE, [[row.product for row in rows], [row.noted for row in rows], engine.name])
    tally.learnt += len(rows)
    return 0


def _next(engine: str) -> list[Due]:
    """What comes next: new notes first. What has failed is tried in ever smaller parts, so that one faulty product ends up by
    itself and no other has to wait for it."""
    with connection.cursor() as cursor:
        cursor.execute(_DUE, [engine, AT_ONCE])
        rows = [Due(*row) for row in cursor.fetchall()]
    if not rows:
        return []
    tries = rows[0].tries
    return [row for row in rows if row.tries == tries][: max(1, AT_ONCE >> min(3 * tries, 30))]


def _failed(engine: str, rows: Sequence[Due], error: Exception) -> None:
    wait = min(FIRST_WAIT * 4 ** min(rows[0].tries, 10), MOST_WAIT)
    _run(_FAILED, [[row.product for row in rows], [row.noted for row in rows], engine, wait])
    logger.warning(
        "search: %s did not learn %d products from %d on, again in %.2f s: %s: %.300s",
        engine, len(rows), rows[0].product, wait, type(error).__name__, error,
    )  # fmt: skip


@contextmanager
def _alone(engine: str) -> Iterator[bool]:
    """Whether nobody else has this engine learn; the lock is freed with the connection, too."""
    key = [f"search-learns:{engine}"]
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, key)
        alone = bool(cursor.fetchone()[0])
    try:
        yield alone
    finally:
        if alone:
            _run(_FREE, key)


def _run(statement: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
