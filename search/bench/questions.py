"""What `bench search` asks: the judged queries as people wrote them, plain, narrowed by filters, and in other orders."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from catalog.listing.filters import ProductFilters
from search.engines.engine import Order
from search.evaluation.judged import CLASSES, judged

Rows = Callable[..., Sequence[tuple[int, ...]]]  # statement, parameters -> rows
USUAL = ("english", "hindi", "hinglish", "scripts")
MISSPELT = "misspelt"
NARROWED, ORDERED = "narrowed", "ordered"
KINDS = (*CLASSES, NARROWED, ORDERED)
_OF_EVERY = 3  # every third query has filters, and every third another order
_STATES = """
SELECT d.state_id FROM marketplace_district d JOIN catalog_product p ON p.district_id = d.id
GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 10
"""
_BRANCHES = """
SELECT root.id, c.id FROM catalog_category root JOIN catalog_category c ON root.id = ANY(c.ancestors || c.id) WHERE root.level = 0
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A search for words, with the filters that a reader has set (as in `Wanted.parts`) and the order."""

    kind: str
    text: str
    language: str
    parts: Mapping[str, ProductFilters] = field(default_factory=dict)
    order: Order = Order.RELEVANCE


def questions(rows: Rows, count: int) -> dict[str, list[Question]]:
    """So many of each kind, spread over all the judged queries."""
    by_kind: dict[str, list[Question]] = {kind: [] for kind in KINDS}
    for query in judged():
        by_kind[query.kind].append(Question(query.kind, query.text, query.language))
    plain = [question for kind in USUAL for question in by_kind[kind]]
    by_kind[NARROWED] = [
        Question(NARROWED, one.text, one.language, parts) for one, parts in zip(plain[::_OF_EVERY], _filters(rows), strict=False)
    ]
    orders = cycle((Order.CHEAPEST, Order.DEAREST, Order.NEWEST))
    by_kind[ORDERED] = [
        Question(ORDERED, one.text, one.language, order=order) for one, order in zip(plain[1::_OF_EVERY], orders, strict=False)
    ]
    return {kind: _spread(found, count) for kind, found in by_kind.items()}


def _spread(found: Sequence[Question], count: int) -> list[Question]:
    """So many of them, from all over the list."""
    step = max(1.0, len(found) / count)
    return [found[int(place * step)] for place in range(min(count, len(found)))]


def _filters(rows: Rows) -> Iterator[dict[str, ProductFilters]]:
    """Filters as readers put them together, without end."""
    states = [key for (key,) in rows(_STATES)]
    branches: dict[int, list[int]] = {}
    for root, key in rows(_BRANCHES):
        branches.setdefault(root, []).append(key)
    several = (
        *({"state": ProductFilters(state_ids=[key])} for key in states),
        {"price": ProductFilters(price_to=100_000), "stock": ProductFilters(stocked=True)},
        {"gi": ProductFilters(gi=True), "price": ProductFilters(price_from=50_000, price_to=500_000)},
        {"women": ProductFilters(women_led=True), **({"state": ProductFilters(state_ids=states[:3])} if states else {})},
        {"odop": ProductFilters(odop=True), "stock": ProductFilters(stocked=True)},
        {"kind": ProductFilters(seller_kinds=["ARTISAN", "SHG"])},
        *({"category": ProductFilters(category_ids=sorted(keys))} for _root, keys in sorted(branches.items())[:6]),
    )
    return cycle(several)
