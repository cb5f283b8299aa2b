"""The state folder: everything that lives (database, queue, pictures, secrets, logs) in one place."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from marketplace.command.clone import ROOT
from marketplace.command.failure import CommandFailed

MARK = "zila-state"
CLOSED = ("valkey", "elasticsearch", "media", "static", "sheets", "logs", "beat")
CLOSED_FOR_REPAIRS = "maintenance"
"""A file that an operator puts there (marketplace/kit/maintenance.py)."""
KEPT_CLOSED, ENTERED = 0o700, 0o711
"""PostgreSQL may have to run as another user, who must be able to pass through, not to look."""


class Busy(Exception):
    """Another process works with this state folder."""


class State:
    """One state folder, by its absolute path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.run_file = self.folder / "run.json"
        self.keys_file = self.folder / "keys.json"
        self.logs = self.folder / "logs"
        self.postgres = self.folder / "postgres"

    def __str__(self) -> str:
        return str(self.folder)

    @property
    def is_ours(self) -> bool:
        """Whether this program made the folder."""
        return (self.folder / MARK).is_file()

    def create(self) -> None:
        """Make the folder; a folder that holds something else is refused."""
        if not self.is_ours and self.folder.exists() and any(self.folder.iterdir()):
            raise CommandFailed(f"{self} is not empty and not a state folder of Zila Bazaar.")
        try:
            self.folder.mkdir(mode=ENTERED, parents=True, exist_ok=True)
            (self.folder / MARK).touch()
            for name in CLOSED:
                (self.folder / name).mkdir(mode=KEPT_CLOSED, exist_ok=True)
        except OSError as error:
            raise CommandFailed(f"The state folder {self} cannot be used: {error.strerror}.") from error
        if os.geteuid() == 0:
            self.folder.chmod(ENTERED)

    @contextmanager
    def hold(self, *, wait: bool = False) -> Iterator[None]:
        """Be the only one who runs something on this state; Busy when another does."""
        try:
            handle = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise CommandFailed(f"The state folder {self} cannot be used: {error.strerror}.") from error
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                raise Busy from None
            yield
        finally:
            os.close(handle)

    def keys(self) -> dict[str, str]:
        """The secrets of this state, made once: `secret`, `postgres`, `valkey`."""
        try:
            found = json.loads(self.keys_file.read_text())
        except FileNotFoundError:
            found = {}
        wanted = {"secret": 50, "postgres": 24, "valkey": 24}
        missing = {name: secrets.token_hex(size) for name, size in wanted.items() if name not in found}
        if missing:
            write_closed(self.keys_file, json.dumps(found | missing))
        return {**found, **missing}

    def empty(self) -> None:
        """Remove what lives here, also the database kept elsewhere; the caller holds the folder."""
        if self.postgres.is_symlink():
            shutil.rmtree(self.postgres.resolve(), ignore_errors=True)
            self.postgres.unlink(missing_ok=True)
        for name in ("postgres", *CLOSED):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for path in (self.run_file, self.keys_file, self.folder / CLOSED_FOR_REPAIRS):
            path.unlink(missing_ok=True)

    def remove(self) -> None:
        """Empty the folder and take it away itself."""
        self.empty()
        shutil.rmtree(self.folder, ignore_errors=True)


def chosen_state(option: str | None) -> State:
    """The folder that --state names, else ZILA_STATE_DIR, else `.zila` in the clone."""
    return State(Path(option or os.environ.get("ZILA_STATE_DIR") or ROOT / ".zila"))


def write_closed(path: Path, text: str) -> None:
    """Put a whole new file in place, readable by its owner only."""
    fresh = path.with_name(f"{path.name}.new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
