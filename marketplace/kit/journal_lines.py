"""Log lines on their way out: gathered for a moment, so that a request does not wait for each of them to be written."""

import logging
import threading

WITHIN = 0.1  # seconds after which a line is out
MOST = 200  # lines that wait


class GatheredLines(logging.StreamHandler):  # type: ignore[type-arg]
    """Writes lines to a stream together: after WITHIN seconds, when there are MOST, or at once with a warning or worse.

    A process that is killed loses the lines of its last moment; one that ends writes them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._there_are_some = threading.Event()
        self._writer: threading.Thread | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Take the line (the handler's lock is held)."""
        try:
            self._lines.append(self.format(record))
        except Exception:  # as all handlers do: a line that cannot be made must not hurt who wrote it
            self.handleError(record)
            return
        if record.levelno >= logging.WARNING or len(self._lines) >= MOST:
            self.flush()
        elif len(self._lines) == 1:
            self._begin_to_write()
            self._there_are_some.set()

    def flush(self) -> None:
        """Write what there is."""
        with self.lock or threading.RLock():
            lines, self._lines = self._lines, []
            if lines:
                self.stream.write("\n".join([*lines, ""]))
            super().flush()

    def _begin_to_write(self) -> None:
        if self._writer is None or not self._writer.is_alive():  # none yet, or left behind by a fork
            self._writer = threading.Thread(target=self._write, name="log lines", daemon=True)
            self._writer.start()

    def _write(self) -> None:
        while True:
            self._there_are_some.wait()
            self._there_are_some.clear()
            threading.Event().wait(WITHIN)
            self.flush()
