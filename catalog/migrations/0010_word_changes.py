"""Notes the changes of what attributes are called and of types of products, so that they can be held in memory (kit/held.py)."""

from django.db import migrations

TABLES = ("catalog_attributetranslation", "catalog_attributechoicetranslation", "catalog_producttype")


class Migration(migrations.Migration):
    dependencies = [("catalog", "0009_listing_date"), ("marketplace", "0004_table_changes")]

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
