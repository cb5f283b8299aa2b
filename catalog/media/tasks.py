"""What is done for pictures by the clock."""

from datetime import timedelta

from django.utils import timezone

from catalog.media import actions
from marketplace.celery import app

SWEEP = "catalog.media.sweep"
# Longer than any upload takes from its file to its row.
_KEPT = timedelta(hours=24)


@app.task(name=SWEEP)  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Delete the uploads that a crash left behind a day ago or earlier."""
    actions.sweep_quarantine(before=timezone.now() - _KEPT)
