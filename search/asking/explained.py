"""Why each product of an answer stands where it does."""

from catalog.listing.conditions import in_stock
from catalog.products.models import ProductChannelListing
from marketplace.channels.queries import Viewpoint
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
    here = {"channel_id": at.channel_id, "product_id__in": ids}
    stocked = set(ProductChannelListing.objects.filter(in_stock(at), **here).values_list("product_id", flat=True))
    known = SearchDocument.objects.filter(since__isnull=False, **here).values_list("product_id", "quality", "since")
    return {
        key: Facts(quality=quality, stocked=key in stocked, age_days=max(0.0, (at.at - since).total_seconds() / _A_DAY))
        for key, quality, since in known
        if since is not None
    }
