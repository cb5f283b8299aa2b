"""Follows the process that does Django's part of a start, and shows its steps."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from marketplace.command.progress import Step
from marketplace.command.run import Run
from marketplace.command.shown import MARK, run_shown

STEP = f"{MARK}step "
"""Begins the line that `steps` prints before each step."""

TITLES = {
    "migrate": "Bringing the database up to date",
    "collectstatic": "Collecting the static files",
    "load_reference": "Loading the reference data",
    "load_demo": "Loading the demonstration shops",
    "fill_search": "Filling the search",
}
KEPT = "demo_logins"
"""The last step, shown only by its lines, which stand at the end of the start."""
IN_PASSING = {"migrate", "collectstatic"}
"""Steps whose lines are of no interest once they are done."""


class Preparation:
    """Runs the steps; `before` is called as the step of that name begins."""

    def __init__(self, run: Run, before: Mapping[str, Callable[[], None]]) -> None:
        self._run, self._before = run, before
        self._name = ""
        self._step: Step | None = None
        self.kept: list[str] = []
        """The lines of the last step."""

    def do(self, environment: Mapping[str, str]) -> None:
        """Do all steps; CommandFailed with the last lines when one fails."""
        command = [sys.executable, "-P", "-m", "marketplace.command.steps", *TITLES, KEPT]
        try:
            run_shown(
                command,
                what="The preparation",
                on_line=self._hear,
                meanwhile=self._meanwhile,
                environment=environment,
            )
        except BaseException:
            if self._step:
                self._step.close(well=False)
            raise
        if self._step:
            self._step.close()

    def _hear(self, line: str) -> None:
        if line.startswith(STEP):
            self._turn_to(line.removeprefix(STEP))
        elif self._name == KEPT:
            self.kept.append(line)
        elif self._step and self._name in IN_PASSING:
            self._step.note(line.strip())
        elif self._step:
            self._step.line(line)

    def _turn_to(self, name: str) -> None:
        if self._step:
            self._step.close()
            self._step = None
        self._name = name
        self._before.get(name, lambda: None)()
        if name in TITLES:
            self._step = self._run.progress.begin(TITLES[name])

    def _meanwhile(self) -> None:
        if self._step:
            self._step.tick()
        self._run.interrupt.check()
        self._run.supervisor.check()
