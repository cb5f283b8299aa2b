"""Processes that help to fill an engine: each with a connection of its own, none outlives the one that began it."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

import django


def crew(many: int) -> ProcessPoolExecutor:
    """So many processes. Spawned: a forked one would inherit our database connection."""
    return ProcessPoolExecutor(many, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    django.setup()
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=[parent.sentinel], daemon=True).start()


def _end_with(sentinel: int) -> None:
    """Whoever waits for work of a process that was killed would wait for ever."""
    wait([sentinel])
    os._exit(1)
