"""What is done for cards by the clock."""

from django.conf import settings
from django.utils import timezone

from marketplace.celery import app
from search.social import actions
from search.social.queries import KINDS
from search.social.rules import turn

DRAW = "search.social.draw"


@app.task(name=DRAW)  # type: ignore[untyped-decorator]
def draw() -> None:
    """Draw cards of one kind in one language that are missing; another time the next."""
    kind, language = turn(timezone.now(), list(KINDS), [code for code, _name in settings.LANGUAGES])
    actions.draw(kind=kind, language=language, seconds=25)
