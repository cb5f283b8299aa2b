"""Refresh tokens: what they are made of, and what is to be said of one that is shown. Pure; moments and keys are handed in.

A refresh token is 64 characters: the key of its signing in (16 bytes) and a secret (32 bytes). The next secret follows from
the one before and a key of the server's, so that a client that lost the answer, or asked twice at once, gets the same one.
"""

import base64
import binascii
import hashlib
import hmac
from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple
from uuid import UUID

LASTS = timedelta(days=30)
"""From the password on; using it does not make it longer."""

GRACE = timedelta(seconds=10)
"""How long the token before the one in force still counts as the same request, sent twice."""

_LENGTH = 64


class Shown(NamedTuple):
    """The two parts of a refresh token."""

    key: UUID
    secret: bytes


class Verdict(Enum):
    """What a shown refresh token is."""

    CURRENT = "current"
    TWIN = "twin"  # of a request that has just replaced it
    OVER = "over"  # its signing in was ended, or the password is another one now
    EXPIRED = "expired"
    REUSED = "reused"


class State(NamedTuple):
    """What judging needs to know of a signing in; `holds` is False when it was ended in any way but by time."""

    secret_hash: bytes
    former_hash: bytes | None
    turned_at: datetime | None
    ends_at: datetime
    holds: bool


def written(shown: Shown) -> str:
    """The token as clients keep it."""
    return base64.urlsafe_b64encode(shown.key.bytes + shown.secret).decode("ascii")


def parts_of(token: str) -> Shown | None:
    """The parts of a token, or None for a text that is none."""
    if len(token) != _LENGTH:
        return None
    try:
        raw = base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        return None
    return Shown(UUID(bytes=raw[:16]), raw[16:])


def hash_of(secret: bytes) -> bytes:
    """What is kept of a secret; 32 random bytes need no slow hash."""
    return hashlib.sha256(secret).digest()


def next_secret(shown: Shown, key: bytes) -> bytes:
    """The secret that replaces this one."""
    return hmac.digest(key, shown.key.bytes + shown.secret, "sha256")


def mark_of(password: str, key: bytes) -> str:
    """What a signing in keeps of the stored password, to notice that it was changed."""
    return hmac.digest(key, password.encode(), "sha256").hex()


def judge(secret: bytes, state: State, *, now: datetime) -> Verdict:
    """What a secret is that is shown now for a signing in of this state."""
    if not state.holds:
        return Verdict.OVER
    if now >= state.ends_at:
        return Verdict.EXPIRED
    shown = hash_of(secret)
    if hmac.compare_digest(shown, state.secret_hash):
        return Verdict.CURRENT
    former = state.former_hash is not None and hmac.compare_digest(shown, state.former_hash)
    if former and state.turned_at is not None and now - state.turned_at <= GRACE:
        return Verdict.TWIN
    return Verdict.REUSED
