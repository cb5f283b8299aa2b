"""What may be done to keep an engine in step with the catalogue: have it learn products, some or all."""

from collections.abc import Collection, Iterator

from marketplace.kit.shapes import fetch
from search.engines.engine import Engine
from search.index.queries import documents, product_ids

AT_ONCE = 500


def learn(engine: Engine, products: Collection[int], *, gone: Collection[tuple[int, int]] = ()) -> int:
    """Have the engine learn these products as they are now; how many documents that were. Safe to repeat, side by side too.
    `gone`: products and channels that they were taken out of, perhaps to be put there again.

    The version is taken before the catalogue is read: whoever comes last after a change has read the change, and has a later
    version than all who have not.
    """
    version = int(fetch("SELECT nextval('search_version')", ())[0][0])
    found = documents(products, version=version)
    engine.put(found)
    engine.forget(products=set(products) - {document.product for document in found}, version=version)
    there = {(document.product, document.channel) for document in found}
    for product, channel in set(gone) - there:
        engine.forget(products=[product], channels=[channel], version=version)
    return len(found)


def learn_all(engine: Engine, *, after: int = 0) -> Iterator[tuple[int, int]]:
    """Have the engine learn the whole catalogue in the order of the products' keys, from the one behind `after` on; after each
    part the last key (to go on from, should it be stopped) and how many documents it was."""
    while ids := product_ids(after=after, most=AT_ONCE):
        after = ids[-1]
        yield after, learn(engine, ids)
