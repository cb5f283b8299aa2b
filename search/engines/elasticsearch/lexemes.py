"""The words of documents and questions as the index has them, whatever their script: cut, stemmed and heard by search.language.

Each word is there three times: its stem, behind a ~ how it sounds closely, behind a ^ how it sounds loosely. Neighbours in a
name are there written together, too: chikan kari is chikankari.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain, islice, pairwise

from search.language.fold import tokens
from search.language.sounds import sounds
from search.language.stems import stem

CLOSE, LOOSE = "~", "^"
LONGEST = 60
"""Letters of a word; what comes after tells no two apart."""
MOST_ABOUT = 300
"""Different words of a description that are found."""


@lru_cache(maxsize=200_000)
def lexemes(token: str) -> tuple[str, ...]:
    """What a folded word is known by: its stem and, where it can be heard, its close and its loose key."""
    token = token[:LONGEST]
    heard = sounds(token)
    return (stem(token), CLOSE + heard.close, LOOSE + heard.loose) if heard.close else (stem(token),)


@lru_cache(maxsize=50_000)
def of_name(name: str) -> tuple[str, ...]:
    """All that a name is known by."""
    words = tokens(name)
    together = (first + second for first, second in pairwise(words))
    return tuple(dict.fromkeys(lexeme for word in (*words, *together) for lexeme in lexemes(word) if lexeme))


@lru_cache(maxsize=50_000)
def spelled(name: str) -> tuple[str, ...]:
    """The words of a name as they are written."""
    return tuple(word[:LONGEST] for word in tokens(name))


def together(names: Iterable[str], known_by: Callable[[str], Iterable[str]]) -> str:
    """What several names are known by, each once, as the index takes it."""
    return " ".join(dict.fromkeys(chain.from_iterable(map(known_by, names))))


def of_texts(texts: Iterable[str]) -> str:
    """What descriptions are known by: stems alone, for in long texts too much sounds alike."""
    words = dict.fromkeys(chain.from_iterable(map(tokens, texts)))
    found = dict.fromkeys(stem(word[:LONGEST]) for word in islice(words, MOST_ABOUT))
    found.pop("", None)
    return " ".join(found)


def code_of(code: str) -> str:
    """A code as one word: SAREE-12 is saree12."""
    return "".join(tokens(code))[:LONGEST]
