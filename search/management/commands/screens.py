"""`screens`: pictures of six key pages, from a shop that runs or from one served here for them, into the documentation."""

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from search.screens.chromium import browser
from search.screens.serving import served
from search.screens.shots import take, weigh

FOLDER = Path("marketplace", "docs", "screens")


class Command(BaseCommand):
    """The door to the pictures."""

    help = "Take pictures of the home page, the map, a district, a category, a product and a GI, for phone and desktop."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to look, when, and where to put what was seen."""
        parser.add_argument("--address", help="of a shop that runs, as it is now; else one is served here, on the day named")
        parser.add_argument("--day", type=_day, help="YYYY-MM-DD, after the demonstration was loaded; else the next 26 January")
        parser.add_argument("--to", type=Path, default=Path(settings.ROOT) / FOLDER, help=f"a folder; else {FOLDER}")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take them, and say what was taken."""
        try:
            if options["address"]:
                self._take(options["address"].rstrip("/"), options["to"])
            else:
                with served(options["day"] or next_republic_day(timezone.localdate())) as address:
                    self._take(address, options["to"])
        except RuntimeError as error:
            raise CommandError(str(error)) from error

    def _take(self, address: str, folder: Path) -> None:
        files = []
        with browser() as opened:
            for file in take(opened, address, folder):
                self.stdout.write(f"{file.name:24} {file.stat().st_size / 1000:6.0f} kB")
                files.append(file)
        weigh(files, self.stdout.write)


def next_republic_day(today: date) -> date:
    """The coming 26 January: the pictures of a year are of one day, and what was loaded before is listed on it."""
    this_year = date(today.year, 1, 26)
    return this_year if today <= this_year else date(today.year + 1, 1, 26)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"a day is written such as 2027-01-26, not {text[:40]!r}") from None
