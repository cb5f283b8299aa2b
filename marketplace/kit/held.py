"""Small tables that change rarely, held in memory until one of their rows changes.

Triggers note each change of such a table in `marketplace_tablechange`, inside of the transaction that makes it: whoever
writes, an action, a loader or a person at the SQL prompt, no change goes unnoticed, and none is noticed before its commit.
A process looks there at most every HELD_SECONDS, so what it holds is never older than that. Transactions that write the same
table do not wait for each other: the number and the highest id of a table's rows say together whether anything has been
committed since. `prune` begins anew where there are many rows, and counts as a change.
"""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db import OperationalError, connection, transaction

from marketplace.kit.shapes import fetch

T = TypeVar("T")
Versions = dict[str, tuple[int, int]]

_VERSIONS = "SELECT table_name, max(id), count(*) FROM marketplace_tablechange GROUP BY table_name"
_LOCK = "LOCK TABLE marketplace_tablechange IN SHARE ROW EXCLUSIVE MODE NOWAIT"
_MANY = "SELECT table_name FROM marketplace_tablechange GROUP BY table_name HAVING count(*) > %s"
_PRUNE = "DELETE FROM marketplace_tablechange WHERE table_name = ANY(%s)"
_BEGIN_ANEW = "INSERT INTO marketplace_tablechange (table_name) SELECT unnest(%s::text[])"
LOCK_NOT_AVAILABLE = "55P03"
MOST_NOTES = 1000  # of a table, before they are pruned
_known: tuple[float, Versions] = (float("-inf"), {})
_lock = threading.Lock()
_looking = threading.Lock()  # one look at a time: what it finds is never older than what the one before found


def _versions() -> Versions:
    """The versions of all noted tables, at most HELD_SECONDS old; inside of a transaction those that it sees."""
    global _known
    if connection.in_atomic_block:
        return _read()
    known = _known
    looked, versions = known
    if time.monotonic() - looked >= settings.HELD_SECONDS:
        looked = time.monotonic()
        versions = _read()
        with _lock:
            if _known is known:  # nobody has looked meanwhile, perhaps later than this
                _known = looked, versions
    return versions


def look_now() -> Versions:
    """Look at once, so that what is held is as new as this moment; the versions of all noted tables."""
    global _known
    if connection.in_atomic_block:  # it looks whenever it asks, and what it alone sees is nobody else's
        return _read()
    with _looking:
        looked, versions = time.monotonic(), _read()
        with _lock:
            _known = looked, versions
    return versions


class Look:
    """The looks of one who keeps what was made of noted tables: whoever else looks meanwhile takes nothing from it."""

    def __init__(self) -> None:
        self._seen: Versions | None = None

    def changed(self) -> bool:
        """Look at once; whether anything has changed since the last look, which the first one cannot know: True."""
        before, self._seen = self._seen, look_now()
        return before != self._seen


def prune(*, most: int = MOST_NOTES) -> bool:
    """Delete the notes of tables that have more than `most`; False where somebody is writing one, and nothing is done.

    Under the lock nobody has a note that is not committed yet. So the new note that each of these tables gets has an id above
    all that there were, and no lower one comes later: no version ever comes back, and this counts as a change.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_LOCK)
            cursor.execute(_MANY, [most])
            tables = [name for (name,) in cursor.fetchall()]
            cursor.execute(_PRUNE, [tables])
            cursor.execute(_BEGIN_ANEW, [tables])
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) != LOCK_NOT_AVAILABLE:
            raise
        return False
    return True


def _read() -> Versions:
    return {name: (highest, count) for name, highest, count in fetch(_VERSIONS, ())}


class Held(Generic[T]):
    """What `load(key)` makes of some noted tables, kept for each key until one of the tables changes.

    What is handed out is shared by all threads: it must not be changed. Inside of a transaction, which may see what nobody
    else does, nothing is kept.
    """

    def __init__(self, load: Callable[[Any], T], *tables: str) -> None:
        self.load = load
        self.tables = tables
        self._kept: dict[Hashable, tuple[Any, T]] = {}

    def __call__(self, key: Hashable = None) -> T:
        """The thing of this key; keys come from short lists (languages), so all are kept."""
        versions = _versions()
        version = tuple(versions.get(table) for table in self.tables)
        kept = self._kept.get(key)
        if kept is not None and kept[0] == version:
            return kept[1]
        # Read after its version: it may be newer than that says, and is then read again, but never older.
        thing = self.load(key)
        if not connection.in_atomic_block:
            self._kept[key] = version, thing
        return thing
