"""Prints the demonstration logins, one a line: e-mail address, password, role."""

from django.conf import settings
from django.core.management.base import BaseCommand

from catalog.demo.logins import table


class Command(BaseCommand):
    """Door to `catalog.demo.logins`."""

    help = "Print the demonstration logins that exist here; in production there are none."

    def handle(self, *args: object, **options: object) -> None:
        """One line a person."""
        for line in [] if settings.PRODUCTION else table():
            self.stdout.write(line)
