"""The pages over HTTP: what each kind of them takes at 20,000 products, beside one statement's answer in the same minute.

Our server runs as in production with one process; one client asks for one page after the other over one connection, as
browsers do with compression, and for so many different addresses that nothing is met twice in a row. Between the pages it
asks another server for the rows of one hand-written statement: that is L, the machine's measure. Each figure is the least
of a few short rounds, for a machine that others use, too. Statements are counted by the database.
"""

import http.client
import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalog.bench.ground import Ground, ground
from catalog.bench.servers import LIMITS, OURS, ROOT, Server, environment, serving
from search.bench.addresses import Kind, kinds

Write = Callable[[str], Any]
BAR_MS = 30
COUNTED = 40  # pages whose statements are counted
TOLD_EVERY = 1.1  # seconds; a backend tells what it has done once a second
PACKED = {"Accept-Encoding": "br, gzip"}
HEADER = (
    f"{'page':12} {'':2} {'p50':>7} {'p95':>7} ms {'CPU':>6} ms {'of L':>6} {'SQL':>5} "
    f"{'sent kB':>8} {'plain kB':>8}  bar {BAR_MS} ms"
)


def arguments(parser: ArgumentParser) -> None:
    """How large, how long, and of what."""
    parser.add_argument("--products", type=int, default=20_000, help="published products in the database (20000)")
    parser.add_argument("--database", default="", help="measure on this database as it is, instead of one of the bench's own")
    parser.add_argument("--keep", action="store_true", help="keep the bench's own database for the next time")
    parser.add_argument("--rounds", type=int, default=4, help="short rounds, of which the least counts (4)")
    parser.add_argument("--pages", type=int, default=40, help="pages of a kind in a round (40)")
    parser.add_argument("--only", nargs="*", default=[], help="only these kinds")


def run(options: dict[str, Any], write: Write) -> None:
    """Measure and print."""
    chosen = {name: options[name] for name in ("products", "database", "keep")}
    with tempfile.TemporaryDirectory() as name, ground(os.environ["DATABASE_URL"], **chosen, say=write) as place:
        folder = Path(name)
        found = [kind for kind in kinds(place.rows) if not options["only"] or kind.name in options["only"]]
        with bench(place, folder) as measure:
            write(HEADER)
            seen = []
            for kind in found:
                seen.append(measure.kind(kind, options["rounds"], options["pages"]))
                write(seen[-1].line())
            over = sorted({measured.kind.name for measured in seen if not measured.is_fast})
            write(f"over {BAR_MS} ms: {', '.join(over) or 'none'}; L took {min(m.limit for m in seen):.2f} ms")


@dataclass
class Measured:
    """A kind of page with what was seen: the least of the rounds, ms; and one page's bytes."""

    kind: Kind
    sent: int
    plain: int
    statements: float
    rounds: list[tuple[float, float, float, float]] = field(default_factory=list)  # p50, p95, CPU, L

    @property
    def p50(self) -> float:
        """Of the quickest round."""
        return min(p50 for p50, _p95, _cpu, _limit in self.rounds)

    @property
    def limit(self) -> float:
        """What L took beside it."""
        return min(limit for _p50, _p95, _cpu, limit in self.rounds)

    @property
    def is_fast(self) -> bool:
        """Whether it is below the bar."""
        return self.p50 <= BAR_MS

    def line(self) -> str:
        """A line of the table."""
        p95, cpu = (min(figures[place] for figures in self.rounds) for place in (1, 2))
        of_limit = self.p50 / self.limit
        return (
            f"{self.kind.name:12} {self.kind.language:2} {self.p50:7.1f} {p95:7.1f}    {cpu:6.1f}    {of_limit:6.1f} "
            f"{self.statements:5.1f} {self.sent / 1000:8.1f} {self.plain / 1000:8.1f}  {'PASS' if self.is_fast else 'over'}"
        )


@dataclass(frozen=True, slots=True)
class Bench:
    """Our server and L's, each with a connection."""

    place: Ground
    ours: Server
    pages: http.client.HTTPConnection
    limits: http.client.HTTPConnection

    def kind(self, kind: Kind, rounds: int, pages: int) -> Measured:
        """Warm up, weigh, count, then ask in rounds."""
        packed = sorted(((self.page(path), path) for path in kind.paths), key=lambda pair: len(pair[0]))[len(kind.paths) // 2]
        plain = len(self.page(packed[1], {}))
        measured = Measured(kind, len(packed[0]), plain, self._statements(kind))
        for turn in range(rounds):
            first = turn * pages
            began, took = self.ours.cpu, []
            for place in range(first, first + pages):
                took.append(_milliseconds(lambda place=place: self.page(kind.paths[place % len(kind.paths)])))  # type: ignore[misc]
            cpu = (self.ours.cpu - began) / pages * 1000
            limit = sorted(_milliseconds(self._one) for _time in range(pages))[pages // 2]
            took.sort()
            measured.rounds.append((took[pages // 2], took[pages * 95 // 100], cpu, limit))
        return measured

    def page(self, path: str, headers: Mapping[str, str] = PACKED) -> bytes:
        """The bytes of a page as they are sent."""
        return _answer(self.pages, "GET", path, None, headers)

    def _one(self) -> bytes:
        return _answer(self.limits, "POST", "/one/default", b'["a"]', {})

    def _statements(self, kind: Kind) -> float:
        """Statements of a page: what the database has ended meanwhile, without what the last pages did to be told."""
        began = self._told(kind)
        for turn in range(COUNTED):
            self.page(kind.paths[turn % len(kind.paths)])
        return (self._told(kind) - began) / (COUNTED + 2)

    def _told(self, kind: Kind) -> int:
        """The database's count after each connection has told its own; two threads of ours have one each."""
        time.sleep(TOLD_EVERY)
        for turn in range(2):
            self.page(kind.paths[turn % len(kind.paths)])
        time.sleep(TOLD_EVERY / 5)
        return self.place.statements()


def _milliseconds(ask: Callable[[], bytes]) -> float:
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


def _answer(
    connection: http.client.HTTPConnection, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
) -> bytes:
    """RuntimeError where it is not 200."""
    connection.request(method, path, body, dict(headers))
    response = connection.getresponse()
    answer = response.read()
    if response.status != http.client.OK:
        raise RuntimeError(f"{path} answered {response.status}: {answer[:300]!r}")
    return answer


@contextmanager
def bench(place: Ground, folder: Path) -> Iterator[Bench]:
    """Both servers over a database; the static files are put together first, as pages name them by their marks."""
    given = environment(place.address, folder)
    command = [sys.executable, "-P", "-m", "django", "collectstatic", "--noinput", "--verbosity=0"]
    subprocess.run(command, env=given, cwd=ROOT, check=True, capture_output=True)
    with (
        serving(OURS, given, folder / "ours.log", threads=1) as ours,
        serving(LIMITS, given, folder / "limits.log", threads=1) as limits,
        closing(http.client.HTTPConnection("127.0.0.1", ours.port, timeout=60)) as pages,
        closing(http.client.HTTPConnection("127.0.0.1", limits.port, timeout=60)) as one,
    ):
        yield Bench(place, ours, pages, one)
