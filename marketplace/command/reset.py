"""`zila reset`: empties the state folder."""

from __future__ import annotations

import sys

from marketplace.command.failure import CommandFailed
from marketplace.command.leftovers import end_leftovers
from marketplace.command.record import read_record
from marketplace.command.state import Busy, State


def reset(state: State, *, agreed: bool) -> int:
    """Remove database, queue, pictures, secrets and logs, once the person agrees; never while in use."""
    if not state.is_ours:
        print(f"There is nothing to reset: {state} is not a state folder of Zila Bazaar.")
        return 0
    try:
        with state.hold():
            if not agreed and not _agrees(state):
                print("Nothing was changed.")
                return 1
            end_leftovers(state)
            state.empty()
    except Busy:
        record = read_record(state)
        by = f" (process {record.owner.pid}, {record.address or record.doing})" if record else ""
        raise CommandFailed(f"{state} is in use{by}: stop that first, with Ctrl-C.") from None
    print(f"{state} is empty.")
    return 0


def _agrees(state: State) -> bool:
    if not sys.stdin.isatty():
        raise CommandFailed("This removes the database, the pictures and the secrets: say --yes to agree.")
    answer = input(f"Remove the database, pictures, secrets and logs in {state}? [y/N] ")
    return answer.strip().lower() in {"y", "yes"}
