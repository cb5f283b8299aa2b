"""Draws the pictures in a pool of processes, ahead of the shops that will hang them up."""

import os
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing import get_context
from types import TracebackType

from catalog.demo.motifs import draw
from catalog.demo.motifs.raster import to_png
from catalog.demo.plan import PicturePlan

# Pixels. A side of 600 gives three sizes of renditions; more would double the time of a first start.
SIDES = {"whole": 600, "detail": 480}


def drawn(motif: str, seed: str, view: str) -> bytes:
    """One picture as PNG."""
    return to_png(draw(craft=motif, seed=seed, view=view).svg, size=SIDES[view])


class Studio(AbstractContextManager["Studio"]):
    """Hands out pictures; those asked for ahead are drawn meanwhile by other processes."""

    def __init__(self, workers: int | None = None) -> None:
        # Spawned: a forked process would inherit our database connections.
        self._pool = ProcessPoolExecutor(workers or os.cpu_count(), mp_context=get_context("spawn"))
        self._ahead: dict[PicturePlan, Future[bytes]] = {}

    def order(self, plans: Iterable[PicturePlan]) -> None:
        """Have these drawn."""
        for plan in plans:
            if plan not in self._ahead:
                self._ahead[plan] = self._pool.submit(drawn, plan.motif, plan.seed, plan.view)

    def take(self, plan: PicturePlan) -> bytes:
        """The picture, as soon as it is drawn."""
        self.order([plan])
        return self._ahead.pop(plan).result()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._pool.shutdown(cancel_futures=True)
