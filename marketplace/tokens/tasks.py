"""What is done with signings in by the clock."""

from datetime import timedelta

from django.utils import timezone

from marketplace.celery import app
from marketplace.tokens import actions

# Who was signed in when is asked after a theft; the rules on personal data want such records kept for a year, and not for ever.
KEPT = timedelta(days=365)
PRUNE = "marketplace.tokens.prune"


@app.task(name=PRUNE)  # type: ignore[untyped-decorator]
def prune() -> None:
    """Delete the signings in that were over a year ago."""
    actions.prune(before=timezone.now() - KEPT)
