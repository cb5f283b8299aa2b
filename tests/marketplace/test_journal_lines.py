"""Log lines that are gathered come out in order, soon, and at once where something is wrong."""

import io
import logging
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from marketplace.kit.journal_lines import MOST, WITHIN, GatheredLines


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
