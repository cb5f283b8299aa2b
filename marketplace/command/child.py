"""One server that we start, watch and stop, with its output in a log file."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from marketplace.command.account import Account, as_user
from marketplace.command.clone import ROOT
from marketplace.command.process import Identity, dies_with_parent, identity_of, send, session_members

LARGE = 10_000_000  # bytes of a log that is put aside at the next start


@dataclass(frozen=True)
class Program:
    """How to run a server."""

    name: str
    command: list[str]
    log: Path
    environment: Mapping[str, str]
    folder: Path = ROOT
    stop_signal: signal.Signals = signal.SIGTERM
    grace: float = 4.0
    """Seconds it may take to stop before it is killed."""
    rank: int = 0
    """Programs of a lower rank are stopped first."""
    account: Account | None = field(default=None)


class Child:
    """A running program, or one that has ended."""

    def __init__(self, program: Program, token: str) -> None:
        self.program = program
        self._token = token
        if program.log.exists() and program.log.stat().st_size > LARGE:
            program.log.replace(program.log.with_suffix(".log.1"))
        self.log_from = program.log.stat().st_size if program.log.exists() else 0
        with program.log.open("ab") as log:
            self._process = subprocess.Popen(  # type: ignore[call-overload]
                program.command,
                cwd=program.folder,
                env={**program.environment, "ZILA_RUN": token},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=dies_with_parent(program.stop_signal),
                **as_user(program.account),
            )
        self.started = time.monotonic()
        self.identity: Identity | None = identity_of(self._process.pid)

    @property
    def pid(self) -> int:
        """Its process number."""
        return int(self._process.pid)

    @property
    def ended(self) -> int | None:
        """Its exit code, None while it runs. Asking also takes the dead off the process table."""
        code: int | None = self._process.poll()
        return code

    def how_it_ended(self) -> str:
        """In words for a person."""
        code = self.ended
        if code is None:
            return "still runs"
        return f"exit code {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"

    def last_lines(self, count: int = 15) -> list[str]:
        """The end of what this run of the program wrote."""
        with self.program.log.open("rb") as log:
            size = os.fstat(log.fileno()).st_size
            log.seek(max(self.log_from, size - 20_000))
            return log.read().decode(errors="replace").splitlines()[-count:]

    def ask_to_stop(self) -> None:
        """Send the signal that it takes as 'stop in good order'."""
        if self.ended is None:
            self._process.send_signal(self.program.stop_signal)

    def kill(self) -> None:
        """End it at once, and whatever of its session carries the run's token."""
        if self.ended is None:
            self._process.kill()
            self._process.wait()
        for who in session_members(self.pid, token=self._token):
            send(who, signal.SIGKILL)
