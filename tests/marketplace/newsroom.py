"""Facts and listeners of the news tests, for the test process and for the workers it starts.

What a listener did stands in the table news_effect, one row per call that was committed; nothing makes it unique.
"""

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

from django.db import connection, transaction

from marketplace.news.announce import announce
from marketplace.news.facts import fact
from marketplace.news.listeners import hears
from marketplace.news.models import Delivery


@fact(subject="cup")
class CupFilled:
    """Told to two listeners."""

    cup: int
    sips: tuple[int, ...] = ()


@fact(subject="cup")
class CupBroken:
    """Told to one listener, which does as `how` says."""

    cup: int
    how: str


@fact(subject="cup")
class CupCopied:
    """What a listener announces in turn."""

    cup: int


def note(listener: str, subject: int, what: str = "") -> None:
    """Write one effect."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO news_effect (listener, subject, what) VALUES (%s, %s, %s)", [listener, subject, what])


# The test process decides what a listener does beyond noting; a worker leaves it alone.
on_pour: list[Callable[[CupFilled], None]] = []


@hears(CupFilled)
def pour(event: CupFilled) -> None:
    """Note it, within the transaction of the delivery."""
    note("pour", event.cup, str(list(event.sips)))
    for further in on_pour:
        further(event)


@hears(CupFilled, CupCopied, outside=True)
def count_cups(event: CupFilled | CupCopied) -> None:
    """Note it, without a transaction around; once per event as listeners outside have to see to themselves."""
    note("count_cups", event.cup, "in a transaction" if connection.in_atomic_block else "")


@hears(CupBroken)
def sweep_up(event: CupBroken) -> None:
    """Fail, kill the worker, announce, or go well, as the event says."""
    if "NEWS_TEST_TRIES" in os.environ:  # the file tells what was tried, also where the note goes with the transaction
        with Path(os.environ["NEWS_TEST_TRIES"]).open("a") as tries:
            tries.write(f"{event.cup}\n")
    note("sweep_up", event.cup, event.how)
    if event.how == "fail":
        raise ValueError("no broom at postgres://zila:hunter2@db/zila for asha@example.in\nDETAIL: (secret row)")
    if event.how == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if event.how == "exit":
        os._exit(1)
    if event.how == "announce":
        announce(CupCopied(cup=event.cup))


# What the tests say ---------------------------------------------------------------------------------------------------

EFFECTS = "CREATE TABLE news_effect (id bigserial PRIMARY KEY, listener text, subject bigint, what text)"


def effects(listener: str = "pour") -> list[int]:
    """The subjects of which a listener's effects are there, in order."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject FROM news_effect WHERE listener = %s ORDER BY id", [listener])
        return [row[0] for row in cursor.fetchall()]


def fill(*numbers: int) -> None:
    """Announce filled cups in one transaction."""
    with transaction.atomic():
        announce(*[CupFilled(cup=number) for number in numbers])


def make_due() -> None:
    """Let the back-off of all waiting deliveries be over."""
    Delivery.objects.filter(state="waiting").update(due_at="2020-01-01T00:00:00Z")


def in_another_connection(work: Callable[[], None]) -> threading.Thread:
    """Run it in a thread, which has a database connection of its own; started."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread
