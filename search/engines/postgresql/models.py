"""The words of products in channels as PostgreSQL's text search has them, and all words there are, for who mistypes one."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from catalog.products.models import Product
from marketplace.channels.models import Channel


class SearchDocument(models.Model):
    """A product in a channel. `since`: from when it may be seen, null where it may not. A later `version` takes its place.
    `quality`, `small`, `rating` and `print` as in `search.engines.document.Document`; no print where it was forgotten.

    No constraint ties it to the catalogue, where nobody shall wait for the search: what is gone there is forgotten here soon.
    """

    product = models.ForeignKey(Product, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    channel = models.ForeignKey(Channel, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    version = models.PositiveBigIntegerField()
    print = models.CharField(max_length=24, db_default="")
    since = models.DateTimeField(null=True)
    quality = models.FloatField(default=0)
    small = models.BooleanField(default=False)
    seller = models.BigIntegerField(default=0)
    rating = models.PositiveSmallIntegerField(null=True)
    words = SearchVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "channel"], name="search_document_once")]
        indexes = [GinIndex(fields=["words"], name="search_document_words", fastupdate=False)]


class SearchWord(models.Model):
    """A word of products that may be seen, folded; `near`: what is left of it, and of how it sounds, without some letters."""

    word = models.CharField(max_length=60, primary_key=True)
    near = ArrayField(models.TextField(), default=list)

    class Meta:
        indexes = [GinIndex(fields=["near"], name="search_word_near", fastupdate=False)]
