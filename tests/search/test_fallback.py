"""With Elasticsearch gone, slow, answering errors or nonsense, PostgreSQL answers the same search; Elasticsearch comes back by
itself."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.command.ports import free_port
from marketplace.kit.paging import PageRequest
from search.asking.find import find
from search.engines import breaker as breaker_module
from search.engines import chosen
from search.engines.breaker import FEW
from search.engines.elasticsearch import indices
from search.engines.engine import EngineDown, Order
from tests.search.learnt import learn
from tests.search.market import open_market
from tests.search.proxy import WAYS, Proxy, before
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db
FIRST = PageRequest(first=24)
SOON = 20.0  # seconds in which it must be back


@pytest.fixture
def proxy(elasticsearch_url: str, index_prefix: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    """What stands at ELASTICSEARCH_URL: a real node behind a server that fails when it is told to."""
    monkeypatch.setattr(breaker_module, "REST", 0.3)
    with before(elasticsearch_url) as made:
        settings.ELASTICSEARCH_URL = made.url
        settings.ELASTICSEARCH_INDEX_PREFIX = index_prefix
        yield made


@pytest.fixture
def market(proxy: Proxy) -> Shelf:
    """Six products that both engines have learnt."""
    shelf = open_market()
    indices.create_index(indices.name_of(indices.FIRST), read=True, write=True)
    learn("postgresql")
    learn("elasticsearch")
    return shelf


@pytest.fixture
def at(market: Shelf) -> Viewpoint:
    """Where a reader stands."""
    return viewpoint(language="en")


def brass(at: Viewpoint, by: str | None = None) -> tuple[set[str], str]:
    answer = find(at, "bras", page=FIRST, unfinished=True, by=by)
    return {row.name for row in answer.page.rows}, answer.engine


def test_elasticsearch_answers_where_it_can(at: Viewpoint) -> None:
    assert brass(at) == ({"Brass lamp", "Brass toy"}, "elasticsearch")
    assert Client().get("/health/ready").json()["engine"] == "elasticsearch"


@pytest.mark.parametrize("way", WAYS)
def test_while_it_fails_postgresql_answers_and_then_it_is_asked_again(at: Viewpoint, proxy: Proxy, way: str) -> None:
    assert brass(at)[1] == "elasticsearch"
    proxy.way = way
    for _ in range(40):
        assert brass(at) == ({"Brass lamp", "Brass toy"}, "postgresql")
    assert proxy.asked < 20 and not chosen.breaker().is_closed
    assert Client().get("/health/ready").json()["engine"] == "postgresql"
    proxy.way = ""
    until = time.monotonic() + SOON
    while brass(at)[1] != "elasticsearch" and time.monotonic() < until:
        time.sleep(0.05)
    assert brass(at) == ({"Brass lamp", "Brass toy"}, "elasticsearch")
    assert Client().get("/health/ready").json()["engine"] == "elasticsearch"


def test_nobody_there_at_all(at: Viewpoint, settings: Any) -> None:
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{free_port()}"
    for _ in range(FEW + 2):
        assert brass(at) == ({"Brass lamp", "Brass toy"}, "postgresql")
    assert not chosen.breaker().is_closed


def test_an_index_that_is_not_there_is_no_answer(at: Viewpoint, settings: Any) -> None:
    settings.ELASTICSEARCH_INDEX_PREFIX = "never-made-"
    assert brass(at) == ({"Brass lamp", "Brass toy"}, "postgresql")


def test_pages_go_on_when_another_engine_answers_the_next(at: Viewpoint, proxy: Proxy) -> None:
    whole = [row.name for row in find(at, "", page=FIRST, order=Order.CHEAPEST).page.rows]
    first = find(at, "", page=PageRequest(first=3), order=Order.CHEAPEST)
    proxy.way = "503"
    second = find(at, "", page=PageRequest(first=3, after=first.page.cursors[-1]), order=Order.CHEAPEST)
    assert (first.engine, second.engine) == ("elasticsearch", "postgresql")
    assert [row.name for row in (*first.page.rows, *second.page.rows)] == whole


def test_an_engine_that_is_to_answer_by_itself_says_so_when_it_cannot(at: Viewpoint, proxy: Proxy) -> None:
    proxy.way, proxy.asked = "500", 0
    assert brass(at, "postgresql")[1] == "postgresql" and not proxy.asked
    with pytest.raises(EngineDown):
        brass(at, "elasticsearch")
