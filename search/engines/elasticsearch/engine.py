"""The engine in Elasticsearch, whole."""

from collections.abc import Collection, Iterator

from marketplace.channels.queries import Viewpoint
from search.engines.document import Document
from search.engines.elasticsearch import find, indices, store
from search.engines.engine import Found, Kept, Wanted
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

    def forget(self, *, products: Collection[int], version: int, channels: Collection[int] | None = None) -> None:
        """See Engine."""
        store.forget(products=products, version=version, channels=channels, at_once=self._at_once)

    def known(self, *, after: int = 0, products: Collection[int] | None = None) -> Iterator[Kept]:
        """See Engine."""
        for name in indices.read():
            indices.refresh(name)
            yield from indices.walk(name, after=after, products=products)

    def find(self, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Found:
        """See Engine."""
        return find.find(wanted, at, ranking)
