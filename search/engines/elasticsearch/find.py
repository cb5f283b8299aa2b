"""Finds products: what has all the words as they are written or closely sound; else what has them in any way, or words that may
have been meant; else what has most of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from marketplace.channels.queries import Viewpoint
from search.engines.elasticsearch import narrowing
from search.engines.elasticsearch.counting import counts_of, questions
from search.engines.elasticsearch.indices import reading
from search.engines.elasticsearch.mapping import NAMES
from search.engines.elasticsearch.mending import mend
from search.engines.elasticsearch.narrowing import Clause
from search.engines.elasticsearch.server import ask
from search.engines.elasticsearch.words import Word, has, loosely, met_in, named_by, strictly, words_of
from search.engines.engine import MOST_PLACES, Counts, Found, Hit, Wanted
from search.ranking.rules import Ranking

PHRASE = 0.5
"""What words count that stand side by side as they were typed."""
FEW = 10
"""Where fewer have all the words, those that have most of them stand behind."""
WHOLE = 2.0
"""How much more it counts to have all the words than to have most."""
FLOOR = 0.15
"""Of the best score, below which those that have most of the words stay out."""
AMONG, ALL = "among", "all"
_SHOWN = ("product", "seller", "small", "quality", "stocked")
_SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read the words: the clauses of which `need` must hold; `strict`: only what closely sounds so; `spelled` as in
    Found; `lost`: words stay unmet; `floor`: the least score."""

    words: Sequence[Word]
    need: int
    strict: bool = False
    spelled: Mapping[str, str] = field(default_factory=dict)
    lost: bool = False
    floor: float = 0.0


def find(wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Found:
    """What is found, in order; mostly by one question, at most by six. Where few have all the words, others that have most of
    them stand behind. EngineDown."""
    words = words_of(wanted)
    if not words and wanted.text.strip():
        return Found((), 0, Counts() if wanted.counted else None)
    if not words:
        return _found(_Way((), 0, True), wanted, at, ranking)[0]
    found, among = _found(_Way(words, len(words), True), wanted, at, ranking)
    if among >= FEW:
        return found
    meant = mend(words, narrowing.seen(at), _base(wanted, at), enough=FEW)
    if not meant.need:
        return found
    way = _Way(meant.words, meant.need, spelled=meant.spelled, lost=meant.unmet)
    return _found(replace(way, floor=FLOOR * _best(way, wanted, at, ranking)), wanted, at, ranking)[0]


def _best(way: _Way, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> float:
    """The best score there is without the parts."""
    query = narrowing.lifted(_query(way, replace(wanted, matched=False), at, ranking), at, ranking)
    hits = ask(reading(), {"query": query, "size": 1, "_source": False, "stored_fields": "_none_"})["hits"]["hits"]
    return hits[0]["_score"] if hits else 0.0


def _found(way: _Way, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> tuple[Found, int]:
    """What is found, and how many there would be without the parts."""
    told = ask(reading(), _body(way, wanted, at, ranking))
    hits = [_hit(one, wanted, at, ranking) for one in told["hits"]["hits"]]
    counted = told.get("aggregations", {})
    counts = counts_of(counted, wanted) if wanted.counted else None
    total = told["hits"]["total"]["value"]
    loosely = way.lost or (ALL in counted and not counted[ALL]["doc_count"])
    return Found(hits, total, counts, way.spelled, loosely), counted[AMONG]["doc_count"] if AMONG in counted else total


def _body(way: _Way, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> dict[str, Any]:
    skip = min(max(wanted.skip, 0), MOST_PLACES)
    parts = [clause for part in wanted.parts.values() for clause in narrowing.clauses(part, at)]
    body: dict[str, Any] = {
        "query": narrowing.lifted(_query(way, wanted, at, ranking), at, ranking),
        "from": skip,
        "size": min(max(wanted.first, 0), MOST_PLACES - skip),
        "sort": narrowing.sort(wanted),
        "track_total_hits": True,
        "_source": False,
        "stored_fields": "_none_",
        "docvalue_fields": [*_SHOWN, {"field": "since", "format": "epoch_millis"}],
    }
    body["aggs"] = questions(wanted, at) if wanted.counted else {}
    if way.floor:
        body["min_score"] = way.floor
    if way.need < len(way.words):
        body["aggs"][ALL] = {"filter": {"bool": {"filter": [*map(has, way.words), *parts]}}}
    if parts:
        body["aggs"][AMONG] = {"filter": narrowing.EVERY}
        body["post_filter"] = {"bool": {"filter": parts}}
    return body


def _base(wanted: Wanted, at: Viewpoint) -> list[Clause]:
    return [*narrowing.seen(at), *narrowing.clauses(wanted.base, at)]


def _query(way: _Way, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Clause:
    held = _base(wanted, at)
    if not way.words:
        return {"bool": {"filter": held, "must": narrowing.EVERY}}
    each = [(strictly if way.strict else loosely)(word, ranking.weights) for word in way.words]
    met: Clause = {"bool": {"should": each, "minimum_should_match": way.need}}
    if way.need == len(each):
        met = {"bool": {"must": each}}
    else:
        whole = {"bool": {"filter": [named_by(word, NAMES) for word in way.words]}}
        met = {"function_score": {"query": met, "functions": [{"filter": whole, "weight": WHOLE}], "boost_mode": "multiply"}}
    beside: list[Clause] = []
    if len(each) > 1:
        text = " ".join(word.text for word in way.words)
        beside.append({"constant_score": {"filter": {"match_phrase": {"phrases": {"query": text, "slop": 1}}}, "boost": PHRASE}})
    if wanted.matched:
        beside += met_in(way.words, strict=way.strict)
    return {"bool": {"filter": held, "must": met, "should": beside}}


def _hit(told: dict[str, Any], wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Hit:
    has = {name: values[0] for name, values in told["fields"].items()}
    score = told["sort"][-2]
    age = at.at.timestamp() - int(has["since"]) / 1000
    lift = ranking.lift(quality=has["quality"], stocked=has["stocked"], age_days=age / _SECONDS_A_DAY)
    return Hit(
        product=has["product"], score=score, text=score / lift, seller=has["seller"], small=has["small"],
        matched=tuple(told.get("matched_queries", ())) if wanted.matched else (),
    )  # fmt: skip
