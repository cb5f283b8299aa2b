"""The catalogue over HTTP: our server beside two limits, operation by operation, and the memory it takes.

Our own server runs as in production, with one process and without the answer cache. Beside it, another one answers the same
bytes from memory, or the rows of one hand-written statement (L). Each round drives each of them in turn, so that all of them
have the same hour of the machine; only the ratios count. SQL statements are counted by the database.
"""

import http.client
import json
import os
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from catalog.bench.ground import Ground, ground
from catalog.bench.load import drive, send
from catalog.bench.operations import Operation, operations
from catalog.bench.report import HEADER, Measured, line
from catalog.bench.servers import LIMITS, OURS, Server, environment, serving

Write = Callable[[str], Any]
PATH = "/graphql/"
COUNTED = 100  # requests whose statements are counted
TOLD_EVERY = 1.1  # seconds; a backend tells what it has done once a second
TELLING = 20  # requests that reach every connection of the pool
CONCURRENCY = 8
LIMIT_THREADS = 4  # with which L is the fastest
CACHE = {"ANSWER_CACHE_BYTES": "32000000", "ANSWER_CACHE_SECONDS": "86400"}  # where hits of the answer cache are measured


def arguments(parser: ArgumentParser) -> None:
    """How large, how long, and of what."""
    parser.add_argument("--products", type=int, default=20_000, help="published products in the database (20000)")
    parser.add_argument("--database", default="", help="measure on this database as it is, instead of one of the bench's own")
    parser.add_argument("--keep", action="store_true", help="keep the bench's own database for the next time")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each operation (3)")
    parser.add_argument("--seconds", type=float, default=2, help="seconds of each load in a round (2)")
    parser.add_argument("--only", nargs="*", default=[], help="only these operations")
    parser.add_argument("--requests", type=int, default=50_000, help="requests between the two looks at memory (50000)")


def run(options: dict[str, Any], write: Write) -> None:
    """Measure and print."""
    chosen = {name: options[name] for name in ("products", "database", "keep")}
    with tempfile.TemporaryDirectory() as name, ground(os.environ["DATABASE_URL"], **chosen, say=write) as place:
        folder = Path(name)
        with (
            serving(OURS, environment(place.address, folder), folder / "ours.log") as ours,
            serving(OURS, environment(place.address, folder, **CACHE), folder / "cached.log") as cached,
            serving(LIMITS, environment(place.address, folder), folder / "limits.log", threads=LIMIT_THREADS) as limits,
            _connected(ours) as connection,
        ):
            door = Door(connection)
            door.ask("{ __typename }", {})
            idle = ours.resident
            found = [op for op in operations(door.ask, place.rows) if not options["only"] or op.name in options["only"]]
            write(HEADER)
            bench = Bench(place, {"ours": ours, "cached": cached, "one": limits, "memory": limits}, door, folder)
            for operation in found:
                write(line(bench.measure(operation, options["rounds"], options["seconds"])))
            write(_fell_back(door))
            write(f"idle: the web process holds {_mb(idle)} MB, {_mb(ours.resident_all - ours.resident)} MB more watch over it")
            if options["requests"]:
                write(_growth(found, ours, folder, options["requests"]))


@dataclass(frozen=True, slots=True)
class Door:
    """A connection to our server for single questions."""

    connection: http.client.HTTPConnection
    ways: Counter[str] = field(default_factory=Counter)  # answers by who executed them

    def ask(self, document: str, variables: dict[str, Any]) -> Any:
        """The data of an answer; RuntimeError where it has errors."""
        return json.loads(self.answer(_body(document, variables)))["data"]

    def answer(self, body: bytes) -> bytes:
        """The bytes of an answer; RuntimeError where it has errors."""
        answer = send(self.connection, PATH, body, self._look)
        if b'"errors"' in answer:
            raise RuntimeError(answer[:1000].decode())
        return answer

    def _look(self, response: http.client.HTTPResponse) -> None:
        self.ways[response.headers.get("X-GraphQL-Execution", "kept")] += 1


