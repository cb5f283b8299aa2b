"""What a list is narrowed to, who may see what, and in which order it stands, as Elasticsearch says it. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from catalog.listing.census import unknown
from catalog.listing.filters import ProductFilters
from catalog.origin.queries import today_of
from marketplace.channels.queries import Viewpoint
from search.engines.engine import Order, Wanted
from search.ranking.rules import Ranking

Clause = dict[str, Any]
EVERY: Clause = {"match_all": {}}
_MOST_TERMS = 50_000
_KEYS = {
    "district_ids": "district", "state_ids": "state", "category_ids": "categories", "craft_ids": "craft_key",
    "gi_tag_ids": "gi_tag", "seller_kinds": "seller_kind", "countries": "country",
}  # fmt: skip
_NUMBERS = {"ids": "product", "seller_ids": "seller"}
_FLAGS = {"odop": "odop", "women_led": "women_led", "stocked": "stocked"}
_NEVER_RATED = {"missing": "_last", "order": "desc"}
_SECONDS_A_DAY = 86_400
_LONG_DAYS = 36_500
"""Further ahead than any moment: decay counts distances in both directions, and the future is to be as new as today."""


def seen(at: Viewpoint) -> list[Clause]:
    """What the world may see in the channel at that moment."""
    return [{"term": {"channel": at.channel_id}}, {"range": {"since": {"lte": _moment(at.at)}}}]


def clauses(filters: ProductFilters, at: Viewpoint) -> list[Clause]:
    """What must all hold. ValueError for filters that only the database knows."""
    if unknown(filters):
        raise ValueError("filters that an engine does not know")
    found: list[Clause] = []
    for member, name in (*_KEYS.items(), *_NUMBERS.items()):
        values = getattr(filters, member)
        if values is not None:
            found.append(_among(name, list(values) if member in _NUMBERS else list(map(str, values))))
    for member, name in _FLAGS.items():
        value = getattr(filters, member)
        if value is not None:
            found.append({"term": {name: value}})
    if filters.gi is not None:
        badge = with_badge(at)
        found.append(badge if filters.gi else {"bool": {"must_not": badge}})
    for bounds, name in (((filters.price_from, filters.price_to), "price"), ((_hundredths(filters.rating_from), None), "rating")):
        if bounds != (None, None):
            found.append(
                {"range": {name: {word: one for word, one in zip(("gte", "lte"), bounds, strict=True) if one is not None}}}
            )
    found += (_among("choices", list(map(str, condition.choice_ids or ()))) for condition in filters.attributes)
    return found


def with_badge(at: Viewpoint) -> Clause:
    """What bears a GI badge that day."""
    return {"term": {"gi_days": today_of(at).isoformat()}}


def lifted(query: Clause, at: Viewpoint, ranking: Ranking) -> Clause:
    """The query, its score times Ranking.lift."""
    scale = f"{max(1, round(ranking.half_life * _SECONDS_A_DAY))}s"
    recent = {"origin": _moment(at.at, days=_LONG_DAYS), "offset": f"{_LONG_DAYS}d", "scale": scale, "decay": 0.5}
    functions: Sequence[Clause] = (
        {"weight": 1},
        {"field_value_factor": {"field": "quality", "missing": 0}, "weight": ranking.quality},
        {"filter": {"term": {"stocked": True}}, "weight": ranking.stocked},
        {"exp": {"since": recent}, "weight": ranking.recent},
    )
    functions = [one for one in functions if one["weight"]]
    return {"function_score": {"query": query, "functions": functions, "score_mode": "sum", "boost_mode": "multiply"}}


def sort(wanted: Wanted) -> list[Clause]:
    """The order; the score is always among it."""
    ties: list[Clause] = [{"_score": "desc"}, {"product": "asc"}]
    if wanted.order is Order.NEAR and wanted.near:
        latitude, longitude = wanted.near
        there = {"where": {"lat": latitude, "lon": longitude}, "order": "asc", "unit": "km"}
        return [{"_geo_distance": there}, *ties]
    first: dict[Order, Clause] = {
        Order.CHEAPEST: {"price": {"order": "asc", "missing": "_last"}},
        Order.DEAREST: {"price": {"order": "desc", "missing": "_last"}},
        Order.NEWEST: {"since": "desc"},
        Order.RATING: {"rating": _NEVER_RATED},
    }
    return [first[wanted.order], *ties] if wanted.order in first else ties


def _among(name: str, values: Sequence[Any]) -> Clause:
    if len(values) <= _MOST_TERMS:
        return {"terms": {name: values}}
    parts = [values[start : start + _MOST_TERMS] for start in range(0, len(values), _MOST_TERMS)]
    return {"bool": {"should": [{"terms": {name: part}} for part in parts]}}


def _hundredths(stars: int | None) -> int | None:
    return None if stars is None else 100 * stars


def _moment(moment: datetime, *, days: int = 0) -> int:
    """As Elasticsearch counts, in milliseconds."""
    return round(moment.timestamp() * 1000) + days * _SECONDS_A_DAY * 1000
