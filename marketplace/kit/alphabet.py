"""The order in which a reader looks for names: that of the Hindi dictionary, which our PostgreSQL, built without ICU, has not."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from django.conf import settings

from marketplace.kit.paging import Page, PageRequest, cursor_of, values_of

Row = TypeVar("Row")
Place = tuple[str, int]
"""Where a row stands in a list by name: the key of its name, and its own key."""
MOST = 400  # letters of a key: it travels in cursors

_BLANKS = " -–—/_"
_MARKS = "ंः"
_LETTERS = "अआइईउऊऋऌऍऎएऐऑऒओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह"
_SIGNS = "ािीुूृॅॆेैॉॊोौ्"
_SAME = {"ँ": "ं", "ऱ": "र", "ऩ": "न", "ऴ": "ळ", "ॐ": "ओ"}
_UNSEEN = frozenset(("Cf", "Mn", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sk"))  # kinds of signs that no order heeds
_FIRST = "!"  # of the signs that weights are written in; a blank comes before it
_LATIN, _OTHER = "~", "~~"


def _weights() -> dict[int, str]:
    """What stands for each sign in a key: one ASCII sign, in the dictionary's order."""
    digits = "0123456789"
    inner = [*_MARKS, *digits, *_LETTERS, *_SIGNS]
    found = {letter: chr(ord(_FIRST) + place) for place, letter in enumerate(inner)}
    found |= {chr(ord("०") + int(digit)): found[digit] for digit in digits}
    found |= {same: found[letter] for same, letter in _SAME.items()}
    return {ord(letter): weight for letter, weight in found.items()} | {ord(blank): " " for blank in _BLANKS}


class _Table(dict[int, str]):
    """The weights, and those of other signs as they come: Latin letters after Devanagari, other scripts after those."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = unicodedata.normalize("NFKD", letter).casefold()
        if plain[:1].isascii() and plain[:1].isalnum():
            weight = "".join(_LATIN + one if one.isalpha() else self[ord(one)] for one in plain if one.isascii())
        else:
            kind = unicodedata.category(letter)
            weight = "" if kind in _UNSEEN else " " if kind == "Zs" else f"{_OTHER}{code:06x}"
        self[code] = weight
        return weight


_TABLE = _Table(_weights())


@lru_cache(maxsize=32_768)
def reading_key(name: str) -> str:
    """What names are put in the order of the Hindi dictionary by: word by word; a letter with ं or ः first, then by itself, then
    with a vowel sign, then in a conjunct; ँ as ं, a nukta makes no difference; Devanagari before Latin. ASCII."""
    return " ".join(unicodedata.normalize("NFC", name).translate(_TABLE).split())[:MOST]


def is_kept(language: str) -> bool:
    """Whether rows come in this language's order as they are: the database keeps that of the original names."""
    return language == settings.LANGUAGE_CODE


def in_reading_order(rows: Iterable[Row], language: str, name: Callable[[Row], str]) -> list[Row]:
    """Rows that stand by their original names, by those that the reader reads."""
    return list(rows) if is_kept(language) else sorted(rows, key=lambda row: reading_key(name(row)))


def page_by_name(names: Mapping[int, str], request: PageRequest, *, descending: bool = False) -> Page[int]:
    """A page of the keys of a short list, in the order of what they are called. Refused INVALID_CURSOR."""
    listed = sorted((reading_key(name), key) for key, name in names.items())
    begin, end = bounds(listed, request, descending=descending)
    if request.backwards is descending:
        end = min(end, begin + request.size)
    else:
        begin = max(begin, end - request.size)
    found, below, above = listed[begin:end], begin > 0, end < len(listed)
    if descending:
        found, below, above = found[::-1], above, below
    return Page([key for _name, key in found], [cursor_of(place) for place in found], above, below, lambda: len(names))


def told(page: Page[int], rows: Mapping[int, Row]) -> Page[Row]:
    """The page with the rows of its keys; those that have none any more are left out."""
    kept = [(rows[key], cursor) for key, cursor in zip(page.rows, page.cursors, strict=True) if key in rows]
    return Page([row for row, _at in kept], [at for _row, at in kept], page.has_next, page.has_previous, page.count)


def bounds(listed: Sequence[Place], request: PageRequest, *, descending: bool = False) -> tuple[int, int]:
    """Between which places of an ascending list the request's cursors lie; what a cursor tells of need not be there any more.
    Refused INVALID_CURSOR."""
    begin, end = 0, len(listed)
    for cursor, name in ((request.after, "after"), (request.before, "before")):
        if cursor is None:
            continue
        text, key = values_of(cursor, (str, int), field=name)
        if (name == "after") is not descending:
            begin = bisect_right(listed, (text, key))
        else:
            end = bisect_left(listed, (text, key))
    return begin, max(begin, end)
