"""What this package does by the clock."""

from celery.schedules import crontab

from marketplace.celery import FIRST
from search.index.tasks import SWEEP, TURN
from search.log.tasks import GATHER
from search.log.tasks import PRUNE as PRUNE_SEARCHES
from search.social.rules import EVERY_MINUTES
from search.social.tasks import DRAW

BY_THE_CLOCK = {
    "draw the cards of places and makers": {
        "task": DRAW,
        "schedule": crontab(minute=f"*/{EVERY_MINUTES}"),
        "options": {"expires": 60 * EVERY_MINUTES},
    },
    "keep the engines in step": {"task": SWEEP, "schedule": 1.0, "options": {"expires": 5, "priority": FIRST}},
    "new sellers grow old": {"task": TURN, "schedule": crontab(hour=0, minute=10)},
    "count the searches": {"task": GATHER, "schedule": 60.0, "options": {"expires": 60}},
    "prune the counts of searches": {"task": PRUNE_SEARCHES, "schedule": crontab(hour=3, minute=55)},
}
