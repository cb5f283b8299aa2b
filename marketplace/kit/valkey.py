"""Asking Valkey for things that a request can do without: quick to give up, and an outage is logged once."""

import logging
import threading
import time
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import redis
from django.conf import settings

T = TypeVar("T")

PATIENCE = 0.25  # seconds for one answer
REST = 5.0  # seconds in which Valkey is not asked again after it has failed

logger = logging.getLogger(__name__)


class Reach:
    """The way to one Valkey. While it is out, nobody waits for it: it is tried again every REST seconds."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._own = threading.local()
        self._out_since: float | None = None
        self._again_at = 0.0
        self._lock = threading.Lock()

    def ask(self, work: Callable[[redis.Redis], T], otherwise: T) -> T:
        """What `work` says; `otherwise` where Valkey cannot be asked."""
        if time.monotonic() < self._again_at:
            return otherwise
        try:
            found = work(self._client())
        except (redis.RedisError, OSError) as error:
            self._note_outage(error)
            return otherwise
        if self._out_since is not None:
            self._note_return()
        return found

    def _client(self) -> redis.Redis:
        """This thread's own client with one connection: nothing is handed from thread to thread on the way of a request."""
        client: redis.Redis | None = getattr(self._own, "client", None)
        if client is None:
            client = redis.Redis.from_url(
                self._url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, decode_responses=True,
                single_connection_client=True,
            )  # fmt: skip
            self._own.client = client
        return client

    def _note_outage(self, error: Exception) -> None:
        with self._lock:
            now = time.monotonic()
            self._again_at = now + REST
            if self._out_since is None:
                self._out_since = now
                logger.error("valkey is out, limits stand open and nothing is shared: %s", type(error).__name__)

    def _note_return(self) -> None:
        with self._lock:
            if self._out_since is not None:
                logger.warning("valkey is back after %d s", time.monotonic() - self._out_since)
                self._out_since = None


@cache
def reach(url: str = "") -> Reach:
    """This process's way to the Valkey of the settings."""
    return Reach(url or settings.VALKEY_URL)
