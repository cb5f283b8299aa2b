"""What a query does not want: without zari, silk nahi, बिना ज़री."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.language.pieces import Piece, is_sign
from search.language.plain import LONGEST_PHRASE, PLAIN
from search.language.vocabulary import Vocabulary


class Negated(NamedTuple):
    """The pieces from `first` to before `after` say it, and those from `start` to before `end` name what is not wanted."""

    first: int
    after: int
    start: int
    end: int


def negated(found: Sequence[Piece], taken: Sequence[bool], vocabulary: Vocabulary) -> list[Negated]:
    """All of them, none of which shares a piece with another or with what is taken."""
    looked = _Look(found, list(taken), vocabulary)
    return list(looked.all())


class _Look:
    def __init__(self, found: Sequence[Piece], taken: list[bool], vocabulary: Vocabulary) -> None:
        self.found, self.taken, self.vocabulary = found, taken, vocabulary
        self.texts = [piece.text for piece in found]

    def all(self) -> Iterator[Negated]:
        for length in range(min(LONGEST_PHRASE, len(self.texts)), 0, -1):
            for first in range(len(self.texts) - length + 1):
                told = None if any(self.taken[first : first + length]) else self._told(first, first + length)
                if told:
                    self.taken[told.first : told.after] = [True] * (told.after - told.first)
                    yield told

    def _told(self, first: int, after: int) -> Negated | None:
        phrase = " ".join(self.texts[first:after])
        if phrase in PLAIN.not_after:
            start = self._begin_of_name(first)
            return Negated(start, after, start, first) if start < first else None
        if phrase not in PLAIN.not_before or " ".join(self.texts[first : first + 2]) in PLAIN.kept:
            return None
        start = after
        while start < len(self.texts) and self.texts[start] in PLAIN.stop:
            start += 1
        end = self._end_of_name(start)
        return Negated(first, end, start, end) if end > start else None

    def _end_of_name(self, start: int) -> int:
        """Behind the longest name that begins here, or behind the one word; `start` where there is none."""
        lengths = range(min(LONGEST_PHRASE, len(self.texts) - start), 0, -1)
        return next((start + length for length in lengths if self._is_one(start, start + length)), start)

    def _begin_of_name(self, end: int) -> int:
        lengths = range(min(LONGEST_PHRASE, end), 0, -1)
        return next((end - length for length in lengths if self._is_one(end - length, end)), end)

    def _is_one(self, first: int, after: int) -> bool:
        pieces = self.found[first:after]
        if any(self.taken[first:after]) or any(is_sign(piece) or piece.number is not None or piece.is_code for piece in pieces):
            return False
        phrase = " ".join(self.texts[first:after])
        return after - first == 1 or phrase in self.vocabulary.named or phrase in PLAIN.said
