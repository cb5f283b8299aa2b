"""Tokens by the rules: keys for one purpose, how refresh tokens are written and judged, what an access token must say."""

import base64
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.kit.keys import hkdf, key_for
from marketplace.tokens import access, rules
from marketplace.tokens.rules import Shown, State, Verdict

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEY = UUID("0123456789abcdef0123456789abcdef")
OLD, CURRENT, OTHER = (rules.hash_of(word) for word in (b"old", b"current", b"other"))


def test_keys_follow_rfc_5869() -> None:
    secret, salt, info = b"\x0b" * 22, bytes(range(13)), bytes(range(0xF0, 0xFA))
    wanted = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    assert hkdf(secret, salt=salt, info=info, length=42).hex() == wanted
    assert len({key_for("access token"), key_for("next refresh token"), key_for("tries at passwords")}) == 3


@given(st.uuids(), st.binary(min_size=32, max_size=32))
def test_a_refresh_token_says_what_was_written(key: UUID, secret: bytes) -> None:
    token = rules.written(Shown(key, secret))
    assert len(token) == 64 and token.isascii() and rules.parts_of(token) == (key, secret)


@given(st.text(max_size=80))
def test_any_other_text_is_no_token_or_reads_back_the_same(text: str) -> None:
    parts = rules.parts_of(text)
    assert parts is None or rules.written(parts) == text


@pytest.mark.parametrize(
    ("secret", "changed", "verdict"),
    [
        (b"current", {}, Verdict.CURRENT),
        (b"old", {}, Verdict.TWIN),
        (b"old", {"turned_at": NOW - rules.GRACE}, Verdict.TWIN),
        (b"old", {"turned_at": NOW - rules.GRACE - timedelta(seconds=1)}, Verdict.REUSED),
        (b"other", {}, Verdict.REUSED),
        (b"other", {"former_hash": None, "turned_at": None}, Verdict.REUSED),
        (b"current", {"ends_at": NOW}, Verdict.EXPIRED),
        (b"old", {"ends_at": NOW}, Verdict.EXPIRED),
        (b"current", {"holds": False}, Verdict.OVER),
        (b"other", {"holds": False}, Verdict.OVER),
    ],
)
def test_a_shown_token_is_judged(secret: bytes, changed: dict[str, Any], verdict: Verdict) -> None:
    state = State(CURRENT, OLD, NOW - timedelta(seconds=1), NOW + timedelta(days=1), True)
    assert rules.judge(secret, state._replace(**changed), now=NOW) is verdict


def test_the_next_token_is_the_same_for_twins_and_another_for_everybody_else() -> None:
    shown = Shown(KEY, b"s" * 32)
    following = rules.next_secret(shown, b"key")
    assert following == rules.next_secret(shown, b"key")
    assert following not in (shown.secret, rules.next_secret(shown, b"other"), rules.next_secret(Shown(KEY, following), b"key"))


def test_an_access_token_says_who_until_when_and_for_which_api() -> None:
    token = access.written(sign_in=7, person=3, issuer="https://example.org/graphql/", audience="kiosk", now=NOW)
    claims = access.read(token, now=NOW + timedelta(minutes=4, seconds=59))
    assert (claims.sign_in, claims.user_id) == (7, "VXNlcjoz")
    assert claims.all["iss"] == "https://example.org/graphql/" and claims.all["aud"] == "custom:kiosk"
    assert "email" not in claims.all
    with pytest.raises(jwt.ExpiredSignatureError):
        access.read(token, now=NOW + timedelta(minutes=5))


def forged(changed: dict[str, Any], key: bytes | None = None) -> str:
    whole = {"iat": 1, "exp": 2**33, "iss": "x", "sid": 1, "type": "access", "user_id": "VXNlcjox", **changed}
    payload = {name: value for name, value in whole.items() if value is not None}
    return jwt.encode(payload, key_for("access token") if key is None else key, algorithm="HS256")


def unsigned(token: str) -> str:
    header = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').decode().rstrip("=")
    return f"{header}.{token.split('.')[1]}."


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        "a.b.c",
        "é" * 20,
        "\ud800",
        "9" * 60_000,
        forged({}, key=b"k" * 32),
        forged({}, key=key_for("next refresh token")),
        unsigned(forged({})),
        forged({"type": "refresh"}),
        *(forged({name: None}) for name in ("iat", "exp", "iss", "sid", "type", "user_id")),
        forged({"sid": "1 OR 1=1"}),
        forged({"sid": True}),
        forged({"sid": 1.5}),
        forged({"user_id": 1}),
        forged({"exp": "never"}),
        forged({"nbf": 2**33}),
    ],
)
def test_a_forged_or_broken_token_is_none_of_ours(token: str) -> None:
    with pytest.raises(jwt.InvalidTokenError):
        access.read(token, now=NOW)
