"""The desk's door: who comes in and for how long, what cookies and headers there are, and that nothing of it reaches the shop."""

import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.command.clone import ROOT
from marketplace.desk.tasks import prune
from marketplace.tokens import tries
from tests.marketplace.signing import PASSWORD, some_address, somebody
from tests.marketplace.test_settings import WHOLE

pytestmark = pytest.mark.django_db
SIGN_IN = "/desk/login/"
ROOTS = ("/desk/", "/hi/desk/")


@pytest.fixture
def staff() -> User:
    """Somebody who works for the market."""
    return somebody(is_staff=True)


@pytest.fixture
def asked() -> Client:
    """A browser at an address of its own."""
    return Client(REMOTE_ADDR=some_address())


def sign_in(client: Client, email: str, password: str = PASSWORD, where: str = SIGN_IN) -> Any:
    """The answer to the form."""
    return client.post(where, {"username": email, "password": password, "next": where.replace("login/", "")})


def test_staff_come_in_and_go_out(asked: Client, staff: User) -> None:
    assert asked.get("/desk/").headers["Location"] == "/desk/login/?next=/desk/"
    assert sign_in(asked, staff.email.upper()).headers["Location"] == "/desk/"
    assert "Pages" in asked.get("/desk/").content.decode()
    assert asked.get(SIGN_IN).headers["Location"] == "/desk/"
    assert asked.get("/desk/logout/").status_code == 405
    out = asked.post("/desk/logout/")
    assert out.headers["Location"] == SIGN_IN and not Session.objects.exists()
    assert {cookie["max-age"] for name, cookie in out.cookies.items() if cookie.key == "zila_desk"} == {0}
    assert asked.get("/desk/").status_code == 302


def test_hindi_is_the_same_desk(asked: Client, staff: User) -> None:
    page = asked.get("/hi/desk/login/").content.decode()
    assert '<html lang="hi"' in page and "पासवर्ड" in page
    assert sign_in(asked, staff.email, where="/hi/desk/login/").headers["Location"] == "/hi/desk/"
    assert "पन्ने" in asked.get("/hi/desk/").content.decode()
    assert "Pages" in asked.get("/desk/").content.decode()


def test_everybody_else_is_refused_alike(asked: Client, staff: User) -> None:
    shopper, former = somebody(), somebody(is_staff=True)
    User.objects.filter(pk=former.pk).update(is_active=False)
    answers = {
        sign_in(asked, email, password).content.decode().replace(email, "").partition('name="csrfmiddlewaretoken"')[0]
        for email, password in (
            (staff.email, "wrong"), ("nobody@example.org", PASSWORD), (shopper.email, PASSWORD), (former.email, PASSWORD),
        )
    }  # fmt: skip
    assert len(answers) == 1 and "The e-mail address or the password is not right." in answers.pop()
    assert not Session.objects.exists()


@pytest.mark.parametrize("root", ROOTS)
def test_without_signing_in_what_is_there_looks_like_what_is_not(asked: Client, root: str) -> None:
    for place in (
        "",
        "marketplace/page/",
        "marketplace/page/1/change/",
        "catalog/menu/9/",
        "nothing/at/all/",
        "jsi18n/",
        "password_change/",
    ):
        answer = asked.get(root + place)
        assert (answer.status_code, answer.headers["Location"]) == (302, f"{root}login/?next={root}{place}")
        assert not answer.content and not answer.cookies


def test_who_stops_working_here_is_out_at_once(asked: Client, staff: User) -> None:
    sign_in(asked, staff.email)
    User.objects.filter(pk=staff.pk).update(is_staff=False)
    assert asked.get("/desk/").status_code == 302
    assert asked.get("/desk/marketplace/page/add/").status_code == 302


def test_tries_are_counted_with_those_at_the_api(asked: Client, staff: User) -> None:
    for _turn in range(tries.PER_ACCOUNT):
        tries.count(email=staff.email, address=some_address())
    page = sign_in(asked, staff.email).content.decode()
    assert "Too many attempts" in page and not Session.objects.exists()


def test_a_right_password_gives_the_tries_back(asked: Client, staff: User) -> None:
    for _turn in range(3):
        for _wrong in range(tries.PER_ACCOUNT - 1):
            sign_in(asked, staff.email, "wrong")
        assert sign_in(asked, staff.email).status_code == 302


