"""The words of a document and of a question as PostgreSQL's text search has them. Pure.

Each word is there three times: its stem, behind a ~ how it sounds closely, behind a ^ how it sounds loosely.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.engines.document import Words
from search.language.fold import tokens
from search.language.sounds import sounds
from search.language.stems import stem

CLOSE, LOOSE = "~", "^"
MOST_WORDS = 12
"""Of a question; further ones are not looked for."""
LONGEST = 60
"""Letters of a word; what comes after tells no two apart."""
_WEIGHTS = {"title": "A", "kind": "B", "craft": "B", "trait": "C", "place": "C", "maker": "D", "about": "D"}
_WHOLE = "A"
_LAST_PLACE = 16_383  # PostgreSQL's last


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question, and the lexemes by which it may be found: the word itself, what sounds closely, what loosely so."""

    word: str
    ways: tuple[tuple[str, ...], ...]


def vector(words: Words, codes: Iterable[str]) -> str:
    """The document's tsvector as text: each lexeme with the best weight of the parts that it stands in."""
    found = {code_of(code): _WHOLE for code in codes}
    for part, weight in sorted(_WEIGHTS.items(), key=lambda pair: pair[1]):
        for text in getattr(words, part):
            for token in tokens(text):
                for lexeme in lexemes(token):
                    found.setdefault(lexeme, weight)
    places = enumerate(found.items(), start=1)
    return " ".join(f"'{lexeme}':{min(place, _LAST_PLACE)}{weight}" for place, (lexeme, weight) in places if lexeme)


def code_of(code: str) -> str:
    """A code as one lexeme: SAREE-12 is saree12."""
    return "".join(tokens(code))[:LONGEST]


def code_term(text: str) -> Term | None:
    """The whole text as a code; None where it can be none."""
    code = code_of(text)
    return Term(code, ((f"'{code}'",),)) if any(map(str.isdigit, code)) else None


def lexemes(token: str) -> tuple[str, ...]:
    """What a folded word is known by."""
    token = token[:LONGEST]
    heard = sounds(token)
    return (stem(token), CLOSE + heard.close, LOOSE + heard.loose) if heard.close else (stem(token),)


def term(word: str, *, unfinished: bool = False) -> Term:
    """The ways to find a folded word; `unfinished`: it is still being typed."""
    ways: list[tuple[str, ...]] = [(f"'{lexeme}'",) for lexeme in lexemes(word)]
    if unfinished:
        ways[0] = (*ways[0], f"'{word[:LONGEST]}':*")
    return Term(word, tuple(ways))


def terms(text: str, *, unfinished: bool = False) -> list[Term]:
    """The words of a question, each once; `unfinished`: the last one is still being typed."""
    words = list(dict.fromkeys(tokens(text)))[:MOST_WORDS]
    return [term(word, unfinished=unfinished and word == words[-1]) for word in words]


def query(several: Sequence[Term], *, ways: int, joined: str = " & ") -> str:
    """The tsquery that all of these words (with `joined` |: one of them) are found in one of their first ways."""
    return joined.join(f"({' | '.join(one for way in each.ways[:ways] for one in way)})" for each in several)
