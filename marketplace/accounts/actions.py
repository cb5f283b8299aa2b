"""What may be done with a person's account: make one, change it, change its password."""

from collections.abc import Mapping

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.accounts.models import User
from marketplace.accounts.passwords import is_right
from marketplace.events import PasswordChanged, PersonChanged, PersonCreated
from marketplace.kit.columns import text_for
from marketplace.kit.found import first_of
from marketplace.kit.locks import hold
from marketplace.kit.metadata import merged
from marketplace.kit.refused import Refused
from marketplace.news.announce import announce


@transaction.atomic
def create_person(
    *, email: str, password: str, first_name: str = "", last_name: str = "", language_code: str = "en", is_staff: bool = False
) -> User:
    """A person who may sign in. Refused INVALID, EMAIL_TAKEN, PASSWORD_TOO_SHORT, _TOO_COMMON or _TOO_SIMILAR."""
    email = text_for(User, "email", email, must=True).lower()
    try:
        validate_email(email)
    except ValidationError:
        raise Refused("INVALID", _("This is not an e-mail address."), "email") from None
    _refuse_language(language_code)
    person = User(
        email=email, language_code=language_code, is_staff=is_staff,
        first_name=text_for(User, "first_name", first_name), last_name=text_for(User, "last_name", last_name),
    )  # fmt: skip
    _set_password(person, password)
    hold(f"email:{email}")
    if User.objects.filter(email__iexact=email).exists():
        raise Refused("EMAIL_TAKEN", _("There is an account with this e-mail address."), "email")
    person.save()
    announce(PersonCreated(person=person.pk))
    return person


@transaction.atomic
def change_person(
    *, person: int, first_name: str | None = None, last_name: str | None = None, language_code: str | None = None,
    metadata: Mapping[str, str] | None = None,
) -> None:  # fmt: skip
    """The person's account with what is given anew; None leaves a thing as it was. Refused NOT_FOUND, INVALID, TOO_LONG."""
    row = _locked(person)
    if first_name is not None:
        row.first_name = text_for(User, "first_name", first_name)
    if last_name is not None:
        row.last_name = text_for(User, "last_name", last_name)
    if language_code is not None:
        _refuse_language(language_code)
        row.language_code = language_code
    row.metadata = merged(row.metadata, metadata or {})
    row.save(update_fields=["first_name", "last_name", "language_code", "metadata"])
    announce(PersonChanged(person=person))


def change_password(*, person: int, old: str | None, new: str) -> None:
    """The person's new password; every signing in ends, also the one that asks. Whoever has one must show it.

    Refused INVALID_CREDENTIALS, PASSWORD_TOO_SHORT, _TOO_COMMON or _TOO_SIMILAR, INVALID, NOT_FOUND.
    """
    with transaction.atomic():
        row = _locked(person)
        if row.has_usable_password() and not is_right(row, old or ""):
            raise Refused("INVALID_CREDENTIALS", _("The password is not right."), "old_password")
        _set_password(row, new, "new_password")
        row.save(update_fields=["password"])
        announce(PasswordChanged(person=person))


def _locked(person: int) -> User:
    return first_of(User.objects.select_for_update().filter(pk=person, is_active=True), _("There is no such account."), None)


def _refuse_language(code: str) -> None:
    if code not in dict(settings.LANGUAGES):
        raise Refused("INVALID", _("This language is not known here."), "language_code")


def _code_of(weakness: ValidationError) -> str:
    """Django's word for what a password lacks, as Saleor writes it: PASSWORD_TOO_SHORT, _TOO_COMMON, _TOO_SIMILAR."""
    return (weakness.code or "password_too_weak").upper()


def _set_password(person: User, password: str, field: str = "password") -> None:
    try:
        password.encode()
        validate_password(password, person)
    except UnicodeEncodeError:
        raise Refused("INVALID", _("This text has characters that cannot be stored."), field) from None
    except ValidationError as error:
        first, *more = [Refused(_code_of(one), " ".join(one.messages), field) for one in error.error_list]
        raise Refused(first.code, first.message, first.field, tuple(more)) from None
    person.set_password(password)
