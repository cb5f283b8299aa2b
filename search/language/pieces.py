"""A query in pieces: words, numbers, codes and the signs that say something, each with where it stands."""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from search.language.fold import folded
from search.language.plain import SIGNS

MOST_LETTERS, MOST_PIECES = 400, 40
"""What stands behind them in a query is not read."""

_PIECE = re.compile(
    r"(?P<code>(?<![^\s(\[#:,])[A-Za-z]{1,10}[A-Za-z0-9]*(?:[-/_][A-Za-z0-9]{1,12}){1,6}(?![^\s)\],.;]))"
    r"|(?P<number>(?:\d{1,3}(?:,\d{2,3})+(?!\d)|\d+)(?:\.\d+)?)"
    r"|(?P<sign>[₹<>+\-–—&%])"
    r"|(?P<word>[^\s!-&(-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u2018\u201a-\u206f\u0964\u0965\u060c\u061b\u061f\u06d4₹\d][^\s!-&(-/:-@\[-`{-~"
    r"\u00a1-\u00bf\u2010-\u2018\u201a-\u206f\u0964\u0965\u060c\u061b\u061f\u06d4₹]*)"
)
_LEAST_DIGITS, _LEAST_PARTS = 3, 3


class Piece(NamedTuple):
    """A piece of a query, folded (a code in capitals, a sign as it is), from letter `start` to before `end`."""

    text: str
    start: int
    end: int
    number: Decimal | None = None
    is_code: bool = False


def pieces(query: str) -> list[Piece]:
    """The query's pieces, in order."""
    found: list[Piece] = []
    at, query = 0, query[:MOST_LETTERS]
    while len(found) < MOST_PIECES and (match := _PIECE.search(query, at)):
        at = match.end()
        if match["code"] and not _is_code(match["code"]):
            found += _joined(match["code"], match.start())
        elif piece := _piece(match):
            found.append(piece)
    return found[:MOST_PIECES]


def _piece(match: re.Match[str]) -> Piece | None:
    text, start, end = match[0], match.start(), match.end()
    if match["code"]:
        return Piece(text.upper(), start, end, is_code=True)
    if match["number"]:
        plain = ".".join(map(folded, text.replace(",", "").split(".")))
        return Piece(folded(text), start, end, Decimal(plain))
    if match["sign"]:
        return None if _joins(match) else Piece(text, start, end)
    word = folded(text).replace(" ", "")
    return Piece(word, start, end) if word else None


def _joins(sign: re.Match[str]) -> bool:
    """Whether it is a hyphen within a name: বাঁহ-বেত."""
    beside = sign.string[sign.start() - 1 : sign.start()], sign.string[sign.end() : sign.end() + 1]
    return sign[0] in "-–" and all(letter and unicodedata.category(letter)[0] in "LM" for letter in beside)


def _is_code(text: str) -> bool:
    """HP-117-02-1 is one, T-shirt is none."""
    digits = sum(letter.isdigit() for letter in text)
    return digits >= _LEAST_DIGITS or (digits > 0 and len(re.split("[-/_]", text)) >= _LEAST_PARTS)


def _joined(text: str, start: int) -> list[Piece]:
    """Words that hyphens join, which begin at letter `start` of the query."""
    found = re.finditer(r"[A-Za-z0-9]+", text)
    return [Piece(folded(one[0]), start + one.start(), start + one.end()) for one in found]


def is_sign(piece: Piece) -> bool:
    """Whether it is a sign, which is no word to look for."""
    return piece.text in SIGNS
