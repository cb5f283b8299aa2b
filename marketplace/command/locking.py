"""`zila lock`: compiles both requirements files anew from pyproject.toml, with uv."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from marketplace.command.clone import ROOT
from marketplace.command.failure import CommandFailed

COMMON = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
TESTS, RUNTIME = "tests/requirements.txt", "requirements.txt"


def commands(uv: str, words: list[str]) -> list[list[str]]:
    """The tests' file first; the other takes its versions from it. `words` go on to uv."""
    base = [uv, "pip", "compile", "pyproject.toml", "--extra", "embedded"]
    return [
        [*base, "--extra", "test", *COMMON, *words, "-o", TESTS],
        [*base, *COMMON, *words, "-c", TESTS, "-o", RUNTIME],
    ]


def lock(words: list[str]) -> int:
    """Compile; returns uv's exit code. A file that names an address is refused."""
    beside = Path(sys.executable).with_name("uv")
    uv = shutil.which("uv") or (str(beside) if beside.exists() else None)
    if uv is None:
        raise CommandFailed("This needs uv, which is not installed.")
    for command in commands(uv, words):
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        if done.returncode:
            return done.returncode
    for name in (TESTS, RUNTIME):
        if "://" in (ROOT / name).read_text():
            raise CommandFailed(f"{name} names an address; lock files must not.")
        print(f"{name} is up to date.")
    return 0
