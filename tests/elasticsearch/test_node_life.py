"""The node's life: it keeps its data through a hard end, is reached from this machine only, and goes when its owner goes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from elasticsearch import Elasticsearch

from marketplace.command.process import Identity, identity_of, is_alive, send
from tests.elasticsearch.shared_node import start, wait_until_ready

LIMIT = 60.0  # seconds, far more than anything here takes
LISTENS = "0A"
LOOPBACKS = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}


def eventually(holds: Callable[[], bool]) -> None:
    limit = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < limit, "still not so"
        time.sleep(0.05)


@pytest.fixture
def owner() -> Iterator["subprocess.Popen[bytes]"]:
    """A process that lives until it is killed."""
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as process:
        yield process
        process.kill()


@pytest.fixture
def launch(
    elasticsearch_url: str, tmp_path: Path, owner: "subprocess.Popen[bytes]"
) -> Iterator[Callable[[], tuple[str, Identity]]]:
    """Call it: a node of this test's own, on the data of the one before, by its address and its process."""
    launched: list[Identity] = []

    def one() -> tuple[str, Identity]:
        home, log = tmp_path / "home", tmp_path / "log"
        pid = start(home, log, owner.pid)
        address = wait_until_ready(home, log, pid)
        identity = identity_of(pid)
        assert identity is not None
        launched.append(identity)
        return address, identity

    yield one
    for identity in launched:
        send(identity, signal.SIGKILL)


def listening(port: int) -> set[str]:
    """The addresses, as the kernel writes them, at which this port is listened to."""
    rows = [line.split() for table in ("tcp", "tcp6") for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]]
    local = [row[1].split(":") for row in rows if row[3] == LISTENS]
    return {address for address, number in local if int(number, 16) == port}


def test_killed_it_keeps_its_data_and_it_ends_with_its_owner(
    launch: Callable[[], tuple[str, Identity]], owner: "subprocess.Popen[bytes]"
) -> None:
    address, first = launch()
    with Elasticsearch(address) as client:
        client.indices.create(index="crafts", settings={"number_of_replicas": 0})
        client.index(index="crafts", id="1", document={"name": "चिकनकारी"})
    os.kill(first.pid, signal.SIGKILL)
    os.waitpid(first.pid, 0)

    address, second = launch()
    with Elasticsearch(address) as client:
        assert client.get(index="crafts", id="1")["_source"] == {"name": "चिकनकारी"}
    assert listening(urlsplit(address).port or 0) <= LOOPBACKS
    assert listening(urlsplit(address).port or 0)

    owner.kill()
    owner.wait()
    eventually(lambda: not is_alive(second))
    assert os.waitstatus_to_exitcode(os.waitpid(second.pid, 0)[1]) == 0  # in good order
