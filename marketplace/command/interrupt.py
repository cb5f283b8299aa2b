"""Ctrl-C, SIGTERM and SIGHUP as a flag that loops look at, so that no step is cut in half."""

import signal
from collections.abc import Callable
from types import FrameType

from marketplace.command.failure import Interrupted

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupt:
    """Remembers that a stop was asked for, and how often."""

    def __init__(self) -> None:
        self.count = 0
        self.on_signal: Callable[[int], None] | None = None

    def install(self) -> None:
        """Take over the three signals for the rest of this process."""
        for number in SIGNALS:
            signal.signal(number, self._note)

    def check(self) -> None:
        """Raise Interrupted when a stop was asked for."""
        if self.count:
            raise Interrupted

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.count += 1
        if self.on_signal:
            self.on_signal(number)
