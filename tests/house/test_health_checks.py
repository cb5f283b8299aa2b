"""The containers' health check sees an open connection to the broker, and sees when there is none."""

import runpy
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marketplace.command.clone import ROOT

TABLES = [Path("/proc/net/tcp"), Path("/proc/net/tcp6")]


@pytest.fixture(scope="module")
def connected_to() -> Callable[[int, Path], bool]:
    module: dict[str, Any] = runpy.run_path(str(ROOT / "marketplace/docker/healthy.py"))
    found: Callable[[int, Path], bool] = module["connected_to"]
    return found


def test_an_open_connection_is_seen_and_a_listening_socket_is_none(connected_to: Callable[[int, Path], bool]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert not any(connected_to(port, table) for table in TABLES)
        with socket.create_connection(("127.0.0.1", port)):
            assert any(connected_to(port, table) for table in TABLES)


def test_a_machine_without_ipv6_has_no_second_table(connected_to: Callable[[int, Path], bool], tmp_path: Path) -> None:
    assert not connected_to(6379, tmp_path / "tcp6")
