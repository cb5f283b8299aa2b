"""What this package does by the clock."""

from celery.schedules import crontab

from marketplace.answers.tasks import PRUNE as PRUNE_NOTES
from marketplace.desk.tasks import PRUNE as PRUNE_SESSIONS
from marketplace.news.tasks import DELIVER, PRUNE
from marketplace.tokens.tasks import PRUNE as PRUNE_SIGN_INS

BY_THE_CLOCK = {
    # Dropped when it waited longer than two rounds: it is only a glance at a small index.
    "deliver the news": {"task": DELIVER, "schedule": 1.0, "options": {"expires": 2}},
    "prune the notes of changed tables": {"task": PRUNE_NOTES, "schedule": crontab(minute=25)},
    "prune the news": {"task": PRUNE, "schedule": crontab(hour=3, minute=15)},
    "prune the signings in": {"task": PRUNE_SIGN_INS, "schedule": crontab(hour=3, minute=45)},
    "prune the sessions of the desk": {"task": PRUNE_SESSIONS, "schedule": crontab(hour=3, minute=50)},
}
