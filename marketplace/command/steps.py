"""Django's part of a start, in one process: `python -m marketplace.command.steps migrate load_demo …`.

Before each step it prints a marked line, by which the launcher shows where it is.
"""

from __future__ import annotations

import hashlib
import sys
import time
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from marketplace.command.preparation import STEP

_LOCK = 0x6D696772  # any fixed number: two at once would both make the same tables


def main(names: list[str]) -> None:
    """Do the named steps in order; a name that is no step of ours is a Django command."""
    django.setup()
    for name in names:
        print(f"{STEP}{name}", flush=True)
        if name == "collectstatic":
            collect_static()
        elif name == "migrate":
            migrate(verbosity=1)
        elif name == "fill_search":
            call_command("reindex", where_needed=True)
        else:
            call_command(name)


def is_up_to_date() -> bool:
    """Whether no migration is waiting; takes some milliseconds."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def migrate(*, verbosity: int) -> None:
    """Apply the waiting migrations. Who comes at the same time waits, and finds them applied."""
    while not _lock("pg_try_advisory_lock"):  # a statement that waits would hold up an index made concurrently
        time.sleep(0.2)
    call_command("migrate", interactive=False, verbosity=verbosity)
    _lock("pg_advisory_unlock")  # a migration that fails ends the process, and that frees the lock


def _lock(function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])


def collect_static() -> None:
    """Collect and compress the static files, unless none has changed since the last time."""
    stamp = Path(str(settings.STATIC_ROOT), ".collected")
    now = _fingerprint()
    if not stamp.exists() or stamp.read_text() != now:
        stamp.unlink(missing_ok=True)
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(now)


def _fingerprint() -> str:
    """Changes when a static file is added, removed or altered, or the way of storing them is."""
    total = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            facts = Path(storage.path(name)).stat()
            total.update(f"{name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return total.hexdigest()


if __name__ == "__main__":
    main(sys.argv[1:])
