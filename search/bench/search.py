"""The search at 200,000 products: inside Elasticsearch and of our own, from PostgreSQL, and with Elasticsearch failing.

The judged queries are asked as the search page asks them: a page of products with every facet. What Elasticsearch takes is
what it says itself (`took`); our own is what is left of the whole without the requests to it. Then as many searches as there
can be, and in turn with them the same requests sent by the same client in the same process without anything of ours: only that
ratio counts, for the machine's hour is the same for both. One row by its key and a search for everything tell what the machine
is like.
"""

import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.conf import settings
from django.db import connection

from catalog.bench.ground import ground
from catalog.bench.servers import ROOT
from marketplace.command.ports import LOOPBACK, free_port
from marketplace.kit.shapes import fetch
from search.bench.asked import Answered, Load, Times, ask, together
from search.bench.faulty import WAYS, faulty, forwarding
from search.bench.heard import Ear, listening
from search.bench.questions import KINDS, MISSPELT, Question, questions

Write = Callable[[str], Any]
PARTS = ("elasticsearch", "postgresql", "failing")
TOOK_BAR, OWN_BAR, TYPO_BAR, FAILING_BAR = 60, 10, 120, 500  # ms, p95
SHARE_BAR = 0.6
ASKERS = (1, 8)
PATIENCE_MS = 20_000
RECOVERS = 60  # seconds in which it must have
HEADER = f"{'':12} {'inside p50':>10} {'p95':>7} {'own p50':>8} {'p95':>7} {'whole p50':>9} {'p95':>7} ms  requests  found"


def arguments(parser: ArgumentParser) -> None:
    """How large, how long, and of what."""
    parser.add_argument("--products", type=int, default=200_000, help="published products in the database (200000)")
    parser.add_argument("--database", default="", help="measure on this database as it is, instead of one of the bench's own")
    parser.add_argument("--keep", action="store_true", help="keep the bench's own database for the next time")
    parser.add_argument("--each", type=int, default=60, help="questions of each kind (60)")
    parser.add_argument("--seconds", type=float, default=5, help="seconds of each load in a round (5)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each load (3)")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=[], help="only these parts")
    parser.add_argument("--here", action="store_true", help="on the database of this process")


def run(options: dict[str, Any], write: Write) -> None:
    """Measure and print; in a process of its own over the bench's database."""
    if options["here"]:
        measure(options, write)
        return
    chosen = {name: options[name] for name in ("products", "database", "keep")}
    with ground(os.environ["DATABASE_URL"], **chosen, say=write) as place:
        command = [sys.executable, "-P", "-m", "django", "bench", "search", "--here"]
        for name in ("each", "seconds", "rounds"):
            command += [f"--{name}", str(options[name])]
        command += ["--only", *options["only"]] if options["only"] else []
        subprocess.run(command, env={**os.environ, "DATABASE_URL": place.address, "PYTHONPATH": str(ROOT)}, check=True)


def measure(options: dict[str, Any], write: Write) -> None:
    """On this process's database and ELASTICSEARCH_URL."""
    asked = questions(fetch_rows, options["each"])
    chosen = options["only"] or PARTS
    first = ask(asked[KINDS[0]][0], by="postgresql").whole
    write(
        f"{sum(map(len, asked.values()))} questions; one row by its key: {_one_row():.2f} ms; "
        f"the first search of a process, by PostgreSQL: {first:.0f} ms"
    )
    if "postgresql" in chosen:
        _postgresql(asked, write)
    if not settings.ELASTICSEARCH_URL:
        write("no ELASTICSEARCH_URL: nothing of Elasticsearch is measured")
        return
    if "elasticsearch" in chosen:
        with listening() as ear:
            _elasticsearch(asked, ear, options, write)
    if "failing" in chosen:
        _failing(asked, options, write)
    connection.close()


def fetch_rows(statement: str) -> Sequence[tuple[int, ...]]:
    """The rows of a statement."""
    return fetch(statement, ())


def _one_row() -> float:
    key = fetch("SELECT min(id) FROM catalog_product", ())[0][0]
    took = []
    for _time in range(200):
        began = time.perf_counter()
        fetch("SELECT slug FROM catalog_product WHERE id = %s", (key,))
        took.append((time.perf_counter() - began) * 1000)
    return Times.of(took).at(0.5)


def _elasticsearch(asked: dict[str, list[Question]], ear: Ear, options: dict[str, Any], write: Write) -> None:
    """The shares of single searches, then the rates. What takes long is waited for, to be told."""
    usual, settings.ELASTICSEARCH_TIMEOUT_MS = settings.ELASTICSEARCH_TIMEOUT_MS, PATIENCE_MS
    try:
        _shares_and_rates(asked, ear, options, write)
    finally:
        settings.ELASTICSEARCH_TIMEOUT_MS = usual


def _shares_and_rates(asked: dict[str, list[Question]], ear: Ear, options: dict[str, Any], write: Write) -> None:
    _warm(asked, by="elasticsearch")
    write(f"Elasticsearch\n{HEADER}")
    answers: list[Answered] = []
    for kind in KINDS:
        answers += (of_kind := [ask(question, by="elasticsearch", ear=ear) for question in asked[kind]])
        write(line(kind, of_kind))
    took, own = Times.of(one.took for one in answers), Times.of(one.own for one in answers)
    write(line("all", answers))
    write(f"inside: p95 {took.at(0.95):.1f} ms {verdict(took.at(0.95) < TOOK_BAR)} (below {TOOK_BAR})")
    write(f"our own: p95 {own.at(0.95):.1f} ms {verdict(own.at(0.95) < OWN_BAR)} (below {OWN_BAR})")
    for askers in ASKERS:
        write(rates(answers, ear, askers, options["rounds"], options["seconds"]))


