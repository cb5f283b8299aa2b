"""`search eval`: how well an engine answers the judged queries; `search reindex`: fill the engines anew; `search check`: compare
them with the catalogue."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marketplace.channels.queries import viewpoint
from marketplace.kit.refused import Refused
from search.engines.all import engines
from search.engines.engine import EngineDown
from search.evaluation.assessment import ask, summaries, worst
from search.evaluation.engines import ways
from search.evaluation.judged import CLASSES, FOLDER, Faulty, Judged, queries_of, unanswered, unknown, wishes
from search.evaluation.queries import catalogue, known, names_by_id
from search.evaluation.report import as_json, table, told_worst
from search.index.report import compare
from search.management.commands import reindex as reindexing


class Command(BaseCommand):
    """The door to what operators do with the search."""

    help = "Judge the search."

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand for each deed."""
        deeds = parser.add_subparsers(dest="deed", required=True, parser_class=ArgumentParser)
        filling = deeds.add_parser(
            "reindex", aliases=["learn"], help="fill the engines with all products anew, while they are used"
        )
        reindexing.arguments(filling)
        checking = deeds.add_parser("check", help="compare the engines with the catalogue; ends with 1 where something differs")
        checking.add_argument("--engine", choices=sorted(engines()), help="only this one; else each in turn")
        checking.add_argument("--mend", action="store_true", help="have them learn what differs")
        _arguments_of_eval(deeds.add_parser("eval", help="ask the judged queries; print nDCG@10, MRR, success, zero results"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        try:
            {"eval": self._eval, "reindex": self._reindex, "learn": self._reindex, "check": self._check}[options["deed"]](options)
        except Faulty as faulty:
            raise CommandError(str(faulty)) from faulty
        except Refused as refused:
            raise CommandError(refused.message) from refused

    def _reindex(self, options: dict[str, Any]) -> None:
        reindexing.reindex(self, options)

    def _check(self, options: dict[str, Any]) -> None:
        chosen = [engine for name, engine in engines().items() if options["engine"] in (None, name)]
        try:
            differs = compare(chosen, mended=options["mend"], say=self.stdout.write)
        except EngineDown as down:
            raise CommandError(str(down)) from down
        if differs:
            raise SystemExit(1)

    def _eval(self, options: dict[str, Any]) -> None:
        at = viewpoint(language="en")
        products = catalogue(at)
        queries = self._queries(options, products)
        for name, way in ways().items():
            if options["engine"] not in (None, name):
                continue
            answers = ask(way, queries, products)
            if options["json"]:
                self.stdout.write(as_json(name, summaries(answers), answers))
                continue
            for line in table(name, summaries(answers)):
                self.stdout.write(line)
            for line in told_worst(worst(answers, options["worst"]), names_by_id(at) if options["worst"] else {}):
                self.stdout.write(line)

    def _queries(self, options: dict[str, Any], products: list[Any]) -> list[Judged]:
        """Those of the classes asked for; Faulty where the files do not agree with this catalogue."""
        found = wishes(options["judged"])
        faults = unknown(found, known()) or unanswered(found, products)
        if faults:
            raise Faulty(faults)
        return [query for query in queries_of(found) if not options["class"] or query.kind in options["class"]]


def _arguments_of_eval(parser: ArgumentParser) -> None:
    parser.add_argument("--engine", choices=sorted(engines()), help="only this one; else each in turn")
    parser.add_argument("--class", choices=CLASSES, action="append", help="only queries of this class; may be given again")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N queries that went worst, and their wants")
    parser.add_argument("--json", action="store_true", help="everything as JSON")
    parser.add_argument("--judged", type=Path, default=FOLDER, metavar="FOLDER", help="other judged queries than our own")
