"""Notes the changes of States and districts, so that they can be held in memory (kit/held.py)."""

from django.db import migrations

TABLES = ("marketplace_state", "marketplace_district")


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0006_page_metadata")]

    operations = [
        migrations.RunSQL(
            sql=f"""
                CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION marketplace_note_change()
            """,
            reverse_sql=f"DROP TRIGGER note_change ON {table}",
        )
        for table in TABLES
    ]
