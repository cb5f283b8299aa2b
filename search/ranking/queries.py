"""What searches are ranked by, now and before."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from marketplace.kit.found import first_of
from marketplace.kit.held import Held
from search.ranking.models import SearchRanking
from search.ranking.parameters import NAMES, ranking_of
from search.ranking.rules import Ranking


class RankingRow(NamedTuple):
    """A set of parameters, from when it holds, and why it was made, in English and (or empty) Hindi."""

    id: int
    valid_from: datetime
    why: str
    why_hi: str
    ranking: Ranking


_USUAL = Ranking()  # where nothing has been set


def ranking(at: datetime) -> Ranking:
    """What searches are ranked by at this moment; from memory."""
    return next((row.ranking for row in _held() if row.valid_from <= at), _USUAL)


def history(at: datetime) -> list[RankingRow]:
    """All that has held until this moment, the present one first; from memory."""
    return [row for row in _held() if row.valid_from <= at]


def ahead(at: datetime) -> list[RankingRow]:
    """What will hold later, the last one first; from memory."""
    return [row for row in _held() if row.valid_from > at]


def to_withdraw(key: int) -> SearchRanking:
    """The set of parameters that an operator wants to withdraw, to be handed to an action. Refused NOT_FOUND."""
    return first_of(SearchRanking.objects.filter(pk=key), _("There is no such set of parameters."))


def _read(_key: None) -> tuple[RankingRow, ...]:
    rows = SearchRanking.objects.order_by("-valid_from").values_list("id", "valid_from", "why", "why_hi", *NAMES)
    return tuple(RankingRow._make((*row[:4], ranking_of(dict(zip(NAMES, row[4:], strict=True))))) for row in rows)


_held = Held(_read, "search_searchranking")
