"""The wake-up: a hint to a worker, through Celery, that there is something to deliver."""

import logging

from django.core.cache import cache

from marketplace.celery import app

logger = logging.getLogger(__name__)

DELIVER = "marketplace.news.deliver"
_AWAKE = "news:a-worker-is-woken"


def wake_worker() -> None:
    """Ask a worker to look, unless one is already on its way. Never raises: the sweep finds what this misses.

    A worker takes the mark away before it looks, so what committed before the mark was seen will be found.
    """
    try:
        if cache.add(_AWAKE, 1, timeout=2):
            app.send_task(DELIVER, retry=False, expires=30)
    except Exception as error:
        logger.warning("news: no worker could be woken, the sweep will deliver: %s", type(error).__name__)


def note_awake() -> None:
    """A worker is about to look: what is announced from now on needs another wake-up."""
    try:
        cache.delete(_AWAKE)
    except Exception as error:
        logger.warning("news: the mark of the wake-up could not be taken away: %s", type(error).__name__)
