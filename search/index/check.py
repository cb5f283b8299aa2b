"""Compares what an engine knows with the catalogue, side by side, and has it learn what differs."""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from search.engines.engine import Engine, Kept
from search.index.actions import AT_ONCE, learn
from search.index.learning import due_count
from search.index.queries import documents, product_ids

Pair = tuple[int, int]
PATIENCE = 30.0
"""Seconds that a second look waits at most for what is still to be learnt."""


@dataclass
class Drift:
    """Products and channels: `missing` of which the engine knows nothing, `stale` of which it knows something else, `superfluous`
    that it knows and the catalogue has no more. `documents`: how many were compared."""

    documents: int = 0
    missing: list[Pair] = field(default_factory=list)
    stale: list[Pair] = field(default_factory=list)
    superfluous: list[Pair] = field(default_factory=list)

    @property
    def pairs(self) -> list[Pair]:
        """All of them."""
        return sorted([*self.missing, *self.stale, *self.superfluous])

    @property
    def products(self) -> list[int]:
        """The products that they are of."""
        return sorted({product for product, _channel in self.pairs})


def check(engine: Engine, *, patience: float = PATIENCE) -> Drift:
    """What differs, and still does after a second look: what was changed meanwhile is learnt by then. EngineDown."""
    first = _compare(_catalogue(), engine.known())
    if not first.pairs:
        return first
    _wait(engine, until=time.monotonic() + patience)
    second = _again(engine, first.products)
    second.documents = first.documents
    return second


def mend(engine: Engine, drift: Drift) -> Drift:
    """Have the engine learn what differs, and compare that once more: what is left."""
    products = drift.products
    for first in range(0, len(products), AT_ONCE):
        part = products[first : first + AT_ONCE]
        learn(engine, part, gone=[pair for pair in drift.superfluous if pair[0] in set(part)])
    left = _again(engine, products)
    left.documents = drift.documents
    return left


def _again(engine: Engine, products: Collection[int]) -> Drift:
    whole = Drift()
    ids = sorted(products)
    for first in range(0, len(ids), AT_ONCE):
        part = ids[first : first + AT_ONCE]
        found = _compare([(part[-1], _prints(part))], engine.known(products=part))
        for name in ("missing", "stale", "superfluous"):
            getattr(whole, name).extend(getattr(found, name))
    return whole


def _catalogue() -> Iterator[tuple[int, Mapping[Pair, str]]]:
    """The prints of all documents as they are now, some at a time, each with the last product that it reaches to."""
    after = 0
    while ids := product_ids(after=after, most=AT_ONCE):
        after = ids[-1]
        yield after, _prints(ids)


def _prints(ids: Collection[int]) -> Mapping[Pair, str]:
    return {(one.product, one.channel): one.print for one in documents(ids, version=0)}


def _compare(catalogue: Iterable[tuple[int, Mapping[Pair, str]]], known: Iterable[Kept]) -> Drift:
    """Both are in the order of the products."""
    drift = Drift()
    by_product = groupby(known, key=attrgetter("product"))
    product, kept = next(by_product, (None, ()))
    for last, prints in catalogue:
        there: dict[Pair, str] = {}
        while product is not None and product <= last:
            there.update({(one.product, one.channel): one.print for one in kept if one.print})
            product, kept = next(by_product, (None, ()))
        drift.documents += len(prints)
        drift.missing += prints.keys() - there.keys()
        drift.superfluous += there.keys() - prints.keys()
        drift.stale += [pair for pair in prints.keys() & there.keys() if prints[pair] != there[pair]]
    while product is not None:
        drift.superfluous += [(one.product, one.channel) for one in kept if one.print]
        product, kept = next(by_product, (None, ()))
    return drift


def _wait(engine: Engine, *, until: float) -> None:
    while due_count(engine.name) and time.monotonic() < until:
        time.sleep(0.1)
