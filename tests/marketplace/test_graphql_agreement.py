"""The fast pass and graphql-core answer alike: documents made at random, on the real graph and on one full of oddities."""

from functools import partial
from io import StringIO

import pytest
from django.core.management import call_command

from marketplace.bench.graphs.agreement import Findings, Judge
from marketplace.bench.graphs.oddities import World, oddities
from marketplace.bench.graphs.real import judge_of, writer_of
from marketplace.bench.graphs.values import Values
from marketplace.bench.graphs.writer import Writer
from marketplace.kit.graphql.plan import Plan
from tests.furnish import add_world, open_market


@pytest.mark.parametrize(("faults", "fast"), [(0, 60), (0.01, 30), (0.1, 15)])
def test_oddities_are_answered_alike(faults: float, fast: int) -> None:
    schema = oddities()
    found = [Judge(schema, partial(World, seed, faults)).judge(Writer(schema, Values(small=True), seed), 25) for seed in range(4)]
    _agree(*found)
    assert sum(one.fast for one in found) >= fast


@pytest.mark.django_db
def test_the_real_graph_is_answered_alike() -> None:
    channel = open_market()
    add_world(channel, 1)
    add_world(channel, 2)
    found = judge_of().judge(writer_of(seed=11, small=True), 200)
    _agree(found)
    assert found.fast >= 100, found


def _agree(*findings: Findings) -> None:
    for found in findings:
        assert found.different == []
        assert not found.needless, f"falls back without an error: {found.needless}"


def test_a_document_that_differs_is_found_and_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: an executor to which all fragments apply is caught, and the document shrinks to the cause."""
    monkeypatch.setattr(Plan, "_applies", lambda *_: True)
    judge, writer = Judge(oddities(), partial(World, 2, 0)), Writer(oddities(), Values(small=True), 2)
    found = next(found for found in (judge.judge(writer, 1) for _ in range(200)) if found.different)
    assert len(found.different[0].text) < 150, found.different


@pytest.mark.django_db
def test_bench_compares_and_measures() -> None:
    add_world(open_market(), 1)
    said = StringIO()
    call_command("bench", "graphql_agreement", "--documents", "40", stdout=said)
    assert said.getvalue().count("20 documents") == 2
    assert said.getvalue().count(" 0 differ") == 2
    said = StringIO()
    call_command("bench", "graphql_executor", "--cards", "3", "--rounds", "1", stdout=said)
    assert "fast pass to graphql-core: 0." in said.getvalue()
