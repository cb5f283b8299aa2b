"""Starts PostgreSQL, Valkey and, where asked for, Elasticsearch for a run, unless the environment names servers elsewhere."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from marketplace.command.child import Child, Program
from marketplace.command.clone import ROOT
from marketplace.command.elasticsearch import Node, is_ready, of_state, url
from marketplace.command.elasticsearch_build import built
from marketplace.command.failure import CommandFailed
from marketplace.command.ports import free_port
from marketplace.command.postgres import Cluster
from marketplace.command.run import Run
from marketplace.command.state import State
from marketplace.command.valkey import Queue

TRIES = 3  # another program may take the free port first
POSTGRES_WITHIN, VALKEY_WITHIN, ELASTICSEARCH_WITHIN = 60.0, 60.0, 120.0  # seconds; each may have to recover its data
HANDED_ON = ("DATABASE_URL", "VALKEY_URL", "ELASTICSEARCH_URL", "ZILA_MODE", "ZILA_STATE_DIR", "SECRET_KEY", "ALLOWED_HOSTS")


def start_servers(run: Run, *, mode: str, hasty: bool = False, elasticsearch: bool = False) -> dict[str, str]:
    """Start what is needed; returns the whole environment for programs that use it."""
    found = {name: os.environ[name] for name in ("DATABASE_URL", "VALKEY_URL") if name in os.environ}
    node = _build_elasticsearch(run) if elasticsearch and not os.environ.get("ELASTICSEARCH_URL") else None
    if "DATABASE_URL" not in found:
        found["DATABASE_URL"] = _start_postgres(run, hasty=hasty)
    if "VALKEY_URL" not in found:
        found["VALKEY_URL"] = _start_valkey(run)
    if node:
        found["ELASTICSEARCH_URL"] = _start_elasticsearch(run, node)
    whole = environment_for(run.state, found, mode=mode)
    run.record.environment = {name: whole[name] for name in HANDED_ON if name in whole}
    run.record.save(run.state)
    return whole


def environment_for(state: State, settings: dict[str, str], *, mode: str) -> dict[str, str]:
    """Our own environment, completed with what the project's settings read."""
    defaults = {"SECRET_KEY": state.keys()["secret"], "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]"}
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **defaults,
        **os.environ,
        **settings,
        "ZILA_MODE": mode,
        "ZILA_STATE_DIR": str(state.folder),
        "DJANGO_SETTINGS_MODULE": "marketplace.settings",
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONUNBUFFERED": "1",
    }


def _start_postgres(run: Run, *, hasty: bool) -> str:
    cluster = Cluster(run.state, hasty=hasty)
    if cluster.is_new:
        with run.progress.step("Making the database"):
            cluster.make()
    run.interrupt.check()
    port = _start(run, "PostgreSQL", cluster.program, lambda child, _: cluster.is_ready(child), POSTGRES_WITHIN)
    return cluster.url(port)


def _start_valkey(run: Run) -> str:
    queue = Queue(run.state)
    port = _start(run, "Valkey", queue.program, lambda _, port: queue.is_ready(port), VALKEY_WITHIN)
    return queue.url(port)


def _build_elasticsearch(run: Run) -> Node:
    """The node; on the first start on a machine its jars are fetched. Before the other servers: it may be what is missing."""
    with run.progress.step("Preparing Elasticsearch") as step:
        return of_state(run.state, built(step.note, lambda: run.tick(step)))


def _start_elasticsearch(run: Run, node: Node) -> str:
    log = run.state.logs / "elasticsearch.log"
    ready: Callable[[Child, int], bool] = lambda _, port: is_ready(url(port))  # noqa: E731
    return url(_start(run, "Elasticsearch", lambda port: node.program(port, log), ready, ELASTICSEARCH_WITHIN))


def _start(
    run: Run,
    title: str,
    program_on: Callable[[int], Program],
    is_ready: Callable[[Child, int], bool],
    within: float,
) -> int:
    """Start a server on a free port and wait for it; returns the port."""
    with run.progress.step(f"Starting {title}") as step:
        for last in (False,) * (TRIES - 1) + (True,):
            port = free_port()
            child = run.supervisor.start(program_on(port))
            try:
                run.supervisor.wait_for(
                    child.program.name,
                    lambda child=child, port=port: is_ready(child, port),  # type: ignore[misc]
                    within=within,
                    tick=lambda: run.tick(step),
                )
            except CommandFailed:
                if last or child.ended is None:
                    raise
                run.supervisor.forget(child.program.name)
                time.sleep(0.5)
            else:
                return port
    raise AssertionError("the last try returns or raises")
