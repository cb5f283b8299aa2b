"""`zila manage …`: Django's commands with the running servers, or with servers started for them."""

from __future__ import annotations

import os
import sys
import time

from marketplace.command.failure import CommandFailed
from marketplace.command.foreground import run_foreground
from marketplace.command.interrupt import Interrupt
from marketplace.command.messages import compile_stale
from marketplace.command.process import is_alive
from marketplace.command.progress import Progress
from marketplace.command.record import Record, read_record
from marketplace.command.run import begin
from marketplace.command.servers import environment_for, start_servers
from marketplace.command.state import Busy, State

LOOK_EVERY = 0.2  # seconds


def manage(state: State, words: list[str], *, mode: str, ready: bool = False) -> int:
    """Run Django's command `words`, where `ready` on a database that is up to date; returns its exit code."""
    door = [sys.executable, "-P", "-m", "marketplace.command.door", *(["--ready"] if ready else [])]
    return with_servers(state, [[*door, *words]], mode=mode)


def with_servers(state: State, commands: list[list[str]], *, mode: str) -> int:
    """Run the commands in turn until one fails, each with an environment in which Django works."""
    compile_stale()
    given = {name: os.environ[name] for name in ("DATABASE_URL", "VALKEY_URL") if name in os.environ}
    interrupt = Interrupt()
    if len(given) == 2:
        state.create()
        return _in_turn(commands, environment_for(state, given, mode=mode), interrupt)
    told = False
    while True:
        try:
            with begin(state, "manage", Progress(sys.stderr), interrupt) as run:
                return _in_turn(commands, start_servers(run, mode=mode), interrupt)
        except Busy:
            record = read_record(state)
        if record and record.doing == "up" and record.environment:
            return _in_turn(commands, _joined(state, record, given, mode), interrupt)
        if not told:
            print(f"Waiting for another zila command that uses {state} ...", file=sys.stderr, flush=True)
            told = True
        time.sleep(LOOK_EVERY)


def _joined(state: State, record: Record, given: dict[str, str], mode: str) -> dict[str, str]:
    """The environment of the run under way; what our own environment names comes first."""
    if not is_alive(record.owner):
        raise CommandFailed(f"The run that used {state} has just ended; try again.")
    own = {name: os.environ[name] for name in ("ELASTICSEARCH_URL",) if os.environ.get(name)}
    settings = {**record.environment, **own, **given}
    return environment_for(state, settings, mode=settings.pop("ZILA_MODE", mode))


def _in_turn(commands: list[list[str]], environment: dict[str, str], interrupt: Interrupt) -> int:
    for command in commands:
        code = run_foreground(command, environment, interrupt)
        if code:
            return code
    return 0
