"""What is done for cards by the clock."""

from datetime import timedelta

from django.utils import timezone

from catalog.social import actions
from marketplace.celery import app

SWEEP = "catalog.social.sweep"
# Longer than any cache keeps a page that names an old card, and than the sites that show our links take to come again.
_KEPT = timedelta(days=30)


@app.task(name=SWEEP)  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Delete the files of cards that were drawn anew a month ago or earlier."""
    actions.sweep(before=timezone.now() - _KEPT)
