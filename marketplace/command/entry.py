"""The commands of `zila`, by name."""

from __future__ import annotations

import argparse
import os
import re
import sys

from marketplace.command import environment
from marketplace.command.checking import check
from marketplace.command.failure import CommandFailed, Interrupted
from marketplace.command.locking import lock
from marketplace.command.manage import manage
from marketplace.command.reset import reset
from marketplace.command.state import chosen_state
from marketplace.command.testing import test
from marketplace.command.up import up

HELP = """\
commands:
  up [--port N]          start everything and open the shop; Ctrl-C stops it
     [--elasticsearch]   search with Elasticsearch, not PostgreSQL (needs Java 17 and Maven)
  test [PYTEST ...]      run the tests, with servers of their own
  check                  ruff, mypy, import-linter, migrations, deployment check
  manage COMMAND ...     a Django command, such as shell or dbshell
  news | demo | bench    the event log, demonstration data, measurements
  screens                pictures of six pages, into marketplace/docs/screens
  search eval | check    how well the search answers; whether its engines know all
  reindex                fill the engines of the search anew, while it is used
  reset [--yes]          empty the state folder
  lock                   compile the requirements files anew (needs uv)

Everything that lives is in one folder: --state DIR, else ZILA_STATE_DIR, else .zila.
"""
DJANGO = ("news", "demo", "bench", "screens", "search", "reindex")
COMMANDS = ("up", "test", "check", "manage", *DJANGO, "reset", "lock")
MODES = ("development", "production", "test")
NOT_PRODUCTION = (
    "zila up is for one machine and demonstration data, not for ZILA_MODE=production: "
    "production is run by docker-compose.yml, with the settings that its first lines name."
)


def run(arguments: list[str]) -> int:
    """Do what the command line says; returns the exit code."""
    chosen = _read(arguments)
    try:
        return _do(chosen, arguments)
    except CommandFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, Interrupted):
        return 130


def _read(arguments: list[str]) -> argparse.Namespace:
    """`zila [--state DIR] COMMAND …`; what follows belongs to the command."""
    parser = argparse.ArgumentParser(
        prog="zila",
        usage="zila [--state DIR] COMMAND ...",
        epilog=HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--state", metavar="DIR", help=argparse.SUPPRESS)
    parser.add_argument("command", choices=COMMANDS, help=argparse.SUPPRESS)
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.command in ("up", "reset", "check"):
        _read_own(chosen)
    return chosen


def _read_own(chosen: argparse.Namespace) -> None:
    """The options of the commands that do not hand them on."""
    own = argparse.ArgumentParser(prog=f"zila {chosen.command}", allow_abbrev=False)
    own.add_argument("--state", metavar="DIR", default=chosen.state, help="the folder of all that lives")
    if chosen.command == "up":
        own.add_argument("--port", metavar="N", type=_port, help="of the web server; else 8000 or a free one")
        own.add_argument("--elasticsearch", action="store_true", help="start Elasticsearch, too, and search with it")
    if chosen.command == "reset":
        own.add_argument("--yes", action="store_true", help="do not ask")
    own.parse_args(chosen.words, chosen)


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not '{text[:40]}'")
    return int(text)


def _do(chosen: argparse.Namespace, arguments: list[str]) -> int:
    state = chosen_state(chosen.state)
    if chosen.command == "reset":
        return reset(state, agreed=chosen.yes)
    if chosen.command == "lock":
        return lock(chosen.words)
    mode = _mode(chosen.command)
    _refuse_other_systems()
    environment.enter(arguments, tests=chosen.command in ("test", "check"))
    if chosen.command == "up":
        return up(state, port=chosen.port, mode=mode, elasticsearch=chosen.elasticsearch)
    if chosen.command == "test":
        return test(chosen.words)
    if chosen.command == "check":
        return check(state, mode=mode)
    if chosen.command == "manage":
        return manage(state, chosen.words, mode=mode)
    return manage(state, [chosen.command, *chosen.words], mode=mode, ready=True)


def _mode(command: str) -> str:
    """What ZILA_MODE says; CommandFailed where the command cannot be run so."""
    mode = os.environ.get("ZILA_MODE", "").strip() or "development"
    if mode not in MODES:
        raise CommandFailed(f"ZILA_MODE must be {', '.join(MODES[:-1])} or {MODES[-1]}, not '{mode}'.")
    if command == "up" and mode == "production":
        raise CommandFailed(NOT_PRODUCTION)
    return mode


def _refuse_other_systems() -> None:
    if sys.platform != "linux":
        raise CommandFailed("This command line needs Linux; elsewhere use docker-compose.yml.")
