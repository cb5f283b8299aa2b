"""Notes the changes of the register of GIs, crafts, designations, PIN codes and HSN codes, which nobody announces."""

from django.db import migrations

from marketplace.kit.noting import noting

TABLES = (
    "marketplace_craft", "marketplace_craft_districts", "marketplace_craftname", "marketplace_giarea", "marketplace_gitag",
    "marketplace_gitag_states", "marketplace_hsncode", "marketplace_odopgilink", "marketplace_odopproduct", "marketplace_pincode",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0009_gi_periods")]

    operations = [noting(table) for table in TABLES]
