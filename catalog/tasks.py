"""What this package does by the clock."""

from celery.schedules import crontab

from catalog.listing.social import EVERY_MINUTES
from catalog.listing.tasks import DRAW
from catalog.media.tasks import SWEEP
from catalog.social.tasks import SWEEP as SWEEP_CARDS

BY_THE_CLOCK = {
    "clear the quarantine": {"task": SWEEP, "schedule": crontab(hour=3, minute=40)},
    "clear old cards": {"task": SWEEP_CARDS, "schedule": crontab(hour=3, minute=50)},
    "draw missing cards": {
        "task": DRAW,
        "schedule": crontab(minute=f"*/{EVERY_MINUTES}"),
        "options": {"expires": 30 * EVERY_MINUTES},
    },
}
