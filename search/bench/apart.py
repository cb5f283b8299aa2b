"""A queue of a measurement's own: its workers and who wakes them share none with a shop that is open on the same servers."""

import os

from marketplace.celery import app

QUEUE = "ZILA_BENCH_QUEUE"
"""The variable that names the queue, in the environment of the bench and of the processes that it starts."""


def stand_apart() -> None:
    """Send to this queue, and hear of it only."""
    app.finalize()
    app.conf.task_default_queue = os.environ[QUEUE]
    vars(app).pop("amqp", None)  # it may have cached the queue's name


if QUEUE in os.environ:
    stand_apart()
