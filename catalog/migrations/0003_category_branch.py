"""The view of which category lies below which; its model is unmanaged, so Django does not make it."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("catalog", "0002_initial"),
    ]

    operations = [
        migrations.RunSQL(
            sql="""
                CREATE VIEW catalog_categorybranch AS
                SELECT unnest(ancestors || id) AS ancestor_id, id AS member_id FROM catalog_category
            """,
            reverse_sql="DROP VIEW catalog_categorybranch",
        ),
    ]
