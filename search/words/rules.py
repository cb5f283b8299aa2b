"""What a word's synonyms are, out of all groups of words that mean the same; and what makes a group. Pure."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.language.fold import folded
from search.language.plain import PLAIN
from search.language.scripts import foreign
from search.language.sounds import sounds
from search.language.stems import stem
from search.language.vocabulary import LEAST_CLOSE

MOST_WORDS = 40
"""Of a group, and as many that it finds besides."""
MOST_PARTS = 4
"""Words that a phrase of a group may have."""
MOST_ALSO = 4
"""Others that are looked for beside a word: the first are the nearest to it, and with each further one more is found that was not
meant (on our judged queries 12 lose more than they win)."""
_WRITTEN = re.compile("[a-z0-9 \u0900-\u097f]+")
Table = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """For folded phrases, what else is looked for: by their letters, by the stems of their words, and by how they sound."""

    told: Table
    stemmed: Table
    heard: Table
    longest: int

    def of(self, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """For these words and for phrases of them, those that are known: folded, the likeliest first, at most MOST_ALSO."""
        found = {}
        for length in range(min(self.longest, len(words)), 0, -1):
            for at in range(len(words) - length + 1):
                phrase = " ".join(words[at : at + length])
                if also := self._of(phrase):
                    found[phrase] = also
        return found

    def _of(self, phrase: str) -> tuple[str, ...]:
        stems = stems_of(phrase)
        also = self.told.get(phrase) or self.stemmed.get(stems)
        if also is None and " " not in phrase and len(key := _sound_of(phrase)) >= LEAST_CLOSE:
            also = self.heard.get(key)
        others = [one for one in also or () if stems_of(one) != stems and _is_readable(one, phrase)]
        if _is_heard(phrase):  # behind the usual word of the group; those that are found by how it sounds anyway come last
            others[1:] = sorted(others[1:], key=lambda one: _sound_of(one) == _sound_of(phrase))
        return tuple(others[:MOST_ALSO])


def thesaurus_of(groups: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Thesaurus:
    """Of groups: words that mean the same, and what is found besides by who looks for one of them."""
    gathered: dict[str, dict[str, None]] = {}
    for words, finds in groups:
        phrases = list(dict.fromkeys(filter(None, map(looked_for, words))))
        also = dict.fromkeys(_likeliest_first(phrases, [*filter(None, map(looked_for, finds))]))
        for phrase in phrases:
            gathered.setdefault(phrase, {}).update(also)
    told = {phrase: tuple(one for one in also if one != phrase) for phrase, also in gathered.items()}
    return Thesaurus(
        told,
        _under(told, stems_of),
        _under({phrase: also for phrase, also in told.items() if _is_heard(phrase) and " " not in phrase}, _sound_of),
        longest=max((len(phrase.split()) for phrase in told), default=0),
    )


def _likeliest_first(words: Sequence[str], finds: Sequence[str]) -> list[str]:
    """Those that catalogues are written in and that no other sounds like, what is found besides, and then the rest: sounds alike
    are found alike, and few catalogues are written in other scripts."""
    met: set[str] = set()
    first: list[str] = []
    rest: list[str] = []
    for word in words:
        key = _sound_of(word) if _is_heard(word) else ""
        (first if key and key not in met else rest).append(word)
        met.add(key)
    return [*first, *finds, *rest]


def _is_readable(one: str, phrase: str) -> bool:
    """Whether catalogues that are found by the phrase are written so: in Roman letters, in Devanagari, or as the phrase is."""
    return not foreign(one) or _block(one) == _block(phrase)


def _block(text: str) -> int:
    """Where the letters of its script stand."""
    return ord(text[0]) >> 7


def _is_heard(phrase: str) -> bool:
    return _WRITTEN.fullmatch(phrase) is not None


@lru_cache(maxsize=32_768)
def _sound_of(phrase: str) -> str:
    return sounds(phrase).close


def _under(told: Table, sign: Callable[[str], str]) -> Table:
    """The same by another sign of the phrases, where all phrases that have it mean the same: else nobody knows what is meant."""
    found: dict[str, tuple[str, ...]] = {}
    unclear = set()
    for phrase, also in told.items():
        key = sign(phrase)
        others = found.setdefault(key, also)
        if others is not also and phrase not in others and not _overlap({phrase, *also}, others):
            unclear.add(key)
    return {key: also for key, also in found.items() if key not in unclear}


def _overlap(one: Iterable[str], other: Iterable[str]) -> bool:
    return not set(one).isdisjoint(other)


def looked_for(phrase: str) -> str:
    """The phrase as the words of a question are: folded, without those that are not looked for, unless it has no other."""
    words = folded(phrase).split()
    return " ".join([word for word in words if word not in PLAIN.stop] or words)


def stems_of(phrase: str) -> str:
    """The stem of each word."""
    return " ".join(map(stem, phrase.split()))


def key_of(words: Iterable[str]) -> str:
    """What all groups of these words have in common, however they are written and in whatever order."""
    return hashlib.sha256("\n".join(sorted(_looked_for(words))).encode()).hexdigest()


def _looked_for(words: Iterable[str]) -> Iterator[str]:
    return (looked_for(word) for word in words)
