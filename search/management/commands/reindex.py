"""`reindex`: fill the engines of the search anew, while searches and changes go on."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marketplace.kit.refused import Refused
from search.engines.all import engines
from search.engines.engine import EngineDown
from search.index.filling import processes, unfilled
from search.index.report import refill


class Command(BaseCommand):
    """The door to `search.index.filling`."""

    help = (
        "Fill the engines of the search with all products anew. Searches and changes go on meanwhile; where it was broken off, "
        "it goes on from there."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which engines, and how."""
        arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        reindex(self, options)


def arguments(parser: ArgumentParser) -> None:
    """Which engines, and how."""
    parser.add_argument("--engine", choices=sorted(engines()), help="only this one; else each in turn")
    parser.add_argument("--processes", type=int, default=processes(), metavar="N", help="how many work at it (%(default)s)")
    parser.add_argument("--anew", action="store_true", help="from the first product on, also where one was broken off")
    parser.add_argument("--where-needed", action="store_true", help="only engines that have not heard of everything")


def reindex(command: BaseCommand, options: dict[str, Any]) -> None:
    """Fill them; CommandError where that cannot be done."""
    known = engines()
    try:
        for engine in unfilled() if options["where_needed"] else known.values():
            if options["engine"] in (None, engine.name):
                refill(engine, by=max(1, options["processes"]), say=command.stdout.write, anew=options["anew"])
                command.stdout.flush()
    except Refused as refused:
        raise CommandError(refused.message) from refused
    except EngineDown as down:
        raise CommandError(f"{down} Run it again when the engine is back: it goes on where it was.") from down
