"""Opens shops in several processes at once: the work is mostly Python's, and each has a connection of its own."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from multiprocessing import get_context

import django
from django.db import transaction

from catalog.demo.furnish import furniture
from catalog.demo.opening import Opener
from catalog.demo.plan import ShopPlan


def open_all(shops: list[ShopPlan], *, processes: int) -> Iterator[int]:
    """Open these shops, each in a transaction of its own; yields the number of products of each as it stands.

    With one process it is this one, and the shops open in their order. What the opening of a shop raises is raised
    here; the shops that stand by then stay.
    """
    if processes < 2:
        opener = Opener(furniture())
        for shop in shops:
            yield _open(opener, shop)
        return
    # Spawned: a forked process would inherit our database connection.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=django.setup) as pool:
        try:
            for done in as_completed([pool.submit(_open_here, shop) for shop in shops]):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)


@cache
def _opener_here() -> Opener:
    """One for each process of the crew: what it has read stands still while the shops open."""
    return Opener(furniture())


def _open_here(shop: ShopPlan) -> int:
    return _open(_opener_here(), shop)


def _open(opener: Opener, shop: ShopPlan) -> int:
    with transaction.atomic():
        opener.open(shop)
    return len(shop.products)
