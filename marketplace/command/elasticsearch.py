"""One real Elasticsearch node on this machine, for `zila up --elasticsearch`, for tests, and by hand.

By hand: `python -m marketplace.command.elasticsearch FOLDER [--port N] [--owner PID] [--brief]`, until Ctrl-C.
Port 0 takes a free one, which FOLDER/logs/http.ports names once it answers. It ends, in good order, when the process of
--owner has ended. --brief is for a short life: less work at the start, and not faster with time as it is without.
ELASTICSEARCH_HEAP sets its heap, such as 2g.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
import urllib.request
from pathlib import Path
from typing import NoReturn

from marketplace.command.child import Program
from marketplace.command.elasticsearch_build import Built, built
from marketplace.command.failure import CommandFailed
from marketplace.command.ports import LOOPBACK
from marketplace.command.state import State

HEAP = "768m"
SERVES = {"yellow", "green"}
"""What one node alone says of itself when all of its indices answer."""


class Node:
    """The node of one folder: its indices, logs and settings."""

    def __init__(self, folder: Path, build: Built, *, owner: int = 0, brief: bool = False) -> None:
        self.folder = folder.resolve()
        self._build, self._owner, self._brief = build, owner, brief

    def command(self, port: int) -> list[str]:
        """The command line that runs it on this port; makes its folder ready."""
        for name in ("data", "logs", "config"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        ports_file(self.folder).unlink(missing_ok=True)
        shutil.copy(self._build.folder / "config" / "log4j2.properties", self.folder / "config")
        (self.folder / "config" / "elasticsearch.yml").write_text("")
        modules = self.folder / "modules"
        modules.unlink(missing_ok=True)
        modules.symlink_to(self._build.folder / "modules")
        options = [f"-Xmx{_heap()}", "-Xms256m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError"]
        options += ["-Djava.awt.headless=true", "-Dio.netty.noUnsafe=true", "-Dlog4j2.disable.jmx=true"]
        options += ["-Dlucene.enableVectorization=false"]  # its module is an incubator's, of which Java warns
        options += ["-XX:TieredStopAtLevel=1"] if self._brief else []
        paths = ["--module-path", f"{self._build.folder}/lib", "--add-modules", "jdk.net,ALL-MODULE-PATH"]
        paths += ["-cp", f"{self._build.folder}/launcher"]
        what = ["zila.elasticsearch.Node", str(self.folder), str(port), str(self._owner)]
        return [str(self._build.java), *options, *paths, *what]

    def program(self, port: int, log: Path) -> Program:
        """How a supervisor runs it."""
        return Program(
            name="elasticsearch",
            command=self.command(port),
            log=log,
            environment={"PATH": os.environ.get("PATH", "")},
            folder=self.folder,
            grace=8.0,
            rank=2,
        )


def of_state(state: State, build: Built) -> Node:
    """The node whose data live in a state folder."""
    return Node(state.folder / "elasticsearch", build)


def ports_file(folder: Path) -> Path:
    """Where a node writes the addresses that it answers at, one a line, once it does."""
    return folder / "logs" / "http.ports"


def url(port: int) -> str:
    """The address, as ELASTICSEARCH_URL says it."""
    return f"http://{LOOPBACK}:{port}"


def is_ready(address: str) -> bool:
    """Whether it answers and all of its indices do."""
    try:
        with urllib.request.urlopen(f"{address}/_cluster/health", timeout=2) as answer:
            told = json.load(answer)
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and told.get("status") in SERVES


def _heap() -> str:
    heap = os.environ.get("ELASTICSEARCH_HEAP", "").strip().lower() or HEAP
    if not re.fullmatch(r"[1-9][0-9]*[mg]", heap):
        raise CommandFailed(f"ELASTICSEARCH_HEAP must be a size such as 768m or 2g, not '{heap[:40]}'.")
    return heap


def main(words: list[str]) -> NoReturn:
    """Build where needed, then become the node."""
    parser = argparse.ArgumentParser(prog="python -m marketplace.command.elasticsearch", allow_abbrev=False)
    parser.add_argument("folder", type=Path, help="its data, logs and settings")
    parser.add_argument("--port", type=int, default=9200, help="0 for a free one")
    parser.add_argument("--owner", type=int, default=0, help="the process with which it ends")
    parser.add_argument("--brief", action="store_true", help="for a short life")
    chosen = parser.parse_args(words)
    try:
        build = built(lambda line: print(line, file=sys.stderr, flush=True), lambda: None)
        command = Node(chosen.folder, build, owner=chosen.owner, brief=chosen.brief).command(chosen.port)
    except CommandFailed as failure:
        sys.exit(str(failure))
    os.chdir(chosen.folder)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