def _fell_back(door: Door) -> str:
    """How many of the single questions the fast pass could not answer."""
    slow, fast = door.ways["reference"], door.ways["fast"]
    return f"fell back to graphql-core: {slow} of {slow + fast} questions, a share of {slow / max(1, slow + fast):.4f}"


def _connected(server: Server) -> "closing[http.client.HTTPConnection]":
    return closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=60))


def _body(document: str, variables: dict[str, Any]) -> bytes:
    return json.dumps({"query": document, "variables": variables}).encode()


@dataclass(frozen=True, slots=True)
class Bench:
    """What an operation is measured with; `servers` by who is driven."""

    place: Ground
    servers: dict[str, Server]
    door: Door
    folder: Path

    def measure(self, operation: Operation, rounds: int, seconds: float) -> Measured:
        """Ask everything once, count statements, then drive all of them in turn."""
        bodies = [_body(operation.document, variables) for variables, _parameters in operation.bodies]
        self.door.connection.close()  # the server may have done so meanwhile; it is opened again with the next question
        middle = sorted((self.door.answer(body) for body in bodies), key=len)[len(bodies) // 2]
        (self.folder / f"{operation.name}.json").write_bytes(middle)
        measured = Measured(operation, len(middle), self._statements(bodies))
        parameters = [json.dumps(parameters).encode() for _variables, parameters in operation.bodies]
        self._fill(bodies)
        turns = [
            ("ours", PATH, bodies), ("one", f"/one/{operation.name}", parameters),
            ("cached", PATH, bodies), ("memory", f"/memory/{operation.name}", bodies),
        ]  # fmt: skip
        for who, path, sent in turns * rounds:
            for concurrency in (1, CONCURRENCY) if who in ("ours", "one") else (CONCURRENCY,):
                server = self.servers[who]
                began = server.cpu
                load = drive(server.port, path, sent, self.folder, concurrency=concurrency, seconds=seconds)
                load = replace(load, cpu=(server.cpu - began) / load.requests * 1000)
                measured.loads.setdefault((who, concurrency), []).append(load)
        return measured

    def _fill(self, bodies: list[bytes]) -> None:
        """Have the answers kept: what is measured of the answer cache is hits."""
        with _connected(self.servers["cached"]) as connection:
            for body in [*bodies[:1] * 20, *bodies]:
                Door(connection).answer(body)

    def _statements(self, bodies: list[bytes]) -> float:
        """Statements of a request: what the database has ended meanwhile, the least of three counts (it vacuums, too)."""
        counts = []
        for _try in range(3):
            began = self._told(bodies)
            for turn in range(COUNTED):
                self.door.answer(bodies[turn % len(bodies)])
            counts.append((self._told(bodies) - began) / (COUNTED + TELLING))
        return min(counts)

    def _told(self, bodies: list[bytes]) -> int:
        """The database's count after each connection of the server's pool has told its own: it does so when it ends a
        statement more than a second after it last did."""
        time.sleep(TOLD_EVERY)
        for _turn in range(TELLING):
            self.door.answer(bodies[0])
        time.sleep(TOLD_EVERY / 5)
        return self.place.statements()


def _growth(found: list[Operation], ours: Server, folder: Path, requests: int) -> str:
    """How much the process that works has grown after so many requests of all kinds."""
    bodies = [_body(op.document, variables) for op in found for variables, _parameters in op.bodies]
    before, sent = ours.resident, 0
    while sent < requests:
        sent += drive(ours.port, PATH, bodies, folder, concurrency=CONCURRENCY, seconds=10).requests
    return f"after {sent} more requests: {_mb(ours.resident)} MB, {(ours.resident - before) / 1e6:+.1f} MB"


def _mb(count: int) -> str:
    return f"{count / 1e6:.0f}"
