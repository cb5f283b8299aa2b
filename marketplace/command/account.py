"""The user that PostgreSQL runs as: ourselves, or `nobody` when we are root, which it refuses."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from marketplace.command.failure import CommandFailed

STAND_IN = "nobody"


@dataclass(frozen=True)
class Account:
    """An existing user of the machine."""

    name: str
    user: int
    group: int


def server_account(data: Path) -> Account | None:
    """None to run as ourselves. A data folder that exists decides: its owner runs it."""
    if os.geteuid() != 0:
        return None
    try:
        owner = data.stat().st_uid if data.exists() else 0
        entry = pwd.getpwuid(owner) if owner else pwd.getpwnam(STAND_IN)
    except KeyError:
        raise CommandFailed(
            f"PostgreSQL does not run as root, and this machine has no user '{STAND_IN}': start this as an ordinary user."
        ) from None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def can_enter(folder: Path, account: Account | None) -> bool:
    """Whether this user can reach what is in the folder; found out by trying."""
    return _succeeds(["test", "-x", str(folder)], account)


def can_run(program: Path, account: Account | None) -> bool:
    """Whether this user can start the program; found out by asking it for its version."""
    return _succeeds([str(program), "--version"], account)


def as_user(account: Account | None) -> dict[str, object]:
    """The arguments that make `subprocess` start a program as this user."""
    if account is None:
        return {}
    return {"user": account.user, "group": account.group, "extra_groups": []}


def _succeeds(command: list[str], account: Account | None) -> bool:
    quiet = subprocess.DEVNULL
    extra = as_user(account)
    try:
        done = subprocess.run(command, cwd="/", stdout=quiet, stderr=quiet, **extra)  # type: ignore[call-overload]
    except OSError:
        return False
    return bool(done.returncode == 0)
