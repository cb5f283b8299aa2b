"""Why each product of an answer stands where it does."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from catalog.listing.conditions import in_stock
from marketplace.channels.queries import Viewpoint
from marketplace.kit import shapes
from search.asking.answer import Answer
from search.engines.postgresql.models import SearchDocument
from search.ranking.explanation import Explanation, Facts, explanation

_A_DAY = 86_400
_WHENEVER = datetime(1970, 1, 1, tzinfo=UTC)  # stock has no history


def explained(answer: Answer, at: Viewpoint) -> dict[int, Explanation]:
    """Why each product of the answer's page stands where it does, by its key; one statement. What the words met is known of an
    answer that was asked to `explain`."""
    facts = _facts(list(answer.hits), at)
    return {
        key: explanation(hit, facts[key], answer.ranking, earlier=key in answer.lifted, later=key in answer.later)
        for key, hit in answer.hits.items()
        if key in facts
    }


def _facts(ids: list[int], at: Viewpoint) -> dict[int, Facts]:
    return {
        key: Facts(quality=quality, stocked=stocked, age_days=max(0.0, (at.at - since).total_seconds() / _A_DAY))
        for key, quality, since, stocked in shapes.rows(_known, None, at.channel_id, ids)
    }


def _known(_fixed: None, channel_id: int, ids: list[int]) -> QuerySet[SearchDocument, Any]:
    """What the documents of these products say, and whether they are in stock (for `shapes`)."""
    here = Viewpoint(channel_id, "", "", "", _WHENEVER)
    rows = SearchDocument.objects.filter(channel_id=channel_id, product_id__any_of=ids, since__isnull=False)
    return rows.annotate(stocked=in_stock(here)).values_list("product_id", "quality", "since", "stocked")
