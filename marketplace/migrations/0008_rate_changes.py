"""Notes the changes of GST rates, so that they can be held in memory (kit/held.py)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0007_place_changes")]

    operations = [
        migrations.RunSQL(
            sql="""
                CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON marketplace_gstrate
                FOR EACH STATEMENT EXECUTE FUNCTION marketplace_note_change()
            """,
            reverse_sql="DROP TRIGGER note_change ON marketplace_gstrate",
        )
    ]
