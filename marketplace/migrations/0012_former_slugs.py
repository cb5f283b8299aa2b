"""Keeps the former slugs of what has a page, so that old addresses lead to the new ones (kit/former_slugs.py)."""

from django.db import migrations

from marketplace.kit.former_slugs import TABLE, keeping_slugs

KINDS = {
    "marketplace_state": "state",
    "marketplace_district": "district",
    "marketplace_craft": "craft",
    "marketplace_gitag": "gi",
    "marketplace_seller": "seller",
    "marketplace_page": "page",
}


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0011_seller_not_approved")]

    operations = [TABLE, *(keeping_slugs(table, kind) for table, kind in KINDS.items())]
