"""Finds products: what has all the words as they are written or closely sound; else what has them in any way, or words that may
have been meant; else what has most of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marketplace.channels.queries import Viewpoint
from search.engines.elasticsearch import narrowing
from search.engines.elasticsearch.counting import counts_of, questions
from search.engines.elasticsearch.indices import reading
from search.engines.elasticsearch.mending import mend
from search.engines.elasticsearch.narrowing import Clause
from search.engines.elasticsearch.server import ask
from search.engines.elasticsearch.words import Word, loosely, met_in, strictly, words_of
from search.engines.engine import MOST_PLACES, Found, Hit, Wanted
from search.ranking.rules import Ranking

PHRASE = 0.5
"""What words count that stand side by side as they were typed."""
_SHOWN = ("product", "seller", "small", "quality", "stocked")
_SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read the words: the clauses of which `need` must hold; `strict`: only what closely sounds so."""

    words: Sequence[Word]
    need: int
    strict: bool


def find(wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Found:
    """What is found, in order; mostly by one question, at most by four. EngineDown."""
    words = words_of(wanted)
    if not words:
        return Found((), 0) if wanted.text.strip() else _found(_Way((), 0, True), wanted, at, ranking)
    found = _found(_Way(words, len(words), True), wanted, at, ranking)
    if found.total or _has_any(words, wanted, at, ranking):
        return found
    meant = mend(words, narrowing.seen(at), _base(wanted, at), ranking.weights)
    if not meant.need:
        return found
    return _found(
        _Way(meant.words, meant.need, False), wanted, at, ranking, spelled=meant.spelled, loosely=meant.need < len(words)
    )


def _has_any(words: Sequence[Word], wanted: Wanted, at: Viewpoint, ranking: Ranking) -> bool:
    """Whether it is the parts that leave nothing over, and not the words."""
    if not wanted.parts:
        return False
    query = _query(_Way(words, len(words), True), wanted, at, ranking)
    return bool(ask(reading(), {"query": query, "size": 0, "terminate_after": 1})["hits"]["total"]["value"])


def _found(
    way: _Way, wanted: Wanted, at: Viewpoint, ranking: Ranking, *, spelled: dict[str, str] | None = None, loosely: bool = False
) -> Found:
    told = ask(reading(), _body(way, wanted, at, ranking))
    hits = [_hit(one, wanted, at, ranking) for one in told["hits"]["hits"]]
    counts = counts_of(told["aggregations"], wanted) if wanted.counted else None
    return Found(hits, told["hits"]["total"]["value"], counts, spelled or {}, loosely)


def _body(way: _Way, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> dict[str, Any]:
    skip = min(max(wanted.skip, 0), MOST_PLACES)
    parts = [clause for part in wanted.parts.values() for clause in narrowing.clauses(part, at)]
    inside = [] if wanted.counted else parts
    body: dict[str, Any] = {
        "query": narrowing.lifted(_query(way, wanted, at, ranking, parts=inside), at, ranking),
        "from": skip,
        "size": min(max(wanted.first, 0), MOST_PLACES - skip),
        "sort": narrowing.sort(wanted),
        "track_total_hits": True,
        "_source": False,
        "stored_fields": "_none_",
        "docvalue_fields": [*_SHOWN, {"field": "changed", "format": "epoch_millis"}],
    }
    if wanted.counted:
        body["aggs"] = questions(wanted, at)
        if parts:
            body["post_filter"] = {"bool": {"filter": parts}}
    return body


def _base(wanted: Wanted, at: Viewpoint) -> list[Clause]:
    return [*narrowing.seen(at), *narrowing.clauses(wanted.base, at)]


def _query(way: _Way, wanted: Wanted, at: Viewpoint, ranking: Ranking, *, parts: Sequence[Clause] = ()) -> Clause:
    held = [*_base(wanted, at), *parts]
    if not way.words:
        return {"bool": {"filter": held, "must": narrowing.EVERY}}
    each = [(strictly if way.strict else loosely)(word, ranking.weights) for word in way.words]
    met: Clause = {"bool": {"should": each, "minimum_should_match": way.need}}
    if way.need == len(each):
        met = {"bool": {"must": each}}
    beside: list[Clause] = []
    if len(each) > 1:
        text = " ".join(word.text for word in way.words)
        beside.append({"match_phrase": {"phrases": {"query": text, "slop": 1, "boost": PHRASE}}})
    if wanted.matched:
        beside += met_in(way.words, strict=way.strict)
    return {"bool": {"filter": held, "must": met, "should": beside}}


def _hit(told: dict[str, Any], wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Hit:
    has = {name: values[0] for name, values in told["fields"].items()}
    score = told["sort"][-2]
    age = at.at.timestamp() - int(has["changed"]) / 1000
    lift = ranking.lift(quality=has["quality"], stocked=has["stocked"], age_days=age / _SECONDS_A_DAY)
    return Hit(
        product=has["product"], score=score, text=score / lift, seller=has["seller"], small=has["small"],
        matched=tuple(told.get("matched_queries", ())) if wanted.matched else (),
    )  # fmt: skip
