"""The page that says how searches are ranked: the operators' words, and what the search itself says of its settings."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace.content import queries as content
from marketplace.content.queries import PageRow
from marketplace.content.views import CONTACT, drawn
from marketplace.kit.former_slugs import present_slug
from marketplace.kit.pages import language, public_page
from search.ranking import queries, told
from search.ranking.queries import RankingRow

SLUG = "how-we-rank"
MOST_ERAS = 50


@public_page
def how_we_rank(request: HttpRequest) -> HttpResponse:
    """What holds now, what it is measured by, what has been changed and what will be; the operators' page of this name goes
    before it."""
    now = timezone.now()
    slug = present_slug(content.KIND, SLUG) or SLUG
    row, contact = content.page_with(slug, beside=CONTACT, at=now, language=language())
    history, ranking = queries.history(now), queries.ranking(now)
    eras = _eras(history)
    return drawn(
        request,
        row or _untold(),
        contact,
        template="content/how_we_rank.html",
        sections=[
            ("search-settings", _("What the search counts now")),
            ("never-counted", _("What the search never counts")),
            ("settings-over-time", _("What was changed, and when")),
        ],
        weights=told.weights(ranking),
        lifts=told.lifts(ranking),
        qualities=told.qualities(ranking) if ranking.quality else [],
        half_life=ranking.half_life if ranking.recent else None,
        fairness=told.fairness(ranking),
        since=eras[0].since if eras else None,
        eras=eras,
        ahead=told.eras(queries.ahead(now), history[0] if history else None),
    )


def _eras(history: Sequence[RankingRow]) -> list[told.Era]:
    """The last ones, each beside the one before it."""
    before = history[MOST_ERAS] if len(history) > MOST_ERAS else None
    return told.eras(history[:MOST_ERAS], before)


def _untold() -> PageRow:
    """Stands for the operators' page where there is none."""
    title, about = _("How we rank"), _("What comes first in a search and why, and what has no say in it.")
    moment = timezone.now()
    return PageRow(
        0, SLUG, title, {"blocks": []}, "", about, True, moment, moment, moment, 0, "", "", language(), language(), title
    )  # fmt: skip
