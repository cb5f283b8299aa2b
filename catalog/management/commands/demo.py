"""`demo`: the demonstration shops, their logins, and large catalogues for measurements."""

from argparse import ArgumentParser
from collections.abc import Callable
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.demo.footing import Say, lay_furniture, lay_reference
from catalog.demo.grow.growing import CHUNK, grow
from catalog.demo.shops import SEED
from marketplace.kit.refused import Refused
from marketplace.reference.broken import BrokenFile

_GROW = """\
Adds N published products, with sellers, prices, stock, words in two languages and badges; before that, where they are
missing, reference data, channels, categories and product types. The same seed gives the same products on the same ground;
a second run adds others. It is written in chunks of 2,000: interrupted, whole chunks remain, and the next run goes on
behind them. The news is told once for each chunk (ProductsGrown), not for each product."""


class Command(BaseCommand):
    """Door to `catalog.demo`."""

    help = "Demonstration data: load the shops, list the logins, grow a large catalogue."

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand for each thing that can be done."""
        parts = parser.add_subparsers(dest="what", required=True, parser_class=ArgumentParser)
        shops = parts.add_parser("load", help="open the demonstration shops that are missing")
        shops.add_argument("--shops", type=int, metavar="N", help="only the first N shops")
        parts.add_parser("logins", help="print the demonstration logins that exist here")
        large = parts.add_parser("grow", help="add many products at once, for measurements", description=_GROW)
        large.add_argument("--products", type=int, required=True, metavar="N", help="how many to add")
        large.add_argument("--chunk", type=int, default=CHUNK, metavar="N", help="how many in one transaction (%(default)s)")
        for part in (shops, large):
            part.add_argument("--seed", type=int, default=SEED, help="another number gives other shops and products")
            part.add_argument("--yes-in-production", action="store_true", help="do it in production, too")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the one call that the subcommand stands for."""
        getattr(self, f"_{options['what']}")(options)

    def _load(self, options: dict[str, Any]) -> None:
        if not settings.PRODUCTION or options["yes_in_production"]:
            self._lay(lay_reference)
        given = {name: options[name] for name in ("seed", "shops", "yes_in_production")}
        call_command("load_demo", **given, stdout=self.stdout)

    def _logins(self, options: dict[str, Any]) -> None:
        said = StringIO()
        call_command("demo_logins", stdout=said)
        self.stdout.write(said.getvalue() or "There are no demonstration logins here; `zila demo load` makes them.")

    def _grow(self, options: dict[str, Any]) -> None:
        if settings.PRODUCTION and not options["yes_in_production"]:
            raise CommandError("This is production: the catalogue is grown only with --yes-in-production.")
        self._lay(lay_reference)
        self._lay(lay_furniture)
        try:
            grown = grow(products=options["products"], seed=options["seed"], chunk=max(options["chunk"], 1), say=self._say)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        except KeyboardInterrupt:
            raise CommandError("Stopped. Whole chunks are there; run it again for the rest.", returncode=130) from None
        self._say(
            f"{grown.products:,} products and {grown.sellers:,} sellers, {grown.rows:,} rows in {grown.seconds:.1f} s:"
            f" {grown.products / grown.seconds:,.0f} products a second"
        )

    def _lay(self, lay: Callable[[Say], None]) -> None:
        try:
            lay(self._say)
        except (Refused, BrokenFile) as error:
            raise CommandError(str(error)) from error

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
