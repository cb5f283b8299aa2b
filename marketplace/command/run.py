"""One run on a state folder: alone, with the leftovers of a killed one ended, all stopped at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from marketplace.command.interrupt import Interrupt
from marketplace.command.leftovers import end_leftovers
from marketplace.command.process import identity_of
from marketplace.command.progress import Progress, Step
from marketplace.command.record import Record
from marketplace.command.state import State
from marketplace.command.supervisor import Supervisor


@dataclass
class Run:
    """What the parts of a command share."""

    state: State
    record: Record
    supervisor: Supervisor
    progress: Progress
    interrupt: Interrupt

    def tick(self, step: Step) -> None:
        """To be called while waiting in a step: shows it, and ends it when a stop was asked for."""
        step.tick()
        self.interrupt.check()


@contextmanager
def begin(state: State, doing: str, progress: Progress, interrupt: Interrupt) -> Iterator[Run]:
    """Take the state for this process; raises Busy when another has it."""
    state.create()
    with state.hold():
        interrupt.install()
        for name in end_leftovers(state):
            progress.say(f"Ended {name}, which a run that was cut off had left behind.")
        owner = identity_of(os.getpid())
        assert owner is not None
        record = Record(doing=doing, owner=owner)
        record.save(state)
        supervisor = Supervisor(state, record, progress.say)
        try:
            yield Run(state, record, supervisor, progress, interrupt)
        finally:
            asked = interrupt.count
            supervisor.stop(hurry=lambda: interrupt.count > asked)
            state.run_file.unlink(missing_ok=True)
