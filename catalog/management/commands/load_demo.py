"""Loads the demonstration shops: `load_demo [--seed N] [--shops N] [--yes-in-production]`."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.demo.load import load
from catalog.demo.shops import SEED
from marketplace.kit.refused import Refused


class Command(BaseCommand):
    """Door to `catalog.demo.load`."""

    help = "Open the demonstration shops that are missing; what is there stays as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which demonstration, and how much of it."""
        parser.add_argument("--seed", type=int, default=SEED, help="another number makes other shops")
        parser.add_argument("--shops", type=int, metavar="N", help="only the first N shops")
        parser.add_argument("--yes-in-production", action="store_true", help="do it in production, too (without logins)")

    def handle(self, *args: object, **options: object) -> None:
        """Load; refused in production unless asked twice."""
        if settings.PRODUCTION and not options["yes_in_production"]:
            raise CommandError("This is production: demonstration shops are loaded only with --yes-in-production.")
        seed, most = options["seed"], options["shops"]
        assert isinstance(seed, int) and (most is None or isinstance(most, int))
        try:
            loaded = load(seed=seed, most=most, processes=min(os.cpu_count() or 1, 4), say=self._say)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        if loaded.shops:
            self._say(f"{loaded.shops} shops with {loaded.products} products; the workers draw their {loaded.pictures} pictures")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
