"""Watches the event log for one process: hears within a moment what others have committed, whatever the worker is doing.

Each look asks for the events whose transactions were not visible to the look before, and are now. So nothing is missed and
nothing waits for a transaction that stays open, as readers with a cursor (`events_since`) must.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from django.db import Error, connection

logger = logging.getLogger(__name__)

EVERY = 0.2  # seconds between two looks
CURRENT = 0.75  # seconds for which a look holds
IDLE = 60.0  # seconds after which nobody is looked out for any more
MOST_AT_ONCE = 2000

News = Sequence[tuple[str, dict[str, Any]]]

_FIRST = "SELECT pg_current_snapshot()::text, pg_snapshot_xmin(pg_current_snapshot())::text::bigint, NULL, NULL"
_LOOK = """
SELECT pg_current_snapshot()::text, pg_snapshot_xmin(pg_current_snapshot())::text::bigint, event.kind, event.payload::text
FROM (SELECT) AS once LEFT JOIN LATERAL (
    SELECT kind, payload FROM marketplace_event
    WHERE transaction_id >= %s AND NOT pg_visible_in_snapshot(transaction_id::text::xid8, %s::pg_snapshot)
    LIMIT %s
) AS event ON true
"""


class Watch:
    """Tells `heard` of all news, in a thread of its own, from the first question until nobody asks any more.

    `heard(None)` says that anything may have happened: at the beginning, after a failure, and when there is too much.
    It is called before the look counts as current. Each look calls it, also without news: then with an empty list.
    """

    def __init__(self, heard: Callable[[News | None], None]) -> None:
        self.heard = heard
        self._seen: tuple[str, int] | None = None
        self._looked_at = float("-inf")
        self._asked_at = 0.0
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def is_current(self) -> bool:
        """Whether all that was committed CURRENT seconds ago has been heard. Asking keeps the watch awake."""
        now = time.monotonic()
        self._asked_at = now
        if self._thread is None:
            self._start()
        return now - self._looked_at <= CURRENT

    def look(self) -> None:
        """Look once."""
        began = time.monotonic()
        with connection.cursor() as cursor:
            if self._seen is None:
                cursor.execute(_FIRST)
            else:
                snapshot, oldest = self._seen
                cursor.execute(_LOOK, [oldest, snapshot, MOST_AT_ONCE])
            rows = cursor.fetchall()
        news = [(row[2], _loads(row[3])) for row in rows if row[2] is not None]
        self.heard(None if self._seen is None or len(news) >= MOST_AT_ONCE else news)
        self._seen = (rows[0][0], rows[0][1])
        self._looked_at = began

    def forget(self) -> None:
        """Know nothing any more: the next look begins anew."""
        self._seen = None
        self._looked_at = float("-inf")

    def stop(self) -> None:
        """End the thread, and wait for it."""
        thread = self._thread
        self._asked_at = float("-inf")
        if thread is not None:
            thread.join()

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="news-watch", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        failing = False
        while time.monotonic() - self._asked_at < IDLE:
            try:
                self.look()
                failing = False
            except Exception as error:
                self.forget()
                if not failing:
                    logger.warning("the news cannot be watched: %s", type(error).__name__, exc_info=not isinstance(error, Error))
                failing = True
            finally:
                connection.close()
            time.sleep(EVERY)
        self.forget()
        self._thread = None


def _loads(payload: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(payload)
    return found
