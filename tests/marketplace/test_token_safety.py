"""Guessing, racing and listening: tries are counted, twins get one answer, nothing secret is logged or kept in the clear."""

import logging
from typing import Any
from uuid import uuid4

import pytest
import redis
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from marketplace.kit.refused import Refused
from marketplace.news.models import Event
from marketplace.tokens import actions, tries
from marketplace.tokens.models import SignIn
from tests.marketplace.signing import CREATE, DEACTIVATE, KEEP, ME, PASSWORD, TURN, Device, some_address, somebody
from tests.side_by_side import side_by_side

WRONG = "not-the-password"


class CountingHasher(MD5PasswordHasher):
    """Hashes like the tests' hasher, and counts."""

    hashed = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).hashed += 1
        return super().encode(password, salt)


@pytest.fixture
def counting(settings: Settings) -> type[CountingHasher]:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    return CountingHasher


def code_of(said: dict[str, Any]) -> str | None:
    return said["errors"][0]["code"] if said["errors"] else None


@pytest.mark.django_db
def test_an_unknown_address_costs_as_much_hashing_as_a_wrong_password(counting: type[CountingHasher]) -> None:
    person = somebody()
    costs = []
    for email in (person.email, "nobody@example.org", "x" * 300):
        before = counting.hashed
        Device().ask(CREATE, email=email, password=WRONG)
        costs.append(counting.hashed - before)
    assert costs == [1, 1, 1]


@pytest.mark.django_db
def test_guessing_at_one_account_from_everywhere_stops_after_ten_checks(counting: type[CountingHasher]) -> None:
    person = somebody()
    before = counting.hashed
    codes = [code_of(Device().ask(CREATE, email=person.email, password=f"{WRONG}-{i}")) for i in range(30)]
    assert codes == ["INVALID_CREDENTIALS"] * 10 + ["LOGIN_ATTEMPT_DELAYED"] * 20
    assert counting.hashed - before == 10
    said = Device().ask(CREATE, email=person.email.upper(), password=PASSWORD)
    assert code_of(said) == "LOGIN_ATTEMPT_DELAYED" and "15 min" in said["errors"][0]["message"]
    assert counting.hashed - before == 10


@pytest.mark.django_db
def test_aliases_in_one_request_are_counted_each(counting: type[CountingHasher]) -> None:
    person = somebody()
    before = counting.hashed
    one = 'a{i}: tokenCreate(email: "{email}", password: "guess-{i}") {{ errors {{ code }} }}'
    Device().post(f"mutation {{ {' '.join(one.format(i=i, email=person.email) for i in range(25))} }}")
    assert counting.hashed - before <= 10


@pytest.mark.django_db
def test_an_unknown_address_is_shut_like_a_known_one() -> None:
    email = f"nobody-{uuid4().hex}@example.org"
    codes = [code_of(Device().ask(CREATE, email=email, password=WRONG)) for _again in range(11)]
    assert codes == ["INVALID_CREDENTIALS"] * 10 + ["LOGIN_ATTEMPT_DELAYED"]


def test_guessing_at_many_accounts_from_one_address_stops_after_a_hundred() -> None:
    address = some_address()
    for _again in range(tries.PER_ADDRESS):
        tries.count(email=uuid4().hex, address=address)
    with pytest.raises(Refused) as refused:
        tries.count(email=uuid4().hex, address=address)
    assert refused.value.code == "LOGIN_ATTEMPT_DELAYED"
    tries.count(email=uuid4().hex, address=some_address())


@pytest.mark.django_db
def test_a_right_password_gives_the_tries_back() -> None:
    person, device = somebody(), Device()
    for _round in range(3):
        for _again in range(9):
            assert code_of(device.ask(CREATE, email=person.email, password=WRONG)) == "INVALID_CREDENTIALS"
        assert code_of(device.sign_in(person.email)) is None


def test_counts_are_forgotten_after_the_window_and_name_nobody() -> None:
    email, address = f"planted-{uuid4().hex}@example.org", some_address()
    valkey = redis.Redis.from_url(settings.VALKEY_URL, decode_responses=True)
    before = set(valkey.scan_iter("tries:*", count=1000))
    tries.count(email=email, address=address)
    tries.forget(email=email, address=address)
    tries.count(email=email, address=address)
    new = set(valkey.scan_iter("tries:*", count=1000)) - before
    assert len(new) >= 2 and all(0 < valkey.ttl(key) <= tries.WINDOW for key in new)  # neighbours count there too
    assert not [key for key in new if email in key or address in key]
    valkey.close()


