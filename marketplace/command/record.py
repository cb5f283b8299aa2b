"""The note that a running command leaves in the state folder: who it is and what it started."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, field

from marketplace.command.process import Identity
from marketplace.command.state import State, write_closed


@dataclass
class Record:
    """One run on a state folder."""

    doing: str
    """The command: up, manage, test …"""
    owner: Identity
    token: str = field(default_factory=lambda: secrets.token_hex(16))
    """Carried in the environment of every child, ZILA_RUN."""
    address: str = ""
    """Where the web server answers; empty until it does."""
    environment: dict[str, str] = field(default_factory=dict)
    """What a further command needs to reach the servers; empty until they run."""
    children: dict[str, Identity] = field(default_factory=dict)

    def save(self, state: State) -> None:
        """Write the note, whole."""
        write_closed(state.run_file, json.dumps(asdict(self), indent=1))


def read_record(state: State) -> Record | None:
    """The note of the run under way, or of one that was cut off; None when there is none."""
    try:
        found = json.loads(state.run_file.read_text())
        found["owner"] = Identity(**found["owner"])
        found["children"] = {name: Identity(**who) for name, who in found["children"].items()}
        return Record(**found)
    except (OSError, ValueError, KeyError, TypeError):
        return None
