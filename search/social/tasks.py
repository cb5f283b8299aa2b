"""What is done for cards by the clock."""

from django.conf import settings
from django.utils import timezone

from marketplace.celery import app
from search.social import actions
from search.social.queries import KINDS
from search.social.rules import turns

DRAW = "search.social.draw"
SECONDS = 25
"""Within the time limit of a task (marketplace/celery.py), and a twelfth of one worker's time."""


@app.task(name=DRAW)  # type: ignore[untyped-decorator]
def draw() -> None:
    """Draw cards that are missing, of one kind in one language and then of the next; another time others are the first."""
    order = turns(timezone.now(), list(KINDS), [code for code, _name in settings.LANGUAGES])
    actions.draw_in_turn(turns=order, seconds=SECONDS)
