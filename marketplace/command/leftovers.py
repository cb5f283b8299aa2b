"""Ends what a killed run left behind: only processes that are provably its own."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterable

from marketplace.command.process import Identity, boot_id, is_alive, send, session_members
from marketplace.command.record import Record, read_record
from marketplace.command.state import State

POLITE, FIRM = 6.0, 2.0  # seconds


def end_leftovers(state: State) -> list[str]:
    """Stop the children of the last run that still live; the caller holds the state.

    Returns their names. A process counts as a child when number, start time and command line are
    those noted, or when it is in such a child's session and carries the run's token.
    """
    record = read_record(state)
    if record is None:
        return []
    left = {name: who for name, who in record.children.items() if is_alive(who)}
    for who in left.values():
        send(who, _polite_signal(who))
    _wait(left.values(), POLITE)
    stubborn = list(_descendants(record))
    for who in stubborn:
        send(who, signal.SIGKILL)
    _wait(stubborn, FIRM)
    state.run_file.unlink(missing_ok=True)
    return sorted(left)


def _polite_signal(who: Identity) -> signal.Signals:
    """PostgreSQL takes SIGTERM as 'wait for every client', SIGINT as 'stop now, in good order'."""
    program = who.command.split(" -D ")[0]
    return signal.SIGINT if program.endswith("/postgres") else signal.SIGTERM


def _descendants(record: Record) -> Iterable[Identity]:
    for who in record.children.values():
        if is_alive(who):
            yield who
        if who.boot == boot_id():
            yield from session_members(who.pid, token=record.token)


def _wait(processes: Iterable[Identity], seconds: float) -> None:
    limit = time.monotonic() + seconds
    while any(is_alive(who) for who in processes) and time.monotonic() < limit:
        time.sleep(0.05)
