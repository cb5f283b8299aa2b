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
    try:
        password.encode()
    except UnicodeEncodeError:
        raise Refused("INVALID", _("This text has characters that cannot be stored."), "password") from None
    person = User.objects.filter(email=email).first() if len(email) <= _LONGEST_EMAIL else None
    if person is None:
        make_password(password)
        return None
    return person if person.check_password(password) else None
