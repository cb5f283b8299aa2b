"""What people looked for, for who works here: nothing that fewer than FEWEST searches were for, or on fewer than FEWEST_DAYS."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Max, Min, QuerySet, Sum

from search.log.models import SearchCount
from search.log.rules import FEWEST, FEWEST_DAYS

MOST = 100


class AskedRow(NamedTuple):
    """A query in some days: how often it was asked, how often nothing was found, how often only what has some of its words, how
    few products were found at the least, and the last day."""

    query: str
    times: int
    nothing: int
    loosely: int
    fewest: int
    last: date


class Totals(NamedTuple):
    """All searches in some days, also those that are shown to nobody."""

    times: int
    nothing: int


def missed(*, since: date, until: date, language: str = "", most: int = MOST) -> list[AskedRow]:
    """What was looked for and not found, what was missed most often first."""
    return _asked(_within(since, until, language), "nothing", most)


def wished(*, since: date, until: date, language: str = "", most: int = MOST) -> list[AskedRow]:
    """What was looked for most."""
    return _asked(_within(since, until, language), "times", most)


def totals(*, since: date, until: date, language: str = "") -> Totals:
    """How many searches there were."""
    found = _within(since, until, language).aggregate(times=Sum("times"), nothing=Sum("nothing"))
    return Totals(found["times"] or 0, found["nothing"] or 0)


def languages() -> list[str]:
    """Those of the pages that were searched."""
    return list(SearchCount.objects.order_by("language").values_list("language", flat=True).distinct())


def _within(since: date, until: date, language: str) -> QuerySet[SearchCount]:
    rows = SearchCount.objects.filter(day__gte=since, day__lte=until)
    return rows.filter(language=language) if language else rows


def _asked(rows: QuerySet[SearchCount], by: str, most: int) -> list[AskedRow]:
    added = rows.values("query").annotate(
        all_times=Sum("times"),
        all_nothing=Sum("nothing"),
        all_loosely=Sum("loosely"),
        least=Min("fewest"),
        last=Max("day"),
        days=Count("day", distinct=True),
    )
    often = added.filter(all_times__gte=FEWEST, days__gte=FEWEST_DAYS)
    shown = often.filter(**{f"all_{by}__gte": 1}).order_by(f"-all_{by}", "query")
    return [
        AskedRow._make(row)
        for row in shown.values_list("query", "all_times", "all_nothing", "all_loosely", "least", "last")[:most]
    ]
