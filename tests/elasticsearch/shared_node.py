"""One Elasticsearch node for all processes of a test run: owned by the first of them, started by the one that asks first."""

import fcntl
import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from marketplace.command.clone import ROOT
from marketplace.command.elasticsearch import is_ready, ports_file
from marketplace.command.process import identity_of, is_alive, send

PREFIX = "zila-elasticsearch-"
READY_WITHIN = 900.0  # seconds; the first start on a machine fetches and compiles
STOPPED_WITHIN = 15.0
LOOK_EVERY = 0.1


def make_folder() -> Path:
    """A folder for the node of this run, whose owner is this process; takes away those of runs that were killed."""
    base = Path(os.environ.get("ZILA_STATE_DIR") or tempfile.gettempdir())
    for left in base.glob(f"{PREFIX}*"):
        owner = left.name.removeprefix(PREFIX).partition("-")[0]
        if owner.isdecimal() and identity_of(int(owner)) is None:
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=base))


def address_of(folder: Path, owner: int) -> str:
    """Where the run's node answers; started now unless it was. RuntimeError, with what it wrote, when it does not start."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "pid").exists():
            (folder / "pid").write_text(str(start(folder / "node", folder / "log", owner)))
        return wait_until_ready(folder / "node", folder / "log", int((folder / "pid").read_text()))


def start(home: Path, log: Path, owner: int, *, port: int = 0) -> int:
    """Start a node with its data in `home`; returns its process number. The node ends when the owner does."""
    ports_file(home).unlink(missing_ok=True)
    command = [sys.executable, "-m", "marketplace.command.elasticsearch", str(home)]
    command += ["--port", str(port), "--owner", str(owner), "--brief"]
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        # Not subprocess: its object warns when it is dropped while the node runs, and it forks a process with threads.
        return os.posix_spawn(
            command[0],
            command,
            {**os.environ, "PYTHONPATH": str(ROOT)},
            file_actions=[(os.POSIX_SPAWN_DUP2, output, 1), (os.POSIX_SPAWN_DUP2, output, 2)],
            setsid=True,
        )
    finally:
        os.close(output)


def wait_until_ready(home: Path, log: Path, pid: int) -> str:
    """The address of a node that was started, once it answers."""
    limit = time.monotonic() + READY_WITHIN
    while identity_of(pid) and time.monotonic() < limit:
        address = _address(home)
        if address and is_ready(address):
            return address
        time.sleep(LOOK_EVERY)
    raise RuntimeError(f"Elasticsearch did not start:\n{log.read_text(errors='replace')[-4000:]}")


def stop(folder: Path) -> None:
    """End the run's node, if there is one, and take its folder away."""
    try:
        pid = int((folder / "pid").read_text())
    except (OSError, ValueError):
        pid = 0
    who = identity_of(pid) if pid else None
    if who and str(folder) in who.command:
        for number in (signal.SIGTERM, signal.SIGKILL):
            send(who, number)
            limit = time.monotonic() + STOPPED_WITHIN
            while is_alive(who) and time.monotonic() < limit:
                time.sleep(LOOK_EVERY)
    shutil.rmtree(folder, ignore_errors=True)


def _address(home: Path) -> str:
    try:
        lines = ports_file(home).read_text().split()
    except FileNotFoundError:
        return ""
    return f"http://{lines[0]}" if lines else ""
