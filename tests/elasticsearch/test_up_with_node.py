"""`zila up --elasticsearch`: the node is started beside the other servers, started again when it dies, and stopped with them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from marketplace.command import entry
from marketplace.command.clone import ROOT
from marketplace.command.elasticsearch import is_ready
from marketplace.command.process import Identity, is_alive
from marketplace.command.record import Record, read_record
from marketplace.command.state import State

LIMIT = 60.0  # seconds, far more than anything here takes
DRIVER = """
import sys, time
from pathlib import Path
from marketplace.command.failure import CommandFailed, Interrupted
from marketplace.command.interrupt import Interrupt
from marketplace.command.progress import Progress
from marketplace.command.run import begin
from marketplace.command.servers import start_servers
from marketplace.command.state import State

try:
    with begin(State(Path(sys.argv[1])), "up", Progress(), Interrupt()) as run:
        whole = start_servers(run, mode="test", elasticsearch=True)
        print("READY", whole["ELASTICSEARCH_URL"], flush=True)
        while True:
            run.interrupt.check()
            run.supervisor.check()
            time.sleep(0.05)
except Interrupted:
    print("STOPPED")
except CommandFailed as failure:
    print(failure)
"""
# Servers that run elsewhere, and are never asked: only the node is started here.
ELSEWHERE = {"DATABASE_URL": "postgres://zila:zila@127.0.0.1:1/zila", "VALKEY_URL": "redis://127.0.0.1:1/0"}


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    state = State(tmp_path / "state with space")
    yield state
    state.remove()


@pytest.fixture
def launch(state: State) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    launched: list[subprocess.Popen[str]] = []

    def one(**environment: str) -> "subprocess.Popen[str]":
        given = {name: value for name, value in os.environ.items() if name != "ELASTICSEARCH_URL"}
        process = subprocess.Popen(
            [sys.executable, "-c", DRIVER, str(state)],
            cwd=ROOT,
            env={**given, **ELSEWHERE, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        launched.append(process)
        return process

    yield one
    for process in launched:
        process.terminate()
        process.communicate()


def said(process: "subprocess.Popen[str]", word: str) -> str:
    """The rest of the line that begins with this word."""
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        if line.startswith(word):
            return line.removeprefix(word).strip()
    pytest.fail(f"ended without saying {word}: {lines}")


def noted(state: State) -> Record:
    record = read_record(state)
    assert record is not None
    return record


def eventually(holds: Callable[[], bool]) -> None:
    limit = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < limit, "still not so"
        time.sleep(0.05)


@pytest.mark.usefixtures("elasticsearch_url")  # skipped where there is no Java
def test_it_comes_back_with_its_data_and_goes_with_the_others(
    state: State, launch: Callable[..., "subprocess.Popen[str]"]
) -> None:
    process = launch()
    address = said(process, "READY")
    assert noted(state).environment["ELASTICSEARCH_URL"] == address, "other commands would not find it"
    with Elasticsearch(address) as client:
        client.indices.create(index="crafts", settings={"number_of_replicas": 0})
        client.index(index="crafts", id="1", document={"name": "Zardozi"})
    killed = noted(state).children["elasticsearch"]
    os.kill(killed.pid, signal.SIGKILL)
    eventually(lambda: noted(state).children["elasticsearch"] != killed and is_ready(address))
    with Elasticsearch(address) as client:
        assert client.get(index="crafts", id="1")["_source"] == {"name": "Zardozi"}
    assert any((state.folder / "elasticsearch" / "data").iterdir())

    running: Identity = noted(state).children["elasticsearch"]
    process.send_signal(signal.SIGTERM)
    said(process, "STOPPED")
    process.wait()
    assert not is_alive(running)


def test_a_node_elsewhere_is_used_and_none_started(state: State, launch: Callable[..., "subprocess.Popen[str]"]) -> None:
    process = launch(ELASTICSEARCH_URL="http://127.0.0.1:1")
    assert said(process, "READY") == "http://127.0.0.1:1"
    assert "elasticsearch" not in json.loads(state.run_file.read_text())["children"]


def test_without_java_nothing_is_started(state: State, launch: Callable[..., "subprocess.Popen[str]"], tmp_path: Path) -> None:
    process = launch(PATH=str(tmp_path), JAVA_HOME="", XDG_CACHE_HOME=str(tmp_path))
    assert process.stdout
    text = process.stdout.read()
    assert process.wait() == 0  # the driver itself ended well
    assert text.strip().endswith("apt-get install openjdk-17-jdk-headless maven")
    assert "Traceback" not in text


def test_the_command_line_knows_the_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        entry.run(["up", "--help"])
    assert "--elasticsearch" in capsys.readouterr().out
