"""Runs a program that ends by itself, and hands on its lines while it works."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from marketplace.command.clone import ROOT
from marketplace.command.failure import CommandFailed
from marketplace.command.process import dies_with_parent

TAIL = 25  # lines shown of a program that failed
MARK = "\x1e"
"""Begins a line that a program says to us, not to a person."""
PATIENCE = 3.0  # seconds between asking it to stop and ending it


def run_shown(
    command: Sequence[str | Path],
    *,
    what: str,
    on_line: Callable[[str], None],
    meanwhile: Callable[[], None],
    environment: Mapping[str, str] | None = None,
    keep_open: Sequence[int] = (),
) -> None:
    """Run to the end; CommandFailed with its last lines when it does not end well.

    `meanwhile` is called about ten times a second; when it raises, the program is stopped.
    """
    program = subprocess.Popen(
        [str(word) for word in command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        pass_fds=keep_open,
        preexec_fn=dies_with_parent(signal.SIGTERM),
    )
    tail: deque[str] = deque(maxlen=TAIL)
    try:
        _follow(program, tail, on_line, meanwhile)
    finally:
        _end(program)
    if program.returncode:
        shown = "\n".join(f"    {line}" for line in tail)
        raise CommandFailed(f"{what} failed (exit code {program.returncode}):\n{shown}")


def _follow(
    program: subprocess.Popen[bytes],
    tail: deque[str],
    on_line: Callable[[str], None],
    meanwhile: Callable[[], None],
) -> None:
    assert program.stdout is not None
    rest = b""
    with selectors.DefaultSelector() as selector:
        selector.register(program.stdout, selectors.EVENT_READ)
        while True:
            meanwhile()
            if not selector.select(timeout=0.1):
                continue
            piece = os.read(program.stdout.fileno(), 65536)
            *lines, rest = (rest + piece).replace(b"\r", b"\n").split(b"\n")
            for line in [*lines, rest] if not piece else lines:
                text = line.decode(errors="replace").rstrip()
                if text:
                    on_line(text)
                    if not text.startswith(MARK):
                        tail.append(text)
            if not piece:
                return


def _end(program: subprocess.Popen[bytes]) -> None:
    """Wait for a program that has closed its output; stop one that has not."""
    assert program.stdout is not None
    program.stdout.close()
    for number in (None, signal.SIGTERM, signal.SIGKILL):
        if number is not None:
            os.killpg(program.pid, number)
        try:
            program.wait(timeout=PATIENCE if number else 0.5)
            return
        except subprocess.TimeoutExpired:
            continue
