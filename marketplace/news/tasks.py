"""What a worker does when it is woken, and by the clock."""

from datetime import timedelta

from django.utils import timezone

from marketplace.celery import app
from marketplace.news import actions
from marketplace.news.deliver import deliver_due
from marketplace.news.wake import DELIVER, note_asleep, note_awake, wake_worker

# Short, so that a worker that is asked to stop has stopped within the supervisor's patience.
BUDGET_SECONDS = 2.0
KEPT = timedelta(days=30)
PRUNE = "marketplace.news.prune"

__all__ = ["DELIVER", "PRUNE", "deliver", "prune"]


@app.task(name=DELIVER)
def deliver() -> None:
    """Deliver what is due. Sent as a wake-up after a commit, and every second by the clock for what a wake-up missed."""
    note_awake()
    if deliver_due(budget=BUDGET_SECONDS).more:
        note_asleep()
        wake_worker()


@app.task(name=PRUNE)
def prune() -> None:
    """Delete the deliveries that were done more than 30 days ago."""
    actions.prune(before=timezone.now() - KEPT)
