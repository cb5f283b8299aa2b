"""The command lines of our own three servers: web, worker and scheduler."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from marketplace.command.child import Program
from marketplace.command.ports import LOOPBACK
from marketplace.command.state import State

# More of them wait for the interpreter's lock; one alone would keep everybody waiting for a slow statement (decisions/0002).
WEB_THREADS = 2
PYTHON = [sys.executable, "-P", "-m"]


def web(state: State, environment: Mapping[str, str], port: int) -> Program:
    """The web server; its command line is here and in docker-compose.yml."""
    command = [*PYTHON, "granian", "--interface", "wsgi", "--host", LOOPBACK, "--port", str(port)]
    command += ["--workers", str(min(os.cpu_count() or 1, 2)), "--blocking-threads", str(WEB_THREADS)]
    command += ["--workers-kill-timeout", "3", "--no-ws", "marketplace.wsgi:application"]
    return Program("web", command, state.logs / "web.log", environment, grace=3.5, rank=0)


def worker(state: State, environment: Mapping[str, str]) -> Program:
    """The Celery worker, which delivers the news and makes the pictures."""
    command = [*PYTHON, "celery", "-A", "marketplace.celery", "worker", "--loglevel=INFO"]
    command += ["--concurrency=2", "--without-gossip", "--without-mingle"]
    return Program("worker", command, state.logs / "worker.log", environment, grace=3.5, rank=1)


def scheduler(state: State, environment: Mapping[str, str]) -> Program:
    """Celery beat, which starts what happens by the clock."""
    command = [*PYTHON, "celery", "-A", "marketplace.celery", "beat", "--loglevel=INFO", "--pidfile="]
    command += [f"--schedule={state.folder / 'beat' / 'schedule'}"]
    return Program("scheduler", command, state.logs / "scheduler.log", environment, grace=3.0, rank=0)
