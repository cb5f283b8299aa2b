"""What is done with the counts of searches by the clock."""

from django.utils import timezone

from marketplace.celery import app
from search.log import actions

GATHER, PRUNE = "search.log.gather", "search.log.prune"


@app.task(name=GATHER)  # type: ignore[untyped-decorator]
def gather() -> None:
    """Move what waits in Valkey to its days."""
    actions.gather()


@app.task(name=PRUNE)  # type: ignore[untyped-decorator]
def prune() -> None:
    """Forget what is old, and what hardly anybody has asked."""
    actions.prune(today=timezone.localdate())
