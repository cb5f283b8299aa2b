"""Questions about tokens: who stands behind one, if it still holds."""

import hmac
from datetime import datetime

from django.utils.translation import gettext as _
from jwt import DecodeError, ExpiredSignatureError, InvalidTokenError

from marketplace.kit.ids import global_id
from marketplace.kit.keys import key_for
from marketplace.kit.refused import Refused
from marketplace.kit.viewer import Viewer
from marketplace.tokens import access, rules
from marketplace.tokens.models import SignIn


def mark_of(password: str) -> str:
    """What a signing in keeps of the person's stored password."""
    return rules.mark_of(password, key_for("mark of a password"))


def viewer_of(token: str, *, now: datetime) -> Viewer:
    """The person who signed in for this access token, in one statement.

    jwt.ExpiredSignatureError, or jwt.InvalidTokenError also where the token is in order but its signing in was ended,
    the password changed, or the account is not active any more.
    """
    claims = access.read(token, now=now)
    found = (
        SignIn.objects.filter(pk=claims.sign_in, ended_at=None, ends_at__gt=now, person__is_active=True)
        .values_list("person_id", "person__is_staff", "person__password", "password_mark")
        .first()
    )
    if found is None:
        raise InvalidTokenError("Invalid token")
    person, is_staff, password, mark = found
    if claims.user_id != global_id("User", person) or not hmac.compare_digest(mark, mark_of(password)):
        raise InvalidTokenError("Invalid token")
    return Viewer(person=person, is_staff=is_staff, sign_in=claims.sign_in)


def verified(token: str, *, now: datetime) -> tuple[Viewer, dict[str, object]]:
    """The person and the payload of an access token; Refused JWT_SIGNATURE_EXPIRED, JWT_DECODE_ERROR, JWT_INVALID_TOKEN."""
    try:
        return viewer_of(token, now=now), access.read(token, now=now).all
    except ExpiredSignatureError:
        raise Refused("JWT_SIGNATURE_EXPIRED", _("The token has expired."), "token") from None
    except DecodeError:
        raise Refused("JWT_DECODE_ERROR", _("This is not a token of ours."), "token") from None
    except InvalidTokenError:
        raise Refused("JWT_INVALID_TOKEN", _("The token does not hold any more."), "token") from None
