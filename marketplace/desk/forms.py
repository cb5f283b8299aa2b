"""The desk's forms: signing in, another password, and what every form shares whose deed may be refused."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from marketplace.desk import actions
from marketplace.kit.refused import Refused
from marketplace.kit.throttle import address_of


class SignInForm(AuthenticationForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("E-mail address")
        self.fields["username"].widget = forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True, "maxlength": 254})

    def clean(self) -> dict[str, Any]:
        """Refused as `actions.sign_in` is."""
        email, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if email and password and self.request:
            try:
                self.user_cache = actions.sign_in(email=email, password=password, address=address_of(self.request))
            except Refused as refused:
                raise ValidationError(refused.message, code=refused.code) from None
        return self.cleaned_data


class NewPasswordForm(PasswordChangeForm):
    """The old password and a new one, twice. Whether the old one is right is for the deed to say, which counts the tries."""

    def clean_old_password(self) -> str:
        """As it was typed."""
        return str(self.cleaned_data["old_password"])


class DeedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form whose values a deed is done with: nothing is written by the form itself. What the deed was refused for is said
    beside the field that it names, above the form where that is none of its own."""

    refused: ClassVar[Refused | None] = None

    def clean(self) -> dict[str, Any]:
        """Adds what the deed was refused for."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if self.refused is not None:
            for one in (self.refused, *self.refused.others):
                self.add_error(one.field if one.field in self.fields else None, one.message)
        return values

    def is_multipart(self) -> bool:
        """So that a letter of Devanagari is sent in three bytes, and not in nine signs."""
        return True

    def _post_clean(self) -> None:
        """Leaves the row as it is: the deed looks whether the values fit."""


class Moment(forms.DateTimeField):
    """A day and a time of day to the minute, in the market's time zone, in one of the YEARS."""

    SHAPE = "%Y-%m-%dT%H:%M"
    YEARS = range(2000, 2200)
    widget = forms.DateTimeInput(format=SHAPE, attrs={"type": "datetime-local"})

    def __init__(self, **more: Any) -> None:
        super().__init__(input_formats=[self.SHAPE, "%Y-%m-%dT%H:%M:%S"], **more)

    def to_python(self, value: Any) -> datetime | None:
        """Refused for years that nobody means."""
        moment = super().to_python(value)
        if moment is not None and moment.year not in self.YEARS:
            raise ValidationError(_("This day is too far away."), code="invalid")
        return moment
