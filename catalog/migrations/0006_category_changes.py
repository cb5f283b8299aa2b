"""Notes the changes of the category tree, so that it can be held in memory (kit/held.py)."""

from django.db import migrations

from marketplace.kit.noting import noting

TABLES = ("catalog_category", "catalog_categorytranslation")


class Migration(migrations.Migration):
    dependencies = [("catalog", "0005_metadata"), ("marketplace", "0004_table_changes")]

    operations = [noting(table) for table in TABLES]
