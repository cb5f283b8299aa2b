"""A request has only so much time: no statement begins after its deadline, and none runs for longer than a whole request."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


class TimedOut(Exception):
    """The time of a request is over."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Inside, each statement is refused with TimedOut once the seconds are over; 0 is without end.

    What a statement that has begun may take is the connection's `statement_timeout` (marketplace/wsgi.py).
    """
    until = time.monotonic() + seconds

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if time.monotonic() > until:
            raise TimedOut
        return execute(sql, params, many, context)

    if not seconds:
        yield
        return
    with connections[DEFAULT_DB_ALIAS].execute_wrapper(watch):
        yield
