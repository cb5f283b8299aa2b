"""A fact and its listener for `bench news`, and its queue, on which its worker hears of nothing else."""

import os

from django.db import connection

from marketplace.celery import app
from marketplace.news import listeners
from marketplace.news.facts import fact
from marketplace.news.listeners import hears

QUEUE = "ZILA_BENCH_QUEUE"
"""The variable that names the queue, in the environment of the bench and its worker."""
_CLOCK = "deliver the news"


@fact(subject="bell")
class BellRung:
    """One stroke on one of a few bells."""

    bell: int
    stroke: int


@hears(BellRung)
def note_stroke(event: BellRung) -> None:
    """Write one row, as a small handler would."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_stroke (bell, stroke) VALUES (%s, %s)", [event.bell, event.stroke])


def stand_apart() -> None:
    """Share no queue, no mark of who is awake, no listener and no clock with a shop that is open on the same servers."""
    app.finalize()
    app.conf.task_default_queue = os.environ[QUEUE]
    vars(app).pop("amqp", None)  # it may have cached the queue's name
    app.conf.beat_schedule = {_CLOCK: app.conf.beat_schedule[_CLOCK]}
    listeners.limit_to("marketplace.note_stroke")


if QUEUE in os.environ:
    stand_apart()
