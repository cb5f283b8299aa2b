"""Passwords: whether one is right, at the same cost for people whom nobody knows."""

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from marketplace.accounts.models import User
from marketplace.kit.refused import Refused

_LONGEST_EMAIL = 254


def person_with(*, email: str, password: str) -> User | None:
    """Who has this address (in lower case) and this password; None for a wrong one of either, each after hashing it once.

    Whether they may act is for the caller to ask. Refused INVALID for a password that is no text.
    """
    _refuse_half_characters(password, "password")
    person = User.objects.filter(email=email).first() if len(email) <= _LONGEST_EMAIL else None
    if person is None:
        make_password(password)
        return None
    return person if person.check_password(password) else None


def is_right(person: User, password: str) -> bool:
    """Whether this is the person's password. Refused INVALID for one that is no text."""
    _refuse_half_characters(password, "old_password")
    return person.check_password(password)


def _refuse_half_characters(password: str, field: str) -> None:
    try:
        password.encode()
    except UnicodeEncodeError:
        raise Refused("INVALID", _("This text has characters that cannot be stored."), field) from None
