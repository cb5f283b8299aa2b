"""What lists are answered from beside the products themselves."""

from django.db import models

from catalog.products.models import Product
from marketplace.channels.models import Channel


class ListingTerm(models.Model):
    """A choice that a product carries itself or in a variant sold in the channel, where an approved seller has it published and
    listed; and beside it all that lists narrowed by choice and category are narrowed, counted and ordered by.

    Triggers write it (migration 0014_listing_terms), nobody else. PostgreSQL answers such a list from the index alone.
    """

    channel = models.ForeignKey(Channel, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)
    choice = models.ForeignKey(
        "catalog.AttributeChoice", on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    category = models.ForeignKey(
        "catalog.Category", on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    slug = models.CharField(max_length=160)
    product = models.ForeignKey(Product, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False)
    published_at = models.DateTimeField()
    price_from_minor = models.PositiveBigIntegerField()
    price_to_minor = models.PositiveBigIntegerField()

    class Meta:
        indexes = [
            models.Index(
                fields=["channel", "choice", "category", "slug", "product"],
                include=["published_at", "price_from_minor", "price_to_minor"],
                name="listing_term_list",
            ),
        ]
