"""Words and spellings that mean the same to who searches; most come from a file of ours, all may be changed by operators."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST = 80
_SHOWN = 4


class SearchSynonym(models.Model):
    """Who looks for one of `words` finds what has any of them, and what has one of `finds`; who looks for one of `finds` does not
    find `words` by that. In any language and script.

    `code` names it in our file, None where an operator has made it. `changed_at`: when an operator last changed it, None where it
    is as the file has it; `changed_by` is who that was. `key` is the same for all that are of the same words.
    """

    code = models.CharField(max_length=8, null=True, unique=True)
    words = ArrayField(models.CharField(max_length=LONGEST))
    finds = ArrayField(models.CharField(max_length=LONGEST), default=list)
    in_use = models.BooleanField(default=True)
    note = models.CharField(max_length=300)
    key = models.CharField(max_length=64, unique=True)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name, verbose_name_plural = _("words that mean the same"), _("words that mean the same")
        constraints = [models.CheckConstraint(condition=Q(words__len__gte=1), name="search_synonym_has_words")]

    def __str__(self) -> str:
        return ", ".join(self.words[:_SHOWN]) + (" …" if len(self.words) > _SHOWN else "")
