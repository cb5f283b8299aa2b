"""The parameters that searches are ranked by, from when each set of them holds, and why."""

from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from search.ranking.parameters import OF_QUALITY, PARAMETERS, PLACES


def _number() -> Any:
    return models.DecimalField(max_digits=8, decimal_places=PLACES)


class SearchRanking(models.Model):
    """A set of parameters (search.ranking.rules.Ranking says what each does), which holds from its moment on, until that of the
    next. What has begun to hold is never changed: it is what people were told."""

    valid_from = models.DateTimeField(unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    why = models.CharField(max_length=500)
    why_hi = models.CharField(max_length=500, blank=True)

    weight_title = _number()
    weight_kind = _number()
    weight_craft = _number()
    weight_trait = _number()
    weight_place = _number()
    weight_maker = _number()
    weight_about = _number()
    quality = _number()
    stocked = _number()
    recent = _number()
    half_life = _number()
    quality_pictures = _number()
    quality_about = _number()
    quality_languages = _number()
    quality_traits = _number()
    quality_declared = _number()
    quality_origin = _number()
    full_pictures = models.PositiveIntegerField()
    full_about = models.PositiveIntegerField()
    full_languages = models.PositiveIntegerField()
    full_traits = models.PositiveIntegerField()
    window = models.PositiveIntegerField()
    page = models.PositiveIntegerField()
    most_of_seller = models.PositiveIntegerField()
    others_least = _number()
    small_share = _number()
    small_least = _number()
    small_products = models.PositiveIntegerField()
    new_days = models.PositiveIntegerField()

    class Meta:
        verbose_name, verbose_name_plural = _("what searches are ranked by"), _("what searches are ranked by")
        constraints = [
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{one.name}__gte": one.least, f"{one.name}__lte": one.most}), name=f"ranking_{one.name}"
                )
                for one in PARAMETERS
            ),
            models.CheckConstraint(
                condition=reduce(or_, (Q(**{f"{name}__gt": 0}) for name in OF_QUALITY)), name="ranking_quality_of_something"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="ranking_says_why"),
        ]

    def __str__(self) -> str:
        return self.why
