"""Log lines that are gathered come out in order, soon, and at once where something is wrong."""

import io
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from celery.signals import worker_process_shutdown

import marketplace.celery
from marketplace.kit.journal_lines import MOST, WITHIN, GatheredLines

ROOT = Path(__file__).parents[2]
WEB = """import logging
from marketplace.kit.journal_lines import GatheredLines

logging.basicConfig(level="INFO", handlers=[GatheredLines()], format="%(message)s", force=True)


def application(environ, start_response):
    logging.getLogger("journalled").info("GET %s", environ["PATH_INFO"])
    start_response("200 OK", [("Content-Length", "0")])
    return [b""]
"""


@pytest.fixture
def handler() -> Iterator[GatheredLines]:
    """One that writes into memory."""
    made = GatheredLines()
    made.stream = io.StringIO()
    yield made
    made.close()


def _record(text: str, level: int = logging.INFO) -> logging.LogRecord:
    return logging.LogRecord("test", level, "file", 1, text, None, None)


def _out(handler: GatheredLines) -> list[str]:
    return handler.stream.getvalue().splitlines()


def test_lines_wait_for_each_other_and_come_out_soon(handler: GatheredLines) -> None:
    handler.handle(_record("a"))
    handler.handle(_record("b"))
    waited = 0.0
    while not _out(handler) and waited < WITHIN * 100:
        time.sleep(WITHIN / 5)
        waited += WITHIN / 5
    assert _out(handler) == ["a", "b"]
    handler.handle(_record("c"))
    handler.flush()
    assert _out(handler) == ["a", "b", "c"]


def test_a_warning_is_written_at_once_with_what_came_before(handler: GatheredLines) -> None:
    handler.handle(_record("a"))
    handler.handle(_record("b", logging.WARNING))
    assert _out(handler) == ["a", "b"]


def test_no_more_than_so_many_lines_wait(handler: GatheredLines) -> None:
    for number in range(MOST):
        handler.handle(_record(str(number)))
    assert len(_out(handler)) >= MOST - 1


def test_a_process_that_ends_has_written_all() -> None:
    program = (
        "import logging; from marketplace.kit.journal_lines import GatheredLines; "
        "logging.basicConfig(level='INFO', handlers=[GatheredLines()], format='%(message)s'); logging.info('the last line')"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stderr == "the last line\n"


def _ran(program: str) -> "subprocess.CompletedProcess[str]":
    begin = (
        "import logging, multiprocessing, os, sys, time; from marketplace.kit.journal_lines import GatheredLines; "
        "made = GatheredLines(); logging.basicConfig(level='INFO', handlers=[made], format='%(message)s')\n"
    )
    # Python 3.12 and later warn of a fork beside a thread, which is what the tests are about.
    command = [sys.executable, "-W", "ignore", "-c", begin + program]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)


def test_a_child_that_ends_without_atexit_has_written_all() -> None:
    program = """
def work(): logging.info('of the child')
child = multiprocessing.get_context('fork').Process(target=work)
child.start(); child.join()
"""
    assert _ran(program).stderr == "of the child\n"


def test_a_child_writes_its_own_lines_and_not_its_parents() -> None:
    program = """
logging.info('of the parent')
child = os.fork()
if child == 0:
    logging.info('of the child')
    until = time.monotonic() + 20
    while made._lines and time.monotonic() < until:
        time.sleep(0.05)
    made.acquire()
    os._exit(0)
os.waitpid(child, 0)
"""
    assert sorted(_ran(program).stderr.splitlines()) == ["of the child", "of the parent"]


def test_a_log_that_cannot_be_written_hurts_nobody() -> None:
    """Neither who writes a line, nor the thread that writes those which wait."""
    program = """
made.stream = open('/dev/full', 'w')
for number in range(3):
    logging.warning('at once'); logging.info('soon'); time.sleep(0.3)
print(made._writer.is_alive())
made.stream = sys.stdout
logging.info('again')
time.sleep(0.3)
print('done')
"""
    ran = _ran(program)
    assert sorted(ran.stdout.split()) == ["True", "again", "done"]
    assert "No space left on device" in ran.stderr


def test_a_web_worker_that_is_told_to_stop_has_written_all(tmp_path: Path) -> None:
    """With the real server: lines of requests just before its end are out."""
    (tmp_path / "journalled.py").write_text(WEB)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-log"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen([*command, "journalled:application"], stdout=log, stderr=log, env=environment, cwd=tmp_path)
    try:
        _asked(port, until=time.monotonic() + 60)
        for _ in range(5):
            _asked(port, until=time.monotonic() + 60)
        server.terminate()
        server.wait(30)
    finally:
        server.kill()
    assert (tmp_path / "log").read_text().count("GET /") == 6


def _asked(port: int, *, until: float) -> None:
    while True:
        try:
            urlopen(f"http://127.0.0.1:{port}/").read()
            return
        except URLError:
            assert time.monotonic() < until
            time.sleep(0.05)


def test_a_celery_process_that_ends_has_written_all(handler: GatheredLines) -> None:
    assert marketplace.celery.app  # it listens from its import on
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        handler.handle(_record("a"))
        worker_process_shutdown.send(sender=None, pid=0, exitcode=0)
        assert _out(handler) == ["a"]
    finally:
        root.removeHandler(handler)
