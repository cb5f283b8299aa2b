"""What may be done with a person's account: make one."""

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.accounts.models import User
from marketplace.events import PersonCreated
from marketplace.kit.columns import text_for
from marketplace.kit.locks import hold
from marketplace.kit.refused import Refused
from marketplace.news.announce import announce


@transaction.atomic
def create_person(
    *, email: str, password: str, first_name: str = "", last_name: str = "", language_code: str = "en", is_staff: bool = False
) -> User:
    """A person who may sign in. Refused INVALID, EMAIL_TAKEN, or PASSWORD_TOO_WEAK with what the password lacks."""
    email = text_for(User, "email", email, must=True).lower()
    try:
        validate_email(email)
    except ValidationError:
        raise Refused("INVALID", _("This is not an e-mail address."), "email") from None
    if language_code not in dict(settings.LANGUAGES):
        raise Refused("INVALID", _("This language is not known here."), "language_code")
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


def _set_password(person: User, password: str) -> None:
    try:
        password.encode()
        validate_password(password, person)
    except UnicodeEncodeError:
        raise Refused("INVALID", _("This text has characters that cannot be stored."), "password") from None
    except ValidationError as error:
        raise Refused("PASSWORD_TOO_WEAK", " ".join(error.messages), "password") from None
    person.set_password(password)
