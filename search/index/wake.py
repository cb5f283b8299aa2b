"""The wake-up for who has an engine learn: a hint through Celery, after the commit of what is to be learnt.

As with the news (marketplace/news/wake.py) a mark in Valkey keeps the hints few, and losing one costs a second, until the clock
looks.
"""

import logging

from django.core.cache import cache

from marketplace.celery import FIRST, app

logger = logging.getLogger(__name__)

LEARN = "search.index.learn"
_STANDS = 2  # seconds, for marks whose setter was killed


def wake(engine: str) -> None:
    """Ask a worker to have this engine learn, unless one was asked and has not begun. Never raises."""
    try:
        if cache.add(_key(engine), 1, timeout=_STANDS):
            app.send_task(LEARN, args=[engine], retry=False, expires=30, priority=FIRST)
    except Exception as error:
        logger.warning("search: no worker could be woken, the clock will do it: %s", type(error).__name__)


def note_begun(engine: str) -> None:
    """Whoever was asked begins: what is noted from now on needs another wake-up."""
    try:
        cache.delete(_key(engine))
    except Exception as error:
        logger.warning("search: the mark of the wake-up could not be taken away: %s", type(error).__name__)


def _key(engine: str) -> str:
    return f"search:{app.conf.task_default_queue}:learn:{engine}"
