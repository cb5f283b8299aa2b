"""What becomes of a delivery: done, again later, or dead. Each of them only while the lease is still ours."""

import logging
from uuid import UUID

from django.db import connection

from marketplace.news import rules
from marketplace.news.leases import Leased

logger = logging.getLogger(__name__)

# By the primary key: conditions from which the planner cannot infer that a partial index would do (see leases.py).
_OURS = " WHERE id = %s AND state <> 'done' AND state <> 'dead' AND lease IS NOT DISTINCT FROM %s"


class LeaseLost(Exception):
    """Someone else has this delivery by now: what the handler wrote is to be rolled back."""


def mark_done(*, leased: Leased, lease: UUID | None) -> None:
    """The listener was told. Raises LeaseLost, so that within a transaction the effect and this mark stand or fall together."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE marketplace_delivery SET state = 'done', done_at = clock_timestamp(), lease = NULL, leased_until = NULL,"
            " error = ''" + _OURS,
            [leased.id, lease],
        )
        if cursor.rowcount != 1:
            raise LeaseLost


def note_failure(*, leased: Leased, lease: UUID, attempts: int, error: BaseException) -> bool:
    """Write down why attempt number `attempts` failed; True where it was the last one and the delivery is dead now."""
    told = rules.told(error)
    if rules.is_spent(attempts):
        bury(leased=leased, lease=lease, attempts=attempts, told=told)
        return True
    wait = rules.wait_after(attempts)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE marketplace_delivery SET lease = NULL, leased_until = NULL, error = %s,"
            " due_at = statement_timestamp() + make_interval(secs => %s)" + _OURS,
            [told, wait, leased.id, lease],
        )
    logger.warning("news: %s failed in attempt %d, again in %d s: %s", _name(leased), attempts, wait, told)
    return False


def bury(*, leased: Leased, lease: UUID, attempts: int, told: str) -> None:
    """Mark a delivery as dead and say so loudly; an operator finds it with `news list --dead`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE marketplace_delivery SET state = 'dead', lease = NULL, leased_until = NULL, error = %s" + _OURS,
            [told, leased.id, lease],
        )
    logger.error("news: DEAD after %d attempts: %s: %s", attempts, _name(leased), told)


def _name(leased: Leased) -> str:
    return f"{leased.listener} at {leased.kind} of {leased.subject} (delivery {leased.id})"
