"""Notes the changes of warehouses, which nobody announces."""

from django.db import migrations

from marketplace.kit.noting import noting


class Migration(migrations.Migration):
    dependencies = [("catalog", "0011_legal_words"), ("marketplace", "0010_reference_changes")]

    operations = [noting("catalog_warehouse")]
