"""Commands on a database that has never been used: it is brought up to date, or one line says what to run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import quote
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from marketplace.command.clone import ROOT
from marketplace.command.door import BEHIND

DOOR = [sys.executable, "-P", "-m", "marketplace.command.door"]


@pytest.fixture
def fresh(django_db_setup: None) -> Iterator[dict[str, str]]:
    """The environment of a process that works on a database of its own, which is empty."""
    held = connection.settings_dict
    server = f"postgres://{quote(held['USER'])}:{quote(held['PASSWORD'])}@{held['HOST']}:{held['PORT']}"
    name = f"zila_fresh_{uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as link:
        link.execute(f"CREATE DATABASE {name}")
        yield {**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": f"{server}/{name}"}
        link.execute(f"DROP DATABASE {name} WITH (FORCE)")


def call(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """What the door says."""
    return subprocess.run([*DOOR, *words], env=environment, capture_output=True, text=True, check=False)


def test_a_fresh_database_is_made_ready(fresh: dict[str, str]) -> None:
    for words in (["news", "list", "--dead"], ["demo_logins"], ["load_reference"]):
        done = call(fresh, *words)
        assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{BEHIND}\n")

    production = {"ZILA_MODE": "production", "SECRET_KEY": uuid4().hex * 2, "ALLOWED_HOSTS": "bazaar.example"}
    done = call(fresh | production, "--ready", "news", "lag")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{BEHIND}\n")

    done = call(fresh, "--ready", "demo", "logins")
    assert done.returncode == 0, done.stderr
    assert done.stderr == "Bringing the database up to date ...\n"
    assert done.stdout == "There are no demonstration logins here; `zila demo load` makes them.\n"
    done = call(fresh, "--ready", "news", "list", "--dead")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    done = call(fresh, "load_demo")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert "run `zila manage load_reference` first" in done.stderr

    done = call(fresh, "--ready", "bench", "answer_age")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert done.stderr.endswith("run `zila demo load` first.\n")

    done = call(fresh, "--ready", "demo", "grow", "--products", "20")
    assert done.returncode == 0, done.stderr
    first, second, *_, last = done.stdout.splitlines()
    assert first == "Loading the reference data first"
    assert second.startswith("Furnishing the catalogue first")
    assert last.startswith("20 products and ")
    again = call(fresh, "--ready", "demo", "grow", "--products", "20").stdout
    assert "first" not in again


def test_a_server_that_is_out_is_told_in_one_line() -> None:
    out = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": "postgres://zila:zila@127.0.0.1:1/zila",
        "DATABASE_POOL_SIZE": "0",
    }
    for words in (["--ready", "news", "list"], ["news", "list"]):
        done = call(out, *words)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
        assert done.stderr.startswith("The database does not serve: ")


def test_settings_that_are_none_are_told_without_a_traceback() -> None:
    done = call({**os.environ, "PYTHONPATH": str(ROOT), "LOG_LEVEL": "LOUD"}, "check")
    assert done.returncode == 1
    assert done.stderr.startswith("Zila Bazaar cannot start")
    assert "  - LOG_LEVEL must be one of " in done.stderr


@pytest.mark.parametrize(
    ("words", "usage"),
    [(["--ready", "demo", "grow", "--help"], "usage: zila demo grow"), (["check", "--help"], "usage: zila manage check")],
)
def test_usage_names_the_command_line_that_was_used(words: list[str], usage: str) -> None:
    assert call({**os.environ, "PYTHONPATH": str(ROOT)}, *words).stdout.startswith(usage)
