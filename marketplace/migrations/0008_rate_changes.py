"""Notes the changes of GST rates, so that they can be held in memory (kit/held.py)."""

from django.db import migrations

from marketplace.kit.noting import noting


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0007_place_changes")]

    operations = [noting("marketplace_gstrate")]
