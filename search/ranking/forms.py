"""The form of the parameters that searches are ranked by."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.desk.forms import DeedForm, Moment
from search.ranking import actions, queries
from search.ranking.models import SearchRanking
from search.ranking.parameters import NAMES, PARAMETERS, Parameter, flat
from search.ranking.told import label


def _called(one: Parameter) -> str:
    words = label(one.name)
    return words[:1].upper() + words[1:]


def _bounded(one: Parameter) -> str:
    return gettext("From %(least)s to %(most)s.") % {"least": one.least, "most": one.most}


_label, _help = lazy(_called, str), lazy(_bounded, str)  # in the language of who looks


class RankingForm(DeedForm):
    """All parameters, which begin with those that hold now."""

    by: User | None = None

    valid_from = Moment(label=_("From this moment on"), required=False, help_text=_("Left empty: from now on. Indian time."))
    why = forms.CharField(
        label=_("Why"), max_length=500, widget=forms.Textarea({"rows": 2, "lang": "en"}),
        help_text=_("Everybody reads it on the page “How we rank”."),
    )  # fmt: skip
    why_hi = forms.CharField(
        label=_("Why, in Hindi"), max_length=500, required=False, widget=forms.Textarea({"rows": 2, "lang": "hi"})
    )

    class Meta:
        model = SearchRanking
        fields = ("valid_from", "why", "why_hi", *NAMES)
        labels: ClassVar = {
            "valid_from": _("From this moment on"), "why": _("Why"), "why_hi": _("Why, in Hindi"),
            **{one.name: _label(one) for one in PARAMETERS},
        }  # fmt: skip
        help_texts: ClassVar = {one.name: _help(one) for one in PARAMETERS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial = {**flat(queries.ranking(timezone.now())), **self.initial}

    def write(self) -> SearchRanking:
        """A new set of parameters."""
        given = self.cleaned_data
        values = {name: given[name] for name in NAMES}
        return actions.set_parameters(
            values=values, why=given["why"], why_hi=given["why_hi"], valid_from=given["valid_from"], by=self.by
        )
