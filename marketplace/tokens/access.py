"""Access tokens: short signed statements that a signing in speaks, which the server checks without asking a client."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

import jwt

from marketplace.kit.ids import global_id
from marketplace.kit.keys import key_for

LASTS = timedelta(minutes=5)
_ALGORITHM = "HS256"
_LONGEST = 2000
_NEEDED = ["iat", "exp", "iss", "sid", "type", "user_id"]


class Claims(NamedTuple):
    """What a token that was checked says: which signing in, whose, until when; `all` is its whole payload."""

    sign_in: int
    user_id: str
    expires: int
    all: dict[str, Any]


def written(*, sign_in: int, person: int, issuer: str, audience: str = "", now: datetime) -> str:
    """A token that lasts 5 minutes. `issuer` is the address of the API: Saleor's clients send a token only there."""
    payload: dict[str, Any] = {
        "iat": int(now.timestamp()),
        "exp": int((now + LASTS).timestamp()),
        "iss": issuer,
        "owner": "zila",
        "type": "access",
        "sid": sign_in,
        "user_id": global_id("User", person),
    }
    if audience:
        payload["aud"] = f"custom:{audience}"
    return jwt.encode(payload, key_for("access token"), algorithm=_ALGORITHM)


def read(token: str, *, now: datetime) -> Claims:
    """What the token says. jwt.ExpiredSignatureError when it was ours, jwt.InvalidTokenError when it is none of ours."""
    if len(token) > _LONGEST or not token.isascii():
        raise jwt.DecodeError("not a token")
    payload = jwt.decode(
        token, key_for("access token"), algorithms=[_ALGORITHM],
        options={"require": _NEEDED, "verify_aud": False, "verify_exp": False, "verify_iat": False},
    )  # fmt: skip
    sign_in, user_id, expires = payload["sid"], payload["user_id"], payload["exp"]
    if payload["type"] != "access" or type(sign_in) is not int or type(user_id) is not str or type(expires) is not int:
        raise jwt.InvalidTokenError("not an access token")
    if now.timestamp() >= expires:
        raise jwt.ExpiredSignatureError("Signature has expired")
    return Claims(sign_in, user_id, expires, payload)
