"""What this package does by the clock."""

from celery.schedules import crontab

from marketplace.news import tasks as news

BY_THE_CLOCK = {
    # Dropped when it waited longer than two rounds: it is only a glance at a small index.
    "deliver the news": {"task": news.TASK, "schedule": 1.0, "options": {"expires": 2}},
    "prune the news": {"task": news.PRUNE, "schedule": crontab(hour=3, minute=15)},
}
