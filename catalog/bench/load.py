"""The load generator: wrk where it is installed (a Debian package), threads of this process where not."""

import http.client
import json
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

WRK = """
local path, file = os.getenv("BENCH_PATH"), os.getenv("BENCH_BODIES")
local headers = {["Content-Type"] = "application/json"}
local requests, turn = {}, 0
function init(args)
  for line in io.lines(file) do requests[#requests + 1] = wrk.format("POST", path, headers, line) end
  turn = math.random(#requests)
end
function request()
  turn = turn % #requests + 1
  return requests[turn]
end
function done(summary, latency, all)
  local e = summary.errors
  print(string.format('BENCH {"requests": %d, "micro": %d, "p50": %f, "p95": %f, "p99": %f, "errors": %d}', summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(95), latency:percentile(99),
    e.connect + e.read + e.write + e.status + e.timeout))
end
"""


@dataclass(frozen=True, slots=True)
class Load:
    """What a generator saw: requests, their rate a second, latencies in ms; and the server's processor time for each, ms."""

    requests: int
    rate: float
    p50: float
    p95: float
    p99: float
    cpu: float = 0.0


def drive(port: int, path: str, bodies: Sequence[bytes], folder: Path, *, concurrency: int, seconds: float) -> Load:
    """Send the bodies in turn, over so many connections, for so many seconds. RuntimeError where an answer is not 200."""
    if not shutil.which("wrk"):
        return _with_threads(port, path, bodies, concurrency, seconds)
    script, file = folder / "bench.lua", folder / "bodies"
    script.write_text(WRK, encoding="utf-8")
    file.write_bytes(b"\n".join(bodies) + b"\n")
    command = ["wrk", "-t1", f"-c{concurrency}", f"-d{max(1, round(seconds))}s", "--timeout=30s", "-s", str(script)]
    environment = {"BENCH_PATH": path, "BENCH_BODIES": str(file)}
    ran = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, env=environment, check=True
    )
    found = re.search(r"^BENCH (.*)$", ran.stdout, re.MULTILINE)
    if not found:
        raise RuntimeError(f"wrk said: {ran.stdout} {ran.stderr}")
    told = json.loads(found[1])
    if told["errors"]:
        raise RuntimeError(f"{told['errors']} of {told['requests']} requests to {path} failed")
    return Load(told["requests"], told["requests"] / told["micro"] * 1e6, *(told[name] / 1000 for name in ("p50", "p95", "p99")))


def send(
    connection: http.client.HTTPConnection, path: str, body: bytes, look: Callable[[http.client.HTTPResponse], None] | None = None
) -> bytes:
    """One request and its answer, after a look at its headers; RuntimeError where that is not 200."""
    connection.request("POST", path, body, {"Content-Type": "application/json"})
    response = connection.getresponse()
    answer = response.read()
    if look is not None:
        look(response)
    if response.status != http.client.OK:
        raise RuntimeError(f"{path} answered {response.status}: {answer[:500]!r}")
    return answer


def _with_threads(port: int, path: str, bodies: Sequence[bytes], concurrency: int, seconds: float) -> Load:
    took: list[float] = []
    failures: list[Exception] = []
    until = time.monotonic() + seconds

    def work(turn: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            while (began := time.monotonic()) < until:
                send(connection, path, bodies[turn % len(bodies)])
                took.append(time.monotonic() - began)
                turn += concurrency
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[turn]) for turn in range(concurrency)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    took.sort()
    p50, p95, p99 = (took[min(len(took) - 1, int(len(took) * part))] * 1000 for part in (0.5, 0.95, 0.99))
    return Load(len(took), len(took) / (time.monotonic() - began), p50, p95, p99)
