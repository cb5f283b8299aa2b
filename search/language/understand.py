"""What is plain in a query: a price, a place, a craft, a colour, GI, a PIN code; and the words that are left.

A part that somebody took back (the chip was removed) stays words: its `handle` is handed in the next time.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from search.language.amounts import Price, Told, prices_in
from search.language.negation import negated
from search.language.numbers import says_number
from search.language.pieces import is_sign, pieces
from search.language.plain import LONGEST_PHRASE, PLAIN, Phrases
from search.language.scripts import voiced
from search.language.sounds import Sounds, sounds
from search.language.stems import stem
from search.language.vocabulary import HSN, PLACES, Meaning, Meanings, Vocabulary

PRICE, PIN, SKU, NOT = "price", "pin", "sku", "not"
_PIN = re.compile(r"[1-9][0-9]{5}")
_HALF = re.compile(r"[0-9]{3}")
_HSN = re.compile(r"[0-9]{2}(?:[0-9]{2}){0,3}")
_SURE_CODE, _WHOLE_CODE = 6, 8  # digits of an HSN code
_LEAST_LETTERS = 4  # of a word that is heard
_MOST_HEARD = 2  # words that are heard as one
_SURE_SOUND = 6  # signs of a close key that no two names share by chance


@dataclass(frozen=True, slots=True)
class Part:
    """Something understood: `kind` and `key` as the vocabulary has them (`price`, `gi`, `odop`, `pin`, `hsn`, `sku` besides, and
    `not` for what is not wanted).

    `text` is what says it, from letter `start` to before `end` of the query as it was given. `sure`: it says nothing else, so
    that it may narrow a search; else it may only lift what fits, and its words are looked for as well. `cued`: a word beside it
    says what it is (from Lucknow, HSN 5007). `others` are further meanings of the words. `by`: name, stem, sound, adjective or
    shape.
    """

    kind: str
    key: str
    text: str
    start: int
    end: int
    sure: bool
    by: str
    others: tuple[Meaning, ...] = ()
    price: Price | None = None
    cued: bool = False

    @property
    def handle(self) -> str:
        """What the part is called in an address, to take it back."""
        return _handle(self.kind, self.key)


@dataclass(frozen=True, slots=True)
class Understanding:
    """A query's parts in their order, and its folded words, each with the sure part (or price) that it belongs to, or None."""

    query: str
    parts: tuple[Part, ...]
    tokens: tuple[tuple[str, Part | None], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words to look for: without what is sure, and without stop words unless there is nothing else."""
        return self.words_beside(self.parts)

    def words_beside(self, narrowing: Collection[Part]) -> tuple[str, ...]:
        """The same for those who narrow by these parts only, and look for the words of all others but of prices, which no product
        has among its words, and of what is not wanted."""
        left = [word for word, part in self.tokens if part is None or (part.kind not in (PRICE, NOT) and part not in narrowing)]
        return tuple(word for word in left if word not in PLAIN.stop) or (() if self.parts else tuple(left))


def _handle(kind: str, key: str) -> str:
    return f"{kind}:{key}"


def understand(query: str, vocabulary: Vocabulary, *, as_words: Collection[str] = ()) -> Understanding:
    """What the query says, whatever its script; parts with one of the handles in `as_words` are left as words."""
    return _Reading(query, vocabulary, frozenset(as_words)).done()


class _Reading:
    """One query being read: which pieces are taken, and by what."""

    def __init__(self, query: str, vocabulary: Vocabulary, refused: frozenset[str]) -> None:
        self.query, self.vocabulary, self.refused = query, vocabulary, refused
        self.pieces = pieces(query)
        self.texts = [piece.text for piece in self.pieces]
        self.taken = [False] * len(self.pieces)  # by a part, or looked at and left
        self.said: list[Part | None] = [None] * len(self.pieces)  # the sure part that has it: no word to look for
        self.parts: list[Part] = []

    def done(self) -> Understanding:
        self._codes()
        self._price()
        self._negated()
        self._marks()
        self._pins()
        for look, longest in self._looks():
            self._names(look, longest)
        self.parts.sort(key=lambda part: part.start)
        told = zip(self.pieces, self.said, strict=True)
        words = ((word, part) for piece, part in told if not is_sign(piece) for word in piece.text.split())
        return Understanding(self.query, tuple(self.parts), tuple(words))

    def _take(
        self, first: int, after: int, meanings: Sequence[Meaning], by: str, *, sure: bool, price: Price | None = None,
        cued: bool = False,
    ) -> bool:  # fmt: skip
        """The pieces are this; or stay words, where that is wanted."""
        self.taken[first:after] = [True] * (after - first)
        left = [meaning for meaning in meanings if _handle(*meaning) not in self.refused]
        if not left:
            return False
        start, end = self.pieces[first].start, self.pieces[after - 1].end
        (kind, key), others = left[0], tuple(left[1:])
        sure = sure and not others
        self.parts.append(Part(kind, key, self.query[start:end], start, end, sure, by, others, price, cued))
        if sure or kind == PRICE:
            self.said[first:after] = [self.parts[-1]] * (after - first)
        return True

    def _codes(self) -> None:
        """Codes by their shape, and numbers behind the word that says which they are."""
        for at, piece in enumerate(self.pieces):
            if piece.is_code:
                self._take(at, at + 1, [Meaning(SKU, piece.text)], "shape", sure=True)
            elif piece.number is not None:
                self._cued(at, at + 1, PLAIN.hsn, _HSN, HSN)
                self._cued(at, self._end_of_pin(at), PLAIN.pin, _PIN, PIN)

    def _cued(self, at: int, after: int, cues: Phrases, shape: re.Pattern[str], kind: str) -> None:
        first, code = self._before(at, cues), "".join(self.texts[at:after])
        if first < at and not self.taken[at] and shape.fullmatch(code):
            self._take(first, after, [Meaning(kind, code)], "shape", sure=True, cued=True)

    def _end_of_pin(self, at: int) -> int:
        """Behind the number, or behind the next where both are the halves of a PIN code: 110 001."""
        halves = self.pieces[at : at + 2]
        apart = len(halves) == 2 and not any(self.taken[at : at + 2]) and self.query[halves[0].end : halves[1].start].isspace()
        return at + 2 if apart and all(half.number is not None and _HALF.fullmatch(half.text) for half in halves) else at + 1

    def _price(self) -> None:
        """The prices among the pieces that are not taken. One that was taken back stays words."""
        free = [at for at, taken in enumerate(self.taken) if not taken]
        if any(says_number(self.pieces[at]) for at in free):
            for told in prices_in([self.pieces[at] for at in free]):
                if free[told.after - 1] - free[told.first] == told.after - told.first - 1:
                    self._take_price(told, free[told.first])

    def _take_price(self, told: Told, first: int) -> None:
        least, most, _currency = told.price
        key = f"{'' if least is None else least}-{'' if most is None else most}"
        after = first + told.after - told.first
        self._take(first, after, [Meaning(PRICE, key)], "shape", sure=told.sure, price=told.price)

    def _negated(self) -> None:
        """What is not wanted: without zari, silk nahi."""
        for told in negated(self.pieces, self.taken, self.vocabulary):
            name = " ".join(self.texts[told.start : told.end])
            self._take(told.first, told.after, [Meaning(NOT, name)], "shape", sure=True)

    def _marks(self) -> None:
        """GI and ODOP."""
        for first, after in self._free(LONGEST_PHRASE + 1):
            kind = PLAIN.said.get(" ".join(self.texts[first:after]))
            if kind:
                self._take(first, after, [Meaning(kind, "yes")], "name", sure=True)

    def _pins(self) -> None:
        """Bare numbers: HSN codes that the vocabulary has, and six digits, which are a PIN code. Short codes are only sure if
        they are all that is asked for: 2008 may be a year."""
        for at, piece in enumerate(self.pieces):
            if self.taken[at] or piece.number is None:
                continue
            after = self._end_of_pin(at)
            code = "".join(self.texts[at:after])
            meanings = [Meaning(HSN, code)] if self._is_hsn(code) else []
            if _PIN.fullmatch(code) and not (meanings and _handle(*meanings[0]) not in self.refused):
                meanings.append(Meaning(PIN, code))
            if meanings:
                self._take(at, after, meanings, "shape", sure=len(code) >= _SURE_CODE or len(self.pieces) == 1)

    def _is_hsn(self, code: str) -> bool:
        """Whether the vocabulary has the code, or the heading of one that has all its digits."""
        known = self.vocabulary.named
        beginnings = (code, code[:6], code[:4]) if len(code) == _WHOLE_CODE else (code,)
        return any(meaning.kind == HSN for beginning in beginnings for meaning in known.get(beginning, ()))

    def _looks(self) -> Iterator[tuple[Callable[[int, int], tuple[Sequence[Meaning], str, bool]], int]]:
        """The ways to look a phrase up, the surest first, and how many words of a phrase are worth it."""
        known = self.vocabulary
        yield self._by(known.named, " ".join, "name", sure=True), known.longest
        yield self._by(known.adjectives, " ".join, "adjective", sure=False), 1
        yield self._adjective_by_sound, 1
        yield self._by_stem, min(known.longest, 3)
        yield self._by_sound, _MOST_HEARD

    def _by(
        self, table: Meanings, sign: Callable[[Sequence[str]], str], by: str, *, sure: bool
    ) -> Callable[[int, int], tuple[Sequence[Meaning], str, bool]]:
        return lambda first, after: (table.get(sign(self.texts[first:after]), ()), by, sure)

    def _by_stem(self, first: int, after: int) -> tuple[Sequence[Meaning], str, bool]:
        sign = " ".join(map(stem, self.texts[first:after]))
        return self.vocabulary.stemmed.get(sign, ()), "stem", sign.isascii()  # Hindi stems are few: पेड़ is पेड़ा

    def _adjective_by_sound(self, first: int, after: int) -> tuple[Sequence[Meaning], str, bool]:
        word = self.texts[first]
        known = word in PLAIN.stop or word in self.vocabulary.words or len(word) < _LEAST_LETTERS
        key = "" if known else sounds(word).close
        return (self.vocabulary.heard_adjectives.get(key, ()) if key.endswith("i") else ()), "adjective", False

    def _by_sound(self, first: int, after: int) -> tuple[Sequence[Meaning], str, bool]:
        texts = self.texts[first:after]
        word = "".join(texts)
        apart = self.pieces[after - 1].start - self.pieces[first].end > 1 if len(texts) == _MOST_HEARD else False
        if apart or len(word) < _LEAST_LETTERS or any(text in PLAIN.stop or text in self.vocabulary.words for text in texts):
            return (), "sound", False
        for heard in self._heard(word):
            close = self.vocabulary.close.get(heard.close)
            if close:
                return close, "sound", len(heard.close) >= _SURE_SOUND
        loose = self.vocabulary.loose.get(sounds(word).loose, ()) if len(texts) == 1 else ()
        return loose, "sound", False

    def _heard(self, word: str) -> list[Sounds]:
        """How it may sound."""
        other = voiced(word)
        return [sounds(word), sounds(other)] if other else [sounds(word)]

    def _names(self, look: Callable[[int, int], tuple[Sequence[Meaning], str, bool]], longest: int) -> None:
        for first, after in self._free(longest):
            meanings, by, sure = look(first, after)
            if meanings:
                self._take_name(first, after, meanings, by, sure)

    def _take_name(self, first: int, after: int, meanings: Sequence[Meaning], by: str, sure: bool) -> None:
        """A name; of a place with from and से, which make it sure, and not sure if products are called by it, too."""
        begin, end = first, after
        if meanings[0].kind in PLACES:
            begin, end = self._before(first, PLAIN.place_before), self._behind(after, PLAIN.place_after)
            says_where = begin < first or end > after
            if not says_where and " ".join(self.texts[first:after]) in PLAIN.place_only:
                return
            names_too = by != "adjective" and self._names_products(first, after)
            sure = sure and (says_where or not names_too) and (by == "name" or says_where)
            if not sure:
                begin, end = first, after
        self._take(begin, end, meanings, by, sure=sure, cued=(begin, end) != (first, after))

    def _names_products(self, first: int, after: int) -> bool:
        word = "".join(self.texts[first:after])
        words = self.vocabulary.words
        return word in words or word + "i" in words or word + "ी" in words

    def _free(self, longest: int) -> Iterator[tuple[int, int]]:
        """Phrases of pieces that are not taken, the longest first."""
        count = len(self.pieces)
        for length in range(min(longest, count), 0, -1):
            for first in range(count - length + 1):
                if not any(self.taken[first : first + length]):
                    yield first, first + length

    def _before(self, at: int, phrases: Phrases) -> int:
        """Where the longest of the phrases begins that ends before the piece; `at` where none does."""
        for length in range(min(LONGEST_PHRASE, at), 0, -1):
            if not any(self.taken[at - length : at]) and " ".join(self.texts[at - length : at]) in phrases:
                return at - length
        return at

    def _behind(self, at: int, phrases: Phrases) -> int:
        for length in range(min(LONGEST_PHRASE, len(self.texts) - at), 0, -1):
            if not any(self.taken[at : at + length]) and " ".join(self.texts[at : at + length]) in phrases:
                return at + length
        return at
