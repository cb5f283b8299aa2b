"""`draw_cards`: the pictures that shared links show, where they are missing; or the two cards of the house, which are kept with
the code."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.listing import social
from frontend_templates.social_card import CardWords, draw

HOUSE = Path(settings.ROOT) / "frontend_templates" / "static" / "pictures"


class Command(BaseCommand):
    """Door to `catalog.listing.social`."""

    help = "Draw the cards of shared links that products lack."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to draw, and how many."""
        parser.add_argument("--most", type=int, default=1000, metavar="N", help="of how many products at most (%(default)s)")
        parser.add_argument("--house", action="store_true", help="the house's own cards, into the source tree")

    def handle(self, *args: Any, **options: Any) -> None:
        """Draw, and say how many."""
        if options["house"]:
            for language, _name in settings.LANGUAGES:
                with override(language):
                    words = CardWords(_("Zila Bazaar"), _("From every district of India"), "")
                    (HOUSE / f"card-{language}.jpg").write_bytes(draw(words))
            return
        drawn = sum(social.draw_product(product_id=key) for key in social.without_card(most=options["most"]))
        self.stdout.write(f"{drawn} cards drawn.")
