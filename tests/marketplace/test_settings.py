"""A half-configured start is refused with one message that lists every missing or unsafe setting."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from marketplace.command.clone import ROOT
from marketplace.environment import Environment

WHOLE = {
    "PATH": os.defpath,
    "ZILA_MODE": "production",
    "DJANGO_SETTINGS_MODULE": "marketplace.settings",
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "bazaar.example,.bazaar.example,[::1]",
    "PUBLIC_ORIGIN": "https://bazaar.example",
    "DATABASE_URL": "postgres://zila:pass@127.0.0.1:5432/zila",
    "VALKEY_URL": "redis://:pass@127.0.0.1:6379/0",
}
BROKEN = {
    "SECRET_KEY": "a" * 60,
    "ALLOWED_HOSTS": "https://bazaar.example",
    "CSRF_TRUSTED_ORIGINS": "bazaar.example",
    "PUBLIC_ORIGIN": "https://bazaar.example/shop",
    "DATABASE_URL": "postgres://u:p@h:notaport/db",
    "DATABASE_POOL_SIZE": "-5",
    "VALKEY_URL": "garbage",
    "CELERY_BROKER_URL": "nonsense",
    "ELASTICSEARCH_URL": "nope",
    "S3_ENDPOINT_URL": "nope",
    "DEFAULT_CURRENCY": "123",
    "LOG_LEVEL": "LOUD",
    "LOG_JSON": "perhaps",
    "GRAPHQL_SECONDS": "soon",
    "STRIPE_SECRET_KEY": "sk_live_x",
}
FIRST_LINE = "Zila Bazaar cannot start, settings are missing or unsafe:"


def start(environment: dict[str, str], then: str = "print('started')") -> subprocess.CompletedProcess[str]:
    """What a process says that begins with these variables."""
    command = [sys.executable, "-P", "-c", f"import django; django.setup(); {then}"]
    return subprocess.run(
        command, cwd="/", env={**environment, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )


def test_a_whole_configuration_starts() -> None:
    done = start(WHOLE)
    assert (done.stdout, done.returncode) == ("started\n", 0), done.stderr


def test_all_that_is_wrong_is_told_in_one_message(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"\xff\xfe\x00key")
    given = {**WHOLE, **BROKEN, "S3_SECRET_ACCESS_KEY_FILE": str(key), "STRIPE_WEBHOOK_SECRET_FILE": str(tmp_path / "none")}
    done = start(given)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    first, *lines = done.stderr.splitlines()
    assert first.endswith(FIRST_LINE)
    told = {line.removeprefix("  - ").split()[0] for line in lines}
    wrong = set(BROKEN) - {"STRIPE_SECRET_KEY"}
    files = {"S3_SECRET_ACCESS_KEY_FILE", "STRIPE_WEBHOOK_SECRET_FILE"}
    companions = {"S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET"}
    assert told == wrong | files | companions


@pytest.mark.parametrize("name", sorted(set(BROKEN) - {"STRIPE_SECRET_KEY"}))
def test_each_alone_is_enough(name: str) -> None:
    done = start({**WHOLE, name: BROKEN[name]})
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith(f"  - {name} ")], done.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "PUBLIC_ORIGIN", "DATABASE_URL", "VALKEY_URL"])
def test_nothing_of_these_may_be_missing(name: str) -> None:
    done = start({key: value for key, value in WHOLE.items() if key != name})
    lines = done.stderr.splitlines()
    assert lines[0].endswith(FIRST_LINE)
    assert [line.split()[1] for line in lines[1:]] == [name], done.stderr


@pytest.mark.parametrize(("hosts", "told"), [("bazaar.example", "https://bazaar.example"), ("[::1]", "https://[::1]")])
def test_the_only_host_is_what_addresses_are_told_with(hosts: str, told: str) -> None:
    given = {**WHOLE, "ALLOWED_HOSTS": hosts, "PUBLIC_ORIGIN": ""}
    done = start(given, "from django.conf import settings; print(settings.PUBLIC_ORIGIN)")
    assert (done.stdout.strip(), done.returncode) == (told, 0), done.stderr


def test_a_host_with_all_its_names_is_none_to_tell_addresses_with() -> None:
    done = start({**WHOLE, "ALLOWED_HOSTS": ".bazaar.example", "PUBLIC_ORIGIN": ""})
    assert [line.split()[1] for line in done.stderr.splitlines()[1:]] == ["PUBLIC_ORIGIN"], done.stderr


def test_a_key_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(os.urandom(10) + b"\xff" * 50)
    done = start({name: value for name, value in WHOLE.items() if name != "SECRET_KEY"} | {"SECRET_KEY_FILE": str(key)})
    assert "Traceback" not in done.stderr
    assert "  - SECRET_KEY_FILE is not UTF-8 text" in done.stderr.splitlines()


@pytest.mark.parametrize(
    "address",
    [
        "redis://", "redis:///0", "redis://h:99999/0", "redis://h:x/0", "redis://h:6379/first", "http://h/0", "redis://[::1/0",
        "redis:h",
    ],
)  # fmt: skip
def test_no_address_of_a_queue(address: str) -> None:
    env = Environment({"Q": address})
    assert env.queue("Q") == address
    assert [fault.split()[0] for fault in env.faults] == ["Q"]


@pytest.mark.parametrize("address", ["redis://h", "redis://:p%40ss@h:6379/3", "rediss://u:p@[::1]:6380/0", ""])
def test_addresses_of_a_queue(address: str) -> None:
    env = Environment({"Q": address})
    assert env.queue("Q", "redis://d:1/0") == (address or "redis://d:1/0")
    assert env.faults == []


@pytest.mark.parametrize("address", ["http://", "ftp://h", "h:9200", "//h", "http://h:0x1", "http://h h/"])
def test_no_address_of_the_web(address: str) -> None:
    env = Environment({"W": address})
    env.web("W")
    assert [fault.split()[0] for fault in env.faults] == ["W"]


@pytest.mark.parametrize(
    "address", ["mysql://u:p@h/db", "postgres://h", "postgres://u:p@h:70000/db", "postgres://[u/db", "db", "postgres://h:5432/"]
)
def test_no_address_of_a_database(address: str) -> None:
    env = Environment({"D": address})
    assert env.database("D") == {}
    assert [fault.split()[0] for fault in env.faults] == ["D"]


def test_an_address_of_a_database_is_taken_apart() -> None:
    env = Environment({"D": "postgresql://z%40la:p%2Fw@db.example:6000/bazaar"})
    found = env.database("D")
    assert [found[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "z@la", "p/w", "db.example", "6000", "bazaar",
    ]  # fmt: skip
    assert env.faults == []


def test_a_fault_shows_no_password() -> None:
    env = Environment({name: f"{name.lower()}://u:hush@h:wrong/0" for name in ("REDIS", "HTTP", "POSTGRES")})
    env.queue("REDIS")
    env.web("HTTP")
    env.database("POSTGRES")
    assert len(env.faults) == 3
    assert "hush" not in "".join(env.faults)


def test_numbers_have_bounds() -> None:
    env = Environment({"A": "0", "B": "-1", "C": "7", "D": "9" * 5000})
    assert [env.number("A", 5, least=1), env.number("B", 5), env.number("C", 5), env.number("D", 5)] == [5, 5, 7, 5]
    assert [fault.split()[0] for fault in env.faults] == ["A", "B", "D"]
    assert all(len(fault) < 200 for fault in env.faults)
