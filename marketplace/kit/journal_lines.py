"""Log lines on their way out: gathered for a moment, so that a request does not wait for each of them to be written."""

import logging
import os
import threading
from multiprocessing.util import Finalize
from weakref import WeakMethod

WITHIN = 0.1  # seconds after which a line is out
MOST = 200  # lines that wait


class GatheredLines(logging.StreamHandler):  # type: ignore[type-arg]
    """Writes lines to a stream together: after WITHIN seconds, when there are MOST, or at once with a warning or worse.

    A process that is killed loses the lines of its last moment; one that ends, or is told to, writes them. Lines that
    cannot be written are lost, and hurt nobody.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._last: logging.LogRecord | None = None
        self._there_are_some = threading.Event()
        self._writer: threading.Thread | None = None
        begin_anew = WeakMethod(self._begin_anew)
        os.register_at_fork(after_in_child=lambda: (begin_anew() or _nothing)())

    def emit(self, record: logging.LogRecord) -> None:
        """Take the line (the handler's lock is held)."""
        try:
            self._lines.append(self.format(record))
            self._last = record
            if record.levelno >= logging.WARNING or len(self._lines) >= MOST:
                self.flush()
            elif len(self._lines) == 1:
                self._begin_to_write()
                self._there_are_some.set()
        except RecursionError:
            raise
        except Exception:  # as all handlers do: a line that cannot be made or written must not hurt who wrote it
            self.handleError(record)

    def flush(self) -> None:
        """Write what there is. OSError where it cannot be written: it is lost then."""
        with self.lock or threading.RLock():
            lines, self._lines = self._lines, []
            if lines:
                self.stream.write("\n".join([*lines, ""]))
            super().flush()

    def _begin_to_write(self) -> None:
        if self._writer is None or not self._writer.is_alive():
            self._writer = threading.Thread(target=self._write, name="log lines", daemon=True)
            self._writer.start()
            # A child of `multiprocessing`, such as a web worker, ends without atexit and so without logging.shutdown.
            Finalize(None, self._write_now, exitpriority=0)

    def _begin_anew(self) -> None:
        """In a child after a fork: the parent's lines are the parent's to write, and its thread is not here."""
        self._lines, self._writer, self._there_are_some = [], None, threading.Event()

    def _write(self) -> None:
        while True:
            self._there_are_some.wait()
            self._there_are_some.clear()
            threading.Event().wait(WITHIN)
            self._write_now()

    def _write_now(self) -> None:
        try:
            self.flush()
        except Exception:
            if self._last is not None:
                self.handleError(self._last)


def _nothing() -> None:
    """What is done about a handler that is no more."""
