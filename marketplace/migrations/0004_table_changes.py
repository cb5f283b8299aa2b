"""Notes the changes of small tables, so that they can be held in memory (kit/held.py)."""

from django.db import migrations

TABLES = ("marketplace_channel",)


def noting(table: str) -> migrations.RunSQL:
    """A trigger on a table that notes each statement that changes it."""
    return migrations.RunSQL(
        sql=f"""
            CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION marketplace_note_change()
        """,
        reverse_sql=f"DROP TRIGGER note_change ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0003_tokens")]

    operations = [
        migrations.RunSQL(
            sql="""
                CREATE TABLE marketplace_tablechange (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    table_name text NOT NULL
                );
                CREATE INDEX marketplace_tablechange_table ON marketplace_tablechange (table_name, id);
                CREATE FUNCTION marketplace_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO marketplace_tablechange (table_name) VALUES (TG_TABLE_NAME);
                    RETURN NULL;
                END $$
            """,
            reverse_sql="DROP FUNCTION marketplace_note_change(); DROP TABLE marketplace_tablechange",
        ),
        *[noting(table) for table in TABLES],
    ]
