"""Notes the changes of the category tree, so that it can be held in memory (kit/held.py)."""

from django.db import migrations

TABLES = ("catalog_category", "catalog_categorytranslation")


class Migration(migrations.Migration):
    dependencies = [("catalog", "0005_metadata"), ("marketplace", "0004_table_changes")]

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
