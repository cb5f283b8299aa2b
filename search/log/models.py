"""How often what was looked for, by the day."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from search.log.rules import LONGEST


class SearchCount(models.Model):
    """How often a folded query was asked on a day in a channel, in a language of the pages, and answered by an engine.

    Of these `times`, `nothing` found nothing and `loosely` only what has most of the words. `fewest`: products that the search
    found that found least. Who asked and when on that day is not known.
    """

    day = models.DateField()
    query = models.CharField(max_length=LONGEST)
    language = models.CharField(max_length=10)
    channel = models.CharField(max_length=255)
    engine = models.CharField(max_length=40)
    times = models.PositiveIntegerField()
    nothing = models.PositiveIntegerField()
    loosely = models.PositiveIntegerField()
    fewest = models.PositiveIntegerField()

    class Meta:
        verbose_name, verbose_name_plural = _("search"), _("what people look for")
        constraints = [
            models.UniqueConstraint(fields=["day", "query", "language", "channel", "engine"], name="search_count_once"),
            models.CheckConstraint(condition=Q(times__gte=1), name="search_count_of_some"),
            models.CheckConstraint(
                condition=Q(nothing__lte=F("times")) & Q(loosely__lte=F("times")), name="search_count_parts_within_it"
            ),
        ]
