"""The clone's own Python environment: `.venv`, filled from the locked requirements files.

An installation that was cut off leaves its mark and is done anew; two at a time wait for each other.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from marketplace.command.clone import ROOT
from marketplace.command.failure import CommandFailed
from marketplace.command.progress import Progress, Step
from marketplace.command.shown import run_shown

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "zila.json"
RUNTIME = ROOT / "requirements.txt"
TESTS = ROOT / "tests" / "requirements.txt"

SCRIPT = """#!/bin/sh
# The command line of the clone that this environment belongs to.
exec "$(dirname "$(readlink -f "$0")")/python" -P -m marketplace "$@"
"""


def enter(arguments: list[str], *, tests: bool = False) -> None:
    """Go on in `.venv`, made or completed first. Does not return when this process was outside."""
    wanted = TESTS if tests else RUNTIME
    if not is_complete(wanted):
        with _alone() as lock:
            if not is_complete(wanted):
                _install(wanted, lock)
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(PYTHON, [str(PYTHON), "-P", "-m", "marketplace", *arguments])


def is_complete(lock_file: Path) -> bool:
    """Whether `.venv` holds what this requirements file names, for this place and its Python."""
    stamp = _stamp()
    if digest(lock_file) not in stamp.get("locks", []) or stamp.get("root") != str(ROOT):
        return False
    return stamp.get("python") == _version()


def digest(lock_file: Path) -> str:
    """The fingerprint of a requirements file."""
    return hashlib.sha256(lock_file.read_bytes()).hexdigest()


def pins(lock_file: Path) -> int:
    """How many packages a requirements file names."""
    return sum("==" in line and not line.startswith((" ", "#")) for line in lock_file.open())


def _stamp() -> dict[str, Any]:
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _version() -> str | None:
    """The version of the environment's Python, None when it does not run."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        return "{}.{}".format(*sys.version_info)
    ask = "import sys, pip; print('{}.{}'.format(*sys.version_info))"
    try:
        answer = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()


@contextmanager
def _alone() -> Iterator[int]:
    """Hold the clone's folder, so that one process at a time changes the environment.

    The installer inherits the hold: when we are killed it goes on, and the next start waits for it.
    """
    handle = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another start that installs the dependencies ...", flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


def _install(lock_file: Path, lock: int) -> None:
    progress = Progress()
    stamp = _stamp()
    moved = stamp.get("root", str(ROOT)) != str(ROOT)
    if stamp.get("installing") or moved or _version() is None:
        _require_venv()
        with progress.step("Making the Python environment .venv") as step:
            _make(step, lock)
    STAMP.write_text('{"installing": true}')
    with progress.step("Installing the locked dependencies") as step:
        _fill(lock_file, step, lock)
    _write_script()
    locks = [digest(lock_file)] + ([digest(RUNTIME)] if lock_file == TESTS else [])
    _replace(STAMP, json.dumps({"root": str(ROOT), "python": _version(), "locks": locks}))


def _require_venv() -> None:
    """One line when Python came without what makes environments."""
    if not importlib.util.find_spec("venv") or not importlib.util.find_spec("ensurepip"):
        package = "python{}.{}-venv".format(*sys.version_info)
        raise CommandFailed(f"Python's venv module is missing: apt-get install {package}")


def _make(step: Step, lock: int) -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    STAMP.write_text('{"installing": true}')
    base = getattr(sys, "_base_executable", None) or sys.executable
    _run([base, "-m", "venv", str(VENV)], "Making .venv", step, lock, step.note)


def _fill(lock_file: Path, step: Step, lock: int) -> None:
    total, seen = pins(lock_file), 0

    def count(line: str) -> None:
        nonlocal seen
        if line.startswith(("Collecting ", "Requirement already satisfied")):
            seen += 1
            step.note(f"{min(seen, total)} of {total}")
        elif line.startswith("Installing collected"):
            step.note("unpacking")

    options = ["--require-hashes", "--no-deps", "--disable-pip-version-check", "--no-input"]
    options += ["--progress-bar=off", "--root-user-action=ignore", "--no-warn-script-location"]
    command = [str(PYTHON), "-m", "pip", "install", *options, "-r", str(lock_file)]
    _run(command, "pip", step, lock, count)


def _run(command: list[str], what: str, step: Step, lock: int, on_line: Callable[[str], None]) -> None:
    run_shown(command, what=what, on_line=on_line, meanwhile=step.tick, keep_open=[lock])


def _write_script() -> None:
    """Make the project importable and `.venv/bin/zila` callable, without an egg-info in the tree."""
    packages = next((VENV / "lib").glob("python3.*/site-packages"))
    (packages / "zila_bazaar.pth").write_text(f"{ROOT}\n")
    script = VENV / "bin" / "zila"
    _replace(script, SCRIPT)
    script.chmod(0o755)


def _replace(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text)
    fresh.replace(path)
