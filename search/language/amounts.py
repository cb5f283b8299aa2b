"""A price in a query: under 500, ₹2 हज़ार तक, 500 से 1000 के बीच, above 2k, in English, Hindi and Hinglish."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from search.language import plain
from search.language.numbers import number_at
from search.language.pieces import Piece
from search.language.plain import LONGEST_PHRASE, PLAIN

CURRENCY = "INR"
_LEAST_RUPEES, _MOST_RUPEES = 10, 100_000_000  # what stands for a price without a word for rupees; no price is higher
_LEAST_IN_RANGE = 50  # 2.4-2.6 is a size
_LEAST_IN_WORDS = 50  # दो में is no price
_LEAST_WORTH = 100  # 12 wali is a set
_ABOUT = Decimal("0.25")  # on both sides


class Price(NamedTuple):
    """Limits in paise, both included; None for none."""

    least: int | None
    most: int | None
    currency: str = CURRENCY


class Told(NamedTuple):
    """A price in the pieces from `first` to before `after`; not sure where only an amount stands there."""

    price: Price
    first: int
    after: int
    sure: bool


class _Part(NamedTuple):
    """Pieces that are an amount of rupees, or say one thing about it (`symbols`), or nothing of the kind."""

    first: int
    after: int
    symbols: str = ""
    rupees: Decimal | None = None
    times: int = 1
    marked: bool = False  # with a word for rupees or for thousands
    in_words: bool = False  # one bare word that says a number


def prices_in(found: Sequence[Piece]) -> list[Told]:
    """The prices that the pieces tell: one, or one that says the least and one that says the most."""
    parts = _parts(found)
    first = _first(parts)
    if first is None or not first.sure or None not in first.price[:2]:
        return [first] if first else []
    rest = [part for part in parts if part.first >= first.after]
    other = _first(rest) if first.after <= len(found) else None
    if other is None or not other.sure or not _complete(first.price, other.price):
        return [first]
    return [first, other]


def _complete(one: Price, other: Price) -> bool:
    """Whether they are the two ends of a range."""
    least, most = one.least or other.least, one.most or other.most
    ends = (one.least is None) != (other.least is None) and (one.most is None) != (other.most is None)
    return ends and least is not None and most is not None and least <= most


def _first(parts: Sequence[_Part]) -> Told | None:
    for at in range(len(parts)):
        for told in (_range(parts, at), _limit(parts, at), _around(parts, at)):
            if told:
                return told
    for at, part in enumerate(parts):
        worth = _is_worth(parts, at)
        if part.rupees is not None and (part.marked or worth) and _fits(part) and not _measured(parts, at + 1):
            first = parts[at - 1].first if _says(parts, at - 1, plain.BETWEEN) else part.first
            return Told(Price(None, _paise(part)), first, parts[at + worth].after, sure=False)
    return None


def _is_worth(parts: Sequence[_Part], at: int) -> bool:
    """500 wala: it costs so much; 6 wala is a set."""
    return not parts[at].in_words and (parts[at].rupees or 0) >= _LEAST_WORTH and _says(parts, at + 1, plain.WORTH)


def _parts(found: Sequence[Piece]) -> list[_Part]:
    parts: list[_Part] = []
    at = 0
    while at < len(found):
        part = _amount(found, at) or _phrase(found, at)
        parts.append(part)
        at = part.after
    return parts


def _amount(found: Sequence[Piece], at: int) -> _Part | None:
    """A number with what stands before and after it: ₹ 2.5 लाख, 500 rupees, पाँच सौ."""
    begin = at
    while begin < len(found) and _is_currency(found[begin]):
        begin += 1
    number = number_at(found, begin) if begin < len(found) else None
    if number is None:
        return None
    after = number.after
    marked = begin > at or (number.times > 1 and number.led)
    while after < len(found) and _is_currency(found[after]):
        after, marked = after + 1, True
    in_words = number.times == 1 and not number.digits
    return _Part(at, after, rupees=number.value, times=number.times, marked=marked, in_words=in_words)


def _is_currency(piece: Piece) -> bool:
    return plain.CURRENCY in PLAIN.price.get(piece.text, "")


def _phrase(found: Sequence[Piece], at: int) -> _Part:
    for length in range(min(LONGEST_PHRASE, len(found) - at), 0, -1):
        symbols = PLAIN.price.get(" ".join(piece.text for piece in found[at : at + length]))
        if symbols:
            return _Part(at, at + length, symbols)
    return _Part(at, at + 1)


def _says(parts: Sequence[_Part], at: int, symbol: str) -> bool:
    return 0 <= at < len(parts) and symbol in parts[at].symbols


def _measured(parts: Sequence[_Part], at: int) -> bool:
    return _says(parts, at, plain.MEASURE)


def _fits(part: _Part) -> bool:
    least = 1 if part.marked else _LEAST_IN_WORDS if part.in_words else _LEAST_RUPEES
    return least <= (part.rupees or 0) <= _MOST_RUPEES


def _paise(part: _Part) -> int:
    return int((part.rupees or 0) * 100)


def _range(parts: Sequence[_Part], at: int) -> Told | None:
    """between 500 and 1000, 500-1000, 1 से 2 हज़ार तक."""
    begun = _says(parts, at, plain.BETWEEN)
    low = at + begun
    if low + 2 >= len(parts):
        return None
    one, joint, other = parts[low : low + 3]
    if one.rupees is None or other.rupees is None or _measured(parts, low + 3):
        return None
    ended = _says(parts, low + 3, plain.AMONG) or (plain.TO in joint.symbols and _says(parts, low + 3, plain.BELOW_AFTER))
    joined = plain.TO in joint.symbols or (plain.AND in joint.symbols and (begun or ended))
    if other.times > 1 == one.times and one.rupees * other.times < other.rupees:
        one = one._replace(rupees=one.rupees * other.times, in_words=False)
    meant = begun or ended or one.marked or other.marked or min(one.rupees or 0, other.rupees) >= _LEAST_IN_RANGE
    if not (joined and meant and _fits(one) and _fits(other)):
        return None
    least, most = sorted((_paise(one), _paise(other)))
    return Told(Price(least, most), parts[at].first, parts[low + 2 + ended].after, sure=True)


def _limit(parts: Sequence[_Part], at: int) -> Told | None:
    """under 500, 500 से कम, above 2000, 2000+."""
    part = parts[at]
    if part.rupees is None or not _fits(part) or _measured(parts, at + 1):
        return None
    for before, after, is_most in ((plain.BELOW_BEFORE, plain.BELOW_AFTER, True), (plain.ABOVE_BEFORE, plain.ABOVE_AFTER, False)):
        stands_before, stands_after = _says(parts, at - 1, before), _says(parts, at + 1, after)
        if stands_before or stands_after:
            price = Price(None, _paise(part)) if is_most else Price(_paise(part), None)
            return Told(price, parts[at - stands_before].first, parts[at + stands_after].after, sure=True)
    return None


def _around(parts: Sequence[_Part], at: int) -> Told | None:
    """about 500, 500 के आसपास: not sure, as nobody says how near it must be."""
    part = parts[at]
    if part.rupees is None or not _fits(part) or _measured(parts, at + 1):
        return None
    before, after = _says(parts, at - 1, plain.AROUND_BEFORE), _says(parts, at + 1, plain.AROUND_AFTER)
    if not (before or after):
        return None
    paise = _paise(part)
    price = Price(int(paise * (1 - _ABOUT)), int(paise * (1 + _ABOUT)))
    return Told(price, parts[at - before].first, parts[at + after].after, sure=False)
