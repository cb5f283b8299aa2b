"""Why each product of an answer stands where it does."""

from typing import Any

from django.db.models import QuerySet

from catalog.listing.conditions import in_stock
from catalog.products.models import ProductChannelListing
from marketplace.channels.queries import Viewpoint
from marketplace.kit import shapes
from search.asking.answer import Answer
from search.engines.postgresql.models import SearchDocument
from search.ranking.explanation import Explanation, Facts, explanation

_A_DAY = 86_400


def explained(answer: Answer, at: Viewpoint) -> dict[int, Explanation]:
    """Why each product of the answer's page stands where it does, by its key; two statements. What the words met is known of an
    answer that was asked to `explain`."""
    facts = _facts(list(answer.hits), at)
    return {
        key: explanation(hit, facts[key], answer.ranking, earlier=key in answer.lifted, later=key in answer.later)
        for key, hit in answer.hits.items()
        if key in facts
    }


def _facts(ids: list[int], at: Viewpoint) -> dict[int, Facts]:
    stocked = {key for (key,) in shapes.rows(_stocked, None, at, ids)}
    return {
        key: Facts(quality=quality, stocked=key in stocked, age_days=max(0.0, (at.at - since).total_seconds() / _A_DAY))
        for key, quality, since in shapes.rows(_known, None, at.channel_id, ids)
    }


def _stocked(_fixed: None, at: Viewpoint, ids: list[int]) -> QuerySet[ProductChannelListing, Any]:
    """Those of these products that are in stock (for `shapes`)."""
    rows = ProductChannelListing.objects.filter(in_stock(at), channel_id=at.channel_id, product_id__any_of=ids)
    return rows.values_list("product_id")


def _known(_fixed: None, channel_id: int, ids: list[int]) -> QuerySet[SearchDocument, Any]:
    """What their documents say (for `shapes`)."""
    rows = SearchDocument.objects.filter(channel_id=channel_id, product_id__any_of=ids, since__isnull=False)
    return rows.values_list("product_id", "quality", "since")
