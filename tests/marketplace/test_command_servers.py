"""The real PostgreSQL and Valkey of a state folder: killed, started again, and nothing lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from marketplace.command.clone import ROOT
from marketplace.command.process import Identity, is_alive
from marketplace.command.record import Record, read_record
from marketplace.command.state import State

LIMIT = 30.0  # seconds, far more than anything here takes
DRIVER = """
import sys, time
from pathlib import Path
from marketplace.command.failure import CommandFailed, Interrupted
from marketplace.command.interrupt import Interrupt
from marketplace.command.progress import Progress
from marketplace.command.run import begin
from marketplace.command.servers import start_servers
from marketplace.command.state import Busy, State

try:
    with begin(State(Path(sys.argv[1])), "up", Progress(), Interrupt()) as run:
        start_servers(run, mode="test")
        print("READY", flush=True)
        while True:
            run.interrupt.check()
            run.supervisor.check()
            time.sleep(0.05)
except Interrupted:
    print("STOPPED")
except Busy:
    print("BUSY")
"""


class Servers:
    """A process that runs the servers of a state folder."""

    def __init__(self, state: State) -> None:
        self.state = state
        environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "VALKEY_URL")}
        self.process = subprocess.Popen(
            [sys.executable, "-c", DRIVER, str(state)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said: list[str] = []

    def wait_until(self, word: str) -> None:
        """Read what it says up to this line."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line.rstrip())
            if line.strip() == word:
                return
        pytest.fail(f"ended without saying {word}: {self.said}")

    @property
    def record(self) -> Record:
        record = read_record(self.state)
        assert record is not None
        return record

    def child(self, name: str) -> Identity:
        return self.record.children[name]

    def database(self) -> psycopg.Connection[tuple[str]]:
        return psycopg.connect(self.record.environment["DATABASE_URL"], autocommit=True)

    def queue(self) -> "redis.Redis[str]":
        return redis.Redis.from_url(self.record.environment["VALKEY_URL"], decode_responses=True)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    state = State(tmp_path / "state with space")
    yield state
    state.remove()


@pytest.fixture
def launch(state: State) -> Iterator[Callable[[], Servers]]:
    launched: list[Servers] = []

    def one() -> Servers:
        launched.append(Servers(state))
        return launched[-1]

    yield one
    for servers in launched:
        servers.process.terminate()
        servers.process.communicate()


def eventually(holds: Callable[[], bool]) -> None:
    limit = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < limit, "still not so"
        time.sleep(0.05)


def answers(ask: Callable[[], object]) -> bool:
    try:
        ask()
    except (psycopg.OperationalError, redis.ConnectionError):
        return False
    return True


def test_killed_servers_come_back_with_everything(state: State, launch: Callable[[], Servers]) -> None:
    first = launch()
    first.wait_until("READY")
    assert json.loads(state.run_file.read_text())["doing"] == "up"
    with first.database() as database:
        database.execute("CREATE TABLE saree (name text)")
        database.execute("INSERT INTO saree VALUES ('बनारसी')")
    first.queue().rpush("parcel", "one")

    other = launch()
    other.wait_until("BUSY")

    for name, ask in (("postgres", lambda: first.database().close()), ("valkey", lambda: first.queue().ping())):
        killed = first.child(name)
        os.kill(killed.pid, signal.SIGKILL)
        eventually(lambda name=name, killed=killed: first.child(name) != killed)  # type: ignore[misc]
        eventually(lambda ask=ask: answers(ask))  # type: ignore[misc]

    left = list(first.record.children.values())
    first.process.kill()
    first.process.wait()
    second = launch()
    second.wait_until("READY")
    assert not any(is_alive(who) for who in left)
    with second.database() as database:
        assert database.execute("SELECT name FROM saree").fetchall() == [("बनारसी",)]
    assert second.queue().lrange("parcel", 0, -1) == ["one"]

    running = list(second.record.children.values())
    second.process.send_signal(signal.SIGTERM)
    second.wait_until("STOPPED")
    second.process.wait()
    assert not any(is_alive(who) for who in running)
    assert not state.run_file.exists()


def test_the_servers_are_closed_to_others(launch: Callable[[], Servers]) -> None:
    servers = launch()
    servers.wait_until("READY")
    environment = servers.record.environment
    password = environment["DATABASE_URL"].split(":")[2].split("@")[0]
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(environment["DATABASE_URL"].replace(password, "guess"))
    port = environment["VALKEY_URL"].rsplit(":", 1)[1].split("/")[0]
    with pytest.raises(redis.AuthenticationError):
        redis.Redis(port=int(port)).get("anything")
    with servers.database() as database:
        shown = [database.execute(f"SHOW {name}").fetchone() for name in ("fsync", "listen_addresses", "unix_socket_directories")]
    assert shown == [("on",), ("127.0.0.1",), ("",)]
    assert servers.queue().config_get("appendonly") == {"appendonly": "yes"}
    commands = " ".join(Path(f"/proc/{who.pid}/cmdline").read_text() for who in servers.record.children.values())
    assert password not in commands
