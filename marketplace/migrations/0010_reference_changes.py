"""Notes the changes of the register of GIs, crafts, designations, PIN codes and HSN codes, which nobody announces."""

from django.db import migrations

TABLES = (
    "marketplace_craft", "marketplace_craft_districts", "marketplace_craftname", "marketplace_giarea", "marketplace_gitag",
    "marketplace_gitag_states", "marketplace_hsncode", "marketplace_odopgilink", "marketplace_odopproduct", "marketplace_pincode",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0009_gi_periods")]

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
