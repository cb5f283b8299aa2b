"""What a person sees while steps run: a spinner on a terminal, plain lines elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
FRAME = 0.1  # seconds
NOTE_EVERY = 5.0  # seconds between two notes of a step where lines cannot be overwritten


class Step:
    """One step under way."""

    def __init__(self, title: str, progress: Progress) -> None:
        self.title = title
        self._progress = progress
        self._note = ""
        self._began = time.monotonic()
        self._noted = self._began

    @property
    def elapsed(self) -> float:
        """Seconds since the step began."""
        return time.monotonic() - self._began

    def note(self, text: str) -> None:
        """Say how far it is, in passing."""
        self._note = text
        if not self._progress.live and time.monotonic() - self._noted >= NOTE_EVERY:
            self._noted = time.monotonic()
            self._progress.say(f"    {text}")

    def line(self, text: str) -> None:
        """Say something that stays."""
        self._progress.say(f"    {text}")

    def close(self, *, well: bool = True) -> None:
        """Show that the step has ended, and how long it took."""
        mark = self._progress.done if well else self._progress.failed
        self._progress.say(f"{mark} {self.title}  {self.elapsed:.1f} s")

    def tick(self) -> None:
        """Turn the spinner; to be called often while waiting."""
        if self._progress.live:
            frame = SPINNER[int(self.elapsed / FRAME) % len(SPINNER)]
            self._progress.overwrite(f"{frame} {self.title}  {self.elapsed:.0f} s  {self._note}")


class Progress:
    """Writes steps to a stream."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stdout
        encoding = (self.stream.encoding or "ascii").lower().replace("-", "")
        self.live = self.stream.isatty() and encoding == "utf8"
        self.done, self.failed = ("✓", "✗") if encoding == "utf8" else ("ok", "failed:")

    def say(self, text: str) -> None:
        """Write one line that stays."""
        clear = "\r\x1b[K" if self.live else ""
        print(f"{clear}{text}", file=self.stream, flush=True)

    def overwrite(self, text: str) -> None:
        """Write the line that the next output replaces."""
        width = shutil.get_terminal_size().columns - 1
        self.stream.write(f"\r{text[:width]}\x1b[K")
        self.stream.flush()

    def begin(self, title: str) -> Step:
        """Show that a step has begun; to be followed by its `close`."""
        step = Step(title, self)
        if self.live:
            step.tick()
        else:
            self.say(f"{title} ...")
        return step

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        """Show a step from its beginning to its end, and how long it took."""
        step = self.begin(title)
        try:
            yield step
        except BaseException:
            step.close(well=False)
            raise
        step.close()
