"""Notes the changes of what attributes are called and of types of products, so that they can be held in memory (kit/held.py)."""

from django.db import migrations

from marketplace.kit.noting import noting

TABLES = ("catalog_attributetranslation", "catalog_attributechoicetranslation", "catalog_producttype")


class Migration(migrations.Migration):
    dependencies = [("catalog", "0009_listing_date"), ("marketplace", "0004_table_changes")]

    operations = [noting(table) for table in TABLES]
