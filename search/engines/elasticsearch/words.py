"""The words of a question, each with the ways to meet it: as it is written, as it sounds, run together with its neighbour, by
others that mean the same. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from search.engines.elasticsearch.lexemes import code_of, lexemes
from search.engines.elasticsearch.mapping import PARTS
from search.engines.engine import Wanted
from search.language.fold import tokens
from search.language.scripts import foreign

MOST_WORDS = 12
"""Of a question; further ones are not looked for."""
MOST_WAYS = 96
"""To meet all words together; a server refuses questions that have too many."""
MOST_LETTERS = 400
_MOST_OTHERS = 12  # that mean the same as a word
_SURE, _SURE_OF_OTHERS = 3, 4  # signs of a close key that no longer tells words apart
WRITTEN, HEARD, OTHER, FAR, HALF_HEARD = 1.0, 0.9, 0.8, 0.7, 0.4
"""What ways to meet a word count: as it is written; as it sounds; run together with its neighbour, or by a word that means the
same; as that sounds, or by a word that may have been meant; by what sounds half alike."""
BEGUN, NATIVE, CODE = 0.3, 0.5, 4.0
LITTLE = 0.2
"""Parts that count no more than this make no difference between the ways."""
MORE = 0.4
"""What a word counts in all parts but the one where it counts most."""

Clause = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: the lexemes that meet it, with what each counts; those that are only half alike; phrases that mean
    the same; what it may be the beginning of; the codes that it may be part of; how much of the score it is to make; and whether
    it is a name that is not to be mended."""

    text: str
    ways: tuple[tuple[str, float], ...]
    loose: tuple[tuple[str, float], ...] = ()
    phrases: tuple[str, ...] = ()
    begun: str = ""
    codes: tuple[str, ...] = ()
    boost: float = 1.0
    known: bool = False


def words_of(wanted: Wanted) -> list[Word]:
    """The words that are looked for, each once, in their order."""
    texts = list(dict.fromkeys(tokens(wanted.text[:MOST_LETTERS])))[:MOST_WORDS]
    words = {
        text: Word(text, ((lexemes(text)[0], WRITTEN),), known=True) if text in wanted.known else _word(text) for text in texts
    }
    for first, second in pairwise(texts):
        for text in (first, second):
            words[text] = _with(words[text], (first + second,), OTHER, heard=True)
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
    return _with(word, near, FAR, heard=True)


def strictly(word: Word, weights: Mapping[str, float]) -> Clause:
    """The word as it is written or closely sounds: it counts what the best part does that has it in the best way, and some of
    the others."""
    return _either(word, word.ways, weights)


def loosely(word: Word, weights: Mapping[str, float]) -> Clause:
    """The word in any way."""
    return _either(word, (*word.ways, *word.loose), weights)


def has(word: Word, *, strict: bool = False) -> Clause:
    """What has the word, in any way or (`strict`) as it is written or closely sounds; it counts nothing."""
    met = [lexeme for lexeme, _counts in (*word.ways, *(() if strict else word.loose))]
    return {"bool": {"should": [*({"terms": {part: met}} for part in PARTS), *(clause for clause, _counts in _beside(word))]}}


def begun_by(word: Word) -> Clause:
    """What has a word that begins with it."""
    return {"prefix": {"spelling": word.text}}


def named_by(word: Word, parts: Sequence[str]) -> Clause:
    """What has the word, as it is written or closely sounds, in one of these fields."""
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


def _word(text: str, *, written: float = WRITTEN, heard: float = HEARD, sure: int = _SURE) -> Word:
    stem, *keys = lexemes(text)
    ways, loose = [(stem, written)], list[tuple[str, float]]()
    if keys:
        close, half = keys
        (ways if len(close) > sure else loose).append((close, heard))
        if len(half) >= _SURE:
            loose.append((half, HALF_HEARD))
    return Word(text, tuple(ways), tuple(loose))


def _or(word: Word, others: Iterable[str]) -> Word:
    """The word, met too by what means the same."""
    split = [tokens(other) for other in others]
    met = _with(word, (first for first, *more in split if not more), OTHER, heard=foreign(word.text))
    return replace(met, phrases=(*word.phrases, *(" ".join(several) for several in split if len(several) > 1)))


def _with(word: Word, others: Iterable[str], written: float, *, heard: bool) -> Word:
    """The word, met too by each of these words, which count so much where they are written; by how they sound only if `heard`."""
    ways, loose = dict(word.ways), dict(word.loose)
    for other in others:
        made = _word(other, written=written, heard=FAR, sure=_SURE_OF_OTHERS)
        for lexeme, counts in made.ways if heard else made.ways[:1]:
            ways.setdefault(lexeme, counts)
        if written == FAR:
            loose |= dict(made.loose)
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
    counted: dict[float, list[str]] = {}
    for lexeme, counts in ways:
        counted.setdefault(counts, []).append(lexeme)
    found: list[Clause] = []
    for part in PARTS:
        weight = weights.get(part, 0.0)
        if weight > LITTLE:
            met = [_constant({"terms": {part: lexemes}}, counts * weight) for counts, lexemes in counted.items()]
            found.append({"dis_max": {"queries": met}})
        else:
            found.append(_constant({"terms": {part: [lexeme for lexemes in counted.values() for lexeme in lexemes]}}, weight))
    found += (_constant(clause, counts * weights.get("title", 1.0)) for clause, counts in _beside(word))
    return {"dis_max": {"queries": found, "tie_breaker": MORE, "boost": word.boost}}


def _beside(word: Word) -> Iterator[tuple[Clause, float]]:
    """What else meets the word than its lexemes, and what that counts."""
    yield {"match": {"phrases": {"query": word.text, "operator": "and"}}}, NATIVE
    for text in word.phrases:
        yield {"match_phrase": {"phrases": {"query": text, "slop": 1}}}, OTHER
    for code in word.codes:
        yield {"term": {"codes": code}}, CODE
    if word.begun:
        yield {"prefix": {"spelling": word.begun}}, BEGUN


def _constant(clause: Clause, counts: float) -> Clause:
    return {"constant_score": {"filter": clause, "boost": counts}}
