"""A fact and its listener for `bench news`; only its own worker loads this."""

from django.db import connection

from marketplace.news.facts import fact
from marketplace.news.listeners import hears


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
