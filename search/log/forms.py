"""Which searches an operator wants to see."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from search.log.rules import KEPT

USUAL_DAYS = 30


class SearchesForm(forms.Form):
    """Some days, and a language of the pages."""

    since = forms.DateField(label=_("From"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(label=_("To"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    language = forms.ChoiceField(label=_("Language of the pages"), required=False)

    def __init__(self, data: Any, *, today: date) -> None:
        self.usual: dict[str, Any] = {"since": today - timedelta(days=USUAL_DAYS - 1), "until": today, "language": ""}
        given = {name: data.get(name) or value for name, value in self.usual.items()}
        super().__init__(given)
        self.fields["language"].choices = [("", _("all")), *settings.LANGUAGES]  # type: ignore[attr-defined]
        self.fields["since"].help_text = _("Counts are kept for %(days)s days.") % {"days": KEPT.days}

    def clean(self) -> dict[str, Any]:
        """Refused where the days are the wrong way round."""
        values = dict(super().clean() or self.cleaned_data)
        if "since" in values and "until" in values and values["until"] < values["since"]:
            self.add_error("until", _("This is before the first day."))
        return values

    def wanted(self) -> dict[str, Any]:
        """The days and the language; the usual ones where something else was typed."""
        return self.cleaned_data if self.is_valid() else self.usual
