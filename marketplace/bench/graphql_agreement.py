"""The executors agree: documents written at random run by the fast pass and by graphql-core, and what differs is printed.

One half on a schema of oddities without a database (errors and nulls everywhere), one half on the real graph with what the
database holds. A document that differs is printed as small as it can be made.
"""

import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from marketplace.bench.graphs.agreement import Findings, Judge
from marketplace.bench.graphs.oddities import World, oddities
from marketplace.bench.graphs.real import judge_of, writer_of
from marketplace.bench.graphs.values import Values
from marketplace.bench.graphs.writer import Writer

Write = Callable[[str], Any]
FAULTS = (0, 0.01, 0.05, 0.1)
AT_ONCE = 250


def arguments(parser: ArgumentParser) -> None:
    """How many documents, from which seed."""
    parser.add_argument("--documents", type=int, default=2000, help="documents, half of them on the real graph (2000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other documents (1)")


def run(options: dict[str, Any], write: Write) -> None:
    """Compare and print."""
    half, seed = options["documents"] // 2, options["seed"]
    for name, rounds in (("oddities", _oddities(half, seed)), ("real graph", _real(options["documents"] - half, seed))):
        begun = time.monotonic()
        found = _added(rounds)
        _tell(name, found, time.monotonic() - begun, write)


def _oddities(number: int, seed: int) -> Iterator[Findings]:
    """Worlds with more and more faults in turn."""
    schema = oddities()
    for turn, size in enumerate(_portions(number)):
        world = partial(World, seed + turn, FAULTS[turn % len(FAULTS)])
        yield Judge(schema, world).judge(Writer(schema, Values(small=True), seed + turn), size)


def _real(number: int, seed: int) -> Iterator[Findings]:
    judge, writer = judge_of(), writer_of(seed)
    for size in _portions(number):
        yield judge.judge(writer, size)


def _portions(number: int) -> Iterator[int]:
    for begun in range(0, number, AT_ONCE):
        yield min(AT_ONCE, number - begun)


def _added(several: Iterator[Findings]) -> Findings:
    whole = Findings()
    for found in several:
        whole.documents += found.documents
        whole.fast += found.fast
        whole.errors += found.errors
        whole.introspection += found.introspection
        whole.skipped += found.skipped
        whole.needless += Counter(found.needless)
        whole.different += found.different
    return whole


def _tell(name: str, found: Findings, seconds: float, write: Write) -> None:
    write(
        f"{name}: {found.documents} documents in {seconds:.0f} s, {len(found.different)} differ; "
        f"{found.fell_back / max(1, found.documents):.3f} fell back ({found.errors} with errors, {found.introspection} about "
        f"the schema, {found.needless.total()} without need); {found.skipped} more were not valid"
    )
    for reason, times in found.needless.most_common(5):
        write(f"  fell back without need {times} times: {reason}")
    for written in found.different[:5]:
        write(f"  differs: {written.text}\n  with {written.variables}")
