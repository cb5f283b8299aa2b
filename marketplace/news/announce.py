"""Announce a fact: a row in the caller's transaction, and a hint to a worker once that has committed."""

import json

from django.db import connection, transaction

from marketplace.news import listeners
from marketplace.news.facts import kind_of, payload_of, subject_of
from marketplace.news.wake import wake_worker

# One statement whatever the number of facts; ids follow the order of the facts, and of the listeners within.
_INSERT = """
WITH told AS (
    SELECT * FROM unnest(%s::text[], %s::text[], %s::text[]) WITH ORDINALITY AS t(kind, subject, payload, place)
), event AS (
    INSERT INTO marketplace_event (kind, subject, payload, transaction_id)
    SELECT kind, subject, payload::jsonb, pg_current_xact_id()::text::bigint FROM told ORDER BY place
    RETURNING id, kind, subject
), delivery AS (
    INSERT INTO marketplace_delivery (event_id, listener, subject, state, attempts, error)
    SELECT event.id, heard.listener, event.subject, 'waiting', 0, ''
    FROM event JOIN unnest(%s::text[], %s::text[]) AS heard(kind, listener) ON heard.kind = event.kind
    ORDER BY event.id, heard.listener
)
SELECT id FROM event ORDER BY id
"""


def announce(*facts: object) -> list[int]:
    """Write the facts and who must be told, in the caller's transaction: both are there after the commit, or neither.

    Returns the ids of the events, in the order of the facts. Raises TransactionManagementError outside of an atomic
    block, TypeError for what is no fact. Starts nothing: after the commit a worker is woken, once per transaction,
    and where that fails (no broker) the sweep finds the rows.

    Facts about one subject are told in the order in which they were announced. For that, announce after locking or
    changing the row of the subject: between transactions that run side by side without a common lock there is no order.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A fact is announced in the transaction of its deed: none is open.")
    if not facts:
        return []
    kinds = [kind_of(type(event)) for event in facts]
    heard = [(kind, name) for kind in sorted(set(kinds)) for name in listeners.of(kind)]
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [
                kinds,
                [subject_of(event) for event in facts],
                [json.dumps(payload_of(event), allow_nan=False) for event in facts],
                [kind for kind, _ in heard],
                [name for _, name in heard],
            ],
        )
        ids = [row[0] for row in cursor.fetchall()]
    if heard and not _will_wake():
        transaction.on_commit(wake_worker, robust=True)
    return ids


def _will_wake() -> bool:
    """Whether this transaction already wakes a worker; a hint of a savepoint that was rolled back is gone from the list."""
    return any(entry[1] is wake_worker for entry in connection.run_on_commit)
