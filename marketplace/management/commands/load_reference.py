"""Loads the reference data: `load_reference [dataset ...] [--check] [--force] [--data DIR]`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marketplace.reference.broken import BrokenFile
from marketplace.reference.load import DATA, check, load, names


class Command(BaseCommand):
    """Door to `marketplace.reference.load`."""

    help = "Bring States, districts, ODOP lists, GI register, PIN codes, GST rates and crafts to what the files say."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which datasets, and how."""
        parser.add_argument("dataset", nargs="*", choices=[*names(), []], help="which (all where none is named)")
        parser.add_argument("--check", action="store_true", help="only read and check the files")
        parser.add_argument("--force", action="store_true", help="load files that stand in the database already, too")
        parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="a folder with other files of the same names")

    def handle(self, *args: object, **options: object) -> None:
        """Check or load; a broken file is told with its place, and nothing is changed."""
        wanted, directory = options["dataset"], options["data"]
        assert isinstance(wanted, list) and isinstance(directory, Path)
        try:
            if options["check"]:
                doubts = check(wanted, directory=directory, say=self.stdout.write)
                for doubt in doubts:
                    self.stdout.write(doubt)
                self.stdout.write("The files are in order.")
            else:
                load(wanted, directory=directory, force=bool(options["force"]), say=self.stdout.write)
        except BrokenFile as error:
            raise CommandError(f"Nothing was changed. {error}") from error
