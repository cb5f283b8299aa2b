"""What migrations do to have the changes of a table noted (kit/held.py)."""

from django.db.migrations import RunSQL


def noting(table: str) -> RunSQL:
    """A trigger on a table that notes each statement that changes it."""
    return RunSQL(
        sql=f"""
            CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION marketplace_note_change()
        """,
        reverse_sql=f"DROP TRIGGER note_change ON {table}",
    )
