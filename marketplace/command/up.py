"""`zila up`: the whole marketplace on this machine, until Ctrl-C."""

from __future__ import annotations

import time
import urllib.error
import urllib.request

from marketplace.command import services
from marketplace.command.failure import CommandFailed, Interrupted
from marketplace.command.interrupt import Interrupt
from marketplace.command.messages import compile_stale, stale_catalogues
from marketplace.command.ports import LOOPBACK, free_port, is_free
from marketplace.command.preparation import Preparation
from marketplace.command.progress import Progress
from marketplace.command.record import read_record
from marketplace.command.run import Run, begin
from marketplace.command.servers import start_servers
from marketplace.command.state import Busy, State

USUAL_PORT = 8000
WEB_WITHIN = 60.0  # seconds
LOOK_EVERY = 0.2  # seconds
PAGES = {"The shop": "/", "In Hindi": "/hi/", "GraphQL": "/graphql/"}


def up(state: State, *, port: int | None, mode: str, elasticsearch: bool = False) -> int:
    """Start everything and stay until a stop is asked for; returns the exit code."""
    progress = Progress()
    interrupt = Interrupt()
    try:
        with begin(state, "up", progress, interrupt) as run:
            try:
                _start(run, _web_port(port), mode, elasticsearch=elasticsearch)
                _stay(run)
            except Interrupted:
                progress.say("Stopping ...")
    except Busy:
        raise CommandFailed(_busy(state)) from None
    progress.say("Stopped.")
    return 0


def _web_port(chosen: int | None) -> int:
    if chosen is None:
        return USUAL_PORT if is_free(USUAL_PORT) else free_port()
    if not is_free(chosen):
        raise CommandFailed(f"Port {chosen} is taken by another program: choose another with --port.")
    return chosen


def _start(run: Run, port: int, mode: str, *, elasticsearch: bool) -> None:
    if any(stale_catalogues()):
        with run.progress.step("Compiling the message catalogues"):
            compile_stale()
    environment = start_servers(run, mode=mode, elasticsearch=elasticsearch)

    def start_workers() -> None:
        run.supervisor.start(services.worker(run.state, environment))
        run.supervisor.start(services.scheduler(run.state, environment))

    preparation = Preparation(run, before={"load_reference": start_workers})
    preparation.do(environment)
    address = f"http://{LOOPBACK}:{port}"
    with run.progress.step("Starting the web server") as step:
        run.supervisor.start(services.web(run.state, environment, port))
        run.supervisor.wait_for("web", lambda: _answers(address), within=WEB_WITHIN, tick=lambda: run.tick(step))
    run.record.address = address
    run.record.save(run.state)
    _welcome(run, address, preparation.kept)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health/ready", timeout=5) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def _welcome(run: Run, address: str, logins: list[str]) -> None:
    say = run.progress.say
    say("")
    say("Zila Bazaar is open.")
    for name, path in PAGES.items():
        say(f"  {name:10} {address}{path}")
    if logins:
        say("")
        say("Demonstration logins, for tokenCreate at /graphql/:")
        for line in logins:
            say(f"  {line}")
    say("")
    say(f"  State and logs are in {run.state}. Ctrl-C stops everything.")


def _stay(run: Run) -> None:
    while True:
        run.interrupt.check()
        run.supervisor.check()
        time.sleep(LOOK_EVERY)


def _busy(state: State) -> str:
    record = read_record(state)
    if record is None or record.doing != "up":
        return f"Another zila command works with {state}; try again when it has ended."
    where = f"at {record.address}/" if record.address else "and is still starting"
    return f"Zila Bazaar already runs from {state}, {where} (process {record.owner.pid})."
