"""What `zila check` asks for is asked here too, so that the suite is green only where `zila check` is."""

import secrets
import subprocess

import pytest

from marketplace.command.checking import CHECKS, surroundings
from marketplace.command.clone import ROOT

ELSEWHERE = {"import-linter", "migrations are complete"}  # tests/house/test_walls.py


@pytest.mark.parametrize("title", sorted(set(CHECKS) - ELSEWHERE))
def test_a_check_passes(title: str) -> None:
    command = CHECKS[title]
    environment = surroundings(command) | {"SECRET_KEY": secrets.token_urlsafe(50)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_deployment_is_checked_as_production() -> None:
    command = CHECKS["safe to deploy"]
    insecure = surroundings(command) | {"SECRET_KEY": secrets.token_urlsafe(50), "SECURE_SSL_REDIRECT": "no"}
    done = subprocess.run(command, cwd=ROOT, env=insecure, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "security.W008" in done.stderr
