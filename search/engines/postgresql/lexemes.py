"""The words of a document and of a question as PostgreSQL's text search has them. Pure.

A word is there as its stem (=), as how it sounds closely (~) and how it sounds loosely (^), each behind the sign of the part of
the document that it stands in: t=sare, t~sri. So which part a word is met in, and how, is told by the index alone.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from search.engines.document import Words
from search.language.fold import tokens
from search.language.scripts import foreign
from search.language.sounds import sounds
from search.language.stems import stem

CODE = "code"
WRITTEN, CLOSE, LOOSE = range(3)
"""How a word is met, the best way first."""
LONGEST = 60
"""Letters of a word; what comes after tells no two apart."""
_SIGNS = {"title": "t", "kind": "k", "craft": "c", "trait": "r", "place": "p", "maker": "m", "about": "a", CODE: "x"}
_WAYS = "=~^"
_LAST_WAY = {"maker": CLOSE, "about": WRITTEN, CODE: WRITTEN}
"""In long texts and names of people too much sounds alike."""
_LEAST_HEARD = 3  # signs of a key; of others too much sounds so, and only words that nobody writes are met by them
_LEAST_BEGUN = 2  # letters: what begins with one stands in half of all titles


class Met(NamedTuple):
    """The part of a document that a word may be met in, how, and the tsquery that finds those documents; those that are met in
    a better way in the same part are left out."""

    part: str
    way: int
    query: str


def vector(words: Words, codes: Iterable[str]) -> str:
    """The document's tsvector as text."""
    coded = {f"'{_SIGNS[CODE]}{_WAYS[WRITTEN]}{code_of(code)}'" for code in codes}
    alone = (_known.__wrapped__(part, getattr(words, part)) for part in ("title", "about"))
    shared = (_known(part, getattr(words, part)) for part in words._fields if part not in ("title", "about"))
    return " ".join((*coded, *alone, *shared))


@lru_cache(maxsize=10_000)
def _known(part: str, texts: tuple[str, ...]) -> str:
    """What a part of a document is known by; kept, for many products share what they are, where they are from, who makes them."""
    sign, ways = _SIGNS[part], _LAST_WAY.get(part, LOOSE) + 1
    words = dict.fromkeys(chain.from_iterable(map(tokens, texts)))
    found = dict.fromkeys(f"'{sign}{_WAYS[way]}{key}'" for word in words for way, key in enumerate(_keys(word)[:ways]))
    return " ".join(found)


def code_of(code: str) -> str:
    """A code as one word: SAREE-12 is saree12."""
    return "".join(tokens(code))[:LONGEST]


def meetings(word: str, *, begun: bool = False) -> Iterator[Met]:
    """All ways to meet a folded word; `begun`: it is still being typed."""
    stem, *heard = _keys(word)
    keys = (stem, *(key for key in heard if len(key) >= _LEAST_HEARD or foreign(word)))
    for part, sign in _SIGNS.items():
        better: list[str] = []
        for way, key in enumerate(keys[: _LAST_WAY.get(part, LOOSE) + 1]):
            lexeme = f"'{sign}{_WAYS[way]}{key}'"
            if lexeme not in better:
                yield Met(part, way, " & !".join([lexeme, *better]))
                better.append(lexeme)
        if begun and part != "about" and len(word) >= _LEAST_BEGUN:
            yield Met(part, CLOSE, " & !".join([f"'{sign}={word[:LONGEST]}':*", *better]))


def coded(code: str) -> Met:
    """The way to meet a code as a whole."""
    return Met(CODE, WRITTEN, f"'{_SIGNS[CODE]}{_WAYS[WRITTEN]}{code}'")


@lru_cache(maxsize=100_000)
def _keys(token: str) -> tuple[str, ...]:
    """What a folded word is known by, in the order of the ways."""
    token = token[:LONGEST]
    heard = sounds(token)
    return (stem(token), heard.close, heard.loose) if heard.close else (stem(token),)
