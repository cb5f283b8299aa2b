"""Facts about processes from /proc: who they are beyond their number, and who descends from them."""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROC = Path("/proc")
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Identity:
    """A process that cannot be mistaken for another which was given the same number later."""

    pid: int
    started: int
    """Clock ticks from the boot of the machine to the start of the process."""
    command: str
    boot: str
    """The kernel's id of this boot."""


@cache
def boot_id() -> str:
    """The kernel's id of this boot of the machine."""
    return (PROC / "sys/kernel/random/boot_id").read_text().strip()


def _stat(pid: int) -> list[str] | None:
    """The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets."""
    try:
        text = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return None
    return text.rpartition(")")[2].split()


def identity_of(pid: int) -> Identity | None:
    """Who has this number now; None when nobody does, or only a zombie."""
    fields = _stat(pid)
    if fields is None or fields[0] == "Z":
        return None
    try:
        command = (PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        return None
    words = command.rstrip(b"\0").replace(b"\0", b" ").decode(errors="replace")
    return Identity(pid=pid, started=int(fields[19]), command=words, boot=boot_id())


def is_alive(identity: Identity) -> bool:
    """Whether this very process still runs."""
    return identity_of(identity.pid) == identity


def session_members(session: int, *, token: str) -> Iterator[Identity]:
    """Processes of the session that carry `token` in their environment, the leader included."""
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            fields = _stat(int(entry.name))
            if fields and int(fields[3]) == session and _carries(entry, token):
                identity = identity_of(int(entry.name))
                if identity:
                    yield identity


def _carries(entry: Path, token: str) -> bool:
    try:
        return token.encode() in (entry / "environ").read_bytes()
    except OSError:
        return False


def send(identity: Identity, number: signal.Signals) -> None:
    """Signal this very process; nothing happens when it is gone."""
    if is_alive(identity):
        with suppress(ProcessLookupError):
            os.kill(identity.pid, number)


def dies_with_parent(number: signal.Signals) -> Callable[[], None]:
    """What a new child runs first: ask the kernel for this signal when its parent dies."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
        if os.getppid() != parent:  # it died before it was asked for
            os._exit(1)

    return ask
