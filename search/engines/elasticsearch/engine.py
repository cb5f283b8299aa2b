"""The engine in Elasticsearch, whole."""

from collections.abc import Collection

from marketplace.channels.queries import Viewpoint
from search.engines.document import Document
from search.engines.elasticsearch import find, store
from search.engines.engine import Found, Wanted
from search.ranking.rules import Ranking


class Elasticsearch:
    """`search.engines.engine.Engine`, by the Elasticsearch that ELASTICSEARCH_URL names. EngineDown where it does not answer."""

    name = "elasticsearch"

    def __init__(self, *, at_once: bool = False) -> None:
        """`at_once`: what it learns is found when it is learnt; else within a second, which costs much less."""
        self._at_once = at_once

    def put(self, documents: Collection[Document]) -> None:
        """See Engine."""
        store.put(documents, at_once=self._at_once)

    def forget(self, *, products: Collection[int], version: int) -> None:
        """See Engine."""
        store.forget(products=products, version=version, at_once=self._at_once)

    def find(self, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Found:
        """See Engine."""
        return find.find(wanted, at, ranking)
