"""Runs one program with the terminal in its hands, such as a Django command or the test runner."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from marketplace.command.interrupt import Interrupt
from marketplace.command.process import dies_with_parent


def run_foreground(
    command: Sequence[str],
    environment: Mapping[str, str],
    interrupt: Interrupt,
    *,
    folder: Path | None = None,
) -> int:
    """Run to the end; returns the exit code as a shell would say it. Signals to us go to it."""
    program = subprocess.Popen(command, env=dict(environment), cwd=folder, preexec_fn=dies_with_parent(signal.SIGTERM))

    def pass_on(number: int) -> None:
        # A terminal sends Ctrl-C to the program itself; twice would cut its own tidying short.
        if number != signal.SIGINT or not sys.stdin.isatty():
            program.send_signal(number)

    interrupt.on_signal = pass_on
    if interrupt.count:
        program.send_signal(signal.SIGTERM)
    code = program.wait()
    interrupt.on_signal = None
    return code if code >= 0 else 128 - code
