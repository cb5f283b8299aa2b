"""`bench search` from end to end with tiny numbers: what is asked, who answers, what is told; and Elasticsearch failing."""

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from marketplace.command.ports import free_port
from search.bench import search
from search.bench.asked import Answered, Load, Times
from search.bench.faulty import WAYS, faulty, forwarding
from search.bench.heard import Request
from search.bench.questions import KINDS, NARROWED, ORDERED, Question, questions
from search.engines.all import engines
from search.engines.elasticsearch import indices
from search.engines.elasticsearch.engine import Elasticsearch
from search.engines.engine import EngineDown, Order
from search.index.actions import learn_all
from tests.search.shelf import open_shop

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch as Client
    from pytest_django.fixtures import SettingsWrapper

TINY: dict[str, Any] = {"here": True, "each": 2, "seconds": 0.2, "rounds": 1, "only": []}


def fill() -> None:
    """A shop with two products that all engines know."""
    shelf = open_shop()
    shelf.put("Banarasi silk saree", hindi="बनारसी रेशमी साड़ी")
    shelf.put("Brass lamp", hindi="पीतल का दीपक")
    for engine in engines().values():
        list(learn_all(engine))


@pytest.fixture
def shop(transactional_db: None, settings: "SettingsWrapper") -> None:
    """Without Elasticsearch."""
    settings.ELASTICSEARCH_URL = ""
    fill()


def test_postgresql_is_asked_every_kind_of_question(shop: None) -> None:
    told: list[str] = []
    search.run({**TINY, "only": ["postgresql"]}, told.append)
    assert told[0].startswith(f"{2 * len(KINDS)} questions; one row by its key: ")
    assert [line.split()[0] for line in told[2 : 3 + len(KINDS)]] == [*KINDS, "all"]
    assert told[3 + len(KINDS)].startswith("misspelt: p95 ")
    assert told[-1] == "no ELASTICSEARCH_URL: nothing of Elasticsearch is measured"


def test_elasticsearch_is_measured_with_what_goes_to_it_and_then_made_to_fail(
    transactional_db: None, elasticsearch: "Client", elasticsearch_url: str, index_prefix: str, settings: "SettingsWrapper"
) -> None:
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX_PREFIX = elasticsearch_url, index_prefix
    settings.ELASTICSEARCH_TIMEOUT_MS = 2000
    fill()
    Elasticsearch(at_once=True).put([])
    indices.read_instead(indices.name_of(indices.FIRST))
    elasticsearch.indices.refresh(index=f"{index_prefix}*")
    told: list[str] = []
    search.run({**TINY, "only": ["elasticsearch", "failing"]}, told.append)
    table = told.index("Elasticsearch\n" + search.HEADER)
    lines = told[table + 1 :]
    assert [line.split()[0] for line in lines[: 1 + len(KINDS)]] == [*KINDS, "all"]
    assert float(lines[len(KINDS)].split()[-2]) >= 1, "no request was heard"
    assert [line.split(":")[0] for line in lines[1 + len(KINDS) : -len(WAYS)]] == ["inside", "our own", "1 at once", "8 at once"]
    for way, line in zip(WAYS, lines[-len(WAYS) :], strict=True):
        assert line.startswith(way) and ", 0 failed" in line and "postgresql" in line and "inf s" not in line, line


@pytest.mark.parametrize("way", WAYS)
def test_one_that_fails_is_well_again_at_the_same_address(
    way: str, elasticsearch: "Client", elasticsearch_url: str, settings: "SettingsWrapper", monkeypatch: pytest.MonkeyPatch
) -> None:
    from search.bench import faulty as faults
    from search.engines.elasticsearch.server import answering, client

    monkeypatch.setattr(faults, "SLOW_SECONDS", 0.5)
    port = free_port()
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{port}"
    with faulty(way, port), pytest.raises(EngineDown), answering():
        client().options(request_timeout=0.2).info()
    with forwarding(port, elasticsearch_url):
        assert client().options(request_timeout=10).info()["version"]["number"]


def test_questions_are_spread_over_the_judged_ones(db: None) -> None:
    def rows(statement: str) -> list[tuple[int, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall()

    asked = questions(rows, 20)
    assert {kind: len(found) for kind, found in asked.items()} == dict.fromkeys(KINDS, 20)
    assert all(question.parts for question in asked[NARROWED])
    assert {question.order for question in asked[ORDERED]} == {Order.CHEAPEST, Order.DEAREST, Order.NEWEST}
    assert len({question.text for question in asked["english"]}) == 20


def _answered(took: float, request: float, whole: float) -> Answered:
    return Answered(Question("english", "saree", "en"), "elasticsearch", whole, 3, (Request("POST", "/", {}, {}, request, took),))


def test_what_is_ours_is_the_rest() -> None:
    one = _answered(12.0, 15.0, 22.5)
    assert (one.took, one.own) == (12.0, 7.5)
    assert search.line("english", [one]).split() == ["english", "12.0", "12.0", "7.5", "7.5", "22.5", "22.5", "1.00", "100%"]
    times = Times.of(float(number) for number in range(100, 0, -1))
    assert (times.at(0.5), times.at(0.95), times.at(1)) == (51.0, 96.0, 100.0)


def test_a_load_that_fails_is_told() -> None:
    def deed(_thing: int) -> str:
        raise ValueError("no")

    from search.bench.asked import together

    load = together([1], deed, threads=2, seconds=0.01)
    assert load.failures and isinstance(load, Load)
    with pytest.raises(ValueError, match="no"):
        search._whole(load)
