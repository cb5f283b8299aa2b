"""Notes the changes of States and districts, so that they can be held in memory (kit/held.py)."""

from django.db import migrations

from marketplace.kit.noting import noting

TABLES = ("marketplace_state", "marketplace_district")


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0006_page_metadata")]

    operations = [noting(table) for table in TABLES]
