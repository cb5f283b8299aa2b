"""Signing in through GraphQL: tokens are made, refreshed, verified and ended; who holds none is nobody."""

import hashlib
import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from marketplace.accounts.models import User
from marketplace.kit.ids import global_id
from marketplace.tokens import access
from marketplace.tokens.models import SignIn
from tests.announced import announced
from tests.marketplace.signing import CREATE, DEACTIVATE, KEEP, ME, PASSWORD, TURN, VERIFY, Device, somebody

pytestmark = pytest.mark.django_db
EXPIRED = {"code": "TOKEN_EXPIRED", "exception": {"code": "ExpiredSignatureError"}}
INVALID = {"code": "TOKEN_INVALID", "exception": {"code": "InvalidTokenError"}}
LONG_AGO = timedelta(minutes=1)


def age_of_turn(by: timedelta) -> None:
    """Let that much time pass since the last turn."""
    SignIn.objects.exclude(turned_at=None).update(turned_at=timezone.now() - by)


def is_signed_out(device: Device) -> bool:
    """Whether neither of the device's tokens is worth anything."""
    refused = device.post(KEEP, token=device.refresh, headers={})["data"]["tokenRefresh"]
    return device.post(ME)["errors"][0]["extensions"] == INVALID and refused["token"] is None


def test_whoever_knows_the_password_gets_tokens_and_is_me(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    person = somebody(first_name="आशा", last_name="Devi", language_code="hi")
    device = Device()
    said = device.sign_in(person.email.upper())
    assert said["errors"] == [] and said["user"] == {"id": global_id("User", person.pk), "email": person.email}
    with django_assert_num_queries(2):
        me = device.ask(ME)
    assert me == {
        "id": global_id("User", person.pk), "email": person.email, "firstName": "आशा", "lastName": "Devi", "isActive": True,
        "isStaff": False, "isConfirmed": False, "languageCode": "HI", "dateJoined": me["dateJoined"],
    }  # fmt: skip
    assert me["dateJoined"].startswith(person.date_joined.astimezone().isoformat()[:4])
    person.refresh_from_db()
    assert person.last_login is not None


def test_saleor_s_storefront_reads_who_is_signed_in() -> None:
    person, device = somebody(first_name="Asha"), Device()
    device.sign_in(person.email)
    fragment = "fragment UserDetails on User { id email firstName lastName avatar { url alt } }"
    query = f"query CurrentUser {{ me {{ ...UserDetails }} }} {fragment}"
    assert device.ask(query) == {
        "id": global_id("User", person.pk), "email": person.email, "firstName": "Asha", "lastName": "", "avatar": None
    }  # fmt: skip


@pytest.mark.parametrize("header", ["Authorization", "Authorization-Bearer"])
def test_the_token_is_read_from_either_header(header: str) -> None:
    person, device = somebody(), Device()
    device.sign_in(person.email)
    value = f"bearer {device.access}" if header == "Authorization" else str(device.access)
    assert device.post(ME, headers={header: value})["data"]["me"]["email"] == person.email


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer "}, {"Authorization": ""}])
def test_without_a_token_me_is_null(headers: dict[str, str]) -> None:
    assert Device().post(ME, headers=headers)["data"] == {"me": None}


def test_the_issuer_is_the_address_of_the_api_and_the_audience_what_was_asked() -> None:
    device = Device()
    device.sign_in(somebody().email, audience="kiosk")
    said = device.ask(VERIFY, token=device.access)
    assert said["isValid"] is True and said["errors"] == []
    assert (said["payload"]["iss"], said["payload"]["aud"]) == ("http://testserver/graphql/", "custom:kiosk")


def test_a_wrong_password_and_an_unknown_address_are_answered_alike() -> None:
    person = somebody()
    wrong = Device().ask(CREATE, email=person.email, password="not-the-password")
    unknown = Device().ask(CREATE, email="nobody@example.org", password="not-the-password")
    assert wrong == unknown
    assert wrong["token"] is None and wrong["refreshToken"] is None and wrong["user"] is None
    assert [(error["field"], error["code"]) for error in wrong["errors"]] == [("email", "INVALID_CREDENTIALS")]
    assert SignIn.objects.count() == 0


@pytest.mark.parametrize("text", ["", " ", "x" * 300, "asha'--", "%"])
def test_nonsense_is_no_address_and_no_password(text: str) -> None:
    person = somebody()
    for email, password in ((text, PASSWORD), (person.email, text)):
        said = Device().ask(CREATE, email=email, password=password)
        assert said["token"] is None and said["errors"][0]["code"] == "INVALID_CREDENTIALS"


@pytest.mark.parametrize("argument", ["email", "password", "audience"])
def test_half_a_character_is_refused(argument: str) -> None:
    words = {"email": "asha@example.org", "password": "x", "audience": "x", argument: "\\ud800"}
    given = ", ".join(f'{name}: "{word}"' for name, word in words.items())
    query = f"mutation {{ tokenCreate({given}) {{ errors {{ code }} }} }}"
    answer = Device().post(query)
    assert answer.get("data") is None or answer["data"]["tokenCreate"]["errors"] == [{"code": "INVALID"}]
    assert "INTERNAL_ERROR" not in str(answer)


def test_an_inactive_person_learns_it_only_with_the_right_password() -> None:
    person = somebody()
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert Device().ask(CREATE, email=person.email, password="not-the-password")["errors"][0]["code"] == "INVALID_CREDENTIALS"
    assert Device().ask(CREATE, email=person.email, password=PASSWORD)["errors"][0]["code"] == "INACTIVE"


def test_an_expired_token_is_named_as_saleor_s_clients_look_for_it() -> None:
    person, device = somebody(), Device()
    device.sign_in(person.email)
    before, row = timezone.now() - access.LASTS, SignIn.objects.get()
    device.access = access.written(sign_in=row.pk, person=person.pk, issuer="x", now=before)
    answer = device.post(ME)
    assert answer["data"] == {"me": None} and answer["errors"][0]["path"] == ["me"]
    assert answer["errors"][0]["extensions"] == EXPIRED
    refused = device.ask(VERIFY, token=device.access)
    assert refused == {
        "isValid": False, "payload": None, "user": None, "errors": [{"field": "token", "code": "JWT_SIGNATURE_EXPIRED"}]
    }  # fmt: skip
    assert device.ask(KEEP, token=device.refresh)["errors"] == []  # the dead access token does not hinder getting a new one


@pytest.mark.parametrize(("token", "code"), [("x.y.z", "JWT_DECODE_ERROR"), ("", "JWT_DECODE_ERROR"), ("ä", "JWT_DECODE_ERROR")])
def test_what_is_no_token_is_refused(token: str, code: str) -> None:
    assert Device().ask(VERIFY, token=token)["errors"] == [{"field": "token", "code": code}]
    if token.isascii() and token:
        assert Device().post(ME, headers={"Authorization": f"Bearer {token}"})["errors"][0]["extensions"] == INVALID


def test_a_token_of_one_person_is_not_good_for_the_signing_in_of_another() -> None:
    asha, meera, device = somebody(), somebody(), Device()
    device.sign_in(meera.email)
    device.access = access.written(sign_in=SignIn.objects.get().pk, person=asha.pk, issuer="x", now=timezone.now())
    assert device.post(ME)["errors"][0]["extensions"] == INVALID


def test_a_token_of_a_deleted_signing_in_is_worth_nothing() -> None:
    device = Device()
    device.sign_in(somebody().email)
    SignIn.objects.all().delete()
    assert is_signed_out(device)


def test_refreshing_without_asking_for_a_new_one_keeps_the_refresh_token() -> None:
    person, device = somebody(), Device()
    device.sign_in(person.email)
    for _again in range(3):
        device.access = device.ask(KEEP, token=device.refresh)["token"]
        assert device.ask(ME)["email"] == person.email


def test_asking_for_a_new_refresh_token_replaces_the_old_one() -> None:
    person, device = somebody(), Device()
    device.sign_in(person.email)
    seen = {device.refresh}
    for _again in range(3):
        said = device.ask(TURN, token=device.refresh)
        assert said["errors"] == [] and said["user"] == {"email": person.email}
        device.access, device.refresh = said["token"], said["refreshToken"]
        assert device.ask(ME)["email"] == person.email
        seen.add(device.refresh)
    assert len(seen) == 4


def test_a_field_that_is_skipped_was_not_asked_for() -> None:
    device = Device()
    device.sign_in(somebody().email)
    query = "mutation ($t: String) { tokenRefresh(refreshToken: $t) { token refreshToken @skip(if: true) errors { code } } }"
    assert device.ask(query, t=device.refresh)["errors"] == []
    assert SignIn.objects.get().former_hash is None
    aliased = (
        "mutation ($t: String) { tokenRefresh(refreshToken: $t) { ...Next } } fragment Next on RefreshToken { a: refreshToken }"
    )
    assert device.ask(aliased, t=device.refresh)["a"] not in (None, device.refresh)


def test_the_same_request_sent_twice_gets_the_same_token() -> None:
    device = Device()
    device.sign_in(somebody().email)
    first, second = (device.ask(TURN, token=device.refresh) for _twice in range(2))
    assert first["refreshToken"] == second["refreshToken"] and second["errors"] == []


def test_an_old_refresh_token_shown_again_ends_the_whole_signing_in(caplog: pytest.LogCaptureFixture) -> None:
    person, device, other = somebody(), Device(), Device()
    other.sign_in(person.email)
    device.sign_in(person.email)
    stolen = device.refresh
    said = device.ask(TURN, token=device.refresh)
    device.access, device.refresh = said["token"], said["refreshToken"]
    age_of_turn(LONG_AGO)
    assert Device().ask(KEEP, token=stolen)["errors"] == [{"field": "refreshToken", "code": "JWT_INVALID_TOKEN"}]
    assert is_signed_out(device)
    assert other.ask(ME)["email"] == person.email  # another device of hers is left alone
    ended = SignIn.objects.get(end_reason="REUSED")
    assert announced()[-1] == ("RefreshTokenReused", {"person": person.pk, "sign_in": ended.pk})
    assert [record.levelname for record in caplog.records if "shown again" in record.message] == ["WARNING"]


def test_a_made_up_secret_for_a_known_key_ends_it_too_and_an_unknown_key_nothing() -> None:
    device = Device()
    device.sign_in(somebody().email)
    assert Device().ask(KEEP, token="A" * 64)["errors"] == [{"field": "refreshToken", "code": "JWT_INVALID_TOKEN"}]
    assert device.ask(ME) is not None
    assert Device().ask(KEEP, token=str(device.refresh)[:24] + "A" * 40)["token"] is None
    assert is_signed_out(device)


@pytest.mark.parametrize(("token", "code"), [(None, "JWT_MISSING_TOKEN"), ("", "JWT_MISSING_TOKEN"), ("x", "JWT_DECODE_ERROR")])
def test_no_refresh_token_is_refused(token: str | None, code: str) -> None:
    assert Device().ask(TURN, token=token) == {
        "token": None, "refreshToken": None, "user": None, "errors": [{"field": "refreshToken", "code": code}]
    }  # fmt: skip


def test_an_access_token_is_no_refresh_token_and_the_other_way_round() -> None:
    device = Device()
    device.sign_in(somebody().email)
    assert device.ask(KEEP, token=device.access)["token"] is None
    assert device.post(ME, headers={"Authorization": f"Bearer {device.refresh}"})["errors"][0]["extensions"] == INVALID


def test_a_signing_in_ends_after_thirty_days() -> None:
    device = Device()
    device.sign_in(somebody().email)
    row = SignIn.objects.get()
    assert row.ends_at - row.began_at == timedelta(days=30)
    SignIn.objects.update(ends_at=timezone.now())
    assert device.post(ME)["errors"][0]["extensions"] == INVALID
    assert device.ask(KEEP, token=device.refresh)["errors"] == [{"field": "refreshToken", "code": "JWT_SIGNATURE_EXPIRED"}]


@pytest.mark.parametrize("change", [{"is_active": False}, {"password": "md5$x$y"}])
def test_a_new_password_or_a_closed_account_ends_everything_at_once(change: dict[str, Any]) -> None:
    person, devices = somebody(), [Device(), Device()]
    for device in devices:
        device.sign_in(person.email)
    User.objects.filter(pk=person.pk).update(**change)
    assert all(is_signed_out(device) for device in devices)


def test_all_signings_in_of_a_person_can_be_ended_and_of_nobody_else() -> None:
    person, other = somebody(), Device()
    other.sign_in(somebody().email)
    devices = [Device(), Device()]
    for device in devices:
        device.sign_in(person.email)
    assert devices[0].ask(DEACTIVATE) == {"errors": []}
    assert all(is_signed_out(device) for device in devices)
    assert other.ask(ME) is not None
    devices[0].sign_in(person.email)
    assert devices[0].ask(ME)["email"] == person.email


def test_who_is_not_signed_in_ends_nothing() -> None:
    answer = Device().post(DEACTIVATE)
    assert answer["data"] == {"tokensDeactivateAll": None}
    assert answer["errors"][0]["extensions"] == {"code": "PERMISSION_DENIED", "exception": {"code": "PermissionDenied"}}


def test_what_is_kept_of_a_refresh_token_does_not_make_one() -> None:
    device = Device()
    device.sign_in(somebody().email)
    row = SignIn.objects.values().get()
    kept = b"".join(bytes(value) for value in row.values() if isinstance(value, bytes | memoryview))
    from marketplace.tokens.rules import parts_of

    shown = parts_of(str(device.refresh))
    assert shown is not None and shown.secret not in kept and shown.secret.hex() not in str(row)


@pytest.mark.parametrize("header", ["Authorization", "Authorization-Bearer"])
def test_what_is_read_by_get_as_somebody_is_kept_by_no_cache(header: str) -> None:
    person, device = somebody(), Device()
    device.sign_in(person.email)
    mark = {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(ME.encode()).hexdigest()}}
    body = json.dumps({"query": ME, "extensions": mark})
    device.client.post("/graphql/", data=body, content_type="application/json")
    said = [
        device.client.get("/graphql/", {"extensions": json.dumps(mark)}, headers=headers)
        for headers in ({header: f"Bearer {device.access}" if header == "Authorization" else str(device.access)}, {})
    ]
    assert [response.json()["data"]["me"] is None for response in said] == [False, True]
    assert said[0]["Cache-Control"] == "private, no-store" and "ETag" not in said[0]
    assert all(header in response["Vary"] for response in said)
