"""What people read of where a row of the reference data is from: whose list, of what day, and whether we compared it with the
original.

The text of the data itself also names the copy that the row was read from; that is for programs and for our own workshop.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_ISSUERS = (
    ("DPIIT_PORTAL", re.compile(r"DPIIT ODOP portal list\b")),
    ("DPIIT_MATCH", re.compile(r"matches a DPIIT list entry\b")),
    ("DPIIT", re.compile(r"DPIIT ODOP list\b")),
    ("PMFME", re.compile(r"MoFPI PMFME ODOP list\b")),
    ("RAJASTHAN", re.compile(r"Rajasthan state ODOP list\b")),
    ("UP_NEWS", re.compile(r"news reports on UP ODOP additions\b")),
    ("GI_REGISTRY", re.compile(r"GI Registry list of registered GIs\b")),
    ("OURSELVES", re.compile(r"compiled from general knowledge\b")),
    ("DEMONSTRATION", re.compile(r"demonstration data\b")),
)
_AT_SECOND_HAND = frozenset({"UP_NEWS", "OURSELVES"})
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_IN_WORDS = re.compile(rf"(?:(?:([0-9]{{1,2}}) )?({'|'.join(_MONTHS)}) )?\b((?:19|20)[0-9]{{2}})\b")
_IN_DIGITS = re.compile(r"\b((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})\b")
_WORKSHOP = re.compile(r",? \(?via\b.*|[,;]? unverified\b")


@dataclass(frozen=True, slots=True)
class Issued:
    """Whose list it is, as a code; or, where no code is known, `words` as they stand. `date` is as much as is known of it: a
    year, a year and a month (2025-05), or a day; empty where it has none."""

    issuer: str
    words: str
    date: str


@dataclass(frozen=True, slots=True)
class Told:
    """The lists behind a row; `checked` says whether we compared them with the original."""

    issued: tuple[Issued, ...]
    checked: bool


@lru_cache(maxsize=256)
def told(source: str) -> Told:
    """What people read of a source. What was read from a third party's copy, is known from the news or from nobody's list is not
    checked; nothing is to be checked of what is made up for a demonstration."""
    parts = [part for part in source.split("; ") if part.strip(" ,;") not in ("", "unverified")]
    issued = tuple(_issued(part) for part in parts)
    second_hand = any(one.issuer in _AT_SECOND_HAND for one in issued)
    return Told(issued, not (second_hand or _WORKSHOP.search(source)))


def all_told(sources: Iterable[str]) -> list[Told]:
    """Each once, in their order; nothing of what has no source."""
    return list(dict.fromkeys(told(source) for source in sources if source))


def _issued(part: str) -> Issued:
    for issuer, begins in _ISSUERS:
        if begins.match(part):
            return Issued(issuer, "", _date(part))
    return Issued("", _WORKSHOP.sub("", part), "")


def _date(part: str) -> str:
    digits = _IN_DIGITS.search(part)
    if digits:
        return "-".join(digits.groups())
    words = _IN_WORDS.search(part)
    if words is None:
        return ""
    day, month, year = words.groups()
    return "-".join([year, *([f"{_MONTHS.index(month) + 1:02}"] if month else []), *([f"{int(day):02}"] if day else [])])
