"""Small tables that change rarely, held in memory until one of their rows changes.

Triggers note each change of such a table in `marketplace_tablechange`, inside of the transaction that makes it: whoever
writes, an action, a loader or a person at the SQL prompt, no change goes unnoticed, and none is noticed before its commit.
A process looks there at most every HELD_SECONDS, so what it holds is never older than that. Rows are only ever added there:
transactions that write the same table do not wait for each other, and the number and the highest id of a table's rows say
together whether anything has been committed since.
"""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db import connection

from marketplace.kit.shapes import fetch

T = TypeVar("T")
Versions = dict[str, tuple[int, int]]

_VERSIONS = "SELECT table_name, max(id), count(*) FROM marketplace_tablechange GROUP BY table_name"
_known: tuple[float, Versions] = (float("-inf"), {})
_lock = threading.Lock()


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


def look_now() -> bool:
    """Look at once, for whoever keeps what was made of held things; whether anything has changed since the last look."""
    global _known
    looked, versions = time.monotonic(), _read()
    with _lock:
        changed = versions != _known[1]
        _known = looked, versions
    return changed


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
