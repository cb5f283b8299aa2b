"""`news`: how the deliveries stand, the dead ones and why, another try for them, and the pruning of what is done."""

import json
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marketplace.kit.refused import Refused
from marketplace.news import actions, queries
from marketplace.news.models import Delivery


class Command(BaseCommand):
    """The operator's door to the news."""

    help = "Look after the news: list deliveries, show one, replay dead ones, see the backlog, prune what is done."

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand for each thing that can be done."""
        parts = parser.add_subparsers(dest="what", required=True, parser_class=ArgumentParser)
        listing = parts.add_parser("list", help="deliveries that are not done, oldest first")
        listing.add_argument("--dead", action="store_true", help="only those given up after five attempts")
        listing.add_argument("--listener", default="", help="only this listener's, such as catalog.make_renditions")
        listing.add_argument("--limit", type=int, default=100)
        show = parts.add_parser("show", help="all that is known of one delivery")
        show.add_argument("id", type=int)
        replay = parts.add_parser("replay", help="five new attempts for dead deliveries")
        replay.add_argument("ids", type=int, nargs="*", metavar="ID")
        replay.add_argument("--all", action="store_true", help="every dead delivery")
        for name in ("lag", "status"):
            parts.add_parser(name, help="how each listener stands, and what has waited longest")
        prune = parts.add_parser("prune", help="delete deliveries that were done long ago; the events stay")
        prune.add_argument("--days", type=int, default=30, help="done more than this many days ago (30)")
        parts.add_parser("restored", help="once after restoring a dump into a new cluster: put the old events first")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the one call that the subcommand stands for."""
        getattr(self, f"_{options['what']}")(options)

    def _list(self, options: dict[str, Any]) -> None:
        rows = queries.deliveries(state="dead" if options["dead"] else "", listener=options["listener"])
        for row in rows.exclude(state=Delivery.State.DONE)[: options["limit"]]:
            self.stdout.write(
                f"{row.pk}  {row.state}  {row.listener}  {row.event.kind}  {row.subject}"
                f"  attempts={row.attempts}  {row.event.happened_at:%Y-%m-%d %H:%M:%S%z}  {row.error}"
            )

    def _show(self, options: dict[str, Any]) -> None:
        row = queries.deliveries().filter(pk=options["id"]).first()
        if row is None:
            raise CommandError(f"There is no delivery {options['id']}.")
        for name in ("id", "state", "listener", "subject", "attempts", "due_at", "lease", "leased_until", "done_at", "error"):
            self.stdout.write(f"{name:12} {getattr(row, name)}")
        for name in ("id", "kind", "happened_at", "transaction_id"):
            self.stdout.write(f"{'event ' + name:12} {getattr(row.event, name)}")
        self.stdout.write(f"{'payload':12} {json.dumps(row.event.payload, ensure_ascii=False)}")

    def _replay(self, options: dict[str, Any]) -> None:
        if bool(options["ids"]) == options["all"]:
            raise CommandError("Name the deliveries, or say --all: one of the two.")
        try:
            count = actions.replay(ids=None if options["all"] else options["ids"])
        except Refused as refused:
            raise CommandError(refused.message) from None
        self.stdout.write(f"{count} to be delivered anew.")

    def _lag(self, options: dict[str, Any]) -> None:
        self.stdout.write(f"{'listener':44} {'waiting':>8} {'failing':>8} {'leased':>8} {'dead':>6} {'oldest':>10}")
        for row in queries.backlog():
            stray = "" if row.known else "  nobody here hears this"
            counts = f"{row.waiting:8} {row.failing:8} {row.leased:8} {row.dead:6}"
            self.stdout.write(f"{row.listener:44} {counts} {row.oldest_seconds:8.1f} s{stray}")

    _status = _lag

    def _prune(self, options: dict[str, Any]) -> None:
        count = actions.prune(before=timezone.now() - timedelta(days=options["days"]))
        self.stdout.write(f"{count} deliveries deleted.")

    def _restored(self, options: dict[str, Any]) -> None:
        self.stdout.write(f"{actions.settle_restored()} events put before what happens from now on.")
