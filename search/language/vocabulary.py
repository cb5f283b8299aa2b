"""The names that a query may say: of districts, States, crafts, categories, colours, materials; by letters, stem and sound."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from search.language.fold import folded, tokens
from search.language.plain import PLAIN
from search.language.roman import roman
from search.language.sounds import sound, sounds
from search.language.stems import stem

DISTRICT, STATE, CRAFT, CATEGORY, COLOUR, MATERIAL = "district", "state", "craft", "category", "colour", "material"
HSN = "hsn"
PLACES = frozenset((DISTRICT, STATE))
KINDS = (DISTRICT, STATE, CRAFT, CATEGORY, MATERIAL, COLOUR, HSN)
"""Kinds of names; of one name's meanings, that of the first kind comes first."""
LEAST_CLOSE, LEAST_LOOSE, MORE_OF_A_PLACE = 4, 5, 1
"""Signs of a key: shorter ones are shared by too many words to be trusted; there are many places."""
_LEAST_ADJECTIVE = 7  # Roman letters: of Dhar no dhari, which is a stripe
MOST_WORDS = 6  # of a name

_ENDINGS = (("au", "avi"), ("ow", "owi"), ("ow", "awi"), ("a", "i"), ("e", "i"), ("i", "i"), ("ा", "ी"), ("ी", "ी"), ("ऊ", "वी"))


class Name(NamedTuple):
    """What something of a kind is called, in any script; `key` is how the caller knows it."""

    kind: str
    name: str
    key: str


class Meaning(NamedTuple):
    """What a name may mean."""

    kind: str
    key: str


Meanings = Mapping[str, tuple[Meaning, ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names by their folded letters, by their stems and by how they sound; `adjectives` of places, by letters and close key."""

    named: Meanings
    stemmed: Meanings
    close: Meanings
    loose: Meanings
    adjectives: Meanings
    heard_adjectives: Meanings
    words: frozenset[str]  # by which products are called, too
    longest: int


def vocabulary_of(names: Iterable[Name], *, words: Iterable[str] = ()) -> Vocabulary:
    """The vocabulary of these names; `words` are further words that products are called by (Banaras, Patola)."""
    named = _Gathered()
    stemmed, close, loose = _Gathered(), _Gathered(), _Gathered()
    adjectives, heard = _Gathered(), _Gathered()
    called = {word for text in words for word in tokens(text)}
    for kind, name, key in names:
        meaning, phrase = Meaning(kind, key), folded(name)
        split = phrase.split()
        if not 0 < len(split) <= MOST_WORDS or phrase in PLAIN.stop:
            continue
        named.add(phrase, meaning)
        if kind == HSN:
            continue
        _add_sounds(close, loose, name, meaning)
        if kind in PLACES:
            for adjective in _adjectives(phrase) if len(split) == 1 else ():
                key = sound(adjective)
                if len(key) > LEAST_CLOSE:
                    heard.add(key, meaning)
                if len(key) > LEAST_CLOSE or len(roman(adjective)) >= _LEAST_ADJECTIVE:
                    adjectives.add(adjective, meaning)
            continue
        stemmed.add(" ".join(map(stem, split)), meaning)
        if len(split) == 1:
            called.add(phrase)
    longest = max((len(phrase.split()) for phrase in named.found), default=0)
    return Vocabulary(
        named.done(),
        stemmed.done(),
        close.done(),
        loose.done(),
        adjectives.done(),
        heard.done(),
        words=frozenset(called),
        longest=longest,
    )


def _add_sounds(close: "_Gathered", loose: "_Gathered", name: str, meaning: Meaning) -> None:
    key, more = sounds(name), MORE_OF_A_PLACE * (meaning.kind in PLACES)
    if len(key.close) >= LEAST_CLOSE + more:
        close.add(key.close, meaning)
    if len(key.loose) >= LEAST_LOOSE + more:
        loose.add(key.loose, meaning)


def _adjectives(place: str) -> set[str]:
    """What is from there: of lucknow lucknowi, of पटना पटनी."""
    if len(place) < 4:
        return set()
    made = {place + ("i" if place.isascii() else "ी")}
    return made | {place.removesuffix(end) + put for end, put in _ENDINGS if place.endswith(end)}


class _Gathered:
    """Meanings by what stands for them, each once."""

    def __init__(self) -> None:
        self.found: dict[str, set[Meaning]] = {}

    def add(self, sign: str, meaning: Meaning) -> None:
        """One more."""
        self.found.setdefault(sign, set()).add(meaning)

    def done(self) -> Meanings:
        """In the order of kinds."""
        return {sign: tuple(sorted(meanings, key=_place)) for sign, meanings in self.found.items()}


def _place(meaning: Meaning) -> tuple[int, str]:
    return (KINDS.index(meaning.kind) if meaning.kind in KINDS else len(KINDS), meaning.key)
