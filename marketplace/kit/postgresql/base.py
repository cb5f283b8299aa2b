"""Named in DATABASES: Django takes the class of this name out of a file of this name."""

import select
from typing import Any

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that has ended has something to be read: PostgreSQL's last words, or the end of the stream.

    So Django's health check, a statement at the beginning of each request, is sent only where there is something.
    """

    def is_usable(self) -> bool:
        """Whether a statement can be sent."""
        connection: Any = self.connection
        if connection is not None and not connection.closed and not _has_something_to_read(connection.fileno()):
            return True
        usable: bool = super().is_usable()
        return usable


def _has_something_to_read(descriptor: int) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))
