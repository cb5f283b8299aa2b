"""Keeps several servers running: starts them, starts the dead anew, stops all in the right order."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from marketplace.command.child import Child, Program
from marketplace.command.failure import CommandFailed
from marketplace.command.record import Record
from marketplace.command.state import State

PAUSE = 0.05  # seconds between two looks
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0  # seconds before a dead server is started again
STEADY = 60.0  # seconds after which a server counts as healthy again


@dataclass
class Watched:
    """A server and how it has fared."""

    child: Child
    wait: float = FIRST_WAIT
    again_at: float | None = None
    """When to start it anew, on the monotonic clock; None while it runs."""


class Supervisor:
    """The servers of one run; every start is noted in the state folder before it is used."""

    def __init__(self, state: State, record: Record, say: Callable[[str], None]) -> None:
        self._state, self._record, self._say = state, record, say
        self._watched: dict[str, Watched] = {}

    def start(self, program: Program) -> Child:
        """Start a server, without waiting for it to be ready."""
        child = self._launch(program)
        self._watched[program.name] = Watched(child)
        return child

    def wait_for(self, name: str, ready: Callable[[], bool], *, within: float, tick: Callable[[], None]) -> None:
        """Wait until the server answers; CommandFailed with the end of its log if it dies or is late."""
        child = self._watched[name].child
        limit = time.monotonic() + within
        while child.ended is None and not ready():
            tick()
            if time.monotonic() > limit:
                raise CommandFailed(_obituary(child, f"{name} was not ready after {within:.0f} s"))
            time.sleep(PAUSE)
        if child.ended is not None:
            raise CommandFailed(_obituary(child, f"{name} ended: {child.how_it_ended()}"))

    def forget(self, name: str) -> None:
        """Take a server that has ended off the list."""
        del self._watched[name]

    def check(self) -> None:
        """Look at every server; tell of one that died, and start it again when its time has come."""
        now = time.monotonic()
        for name, watched in self._watched.items():
            child = watched.child
            if watched.again_at is not None:
                if now >= watched.again_at:
                    watched.child, watched.again_at = self._launch(child.program), None
                    self._say(f"{name} was started again (process {watched.child.pid}).")
            elif child.ended is not None:
                if now - child.started > STEADY:
                    watched.wait = FIRST_WAIT
                child.kill()
                what = f"{name} ended: {child.how_it_ended()}; starting it again in {watched.wait:.0f} s"
                self._say(_obituary(child, what))
                watched.again_at = now + watched.wait
                watched.wait = min(watched.wait * 2, LONGEST_WAIT)

    def stop(self, hurry: Callable[[], bool] = lambda: False) -> None:
        """Stop all, lowest rank first; kill those that take longer than their grace, or on `hurry`."""
        for rank in sorted({each.child.program.rank for each in self._watched.values()}):
            group = [w.child for w in self._watched.values() if w.child.program.rank == rank]
            for child in group:
                child.ask_to_stop()
            limit = time.monotonic() + max(child.program.grace for child in group)
            while any(child.ended is None for child in group):
                if time.monotonic() > limit or hurry():
                    break
                time.sleep(PAUSE)
            for child in group:
                child.kill()
        self._watched.clear()

    def _launch(self, program: Program) -> Child:
        child = Child(program, self._record.token)
        if child.identity is not None:
            self._record.children[program.name] = child.identity
            self._record.save(self._state)
        return child


def _obituary(child: Child, what: str) -> str:
    lines = [f"    {line}" for line in child.last_lines()]
    return "\n".join([f"{what}. The end of {child.program.log}:", *lines])
