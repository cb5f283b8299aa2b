"""Django's commands as `zila` calls them: `python -m marketplace.command.door [--ready] NAME …`.

With --ready the database is brought up to date first. What can be expected to go wrong is told in one line.
"""

from __future__ import annotations

import sys

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.core.management.base import CommandError
from django.db import DatabaseError, OperationalError, connection
from psycopg.errors import UndefinedColumn, UndefinedTable

from marketplace.command.steps import is_up_to_date, migrate

READY = "--ready"
BEHIND = "The database is not up to date: run `zila manage migrate` first."


def main(words: list[str]) -> int:
    """Run the command; returns its exit code."""
    ready = words[:1] == [READY]
    words = words[1:] if ready else words
    try:
        django.setup()
        if ready and not {"-h", "--help"} & set(words):
            _make_ready()
        execute_from_command_line(["zila" if ready else "zila manage", *words])
    except KeyboardInterrupt:
        return 130
    except (ImproperlyConfigured, CommandError, DatabaseError) as error:
        told = _in_one_line(error)
        if told is None or "--traceback" in words:
            raise
        print(told, file=sys.stderr)
        return 1
    return 0


def _make_ready() -> None:
    """Bring the database up to date. In production that is the operator's decision, so there it is only asked for."""
    if is_up_to_date():
        return
    if settings.PRODUCTION:
        raise CommandError(BEHIND)
    print("Bringing the database up to date ...", file=sys.stderr, flush=True)
    migrate(verbosity=0)


def _in_one_line(error: Exception) -> str | None:
    """What a person can do about it; None where it is a fault of ours."""
    if isinstance(error, ImproperlyConfigured | CommandError):
        return str(error)
    if isinstance(error.__cause__, UndefinedTable | UndefinedColumn):
        connection.close()
        return None if is_up_to_date() else BEHIND
    if isinstance(error, OperationalError):
        return f"The database does not serve: {' '.join(str(error).split())}"
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
