"""What may be done with tokens: sign in for a pair, refresh, and end all."""

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.accounts import actions as accounts
from marketplace.accounts.models import User
from marketplace.accounts.passwords import person_with
from marketplace.accounts.queries import people_by_id
from marketplace.events import RefreshTokenReused
from marketplace.kit.keys import key_for
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean
from marketplace.news.announce import announce
from marketplace.tokens import access, rules, tries
from marketplace.tokens.models import SignIn
from marketplace.tokens.queries import mark_of
from marketplace.tokens.rules import Shown, Verdict

logger = logging.getLogger(__name__)
_LONGEST_AUDIENCE = 100


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a client gets; `refresh` is None where the one it has stays in force. Neither is shown when this is printed."""

    person: int
    access: str
    refresh: str | None

    def __repr__(self) -> str:
        return f"Tokens(person={self.person})"


def sign_in(*, email: str, password: str, address: str, issuer: str, audience: str = "", now: datetime) -> Tokens:
    """Tokens for whoever knows the password. An unknown address is refused like a wrong password, after as much work.

    Refused LOGIN_ATTEMPT_DELAYED (before the password is looked at), INVALID_CREDENTIALS, INACTIVE, INVALID, TOO_LONG.
    """
    email = clean(email, field="email").lower()
    audience = clean(audience, field="audience", most=_LONGEST_AUDIENCE)
    tries.count(email=email, address=address)
    person = person_with(email=email, password=password)
    if person is None:
        raise Refused("INVALID_CREDENTIALS", _("The e-mail address or the password is not right."), "email")
    tries.forget(email=email, address=address)
    if not person.is_active:
        raise Refused("INACTIVE", _("This account is not active."), "email")
    return begin(person=person, issuer=issuer, audience=audience, now=now)


@transaction.atomic
def begin(*, person: User, issuer: str, audience: str = "", now: datetime) -> Tokens:
    """A new signing in of a person who has shown who they are."""
    shown = Shown(uuid4(), secrets.token_bytes(32))
    row = SignIn.objects.create(
        person=person, key=shown.key, secret_hash=rules.hash_of(shown.secret), password_mark=mark_of(person.password),
        audience=audience, began_at=now, ends_at=now + rules.LASTS,
    )  # fmt: skip
    User.objects.filter(pk=person.pk).update(last_login=now)
    return Tokens(person.pk, _access(row, issuer, now), rules.written(shown))


def refresh(*, token: str | None, turn: bool, issuer: str, now: datetime) -> Tokens:
    """A new access token; with `turn` also a new refresh token, and the shown one is worth nothing from then on.

    A token that was replaced earlier ends its whole signing in: one of the two who have it has stolen it. Refused
    JWT_MISSING_TOKEN, JWT_DECODE_ERROR, JWT_INVALID_TOKEN, JWT_SIGNATURE_EXPIRED.
    """
    if not token:
        raise Refused("JWT_MISSING_TOKEN", _("Send the refresh token."), "refresh_token")
    shown = rules.parts_of(token)
    if shown is None:
        raise Refused("JWT_DECODE_ERROR", _("This is not a token of ours."), "refresh_token")
    verdict, tokens = _judged(shown, turn, issuer, now)  # committed before anything is refused: the end of a family stays
    if tokens is not None:
        return tokens
    if verdict is Verdict.EXPIRED:
        raise Refused("JWT_SIGNATURE_EXPIRED", _("The token has expired."), "refresh_token")
    raise Refused("JWT_INVALID_TOKEN", _("The token does not hold any more."), "refresh_token")


@transaction.atomic
def _judged(shown: Shown, turn: bool, issuer: str, now: datetime) -> tuple[Verdict, Tokens | None]:
    row = SignIn.objects.select_for_update(of=("self",)).select_related("person").filter(key=shown.key).first()
    if row is None:
        return Verdict.OVER, None
    person = row.person
    holds = row.ended_at is None and person.is_active and row.password_mark == mark_of(person.password)
    former = None if row.former_hash is None else bytes(row.former_hash)
    state = rules.State(bytes(row.secret_hash), former, row.turned_at, row.ends_at, holds)
    verdict = rules.judge(shown.secret, state, now=now)
    if verdict is Verdict.REUSED:
        _end_reused(row, now)
    if verdict not in (Verdict.CURRENT, Verdict.TWIN):
        return verdict, None
    following = Shown(shown.key, rules.next_secret(shown, key_for("next refresh token")))
    if turn and verdict is Verdict.CURRENT:
        row.former_hash, row.secret_hash, row.turned_at = row.secret_hash, rules.hash_of(following.secret), now
        row.save(update_fields=["former_hash", "secret_hash", "turned_at"])
    return verdict, Tokens(person.pk, _access(row, issuer, now), rules.written(following) if turn else None)


def _end_reused(row: SignIn, now: datetime) -> None:
    row.ended_at, row.end_reason = now, SignIn.EndReason.REUSED
    row.save(update_fields=["ended_at", "end_reason"])
    announce(RefreshTokenReused(person=row.person_id, sign_in=row.pk))
    logger.warning("an old refresh token was shown again: signing in %d of person %d is ended", row.pk, row.person_id)


def change_password(*, person: int, old: str | None, new: str, address: str) -> None:
    """A new password for whoever shows the old one; every signing in has ended then. The old one is guessed at no more
    often than when signing in. Refused LOGIN_ATTEMPT_DELAYED, and as `accounts.actions.change_password`."""
    email = people_by_id([person])[person].email
    tries.count(email=email, address=address)
    try:
        accounts.change_password(person=person, old=old, new=new)
    except Refused as refused:
        if refused.code != "INVALID_CREDENTIALS":
            tries.forget(email=email, address=address)
        raise
    tries.forget(email=email, address=address)


@transaction.atomic
def end_all(*, person: int, now: datetime) -> int:
    """End every signing in of a person, also the one that asks; their access tokens end with them. Returns how many."""
    rows = SignIn.objects.filter(person=person, ended_at=None)
    return rows.update(ended_at=now, end_reason=SignIn.EndReason.ALL_ENDED)


def prune(*, before: datetime) -> int:
    """Delete the signings in that were over before then; returns how many."""
    return SignIn.objects.filter(ends_at__lt=before).delete()[0]


def _access(row: SignIn, issuer: str, now: datetime) -> str:
    return access.written(sign_in=row.pk, person=row.person_id, issuer=issuer, audience=row.audience, now=now)