def line(kind: str, answers: Sequence[Answered]) -> str:
    """A line of the table."""
    took, own = Times.of(one.took for one in answers), Times.of(one.own for one in answers)
    whole = Times.of(one.whole for one in answers)
    requests = sum(len(one.requests) for one in answers) / len(answers)
    found = sum(one.total > 0 for one in answers) / len(answers)
    return (
        f"{kind:12} {took.at(0.5):10.1f} {took.at(0.95):7.1f} {own.at(0.5):8.1f} {own.at(0.95):7.1f} "
        f"{whole.at(0.5):9.1f} {whole.at(0.95):7.1f}     {requests:8.2f}  {found:5.0%}"
    )


def rates(answers: Sequence[Answered], ear: Ear, askers: int, rounds: int, seconds: float) -> str:
    """Searches a second by our path, beside those of the same requests alone; in turn, the middle one of the rounds."""

    def ours(one: Answered) -> str:
        return ask(one.question, by="elasticsearch").engine

    def bare(one: Answered) -> str:
        for request in one.requests:
            ear.again(request)
        return "bare"

    ear.close()  # what is sent is known
    loads: list[tuple[float, float]] = []
    for _round in range(rounds):
        pair = [_whole(together(answers, deed, threads=askers, seconds=seconds)).rate for deed in (ours, bare)]
        loads.append((pair[0], pair[1]))
    ours_rate, bare_rate = sorted(loads, key=lambda pair: pair[0] / pair[1])[rounds // 2]
    share = ours_rate / bare_rate
    told = ", ".join(f"{one / other:.2f}" for one, other in loads)
    return (
        f"{askers} at once: {ours_rate:.1f} searches/s, the requests alone {bare_rate:.1f}/s: {share:.2f} "
        f"{verdict(share >= SHARE_BAR)} (at least {SHARE_BAR}; rounds {told})"
    )


def _whole(load: Load) -> Load:
    if load.failures:
        raise load.failures[0]
    return load


def _warm(asked: dict[str, list[Question]], *, by: str) -> None:
    for kind in KINDS:
        for question in asked[kind]:
            ask(question, by=by)


def _postgresql(asked: dict[str, list[Question]], write: Write) -> None:
    _warm({kind: found[:5] for kind, found in asked.items()}, by="postgresql")
    write(f"PostgreSQL   {'whole p50':>9} {'p95':>7} {'most':>7} ms  found")
    answers: dict[str, list[Answered]] = {}
    for kind in KINDS:
        answers[kind] = [ask(question, by="postgresql") for question in asked[kind]]
        write(_line_of_postgresql(kind, answers[kind]))
    write(_line_of_postgresql("all", [one for found in answers.values() for one in found]))
    typo = Times.of(one.whole for one in answers[MISSPELT]).at(0.95)
    write(f"{MISSPELT}: p95 {typo:.1f} ms {verdict(typo < TYPO_BAR)} (below {TYPO_BAR})")


def _line_of_postgresql(kind: str, answers: Sequence[Answered]) -> str:
    whole = Times.of(one.whole for one in answers)
    found = sum(one.total > 0 for one in answers) / len(answers)
    return f"{kind:12} {whole.at(0.5):9.1f} {whole.at(0.95):7.1f} {whole.at(1):7.1f}     {found:5.0%}"


def _failing(asked: dict[str, list[Question]], options: dict[str, Any], write: Write) -> None:
    """With each kind of fault; then whether it is asked again when it is well."""
    every = [question for kind in KINDS for question in asked[kind]]
    for way in WAYS:
        well, port = settings.ELASTICSEARCH_URL, free_port()
        settings.ELASTICSEARCH_URL = f"http://{LOOPBACK}:{port}"
        try:
            with faulty(way, port):
                load = together(every, lambda one: ask(one).engine, threads=ASKERS[-1], seconds=options["seconds"] * 2)
            with forwarding(port, well):
                again = _recovered(every[0])
        finally:
            settings.ELASTICSEARCH_URL = well
        write(_line_of_failing(way, load, again))


def _line_of_failing(way: str, load: Load, again: float) -> str:
    times = Times.of(load.times)
    return (
        f"{way:8} {len(load.times)} searches, {len(load.failures)} failed, p50 {times.at(0.5):.1f}, p95 {times.at(0.95):.1f}, "
        f"most {times.at(1):.1f} ms {verdict(times.at(0.95) < FAILING_BAR and not load.failures)} (p95 below {FAILING_BAR}, none "
        f"fails); answered by {_told(load.engines.items())}; asked again {again:.1f} s after it was well"
    )


def _told(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts))


def _recovered(question: Question) -> float:
    """Seconds until Elasticsearch answers again."""
    began = time.monotonic()
    while ask(question).engine != "elasticsearch":
        if time.monotonic() - began > RECOVERS:
            return float("inf")
        time.sleep(0.1)
    return time.monotonic() - began


def verdict(holds: bool) -> str:
    """As the other benches say it."""
    return "PASS" if holds else "over"
