"""Keeps the former slugs of products, categories and collections (marketplace/kit/former_slugs.py)."""

from django.db import migrations

from marketplace.kit.former_slugs import keeping_slugs

KINDS = {"catalog_product": "product", "catalog_category": "category", "catalog_collection": "collection"}


class Migration(migrations.Migration):
    dependencies = [("catalog", "0014_listing_terms"), ("marketplace", "0012_former_slugs")]

    operations = [keeping_slugs(table, kind) for table, kind in KINDS.items()]
