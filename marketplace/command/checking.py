"""`zila check`: everything about the code that can be judged without running the tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from marketplace.command.failure import CommandFailed
from marketplace.command.manage import with_servers
from marketplace.command.progress import Progress
from marketplace.command.shown import run_shown
from marketplace.command.state import State

PYTHON = [sys.executable, "-P", "-m"]
DJANGO = [*PYTHON, "django"]
LINT_IMPORTS = str(Path(sys.executable).with_name("lint-imports"))

CHECKS = {
    "ruff: mistakes": [*PYTHON, "ruff", "check", "."],
    "ruff: layout": [*PYTHON, "ruff", "format", "--check", "."],
    "mypy": [*PYTHON, "mypy", "."],
    "import-linter": [sys.executable, LINT_IMPORTS],
    "migrations are complete": [*DJANGO, "makemigrations", "--check", "--dry-run"],
    "safe to deploy": [*DJANGO, "check", "--deploy", "--fail-level", "WARNING"],
}
PRODUCTION = {"ZILA_MODE": "production", "ALLOWED_HOSTS": "bazaar.example"}


def check(state: State, *, mode: str) -> int:
    """Run every check with the servers at hand; returns 1 when one failed."""
    return with_servers(state, [[*PYTHON, "marketplace.command.checking"]], mode=mode)


def check_all() -> int:
    """Run every check in this environment, also after one has failed; returns 1 when one did."""
    progress = Progress()
    failed = [title for title, command in CHECKS.items() if not _passes(title, command, progress)]
    progress.say(f"{len(CHECKS) - len(failed)} of {len(CHECKS)} checks passed.")
    return 1 if failed else 0


def surroundings(command: list[str]) -> dict[str, str]:
    """The environment that a check runs in: ours, where the deployment is judged as that of production."""
    return {**os.environ, **(PRODUCTION if "--deploy" in command else {})}


def _passes(title: str, command: list[str], progress: Progress) -> bool:
    try:
        with progress.step(title) as step:
            run_shown(
                command,
                what=title,
                on_line=lambda line: None,
                meanwhile=step.tick,
                environment=surroundings(command),
            )
    except CommandFailed as failure:
        progress.say(str(failure))
        return False
    return True


if __name__ == "__main__":
    sys.exit(check_all())
