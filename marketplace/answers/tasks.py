"""What is done by the clock about the changes that make answers stale."""

from marketplace.celery import app
from marketplace.kit import held

PRUNE = "marketplace.answers.prune"


@app.task(name=PRUNE)  # type: ignore[untyped-decorator]
def prune() -> None:
    """Delete the notes of tables that have been changed often; where somebody is writing one, the next time."""
    held.prune()
