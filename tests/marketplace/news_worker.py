"""Loaded into the workers of the news tests: their own queue, and a point at which the whole worker kills itself.

SIGKILL to its own process group is what `kill -9` does, at exactly the instruction that is meant.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from marketplace.celery import app
from marketplace.news import deliver, fates, leases
from tests.marketplace import newsroom

_PR_SET_PDEATHSIG = 1
if sys.platform == "linux":  # a worker must not outlive a test run that was killed: it would take the next one's news
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
app.conf.task_default_queue = os.environ["NEWS_TEST_QUEUE"]
app.conf.beat_schedule["deliver the news"]["schedule"] = 0.3


def die(*_: object, **__: object) -> None:
    """Kill the worker, its pool and its clock; the point is written down first, once for all that reach it together."""
    Path(os.environ["NEWS_TEST_CRASHES"], f"{os.environ['NEWS_TEST_CRASH_AT']}-{os.getpgrp()}").touch()
    os.killpg(0, signal.SIGKILL)


def then_die(work: Callable[..., Any]) -> Callable[..., Any]:
    """Do it, and die if it came to something."""

    def done(*args: Any, **kwargs: Any) -> Any:
        result = work(*args, **kwargs)
        if result or result is None:
            die()
        return result

    return done


def before_the_claim() -> None:
    """Between the commit of the deed and any delivery."""
    leases.claim = die  # type: ignore[assignment]


def after_the_claim() -> None:
    """Leased and counted, no handler called."""
    leases.claim = then_die(leases.claim)


def inside_the_handler() -> None:
    """The effect is written, the transaction is open."""
    newsroom.on_pour.append(die)


def before_the_commit() -> None:
    """The effect and the mark are written, the transaction is open."""
    fates.mark_done = then_die(fates.mark_done)


def after_the_commit() -> None:
    """The effect and the mark are there, and the rest of the claim is still leased."""
    deliver._deliver = then_die(deliver._deliver)


POINTS = [before_the_claim, after_the_claim, inside_the_handler, before_the_commit, after_the_commit]
for point in POINTS:
    if point.__name__ == os.environ.get("NEWS_TEST_CRASH_AT"):
        point()
