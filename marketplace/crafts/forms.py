"""The form of a craft: its spellings and its names in the languages of India, one to a line."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from marketplace.crafts import actions
from marketplace.crafts.models import Craft
from marketplace.desk.forms import DeedForm
from marketplace.desk.lines import Lines


class CraftForm(DeedForm):
    """What people call a craft."""

    spellings = Lines(
        label=_("Other spellings"), required=False, help_text=_("In Roman letters, one to a line, as people type them.")
    )
    names = Lines(
        label=_("Names in the languages of India"),
        help_text=_("One to a line, behind the code of the language: hi: चिकनकारी. The first of a language is the usual one."),
    )

    class Meta:
        model = Craft
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            rows = self.instance.names.order_by("language_code", "rank").values_list("language_code", "name")
            self.initial.update(spellings=self.instance.spellings, names=[f"{code}: {name}" for code, name in rows])

    def clean_names(self) -> dict[str, list[str]]:
        """By language."""
        found: dict[str, list[str]] = {}
        for line in self.cleaned_data["names"]:
            code, colon, name = line.partition(":")
            if not colon or not name.strip():
                self.add_error("names", _now("A line is the code of a language, a colon and a name."))
            found.setdefault(code.strip().lower(), []).append(name.strip())
        return found

    def write(self) -> Craft:
        """The craft, called so. Refused."""
        given = self.cleaned_data
        return actions.respell(craft=self.instance, spellings=given["spellings"], names=given["names"])
