"""What a mistyped word may have been: words that are the same but for a letter or two. Pure.

Two words that differ by a letter put in, left out, put for another or exchanged with its neighbour are the same once a letter is
left out of each. So of each known word all that is left of it without a letter (without two of longer ones) is kept, and a word
that nobody knows is looked up by the same of itself. The same goes for how words sound, for those in other scripts.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations

from search.language.sounds import sounds

LEAST = 4
"""Letters of a word that may be mistyped."""
_WRONG_SOUNDS = 1
_LONGER = 6  # letters, from which on two may be wrong
_BEGINNING = 9  # letters, of which any may be left out; more is compared afterwards


def remnants(word: str) -> set[str]:
    """The beginning of the word, and what is left of it without some of its letters; behind a ~ the same of how it sounds."""
    heard = sounds(word).close
    return _remnants(word, _most_wrong(word)) | {f"~{left}" for left in _remnants(heard, _WRONG_SOUNDS) if len(heard) >= LEAST}


def nearest(word: str, known: Iterable[str], *, most: int) -> list[str]:
    """Those of the known words that it may have been meant to be, the nearest first: by letters, else by how they sound."""
    others, heard = list(known), sounds(word).close
    by_letters = _nearest(word, {other: other for other in others}, _most_wrong(word))
    by_sound = {} if by_letters else {other: sounds(other).close for other in others if sounds(other).close[:1] == heard[:1]}
    return (by_letters or _nearest(heard, by_sound, _WRONG_SOUNDS))[:most]


def _nearest(word: str, others: Mapping[str, str], wrong: int) -> list[str]:
    found = (
        (steps(word, as_asked), as_asked, other) for other, as_asked in others.items() if abs(len(as_asked) - len(word)) <= wrong
    )
    likely = ((away, one[:1] != word[:1], -_same_end(word, one), other) for away, one, other in found if away <= wrong)
    return [other for *_order, other in sorted(likely)]


def _remnants(word: str, most_wrong: int) -> set[str]:
    begin = word[:_BEGINNING]
    wrong = range(1, 1 + most_wrong) if len(word) >= LEAST else ()
    return {begin} | {_without(begin, left_out) for some in wrong for left_out in combinations(range(len(begin)), some)}


def steps(one: str, other: str) -> int:
    """How many letters must be put in, left out, put for another, or exchanged with their neighbour, to make one of the other."""

    @cache
    def between(first: int, second: int) -> int:
        if not first or not second:
            return first + second
        same = one[first - 1] == other[second - 1]
        least = min(between(first - 1, second) + 1, between(first, second - 1) + 1, between(first - 1, second - 1) + (not same))
        if first > 1 and second > 1 and one[first - 2 : first] == other[second - 2 : second][::-1]:
            least = min(least, between(first - 2, second - 2) + 1)
        return least

    return between(len(one), len(other))


def _most_wrong(word: str) -> int:
    return 2 if len(word) >= _LONGER else 1


def _without(word: str, left_out: tuple[int, ...]) -> str:
    return "".join(letter for place, letter in enumerate(word) if place not in left_out)


def _same_end(word: str, other: str) -> int:
    """How many of the last letters are the same."""
    count = 0
    while count < min(len(word), len(other)) and word[-count - 1] == other[-count - 1]:
        count += 1
    return count
