"""A craft, its names in the languages and scripts of India, and the districts it is practised in."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from marketplace.districts.models import District, State


class Craft(models.Model):
    """A craft or technique by its usual English name; `spellings` are other Roman spellings people type.

    `state` is null for what is made all over India.
    """

    code = models.CharField(max_length=8, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=80)
    category = models.CharField(max_length=60)
    spellings = ArrayField(models.CharField(max_length=80), default=list)
    state = models.ForeignKey(State, on_delete=models.PROTECT, null=True, related_name="crafts")
    districts = models.ManyToManyField(District, related_name="crafts")
    source = models.CharField(max_length=300)


class CraftName(models.Model):
    """A craft's name in a language (ISO 639 code); a language may have several, the first by `rank` is the usual one."""

    craft = models.ForeignKey(Craft, on_delete=models.CASCADE, related_name="names")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=120)
    rank = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["craft", "language_code", "name"], name="craft_name_once")]
