"""A breaker: an engine that fails several times in a row of questions is left alone for a while, and tried again by one question.

It belongs to one process. What a process learns of a failing engine costs it a few slow answers; telling the others would need a
server that may fail, too (decision 0022).
"""

import logging
import threading
from collections import deque
from collections.abc import Callable

FEW = 3
"""Failures among the last AMONG questions that open it."""
AMONG = 20
REST = 2.0
"""Seconds from a failure until it is tried again; twice as many each time that it fails once more, MOST_REST at the most."""
MOST_REST = 15.0

logger = logging.getLogger(__name__)


class Breaker:
    """Closed: ask the engine. Open: do not; when it has rested, whoever asks `may_try` first is to ask it one question."""

    def __init__(self, name: str, clock: Callable[[], float]) -> None:
        self.name = name
        self._clock = clock
        self._lock = threading.Lock()
        self._last: deque[bool] = deque(maxlen=AMONG)
        self._rest = REST
        self._opened_at = 0.0
        self._again_at: float | None = None  # None: closed
        self._is_tried = False

    @property
    def is_closed(self) -> bool:
        """Whether the engine is to be asked."""
        return self._again_at is None

    def may_try(self) -> bool:
        """Whether the caller is to ask the one question by which it is seen if the engine is there again, and to say how it
        went: `succeeded` or `failed`."""
        with self._lock:
            if self._again_at is None or self._is_tried or self._clock() < self._again_at:
                return False
            self._is_tried = True
            return True

    def succeeded(self) -> None:
        """The engine has answered, in time."""
        with self._lock:
            if self._is_tried:
                logger.warning("%s answers again, after %d s", self.name, self._clock() - self._opened_at)
                self._again_at, self._is_tried, self._rest = None, False, REST
                self._last.clear()
            elif self._again_at is None:
                self._last.append(True)

    def failed(self, why: object) -> None:
        """The engine has not answered, or too late."""
        with self._lock:
            if self._is_tried:
                self._rest = min(2 * self._rest, MOST_REST)
                self._again_at, self._is_tried = self._clock() + self._rest, False
            elif self._again_at is None:
                self._last.append(False)
                if self._last.count(False) >= FEW:
                    self._opened_at = self._clock()
                    self._again_at = self._opened_at + self._rest
                    logger.error("%s is left alone: %s", self.name, why)
