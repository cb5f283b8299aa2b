"""What this package does by the clock."""

from celery.schedules import crontab

from search.social.rules import EVERY_MINUTES
from search.social.tasks import DRAW

BY_THE_CLOCK = {
    "draw the cards of places and makers": {
        "task": DRAW,
        "schedule": crontab(minute=f"*/{EVERY_MINUTES}"),
        "options": {"expires": 60 * EVERY_MINUTES},
    }
}