@pytest.mark.django_db
def test_nobody_signs_in_by_guessing_while_tries_cannot_be_counted(settings: Settings) -> None:
    from marketplace.kit.valkey import reach

    person = somebody()
    settings.VALKEY_URL = "redis://127.0.0.1:1/0"
    reach.cache_clear()
    try:
        with pytest.raises(Refused) as refused:
            actions.sign_in(email=person.email, password=PASSWORD, address="", issuer="x", now=timezone.now())
    finally:
        reach.cache_clear()
    assert refused.value.code == "LOGIN_ATTEMPT_DELAYED"


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["a\x00b@example.org", "\x00"])
def test_what_the_database_cannot_hold_is_no_address(text: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.sign_in(email=text, password=PASSWORD, address=some_address(), issuer="x", now=timezone.now())
    assert refused.value.code == "INVALID_CREDENTIALS"


@pytest.mark.django_db(transaction=True)
def test_two_refreshes_at_the_same_moment_get_the_same_token_and_both_go_on() -> None:
    device = Device()
    device.sign_in(somebody().email)
    both = side_by_side([lambda: Device().ask(TURN, token=device.refresh)] * 4)
    assert [said["errors"] for said in both] == [[]] * 4
    assert len({said["refreshToken"] for said in both}) == 1
    device.access = both[0]["token"]
    assert device.ask(ME) is not None
    assert Device().ask(TURN, token=both[0]["refreshToken"])["errors"] == []


@pytest.mark.django_db(transaction=True)
def test_two_late_thieves_at_the_same_moment_end_it_once() -> None:
    device = Device()
    device.sign_in(somebody().email)
    stolen = device.refresh
    for _twice in range(2):
        device.refresh = device.ask(TURN, token=device.refresh)["refreshToken"]
    said = side_by_side([lambda: Device().ask(KEEP, token=stolen)] * 3)
    assert [one["token"] for one in said] == [None] * 3
    assert Event.objects.filter(kind__endswith="RefreshTokenReused").count() == 1
    assert SignIn.objects.get().end_reason == "REUSED"
    assert device.ask(KEEP, token=device.refresh)["token"] is None


@pytest.mark.django_db(transaction=True)
def test_ending_all_while_refreshing_leaves_nothing_that_lives() -> None:
    person, device, other = somebody(), Device(), Device()
    device.sign_in(person.email)
    other.sign_in(person.email)
    answers = side_by_side([lambda: device.ask(DEACTIVATE), lambda: Device().ask(TURN, token=other.refresh)])
    assert answers[0] == {"errors": []}
    token = answers[1]["refreshToken"] or other.refresh
    assert Device().ask(KEEP, token=token)["token"] is None
    assert not SignIn.objects.filter(ended_at=None).exists()


@pytest.mark.django_db
def test_nothing_secret_stands_in_the_logs_the_news_or_the_table(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    person, device = somebody(), Device()
    device.sign_in(person.email)
    secrets = [PASSWORD, WRONG, device.access, device.refresh]
    device.ask(CREATE, email=person.email, password=WRONG)
    for _turns in range(2):
        said = device.ask(TURN, token=device.refresh)
        device.access, device.refresh = said["token"], said["refreshToken"]
        secrets += [device.access, device.refresh]
    device.ask(KEEP, token=secrets[3])
    device.post(ME)
    device.post("{ me { noSuchField } }")
    device.post("mutation ($p: Int!) { tokenCreate(email: $p, password: $p) { token } }", p=PASSWORD)
    kept = f"{caplog.text} {list(SignIn.objects.values())} {list(Event.objects.values())}"
    assert len(caplog.records) > 5
    assert [secret for secret in secrets if secret and secret in kept] == []
    assert person.email not in caplog.text
    assert PASSWORD not in repr(actions.Tokens(1, PASSWORD, PASSWORD))


@pytest.mark.django_db
@pytest.mark.parametrize("document", [DEACTIVATE, 'mutation { tokenCreate(email: "a", password: "b") { token } }'])
def test_no_mutation_runs_by_get(document: str, counting: type[CountingHasher]) -> None:
    before = counting.hashed
    response = Client().get("/graphql/", {"query": document}, headers={"Accept": "application/json"})
    assert response.status_code in (400, 405)
    assert counting.hashed == before


@pytest.mark.django_db
def test_signings_in_go_a_year_after_their_end() -> None:
    from marketplace.tokens.tasks import KEPT, prune

    device, other = Device(), Device()
    device.sign_in(somebody().email)
    SignIn.objects.update(ends_at=timezone.now() - KEPT)
    other.sign_in(somebody().email)
    prune()
    assert SignIn.objects.count() == 1 and other.ask(ME) is not None
