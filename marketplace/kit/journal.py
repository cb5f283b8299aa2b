"""Structured logs: one JSON object a line (or one plain line for people), each with the id of its request."""

import logging
from contextvars import ContextVar
from typing import Any

QUIET = {"elastic_transport": {"level": "WARNING"}}
"""Libraries that would write a line for each request of ours."""

request_id: ContextVar[str] = ContextVar("request_id", default="-")


class RequestIdFilter(logging.Filter):
    """Puts the id of the request or task at hand on each record; Django writes some after the request has left us."""

    def filter(self, record: logging.LogRecord) -> bool:
        left = getattr(getattr(record, "request", None), "zila_id", "-")
        record.request_id = request_id.get() if left == "-" else left
        return True


def logging_settings(*, as_json: bool, level: str) -> dict[str, Any]:
    """Django's LOGGING: JSON lines for machines, or short lines for people at a terminal."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "marketplace.kit.journal.RequestIdFilter"}},
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.orjson.OrjsonFormatter",
                "format": "%(asctime)s %(levelname)s %(name)s %(request_id)s %(message)s",
                "rename_fields": {"asctime": "at", "levelname": "level", "name": "logger"},
            },
            "plain": {"format": "%(asctime)s %(levelname)-7s %(name)s [%(request_id)s] %(message)s"},
        },
        "handlers": {
            "out": {
                "class": "marketplace.kit.journal_lines.GatheredLines" if as_json else "logging.StreamHandler",
                "formatter": "json" if as_json else "plain",
                "filters": ["request_id"],
            }
        },
        "root": {"handlers": ["out"], "level": level},
        # Of a 4xx answer the access line says all; of a 5xx answer Django's line has the traceback.
        "loggers": {"django.server": {"level": "WARNING"}, "django.request": {"level": "ERROR"}, **QUIET},
    }
