"""A new password through GraphQL: the old one is shown first, and everything signed in has ended afterwards."""

import pytest

from tests.announced import announced
from tests.marketplace.signing import CREATE, KEEP, ME, PASSWORD, Device, somebody

pytestmark = pytest.mark.django_db
CHANGE = """mutation ($old: String, $new: String!) {
  passwordChange(oldPassword: $old, newPassword: $new) { user { email } errors { field code } } }"""
NEW = "nayi-dukaan-ki-chaabi-9"


def test_the_new_password_counts_and_every_device_is_signed_out() -> None:
    person, device, other = somebody(), Device(), Device()
    device.sign_in(person.email)
    other.sign_in(person.email)
    assert device.ask(CHANGE, old=PASSWORD, new=NEW) == {"user": {"email": person.email}, "errors": []}
    assert announced()[-1] == ("PasswordChanged", {"person": person.pk})
    for each in (device, other):
        assert each.post(ME)["errors"][0]["extensions"]["code"] == "TOKEN_INVALID"
        assert each.ask(KEEP, token=each.refresh)["token"] is None
    assert device.ask(CREATE, email=person.email, password=PASSWORD)["token"] is None
    assert device.sign_in(person.email, NEW)["errors"] == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("not-the-password", NEW, ("oldPassword", "INVALID_CREDENTIALS")),
        (None, NEW, ("oldPassword", "INVALID_CREDENTIALS")),
        (PASSWORD, "short", ("newPassword", "PASSWORD_TOO_SHORT")),
        (PASSWORD, "1234567890", ("newPassword", "PASSWORD_TOO_COMMON")),
    ],
)
def test_a_wrong_old_one_or_a_weak_new_one_changes_nothing(old: str | None, new: str, fault: tuple[str, str]) -> None:
    person, device = somebody(), Device()
    device.sign_in(person.email)
    said = device.ask(CHANGE, old=old, new=new)
    assert [(error["field"], error["code"]) for error in said["errors"]][0] == fault and said["user"] is None
    assert device.ask(ME)["email"] == person.email
    assert device.sign_in(person.email)["errors"] == []


def test_all_that_a_password_lacks_is_said_at_once() -> None:
    person, device = somebody(), Device()
    device.sign_in(person.email)
    said = device.ask(CHANGE, old=PASSWORD, new="password")
    assert [error["code"] for error in said["errors"]] == ["PASSWORD_TOO_SHORT", "PASSWORD_TOO_COMMON"]


def test_the_old_password_is_guessed_at_no_more_often_than_when_signing_in() -> None:
    person, device = somebody(), Device()
    device.sign_in(person.email)
    codes = [device.ask(CHANGE, old=f"guess-{i}", new=NEW)["errors"][0]["code"] for i in range(12)]
    assert codes == ["INVALID_CREDENTIALS"] * 10 + ["LOGIN_ATTEMPT_DELAYED"] * 2


def test_nobody_changes_a_password_without_signing_in() -> None:
    assert Device().post(CHANGE, old=PASSWORD, new=NEW)["errors"][0]["extensions"]["code"] == "PERMISSION_DENIED"
