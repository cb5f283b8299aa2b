"""`draw_cards`: the pictures that shared links show, where they are missing; or the two cards of the house, which are kept with
the code."""

from itertools import product
from math import inf
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.listing import social
from frontend_templates.social_card import CardWords, draw
from search.social.actions import draw_in_turn
from search.social.queries import KINDS

HOUSE = Path(settings.ROOT) / "frontend_templates" / "static" / "pictures"
LANGUAGES = [code for code, _name in settings.LANGUAGES]


class Command(BaseCommand):
    """Door to `catalog.listing.social` and `search.social`."""

    help = "Draw the cards of shared links that products, places, GIs, makers and kinds of goods lack. It may be run again."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to draw, and how many."""
        parser.add_argument("--most", type=int, default=1000, metavar="N", help="of how many products at most (%(default)s)")
        parser.add_argument("--house", action="store_true", help="the house's own cards, into the source tree")

    def handle(self, *args: Any, **options: Any) -> None:
        """Draw, and say how many."""
        if options["house"]:
            for language in LANGUAGES:
                with override(language):
                    words = CardWords(_("Zila Bazaar"), _("From every district of India"), "")
                    (HOUSE / f"card-{language}.jpg").write_bytes(draw(words))
            return
        drawn = sum(social.draw_product(product_id=key) for key in social.without_card(most=options["most"]))
        drawn += draw_in_turn(turns=product(KINDS, LANGUAGES), seconds=inf)
        self.stdout.write(f"{drawn} cards drawn.")
