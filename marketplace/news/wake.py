"""The wake-up: a hint to a worker, through Celery, that there is something to deliver.

A mark in Valkey keeps the hints few: while it stands, somebody is on the way. Whoever takes it away looks once more
afterwards, so what committed while it stood is found. Losing the mark or a hint costs a second, until the sweep.
"""

import logging

from django.core.cache import cache

from marketplace.celery import app

logger = logging.getLogger(__name__)

DELIVER = "marketplace.news.deliver"
_AWAKE, _HELP = "a-worker-is-awake", "help-is-called"
_STANDS = 2  # seconds, for marks whose setter was killed


def wake_worker() -> None:
    """Ask a worker to look, unless one is awake. Never raises: the sweep finds what this misses."""
    _send(_AWAKE)


def call_help() -> None:
    """Ask another process to look as well, because there is more than one process's share."""
    _send(_HELP)


def note_awake() -> None:
    """This worker is at it: nobody needs to be woken until `note_asleep`."""
    try:
        cache.set(_key(_AWAKE), 1, timeout=_STANDS)
    except Exception as error:
        logger.warning("news: the mark of the wake-up could not be set: %s", type(error).__name__)


def note_asleep() -> None:
    """This worker is about to look for the last time: what is announced from now on needs another wake-up."""
    try:
        cache.delete_many([_key(_AWAKE), _key(_HELP)])
    except Exception as error:
        logger.warning("news: the mark of the wake-up could not be taken away: %s", type(error).__name__)


def _key(mark: str) -> str:
    """Marks belong to a queue: those who share a Valkey but not a queue do not hinder each other."""
    return f"news:{app.conf.task_default_queue}:{mark}"


def _send(mark: str) -> None:
    try:
        if cache.add(_key(mark), 1, timeout=_STANDS):
            app.send_task(DELIVER, retry=False, expires=30)
    except Exception as error:
        logger.warning("news: no worker could be woken, the sweep will deliver: %s", type(error).__name__)
