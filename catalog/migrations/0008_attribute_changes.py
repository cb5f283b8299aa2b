"""Notes the changes of attributes and of who may carry them, so that they can be held in memory (kit/held.py)."""

from django.db import migrations

TABLES = ("catalog_attribute", "catalog_attributechoice", "catalog_producttypeattribute", "catalog_categoryattribute")


class Migration(migrations.Migration):
    dependencies = [("catalog", "0007_menu_metadata"), ("marketplace", "0004_table_changes")]

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
