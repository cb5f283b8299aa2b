"""Numbers as people say them: 2 hazar 5 sau, पाँच सौ, dedh lakh, साढ़े तीन हज़ार, one hundred and fifty."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from search.language.fold import folded
from search.language.pieces import Piece
from search.language.plain import PLAIN

_AND = "and"
_SHORT = frozenset(("k", "cr", "lac", "lacs"))  # which are no number without one before them
_ONE = Decimal(1)


class Number(NamedTuple):
    """A number in pieces up to before `after`. `times`: what its last part is multiplied by, 1 for nothing. `digits`: some of it
    is written in digits. `led`: something stands before the first that multiplies."""

    value: Decimal
    after: int
    times: int
    digits: bool
    led: bool


def number_at(found: Sequence[Piece], at: int) -> Number | None:
    """The number that begins at this piece."""
    total, times, after, digits = Decimal(0), 0, at, False
    while times != 1 and (part := _part(found, after, first=after == at)):
        value, multiplied, end, of_digits = part
        if times and multiplied >= times:
            break
        total, times, after, digits = total + value * multiplied, multiplied, end, digits or of_digits
    return Number(total, after, times, digits, led=found[at].text not in PLAIN.times) if after > at else None


def _part(found: Sequence[Piece], at: int, *, first: bool) -> tuple[Decimal, int, int, bool] | None:
    """One number with what it is multiplied by (1 for nothing), where it ends, and whether it is written in digits."""
    joined = not first and at < len(found) and found[at].text == _AND
    start = at + joined
    value, after = _count(found, start)
    digits = after > start and found[after - 1].number is not None
    if joined and digits:  # two numbers, and not one
        return None
    if after < len(found) and found[after].text in PLAIN.times and (after > start or found[after].text not in _SHORT):
        return value, PLAIN.times[found[after].text], after + 1, digits
    return (value, 1, after, digits) if after > start and value == value.to_integral() or digits else None


def _count(found: Sequence[Piece], at: int) -> tuple[Decimal, int]:
    """What stands before a multiplier, one where there is nothing, and where it ends."""
    text = found[at].text if at < len(found) else ""
    if text in WHOLE:
        return WHOLE[text], at + 1
    more = MORE.get(text)
    begin = at if more is None else at + 1
    value, after = _plain(found, begin)
    if more is None:
        return value, after
    return value + more, max(after, begin)


def _plain(found: Sequence[Piece], at: int) -> tuple[Decimal, int]:
    if at >= len(found):
        return _ONE, at
    if found[at].number is not None:
        return found[at].number or Decimal(0), at + 1
    value = WORDS.get(found[at].text)
    if value is None:
        return _ONE, at
    ones = WORDS.get(found[at + 1].text) if value in _TENS and at + 1 < len(found) else None
    if ones is not None and ones < 10 and found[at].text.isascii() and found[at].text in _ENGLISH_TENS:
        return Decimal(value + ones), at + 2
    return Decimal(value), at + 1


def _read() -> tuple[Mapping[str, int], frozenset[str], Mapping[str, Decimal], Mapping[str, Decimal]]:
    data = tomllib.loads(Path(__file__).with_name("number_words.toml").read_text(encoding="utf-8"))
    words: dict[str, int] = {}
    for text in data["units"].values():
        for value, ways in enumerate(text.split(), start=1):
            for way in ways.split("/"):
                words.setdefault(folded(way).replace(" ", ""), value)
    words |= data["tens"]
    return words, frozenset(("twenty", *data["tens"])), dict(_parts(data["parts"]["whole"])), dict(_parts(data["parts"]["more"]))


def _parts(text: str) -> Iterator[tuple[str, Decimal]]:
    for one in text.split(";"):
        ways, _equals, value = one.partition("=")
        for way in ways.strip().split("/"):
            yield folded(way), Decimal(value.strip())


def says_number(piece: Piece) -> bool:
    """Whether a number may be here."""
    return piece.number is not None or piece.text in WORDS or piece.text in WHOLE or piece.text in PLAIN.times


WORDS, _ENGLISH_TENS, WHOLE, MORE = _read()
_TENS = frozenset(range(20, 100, 10))
