"""The words of documents and questions as the index has them, whatever their script: cut, stemmed and heard by search.language.

Each word is there three times: its stem, behind a ~ how it sounds closely, behind a ^ how it sounds loosely. Neighbours in a
name are there written together, too: chikan kari is chikankari.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import NamedTuple

from search.language.fold import tokens
from search.language.sounds import sounds
from search.language.stems import stem

CLOSE, LOOSE = "~", "^"
LONGEST = 60
"""Letters of a word; what comes after tells no two apart."""
MOST_ABOUT = 300
"""Different words of a description that are found."""
_NUMBERED = re.compile("[0-9]{3}")  # such a word is a number or a code, which nobody writes as it sounds


class Known(NamedTuple):
    """What several names are known by, each once, as the index takes it, and their words as they are written."""

    by: str
    spelled: tuple[str, ...]


@lru_cache(maxsize=200_000)
def lexemes(token: str) -> tuple[str, ...]:
    """What a folded word is known by: its stem and, where it can be heard, its close and its loose key."""
    token = token[:LONGEST]
    if _NUMBERED.search(token):
        return (stem(token),)
    heard = sounds(token)
    return (stem(token), CLOSE + heard.close, LOOSE + heard.loose) if heard.close else (stem(token),)


def known(names: Iterable[str]) -> Known:
    """All that these names are known by."""
    by: dict[str, None] = {}
    spelled: dict[str, None] = {}
    for words in map(tokens, names):
        together = (first + second for first, second in pairwise(words))
        by.update(dict.fromkeys(chain.from_iterable(map(lexemes, chain(words, together)))))
        spelled.update(dict.fromkeys(word[:LONGEST] for word in words))
    by.pop("", None)
    return Known(" ".join(by), tuple(spelled))


known_of_many = lru_cache(maxsize=10_000)(known)
"""The same for names that many products share: what they are, where they are from, who makes them."""
known_of_few = lru_cache(maxsize=64)(known)
"""The same for names of a product alone, which come once for each channel."""


@lru_cache(maxsize=2_000)
def of_texts(texts: tuple[str, ...]) -> str:
    """What descriptions are known by: stems alone, for in long texts too much sounds alike."""
    words = dict.fromkeys(chain.from_iterable(map(tokens, texts)))
    found = dict.fromkeys(stem(word[:LONGEST]) for word in islice(words, MOST_ABOUT))
    found.pop("", None)
    return " ".join(found)


def code_of(code: str) -> str:
    """A code as one word: SAREE-12 is saree12."""
    return "".join(tokens(code))[:LONGEST]
