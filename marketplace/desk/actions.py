"""What may be done at the desk's door: sign in; and forget signings in that are over."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.utils.translation import gettext as _

from marketplace.accounts.models import User
from marketplace.accounts.passwords import person_with
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean
from marketplace.tokens import tries


def sign_in(*, email: str, password: str, address: str) -> User:
    """Who works here and knows the password. Everybody else is refused alike, after as much work, and tries are counted together
    with those at the API. Refused LOGIN_ATTEMPT_DELAYED (before the password is looked at), INVALID_CREDENTIALS, INVALID."""
    email = clean(email, field="email").lower()
    tries.count(email=email, address=address)
    person = person_with(email=email, password=password)
    if person is None or not (person.is_active and person.is_staff):
        raise Refused("INVALID_CREDENTIALS", _("The e-mail address or the password is not right."), "email")
    tries.forget(email=email, address=address)
    return person


def prune(*, before: datetime) -> int:
    """Delete the sessions that ended before then; returns how many."""
    return Session.objects.filter(expire_date__lt=before).delete()[0]
