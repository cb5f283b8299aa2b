"""The form of words that mean the same: one to a line, as operators type them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.desk.forms import DeedForm
from marketplace.desk.lines import Lines
from search.words import actions
from search.words.models import SearchSynonym


class SynonymForm(DeedForm):
    """A group."""

    by: User | None = None

    words = Lines(
        label=_("Words that mean the same"),
        widget=forms.Textarea({"rows": 12}),
        help_text=_("One to a line, in any script. Who looks for one of them finds what has any of them."),
    )
    finds = Lines(
        label=_("Found besides"),
        widget=forms.Textarea({"rows": 4}),
        required=False,
        help_text=_("Who looks for a word above finds these, too. Who looks for one of these does not find the words above."),
    )
    in_use = forms.BooleanField(label=_("In use"), required=False, initial=True)
    note = forms.CharField(label=_("Note for other operators"), max_length=300, required=False)

    class Meta:
        model = SearchSynonym
        fields = ("in_use", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.update(words=self.instance.words, finds=self.instance.finds)

    def write(self) -> SearchSynonym:
        """A new group, or this one changed."""
        given = {name: self.cleaned_data[name] for name in ("words", "finds", "in_use", "note")}
        if self.instance.pk:
            return actions.change(group=SearchSynonym(pk=self.instance.pk), by=self.by, **given)
        return actions.add(by=self.by, **given)
