"""Celery: only a wake-up and a clock. What must be done is in the database (marketplace.news), never only in the broker.

The numbers hang together: a handler has at least 30 s (SOFT - BUDGET), a task is killed at HARD, the broker gives a task
of a lost worker to another one after VISIBILITY, and a lease outlives them all (settings.NEWS_LEASE_SECONDS > HARD).
"""

import logging.config
import os
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from celery import Celery
from celery.signals import setup_logging, worker_process_shutdown

SOFT, HARD, VISIBILITY = 45, 60, 75
FIRST, USUAL = 0, 6
"""Priorities: what is done before everything else that waits, because it is short and somebody waits for it; and all else."""

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")

app = Celery("marketplace")
# Threads of a web server have no app of their own: without this they would send to a made-up broker.
app.set_default()
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    task_default_queue="zila",
    task_default_priority=USUAL,
    # A task that was lost is seen again after VISIBILITY; kombu looks every 2 s, by default only every 100 s.
    task_acks_late=True,
    # A task that kills its worker would come back without end; the news count the attempts instead.
    task_reject_on_worker_lost=False,
    worker_prefetch_multiplier=1,
    task_soft_time_limit=SOFT,
    task_time_limit=HARD,
    broker_transport_options={
        "visibility_timeout": VISIBILITY,
        "unacked_restore_interval": 2,
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 2,
        "socket_timeout": 10,
    },
    broker_connection_timeout=2,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    worker_cancel_long_running_tasks_on_connection_loss=False,
    task_serializer="json",
    accept_content=["json"],
    result_backend=None,
    task_ignore_result=True,
    worker_max_memory_per_child=400_000,  # KiB: pictures make a process grow
    worker_enable_remote_control=False,
    timezone="Asia/Kolkata",
    broker_pool_limit=4,
)
app.autodiscover_tasks()


def _log_as_the_house_does(**_: Any) -> None:
    """Keep Django's log settings, without Celery's two lines per task (the news write their own)."""
    from django.conf import settings  # noqa: PLC0415

    logging.config.dictConfig(settings.LOGGING)
    for name in ("celery.worker.request", "celery.worker.strategy", "celery.app.trace", "celery.beat"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _write_the_last_lines(**_: Any) -> None:
    """Write the log lines that still wait: a worker's process ends without atexit and so without logging.shutdown."""
    for handler in logging.getLogger().handlers:
        with suppress(OSError):
            handler.flush()


def _set_the_clock(sender: Celery, **_: Any) -> None:
    """Collect BY_THE_CLOCK from the front desk `tasks.py` of every installed package."""
    from django.apps import apps  # noqa: PLC0415

    for config in apps.get_app_configs():
        if find_spec(f"{config.name}.tasks"):
            table = getattr(import_module(f"{config.name}.tasks"), "BY_THE_CLOCK", {})
            sender.conf.beat_schedule.update(table)


setup_logging.connect(_log_as_the_house_does, weak=False)
worker_process_shutdown.connect(_write_the_last_lines, weak=False)
app.on_after_finalize.connect(_set_the_clock, weak=False)