def test_cookies_go_to_the_desk_alone(asked: Client, staff: User) -> None:
    asked.get(SIGN_IN)
    cookies = sign_in(asked, staff.email).cookies
    for name in ("zila_desk", "zila_desk_form"):
        ours = [cookie for cookie in cookies.values() if cookie.key == name]
        assert {cookie["path"] for cookie in ours} == set(ROOTS) and len({cookie.value for cookie in ours}) == 1
        assert all(cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["domain"] for cookie in ours)
    assert {cookie.key for cookie in cookies.values()} == {"zila_desk", "zila_desk_form"}


def test_the_shop_hears_no_cookie_of_the_desk(asked: Client, staff: User) -> None:
    sign_in(asked, staff.email)
    for place in ("/", "/hi/", "/nothing/", "/deskx/", "/hi/deskx/"):
        answer = asked.get(place)
        assert not answer.cookies and "Cookie" not in answer.headers.get("Vary", "")
        assert getattr(answer.wsgi_request, "user", None) is None or answer.wsgi_request.user.is_anonymous
        assert b"desk/" not in answer.content


def test_a_signing_in_ends_after_some_hours_whatever_is_done(asked: Client, staff: User) -> None:
    sign_in(asked, staff.email)
    row = Session.objects.get()
    assert timedelta(hours=7) < row.expire_date - timezone.now() <= timedelta(hours=8)
    session = asked.session
    session.set_expiry(timezone.now() - timedelta(seconds=1))
    session.save()
    assert asked.get("/desk/").status_code == 302


def test_sessions_that_are_over_are_forgotten(asked: Client, staff: User) -> None:
    sign_in(asked, staff.email)
    prune()
    assert Session.objects.count() == 1
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    prune()
    assert not Session.objects.exists()


def test_another_password_ends_every_signing_in(asked: Client, staff: User) -> None:
    other = Client(REMOTE_ADDR=some_address())
    sign_in(asked, staff.email)
    sign_in(other, staff.email)
    fresh = "bunkar-ka-karghaa-9"
    typed = {"new_password1": fresh, "new_password2": fresh}
    assert "The password is not right." in asked.post("/desk/password_change/", {**typed, "old_password": "x"}).content.decode()
    short = {"old_password": PASSWORD, "new_password1": "x", "new_password2": "x"}
    assert "too short" in asked.post("/desk/password_change/", short).content.decode()
    done = asked.post("/desk/password_change/", {**typed, "old_password": PASSWORD}, follow=True)
    assert done.redirect_chain[-1][0] == SIGN_IN and "sign in with the new one" in done.content.decode()
    assert other.get("/desk/").status_code == 302
    assert sign_in(other, staff.email, fresh).headers["Location"] == "/desk/"


def test_forms_without_their_token_are_refused(staff: User) -> None:
    client = Client(enforce_csrf_checks=True, REMOTE_ADDR=some_address())
    assert sign_in(client, staff.email).status_code == 403
    token = client.get(SIGN_IN).cookies["zila_desk_form"].value
    typed = {"username": staff.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert client.post(SIGN_IN, typed).status_code == 302


@pytest.mark.parametrize("root", ROOTS)
def test_nothing_of_it_is_kept_listed_or_run(asked: Client, staff: User, root: str) -> None:
    sign_in(asked, staff.email)
    for place in ("", "login/", "marketplace/page/", "marketplace/page/add/", "catalog/menu/", "password_change/", "nothing/"):
        answer = asked.get(root + place)
        assert answer["Cache-Control"] == "no-store, private" and answer["X-Robots-Tag"] == "noindex, nofollow"
        policy = answer.headers.get("Content-Security-Policy", "")
        if answer.status_code == 200:
            assert "script-src 'none'" in policy and "style-src 'self'" in policy and "unsafe" not in policy
            page = answer.content.decode()
            assert "<script" not in page and "<style" not in page and " style=" not in page and " onclick" not in page
    robots = asked.get("/robots.txt").content.decode()
    assert f"Disallow: {root}\n" in robots


def test_cookies_are_for_tls_where_the_shop_is() -> None:
    told = "from django.conf import settings as said; print(said.SESSION_COOKIE_SECURE, said.CSRF_COOKIE_SECURE)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", told],
        cwd="/",
        env={**WHOLE, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "True True\n", done.stderr
