"""What this package does by the clock."""

from celery.schedules import crontab

from catalog.media.tasks import SWEEP

BY_THE_CLOCK = {"clear the quarantine": {"task": SWEEP, "schedule": crontab(hour=3, minute=40)}}
