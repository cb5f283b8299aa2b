"""`zila test`: pytest with a PostgreSQL and a Valkey of its own, which are thrown away afterwards."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from marketplace.command.clone import ROOT
from marketplace.command.failure import Interrupted
from marketplace.command.foreground import run_foreground
from marketplace.command.interrupt import Interrupt
from marketplace.command.leftovers import end_leftovers
from marketplace.command.messages import compile_stale
from marketplace.command.progress import Progress
from marketplace.command.run import begin
from marketplace.command.servers import start_servers
from marketplace.command.state import Busy, State

FOLDER = ROOT / ".zila-test"
MOST_PROCESSES = 8
DAY = 86_400  # seconds


def test(words: list[str]) -> int:
    """Run pytest with these arguments; returns its exit code, which is not 0 when no test ran."""
    compile_stale()
    FOLDER.mkdir(mode=0o711, exist_ok=True)
    _sweep()
    state = State(Path(tempfile.mkdtemp(prefix="run-", dir=FOLDER)))
    interrupt = Interrupt()
    try:
        with begin(state, "test", Progress(), interrupt) as run:
            environment = start_servers(run, mode="test", hasty=True)
            command = [sys.executable, "-m", "pytest", *parallel(words), *words]
            return run_foreground(command, environment, interrupt, folder=ROOT)
    except Interrupted:
        return 130
    finally:
        state.remove()


def parallel(words: list[str]) -> list[str]:
    """The arguments that spread the tests over the processors, unless those given say how."""
    chosen = any(word.startswith(("-n", "--numprocesses", "--dist", "--pdb")) for word in words)
    without = any(word.replace(" ", "") == "-pno:xdist" for word in words) or "no:xdist" in words
    if chosen or without:
        return []
    return ["-n", str(max(2, min(os.cpu_count() or 1, MOST_PROCESSES)))]


def _sweep() -> None:
    """Take away what test runs that were killed have left; those under way hold their folder."""
    for folder in FOLDER.glob("run-*"):
        state = State(folder)
        if state.run_file.exists() or _is_old(folder):
            try:
                with state.hold():
                    end_leftovers(state)
                    state.remove()
            except Busy:
                continue


def _is_old(folder: Path) -> bool:
    """A folder without a note of its run is either just being set up, or was cut off long ago."""
    return time.time() - folder.stat().st_mtime > DAY
