"""The engine in Elasticsearch, whole."""

import time
from collections.abc import Collection, Iterator

from django.conf import settings

from marketplace.channels.queries import Viewpoint
from search.engines.document import Document
from search.engines.elasticsearch import find, indices, store
from search.engines.engine import Found, Kept, Wanted
from search.ranking.rules import Ranking

_LINGER = 0.5  # seconds


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

    def place(self, stamp: str) -> str:
        """See Engine: an index of its own."""
        return indices.name_of(stamp)

    def prepare(self, place: str) -> None:
        """See Engine."""
        indices.create_index(place)
        indices.write_too(place)
        indices.hurry(place)

    def put_into(self, place: str, documents: Collection[Document]) -> None:
        """See Engine."""
        store.put_into([place], documents)

    def show(self, place: str) -> None:
        """See Engine. What was searched before stays for as long as a search may take."""
        indices.settle(place)
        indices.read_instead(place)
        time.sleep(settings.ELASTICSEARCH_TIMEOUT_MS / 1000 + _LINGER)
        for other in indices.all_indices():
            if other != place:
                indices.write_no_more(other)
                indices.remove(other)

    def known(self, *, after: int = 0, products: Collection[int] | None = None) -> Iterator[Kept]:
        """See Engine."""
        for name in indices.read():
            indices.refresh(name)
            yield from indices.walk(name, after=after, products=products)

    def find(self, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Found:
        """See Engine."""
        return find.find(wanted, at, ranking)
