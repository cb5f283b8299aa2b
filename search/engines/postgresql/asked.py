"""What is looked for: the words of a question, others that mean the same, and what may be a code. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from search.engines.engine import Wanted
from search.engines.postgresql.lexemes import code_of
from search.language.fold import tokens
from search.language.scripts import foreign

MOST_WORDS = 12
"""Of a question; further ones are not looked for."""
MOST_OTHERS = 24
"""Words that mean the same, of all words together."""
_MOST_LETTERS = 2000


@dataclass(slots=True)
class Term:
    """A word of the question; `begun`: it is still being typed. In place of it and those beside it stand as well: `others`, of
    which all words must be met as they are written, or as they sound, too (`heard`), and `codes`. `known`:
    it is a name, met as it is written."""

    word: str
    begun: bool = False
    known: bool = False
    others: list[tuple[str, ...]] = field(default_factory=list)
    heard: set[tuple[str, ...]] = field(default_factory=set)
    codes: list[str] = field(default_factory=list)


def terms_of(wanted: Wanted) -> list[Term]:
    """The words, each once."""
    found: dict[str, Term] = {}
    text = wanted.text[:_MOST_LETTERS]
    for piece in text.split():
        words = tokens(piece)
        code = code_of(piece) if any(map(str.isdigit, piece)) else ""
        for word in words:
            if word in found or len(found) < MOST_WORDS:
                term = found.setdefault(word, Term(word, known=word in wanted.known))
                if code and code not in term.codes:
                    term.codes.append(code)
    terms = list(found.values())
    if terms and wanted.unfinished and not text[-1:].isspace():
        terms[-1].begun = True
    _add_others(terms, wanted.also)
    return terms


def whole_code(text: str) -> str:
    """The whole text as a code; empty where it can be none."""
    code = code_of(text[:_MOST_LETTERS])
    return code if any(map(str.isdigit, code)) else ""


def _add_others(terms: list[Term], also: Mapping[str, tuple[str, ...]]) -> None:
    """Others by the words, in phrases too, that they stand for; and of each two words what they are if written together."""
    left = MOST_OTHERS
    pairs = ((pair, (pair[0].word + pair[1].word,), True) for pair in pairwise(terms))
    for phrase, others, joined in chain(((*one, False) for one in _met_phrases(terms, also)), pairs):
        for other in others:
            words = tokens(other)
            if words and len(words) <= left:
                left -= len(words)
                for term in phrase:
                    term.others.append(words)
                    if joined or foreign(term.word):
                        term.heard.add(words)


def _met_phrases(terms: list[Term], also: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Sequence[Term], tuple[str, ...]]]:
    words = [term.word for term in terms]
    for phrase, others in also.items():
        asked = list(tokens(phrase))
        for first in range(len(words) - len(asked) + 1) if asked else ():
            if words[first : first + len(asked)] == asked:
                yield terms[first : first + len(asked)], others
