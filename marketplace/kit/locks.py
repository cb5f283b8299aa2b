"""Named locks that PostgreSQL keeps for a transaction: whoever wants the same name waits."""

from django.db import connection


def hold(*names: str) -> None:
    """Hold the named locks until the transaction ends; several are taken in one order, so that two callers cannot cross."""
    with connection.cursor() as cursor:
        for name in sorted(names):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
