"""The way to the process that makes pictures anew: one for each process of ours, begun with its first picture."""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.media.wire import ANSWER, REQUEST, WALL_SECONDS, WORDS

journal = logging.getLogger("zila.media")
_ROOT = Path(__file__).resolve().parent.parent.parent
_CRASHES = {signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL}
_LIMITS = {signal.SIGXCPU, signal.SIGALRM, signal.SIGXFSZ}


@dataclass(frozen=True)
class Made:
    """One rendition; `size` is its longer side in pixels."""

    format: str
    size: int
    width: int
    height: int
    content: bytes


@dataclass(frozen=True)
class Remade:
    """What came of an upload: the renditions, smallest first, or the code for which it is refused. Peak in kB, CPU in ms."""

    peak_kb: int
    cpu_ms: int
    refusal: str = ""
    width: int = 0
    height: int = 0
    colour: str = ""
    renditions: tuple[Made, ...] = ()


class WorkshopFailed(Exception):
    """The process did not answer, or its child was ended by somebody else: nothing is said about the upload, try again."""


class _Workshop:
    """The process with its two pipes. It ends by itself when this process does, because its pipe is closed then."""

    def __init__(self) -> None:
        environment = {"PATH": os.defpath, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-m", "catalog.media.process"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, cwd="/",
        )  # fmt: skip

    def ask(self, upload: bytes) -> tuple[int, int, int, bytes]:
        """Exit status, peak kB, CPU ms and words; WorkshopFailed where no whole answer comes in time."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        timer = threading.Timer(WALL_SECONDS + 4, self.process.kill)
        timer.start()
        try:
            self.process.stdin.write(REQUEST.pack(len(upload)) + upload)
            self.process.stdin.flush()
            head = self.process.stdout.read(ANSWER.size)
            if len(head) == ANSWER.size:
                status, peak, spent, length = ANSWER.unpack(head)
                words = self.process.stdout.read(length)
                if len(words) == length:
                    return status, peak, spent, words
        except OSError as error:
            raise WorkshopFailed("the process has gone") from error
        finally:
            timer.cancel()
        raise WorkshopFailed("the process ended in the middle of its answer")

    def end(self) -> None:
        """End the process and close its pipes."""
        self.process.kill()
        with contextlib.suppress(OSError):
            self.process.communicate()


_lock = threading.Lock()
_held: dict[int, _Workshop] = {}


@contextlib.contextmanager
def _workshop() -> Iterator[_Workshop]:
    """The workshop of this very process (a forked worker must not share its parent's); thrown away when it fails."""
    with _lock:
        workshop = _held.get(os.getpid())
        if workshop and workshop.process.poll() is not None:
            workshop.end()
            workshop = None
        if workshop is None:
            workshop = _held[os.getpid()] = _Workshop()
        try:
            yield workshop
        except BaseException:
            del _held[os.getpid()]
            workshop.end()
            raise


def close() -> None:
    """End this process's workshop; the next picture begins another."""
    with _lock:
        if workshop := _held.pop(os.getpid(), None):
            workshop.end()


def remake(upload: bytes) -> Remade:
    """The upload made anew in a process of its own, with limits on memory and time.

    A picture that cannot be read or wants more than the limits is an answer (`refusal`), not an exception.
    WorkshopFailed where nothing is known about the upload.
    """
    with _workshop() as workshop:
        status, peak, spent, words = workshop.ask(upload)
    if status == 0:
        return _read(words, peak, spent)
    if -status in _CRASHES or -status in _LIMITS:
        code = "UNREADABLE" if -status in _CRASHES else "TOO_DEMANDING"
        journal.warning("media: an upload ended its process by signal %d: %s", -status, code)
        return Remade(peak, spent, refusal=code)
    raise WorkshopFailed(f"the process of the picture ended with status {status}")


def _read(words: bytes, peak: int, spent: int) -> Remade:
    """The child's words."""
    (length,) = WORDS.unpack_from(words)
    at = WORDS.size + length
    said = json.loads(words[WORDS.size : at])
    if refusal := said.get("refused"):
        journal.info("media: an upload is refused: %s %s", refusal, said["why"])
        return Remade(peak, spent, refusal=refusal)
    made = []
    for part in said["parts"]:
        content = words[at : at + part["bytes"]]
        at += part["bytes"]
        made.append(Made(part["format"], part["size"], part["width"], part["height"], content))
    return Remade(peak, spent, width=said["width"], height=said["height"], colour=said["colour"], renditions=tuple(made))
