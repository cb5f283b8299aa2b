"""Searches find what the engine has learnt: in a test it learns the catalogue when it is told to."""

from functools import partial

import pytest

from search.engines.elasticsearch import indices
from search.engines.elasticsearch.engine import Elasticsearch
from search.engines.engine import Engine
from search.engines.postgresql.engine import PostgreSQL
from search.index.actions import learn_all


def use_elasticsearch(request: pytest.FixtureRequest, *, bare: bool = False) -> None:
    """For this test there is an Elasticsearch whose index is empty (`bare`: that has none); what it learns is found at once."""
    settings, monkeypatch = request.getfixturevalue("settings"), request.getfixturevalue("monkeypatch")
    settings.ELASTICSEARCH_URL = request.getfixturevalue("elasticsearch_url")
    settings.ELASTICSEARCH_INDEX_PREFIX = request.getfixturevalue("index_prefix")
    settings.ELASTICSEARCH_TIMEOUT_MS = 10_000  # machines that are busy are slow
    monkeypatch.setattr("search.engines.all.Elasticsearch", partial(Elasticsearch, at_once=True))
    if not bare:
        indices.create_index(indices.name_of(indices.FIRST), read=True, write=True)


def learn(engine: str = "postgresql") -> int:
    """Have the engine learn all products as they are now; how many documents those were."""
    if engine == "elasticsearch" and not indices.written():
        indices.create_index(indices.name_of(indices.FIRST), read=True, write=True)
    made: Engine = Elasticsearch(at_once=True) if engine == "elasticsearch" else PostgreSQL()
    return sum(many for _last, many in learn_all(made))
