"""What is done at the desk by the clock."""

from django.utils import timezone

from marketplace.celery import app
from marketplace.desk import actions

PRUNE = "marketplace.desk.prune"


@app.task(name=PRUNE)  # type: ignore[untyped-decorator]
def prune() -> None:
    """Forget the signings in that are over."""
    actions.prune(before=timezone.now())
