"""Notes the changes of attributes and of who may carry them, so that they can be held in memory (kit/held.py)."""

from django.db import migrations

from marketplace.kit.noting import noting

TABLES = ("catalog_attribute", "catalog_attributechoice", "catalog_producttypeattribute", "catalog_categoryattribute")


class Migration(migrations.Migration):
    dependencies = [("catalog", "0007_menu_metadata"), ("marketplace", "0004_table_changes")]

    operations = [noting(table) for table in TABLES]
