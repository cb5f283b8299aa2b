"""What the engines still have to learn, and what they were last told of names and of sellers."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now


class SearchDue(models.Model):
    """A product that an engine is to learn anew: once, however much happened to it meanwhile.

    `engine`: its name; empty where every engine is meant. `noted` grows with each note, so that what is noted while it is being
    learnt stays. `tries` that failed since, the next not before `due_at`. `gone`: channels that it was taken out of. The product
    may be gone, too.
    """

    engine = models.CharField(max_length=20)
    product = models.PositiveBigIntegerField()
    noted = models.PositiveBigIntegerField()
    tries = models.PositiveSmallIntegerField(default=0, db_default=0)
    due_at = models.DateTimeField(db_default=Now())
    gone = ArrayField(models.BigIntegerField(), default=list, db_default=[])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["engine", "product"], name="search_due_once")]
        indexes = [models.Index(fields=["engine", "tries", "noted"], name="search_due_order")]


class SearchNames(models.Model):
    """The names that documents were last made with, one row: a print of each by kind and key, and the versions of the tables
    that they come from."""

    versions = models.JSONField(default=dict)
    prints = models.JSONField(default=dict)


class SearchSeller(models.Model):
    """Whether a seller counted as new or small when its products' documents were last made."""

    seller = models.BigIntegerField(primary_key=True)
    small = models.BooleanField()


class SearchFilling(models.Model):
    """The last filling of an engine: everything up to the product `after` is in. `into`: where to, in the engine's own words.
    `done_at`: since when the engine has everything and hears of every change; null while it is under way or broken off."""

    engine = models.CharField(max_length=20, primary_key=True)
    into = models.CharField(max_length=120)
    after = models.PositiveBigIntegerField(default=0)
    documents = models.PositiveBigIntegerField(default=0)
    began_at = models.DateTimeField(db_default=Now())
    done_at = models.DateTimeField(null=True)
