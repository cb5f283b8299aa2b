"""What lists are answered from beside the products themselves."""

from django.db import models

from catalog.products.models import Product
from marketplace.channels.models import Channel


class ListingTerm(models.Model):
    """A choice that a product, published and listed in a channel, carries itself or in a variant sold there; and beside it all
    that lists narrowed by choice and category are narrowed, counted and ordered by.

    Whether its seller is approved is not in it: that changes for many products at once, and is asked for with the list.
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
    product = models.ForeignKey(Product, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)
    seller = models.ForeignKey(
        "marketplace.Seller", on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    published_at = models.DateTimeField()
    price_from_minor = models.PositiveBigIntegerField()
    price_to_minor = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "channel", "choice"], name="listing_term_once")]
        indexes = [
            models.Index(
                fields=["channel", "choice", "category", "slug", "product"],
                include=["seller", "published_at", "price_from_minor", "price_to_minor"],
                name="listing_term_list",
            ),
        ]
