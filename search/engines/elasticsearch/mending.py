"""What is looked for where nothing has all the words: the half alike and what may have been meant of those that nobody wrote, and
as many of the words as something has together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt
from typing import Any

from search.engines.elasticsearch.indices import reading
from search.engines.elasticsearch.lexemes import CLOSE
from search.engines.elasticsearch.mapping import NAMES
from search.engines.elasticsearch.narrowing import EVERY, Clause
from search.engines.elasticsearch.server import ask
from search.engines.elasticsearch.words import Word, begun_by, has, mended, named_by
from search.language.sounds import sounds
from search.language.stems import stem

SHORTEST = 4
"""Letters of a word that may be mistyped."""
LIKE = 0.72
"""How much of a word must stay as it was typed."""
BESIDE, GUESSED = 0.6, 0.6
"""What a word counts that names no kind of thing and no craft, and one that is not written so anywhere."""
_KINDS = ("kind", "craft")
_EVERY, _STEM, _BEGUN = "every", "stem", "begun"
_OPTIONS = 5
_PAIR = 2  # words, of which one is as few as can be


@dataclass(frozen=True, slots=True)
class Meant:
    """The words that something has, of which `need` are to be met (0: there are none); what is looked for in place of those that
    nothing has; and whether others stay unmet, or are met only by what sounds half alike."""

    words: Sequence[Word]
    need: int
    spelled: dict[str, str]
    unmet: bool


def mend(words: Sequence[Word], seen: Sequence[Clause], base: Sequence[Clause], *, enough: int) -> Meant:
    """Of what may be `seen` it is known which words there are; of what passes the `base`, how many of them so many products have
    as are `enough`, or else as few as half of them. At most three questions."""
    filters = {_EVERY: EVERY}
    for word in words:
        filters[f"written-{word.text}"] = has(word, strict=True)
        filters[f"known-{word.text}"] = has(word)
        filters[f"kind-{word.text}"] = named_by(word, _KINDS)
    written = tuple(way for way in words[-1].ways if not way[0].startswith(CLOSE))
    last = replace(words[-1], ways=written, loose=(), begun=words[-1].text)
    filters[_STEM], filters[_BEGUN] = _named(last.ways[0][0]), begun_by(last)
    told = ask(reading(), {**_numbers(filters, seen), "suggest": _suggest(words)})
    counts = _counts(told)
    begun = last.text if len(last.text) >= SHORTEST and counts[_BEGUN] and not counts[_STEM] and not last.known else ""
    lost = {word.text for word in words if not counts[f"written-{word.text}"] or word.text == begun}
    options = _visible({text: found for text, found in told.get("suggest", {}).items() if text in lost}, seen)
    meant: list[Word] = []
    spelled: dict[str, str] = {}
    for word in words:
        if (number := counts[f"written-{word.text}"]) and word.text != begun:
            boost = _importance(number, counts[f"kind-{word.text}"], counts[_EVERY])
            meant.append(replace(word, loose=(), boost=boost))
            continue
        if word.text == begun:
            meant.append(last)
            continue
        near = _nearest(word.text, options.get(word.text, ()))
        if near and not counts[f"known-{word.text}"]:
            spelled[word.text] = near
        if near or counts[f"known-{word.text}"]:
            meant.append(replace(mended(word, (near,)) if near else word, boost=GUESSED))
    return Meant(meant, _need(meant, base, enough), spelled, not lost <= {*spelled, begun})


def _importance(number: int, of_kind: int, every: int) -> float:
    """How much a word is to make of the score where not all words are met: one that says what kind of thing a product is more
    than one that is only said of it, and a rare one not as much more as it does where all are met."""
    rarity = log(1 + (every - number + 0.5) / (number + 0.5))
    return (BESIDE + (1 - BESIDE) * min(1.0, of_kind / number)) * sqrt(max(1.0, rarity))


def _need(words: Sequence[Word], base: Sequence[Clause], enough: int) -> int:
    """How many of the words are to be met: as many as the product does that meets most but a few."""
    if len(words) <= _PAIR:
        return min(len(words), 1)
    each = [{"constant_score": {"filter": has(word)}} for word in words]
    query = {"bool": {"filter": list(base), "should": each, "minimum_should_match": 1}}
    hits = ask(reading(), {"query": query, "size": enough, "_source": False, "stored_fields": "_none_"})["hits"]["hits"]
    met: list[int] = [round(hit["_score"]) for hit in hits]
    if not met:
        return 0
    return max(met[-1] if len(met) == enough else 1, (met[0] + 1) // 2)


def _numbers(filters: Mapping[str, Clause], among: Sequence[Clause]) -> dict[str, Any]:
    """The question how many pass each of these filters."""
    counted = {"numbers": {"filters": {"filters": dict(filters)}}}
    return {"query": {"bool": {"filter": list(among)}}, "size": 0, "track_total_hits": False, "aggs": counted}


def _counts(told: Mapping[str, Any]) -> dict[str, int]:
    return {name: one["doc_count"] for name, one in told["aggregations"]["numbers"]["buckets"].items()}


def _suggest(words: Sequence[Word]) -> dict[str, Any]:
    """The question which words are written much like these."""
    how = {
        "field": "spelling", "suggest_mode": "always", "max_edits": 2, "prefix_length": 0, "min_word_length": SHORTEST,
        "size": _OPTIONS, "shard_size": 4 * _OPTIONS,
    }  # fmt: skip
    usable = (word.text for word in words if len(word.text) >= SHORTEST and not word.text.isdigit() and not word.known)
    return {text: {"text": text, "term": how} for text in usable}


def _visible(suggested: Mapping[str, Any], seen: Sequence[Clause]) -> dict[str, list[Mapping[str, Any]]]:
    """The options for each word that are like it and that something has which may be seen: words of what is hidden are hidden."""
    options = {
        text: [one for entry in entries for one in entry["options"] if one["score"] >= LIKE and not one["text"].isdigit()]
        for text, entries in suggested.items()
    }
    filters = {one["text"]: _named(stem(one["text"])) for several in options.values() for one in several}
    if not filters:
        return {}
    counts = _counts(ask(reading(), _numbers(filters, seen)))
    return {text: [one for one in several if counts[one["text"]]] for text, several in options.items()}


def _named(lexeme: str) -> Clause:
    return {"bool": {"should": [{"term": {part: lexeme}} for part in NAMES]}}


def _nearest(text: str, options: Sequence[Mapping[str, Any]]) -> str | None:
    """The likeliest: what differs least, before others what sounds most alike, then what is written most often."""
    heard = sounds(text)

    def likeness(option: Mapping[str, Any]) -> tuple[float, bool, int, str]:
        return (round(option["score"], 2), sounds(option["text"]).loose == heard.loose, option["freq"], option["text"])

    return max(options, key=likeness)["text"] if options else None
