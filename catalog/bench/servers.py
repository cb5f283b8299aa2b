"""The two web servers of `bench catalogue`: ours as production runs it, with one process, and the limits'."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from marketplace.command.ports import LOOPBACK, free_port
from marketplace.command.process import dies_with_parent
from marketplace.command.services import WEB_THREADS

OURS = "marketplace.wsgi:application"
LIMITS = "catalog.bench.limits:application"
ROOT = Path(__file__).resolve().parents[2]
_SECONDS_TO_START = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs; `pid` is its first process, which watches the one that works."""

    port: int
    pid: int
    log: Path

    @property
    def resident(self) -> int:
        """The bytes of memory of the process that works."""
        return sum(_resident(int(child)) for child in self._working())

    def _working(self) -> list[str]:
        return Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()

    @property
    def cpu(self) -> float:
        """The seconds of processor time that the process that works has had."""
        return sum(_cpu(int(child)) for child in self._working())

    @property
    def resident_all(self) -> int:
        """The same with the process that watches."""
        return self.resident + _resident(self.pid)


def _resident(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0)


def _cpu(pid: int) -> float:
    """User and system time: the 14th and 15th field, counted behind the name, which may hold blanks."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def environment(database: str, folder: Path, **more: str) -> dict[str, str]:
    """As production has it, on loopback, without TLS and without answer cache. One asker's allowance is never used up."""
    return {
        **os.environ,
        "DATABASE_URL": database,
        "ZILA_MODE": "production",
        "SECRET_KEY": "only for a measurement on this machine, " + "0" * 40,
        "ALLOWED_HOSTS": LOOPBACK,
        "SECURE_SSL_REDIRECT": "false",
        "ZILA_STATE_DIR": str(folder),
        "ZILA_BENCH_FOLDER": str(folder),
        "GRAPHQL_SAY_HOW": "true",
        "GRAPHQL_RATE": str(10**9),
        "GRAPHQL_BURST": str(10**9),
        "ANSWER_CACHE_BYTES": "0",
        "PYTHONPATH": str(ROOT),
        **more,
    }


@contextmanager
def serving(application: str, given: Mapping[str, str], log: Path, *, threads: int = WEB_THREADS) -> Iterator[Server]:
    """A server with one process that works, of the command line that `marketplace.command.services.web` has."""
    port = free_port()
    command = [sys.executable, "-P", "-m", "granian", "--interface", "wsgi", "--host", LOOPBACK, "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", str(threads), "--workers-kill-timeout", "3", "--no-ws", application]
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=dict(given),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=dies_with_parent(signal.SIGTERM),  # whoever ends the bench ends its servers
        )
    try:
        _wait(process, port, log)
        yield Server(port, process.pid, log)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Until it answers anything; RuntimeError with the end of its log where it does not."""
    until = time.monotonic() + _SECONDS_TO_START
    while process.poll() is None and time.monotonic() < until:
        try:
            urlopen(f"http://{LOOPBACK}:{port}/health/live", timeout=5).close()
        except URLError as error:
            if getattr(error, "code", None) is None:  # nobody listens yet
                time.sleep(0.1)
                continue
        except OSError:
            time.sleep(0.1)
            continue
        return
    raise RuntimeError(f"The server did not start: {log.read_text(errors='replace')[-2000:]}")
