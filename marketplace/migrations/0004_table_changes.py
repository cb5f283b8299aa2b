"""Notes the changes of small tables, so that they can be held in memory (kit/held.py)."""

from django.db import migrations

from marketplace.kit.noting import noting

TABLES = ("marketplace_channel",)


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
