"""A craft, its names in the languages and scripts of India, and the districts it is practised in."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace.districts.models import District, State

LANGUAGES = (
    "as", "bn", "brx", "doi", "gu", "hi", "kn", "kok", "ks", "mai", "ml", "mni", "mr", "ne", "or", "pa", "sa", "sat", "sd", "ta",
    "te", "ur",
)  # fmt: skip
"""The languages of the Eighth Schedule of the Constitution, ISO 639 codes."""


class Craft(models.Model):
    """A craft or technique by its usual English name; `spellings` are other Roman spellings people type.

    `state` is null for what is made all over India. `respelled_at`: since when spellings and names are an operator's, null where
    they are as the reference data has them.
    """

    code = models.CharField(max_length=8, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=80)
    category = models.CharField(max_length=60)
    spellings = ArrayField(models.CharField(max_length=80), default=list)
    state = models.ForeignKey(State, on_delete=models.PROTECT, null=True, related_name="crafts")
    districts = models.ManyToManyField(District, related_name="crafts")
    source = models.CharField(max_length=300)
    respelled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("craft"), _("crafts")

    def __str__(self) -> str:
        return self.name


class CraftName(models.Model):
    """A craft's name in a language (ISO 639 code); a language may have several, the first by `rank` is the usual one."""

    craft = models.ForeignKey(Craft, on_delete=models.CASCADE, related_name="names")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=120)
    rank = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["craft", "language_code", "name"], name="craft_name_once")]
