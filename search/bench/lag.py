"""How late an engine knows of an edit: from the edit's commit to the moment from which a search finds it as it is now."""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import connection

from catalog.products.models import ProductChannelListing
from search.engines.elasticsearch import indices
from search.engines.engine import Kept
from search.engines.names import ELASTICSEARCH
from search.engines.postgresql.store import walk

EVERY = 0.05  # seconds between two looks
_VERSION = "SELECT nextval('search_version')"


def mark() -> int:
    """A version that whoever reads the catalogue from now on comes after."""
    with connection.cursor() as cursor:
        cursor.execute(_VERSION)
        return int(cursor.fetchone()[0])


def shown(engine: str, products: Iterable[int]) -> Iterable[Kept]:
    """What a search of this moment would find of these products: in Elasticsearch what has been refreshed by itself."""
    if engine == ELASTICSEARCH:
        return indices.walk(indices.reading(), products=sorted(products))
    return walk(after=0, products=sorted(products))


@dataclass
class Watch:
    """Looks for what was edited until an engine shows it, in a thread of its own."""

    engine: str
    lags: list[float] = field(default_factory=list)
    _waiting: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def expect(self, product: int, version: int, committed: float) -> None:
        """The product was edited at this moment (`time.time`); who reads it in a later version than this reads the edit."""
        with self._lock:
            self._waiting.setdefault(product, []).append((version, committed))

    @property
    def waiting(self) -> int:
        """How many edits are not shown yet."""
        with self._lock:
            return sum(map(len, self._waiting.values()))

    @property
    def left(self) -> dict[int, list[tuple[int, float]]]:
        """The first few products of which edits are not shown yet."""
        with self._lock:
            return dict(list(self._waiting.items())[:5])

    def look(self) -> None:
        """Look once."""
        with self._lock:
            products = list(self._waiting)
        if not products:
            return
        versions: dict[int, int] = {}
        for kept in shown(self.engine, products):
            versions[kept.product] = max(kept.version, versions.get(kept.product, 0))
        now = time.time()
        there = set(ProductChannelListing.objects.filter(product__in=products).values_list("product_id", flat=True))
        with self._lock:
            for product in products:
                if product not in there:  # taken away since, with what was to be shown
                    del self._waiting[product]
                    continue
                known = versions.get(product, 0)
                edits = self._waiting.pop(product)
                self.lags += (now - committed for version, committed in edits if version < known)
                if left := [edit for edit in edits if edit[0] >= known]:
                    self._waiting[product] = left

    def run(self, ended: Callable[[], bool]) -> None:
        """Look until it has ended."""
        try:
            while not ended():
                self.look()
                time.sleep(EVERY)
        finally:
            connection.close()


def percentile(values: list[float], share: float) -> float:
    """The value that so many (of 1) lie below; 0 without values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
