"""The words of a question, each with the ways to meet it: as it is written, as it sounds, run together with its neighbour, by
others that mean the same. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from search.engines.elasticsearch.lexemes import code_of, lexemes
from search.engines.elasticsearch.mapping import PARTS, TITLE
from search.engines.engine import Wanted
from search.language.fold import tokens

MOST_WORDS = 12
"""Of a question; further ones are not looked for."""
MOST_WAYS = 96
"""To meet all words together; a server refuses questions that have too many."""
MOST_LETTERS = 400
_MOST_OTHERS = 8  # that mean the same as a word
_SURE = 3  # signs of a close key by which words are known
WRITTEN, HEARD, HALF_HEARD, TOGETHER, OTHER, MENDED, BEGUN, NATIVE, CODE = 1.0, 0.85, 0.4, 0.4, 0.8, 0.7, 0.3, 0.6, 4.0
"""What ways to meet a word count."""

Clause = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: the lexemes that meet it, with what each counts; those that are only half alike; phrases that mean
    the same; what it may be the beginning of; the codes that it may be part of; and how much of the score it is to make."""

    text: str
    ways: tuple[tuple[str, float], ...]
    loose: tuple[tuple[str, float], ...] = ()
    phrases: tuple[str, ...] = ()
    begun: str = ""
    codes: tuple[str, ...] = ()
    boost: float = 1.0


def words_of(wanted: Wanted) -> list[Word]:
    """The words that are looked for, each once, in their order."""
    texts = list(dict.fromkeys(tokens(wanted.text[:MOST_LETTERS])))[:MOST_WORDS]
    words = {text: _word(text) for text in texts}
    for first, second in pairwise(texts):
        for text in (first, second):
            words[text] = _with(words[text], (first + second,), TOGETHER)
    for phrase, others in wanted.also.items():
        for text in phrase.split():
            if text in words:
                words[text] = _or(words[text], others[:_MOST_OTHERS])
    for text, code in _codes(wanted.text[:MOST_LETTERS]):
        if text in words:
            words[text] = replace(words[text], codes=(*words[text].codes, code))
    if wanted.unfinished and texts:
        words[texts[-1]] = replace(words[texts[-1]], begun=texts[-1])
    return _few(list(words.values()))


def mended(word: Word, near: Iterable[str]) -> Word:
    """The word, met too by those that it may have been meant for."""
    return _with(word, near, MENDED)


def strictly(word: Word, weights: Mapping[str, float]) -> Clause:
    """The word as it is written or closely sounds."""
    return _either(word, word.ways, weights)


def loosely(word: Word, weights: Mapping[str, float]) -> Clause:
    """The word in any way."""
    return _either(word, (*word.ways, *word.loose), weights)


def fields_of(weights: Mapping[str, float]) -> list[str]:
    """The parts, with what a word that is met there counts."""
    title = weights.get("title") or 1.0
    return [f"{part}^{max(1.0, TITLE * weights.get(part, 0.0) / title):g}" for part in PARTS]


def named_by(word: Word, parts: Sequence[str]) -> Clause:
    """What has the word, as it is written or closely sounds, in one of these parts."""
    return {"bool": {"should": [{"terms": {part: [lexeme for lexeme, _counts in word.ways]}} for part in parts]}}


def met_in(words: Sequence[Word], *, strict: bool) -> list[Clause]:
    """Clauses that count nothing and are named for the parts in which they meet a word."""
    ways = [lexeme for word in words for lexeme, _weight in (*word.ways, *(() if strict else word.loose))]
    begun = [word.begun for word in words if word.begun]
    codes = [code for word in words for code in word.codes]
    named: dict[str, Clause] = {part: _in_part(part, ways, begun) for part in PARTS}
    if codes:
        named["code"] = {"terms": {"codes": codes}}
    return [{"constant_score": {"filter": clause, "boost": 0, "_name": name}} for name, clause in named.items()]


def _in_part(part: str, ways: list[str], begun: list[str]) -> Clause:
    met: Clause = {"terms": {part: ways}}
    return {"bool": {"should": [met, *({"prefix": {part: text}} for text in begun)]}} if begun else met


def _word(text: str) -> Word:
    written, *heard = lexemes(text)
    ways, loose = [(written, WRITTEN)], []
    if heard:
        close, half = heard
        (ways if len(close) > _SURE else loose).append((close, HEARD))
        if len(half) >= _SURE:
            loose.append((half, HALF_HEARD))
    return Word(text, tuple(ways), tuple(loose))


def _or(word: Word, others: Iterable[str]) -> Word:
    """The word, met too by what means the same."""
    split = [tokens(other) for other in others]
    met = _with(word, (first for first, *more in split if not more), OTHER)
    return replace(met, phrases=(*word.phrases, *(" ".join(several) for several in split if len(several) > 1)))


def _with(word: Word, others: Iterable[str], weight: float) -> Word:
    """The word, met too by each of these words, counting so much of what it would itself."""
    ways, loose = dict(word.ways), dict(word.loose)
    for other in others:
        made = _word(other)
        for lexeme, counts in made.ways:
            ways[lexeme] = max(ways.get(lexeme, 0.0), counts * weight)
        for lexeme, counts in made.loose:
            loose[lexeme] = max(loose.get(lexeme, 0.0), counts * weight)
    return replace(word, ways=tuple(ways.items()), loose=tuple(loose.items()))


def _codes(text: str) -> list[tuple[str, str]]:
    """The words that are part of what may be a code, and that code: the whole text, and each piece of it that has a digit."""
    found = []
    for piece in dict.fromkeys((text, *text.split())):
        code = code_of(piece)
        if any(map(str.isdigit, code)):
            found += [(word, code) for word in tokens(piece)]
    return found


def _few(words: list[Word]) -> list[Word]:
    """The words with no more ways than a server takes: the surest ones of each."""
    most = max(2, MOST_WAYS // max(1, len(words)))
    return [
        replace(
            word,
            ways=_best(word.ways, most),
            loose=_best(word.loose, most // 2),
            phrases=word.phrases[:most],
            codes=word.codes[:3],
        )
        for word in words
    ]


def _best(ways: tuple[tuple[str, float], ...], most: int) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(ways, key=lambda way: -way[1])[:most])


def _either(word: Word, ways: Iterable[tuple[str, float]], weights: Mapping[str, float]) -> Clause:
    fields = fields_of(weights)
    found: list[Clause] = [{"combined_fields": {"query": lexeme, "fields": fields, "boost": boost}} for lexeme, boost in ways]
    found.append({"match": {"phrases": {"query": word.text, "operator": "and", "boost": NATIVE}}})
    found += ({"match_phrase": {"phrases": {"query": text, "slop": 1, "boost": OTHER}}} for text in word.phrases)
    found += ({"term": {"codes": {"value": code, "boost": CODE}}} for code in word.codes)
    if word.begun:
        found.append({"prefix": {"spelling": {"value": word.begun, "boost": BEGUN}}})
    return {"dis_max": {"queries": found, "boost": word.boost}}
