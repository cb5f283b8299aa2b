"""Notes the changes of warehouses, which nobody announces."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("catalog", "0011_legal_words"), ("marketplace", "0010_reference_changes")]

    operations = [
        migrations.RunSQL(
            sql="""
                CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON catalog_warehouse
                FOR EACH STATEMENT EXECUTE FUNCTION marketplace_note_change()
            """,
            reverse_sql="DROP TRIGGER note_change ON catalog_warehouse",
        )
    ]
