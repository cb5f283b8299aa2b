"""Processes that help to fill an engine: each with a connection of its own, none outlives the one that began it."""

import gc
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

import django

_LITTER = 100_000
"""Things made since, before a process looks for what is no more: a part of the catalogue makes some ten thousands."""


def crew(many: int) -> ProcessPoolExecutor:
    """So many processes. Spawned: a forked one would inherit our database connection."""
    return ProcessPoolExecutor(many, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    django.setup()
    gc.freeze()
    gc.set_threshold(_LITTER, *gc.get_threshold()[1:])
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=[parent.sentinel], daemon=True).start()


def _end_with(sentinel: int) -> None:
    """Whoever waits for work of a process that was killed would wait for ever."""
    wait([sentinel])
    os._exit(1)
