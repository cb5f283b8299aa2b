"""What Roman letters may stand for in Devanagari: the likeliest few, as nobody types which a is long and which t is hard."""

import re
from functools import lru_cache
from heapq import nsmallest
from itertools import islice

from search.language.fold import folded

LONGEST = 32  # letters of a word; longer ones are no words
_BEAM = 32

Ways = tuple[tuple[str, float], ...]


_WAY = re.compile(r"(\D+?)([\d.]*)(?: |$)")


def _ways(**table: str) -> dict[str, Ways]:
    """From `t="त ट.5"`: each way with what it costs to read the letters so; - is nothing."""
    made: dict[str, Ways] = {}
    for letters, ways in table.items():
        made[letters] = tuple((sign.replace("-", ""), float(cost or 0)) for sign, cost in _WAY.findall(ways))
    return made


_CONSONANTS = _ways(
    chch="च्च", tth="त्थ ट्ठ.3", ddh="द्ध ड्ढ.5", cch="च्च च्छ.3", kkh="क्ख",
    chh="छ", ksh="क्ष", shh="श", tch="च", kh="ख", gh="घ", ch="च छ1.5 क2.5", jh="झ", th="थ ठ.6 त1.2", dh="ध ढ.6",
    ph="फ", bh="भ",
    sh="श ष1", zh="झ ळ1", ck="क", gy="ज्ञ ग्य.4", rh="ढ़", k="क", q="क", c="क स1.5 च1.5", g="ग", j="ज", t="त ट.4", d="द ड.4 ड़.6",
    n="न ण.9", p="प", f="फ", b="ब", m="म", y="य", r="र ड़1", l="ल ळ1.8", v="व", w="व", s="स श.8", h="ह", z="ज", x="क्स क्ष.5",
)  # fmt: skip
_SIGNS = _ways(
    aa="ा", ee="ी", oo="ू", ai="ै", ay="ै", au="ौ", ou="ौ", aw="ॉ ा.5", ow="ौ ो.5", ea="ी", ie="ी", a="- ा.3",
    i="ि ी.3", u="ु ू.4 -1.5",
    e="े ै1.5 -1.3", o="ो ौ1.5 ॉ1.5",
)  # fmt: skip
_LAST_SIGNS = _ways(a="ा -.7", i="ी ि.8", u="ू ु.3", e="े ा1.5 -1.5", y="ी", ey="ी े.5", ay="ाय ै.5 े.8", ai="ाई ाय.4 ै.6")
_FULL = _ways(
    aa="आ", ee="ई", oo="ऊ", ai="ऐ ए1", au="औ", ou="औ", aw="अव", ow="औ", a="अ आ.3", i="इ ई.4", u="उ ऊ.6 अ1.2", e="ए ऐ1.2 इ1.5",
    o="ओ औ1.2", y="य",
)  # fmt: skip
_AFTER_VOWEL = _ways(a="या आ.8 अ1", aa="या आ.5", i="ई इ.8", ee="ई", u="ऊ उ.5", oo="ऊ", e="ए", o="ओ", y="य")
_LONG_FIRST: Ways = (("ा", 0.0), ("", 0.2))
_NASAL_BEFORE = {"n": frozenset("kgcjtdqs"), "m": frozenset("pbf")}
_JOINED = frozenset(
    ("pr", "br", "kr", "gr", "tr", "dr", "shr", "st", "sk", "sp", "sw", "sv", "ty", "dy", "ky", "ny", "sm", "shm", "shn")
    + ("tv", "tw", "dw", "dv", "gw", "gv", "kl", "pl", "bl", "sn", "hm", "hn")
)
_JOIN, _NASAL = "्", "ं"


@lru_cache(maxsize=4096)
def devanagari_of(word: str, *, most: int = 8) -> tuple[str, ...]:
    """What a word in Roman letters may be in Devanagari (without nukta but for ड़ and ढ़), the likeliest first.

    Nothing for what is not written in Roman letters alone, or is longer than any word.
    """
    letters = folded(word)
    if not letters.isascii() or not letters.isalpha() or len(letters) > LONGEST:
        return ()
    reached: list[dict[str, float]] = [{} for _at in range(len(letters) + 1)]
    reached[0][""] = 0.0
    for at in range(len(letters)):
        for text, cost in nsmallest(_BEAM, reached[at].items(), key=lambda pair: pair[1]):
            for length, way, more in _steps(letters, at, text):
                there = reached[at + length]
                made = text + way
                if cost + more < there.get(made, 1e9):
                    there[made] = cost + more
    best = sorted((cost, text) for text, cost in reached[-1].items())
    return tuple(islice((text for _cost, text in best), most))


def _steps(letters: str, at: int, text: str) -> list[tuple[int, str, float]]:
    """How it may go on: how many letters are read, as what, and how unlikely that is."""
    for length in (4, 3, 2, 1):
        unit = letters[at : at + length]
        if len(unit) == length and unit in _CONSONANTS and not _is_vowel(letters, at):
            return _consonant(letters, at, unit)
    vowels = _table(letters, at, text)
    for length in (2, 1):
        unit = letters[at : at + length]
        last = at + length == len(letters)
        ways = (last and vowels is _SIGNS and _LAST_SIGNS.get(unit)) or vowels.get(unit)
        if unit == "a" and not last and at > 2 and letters[at - 2] not in "aeiouhy" and vowels is _SIGNS:
            ways = _LONG_FIRST  # after two consonants a short one would mostly not be spoken
        if len(unit) == length and ways:
            return [(length, way, cost) for way, cost in ways]
    return [(1, "", 2.0)]


def _is_vowel(letters: str, at: int) -> bool:
    """A y that ends a word, and w and y after a that close a syllable, belong to the vowel."""
    return letters[at] == "y" and at > 0 and at == len(letters) - 1


def _table(letters: str, at: int, text: str) -> dict[str, Ways]:
    if at == 0:
        return _FULL
    return _AFTER_VOWEL if letters[at - 1] in "aeiou" else _SIGNS


def _consonant(letters: str, at: int, unit: str) -> list[tuple[int, str, float]]:
    end = at + len(unit)
    following = letters[end : end + 1]
    ways = _CONSONANTS[unit] if at else tuple(way for way in _CONSONANTS[unit] if way[0] != "ड़")
    if following == unit:  # doubled: one is half
        return [(len(unit) + 1, way + _JOIN + way, cost) for way, cost in ways]
    if not following or following in "aeiou" or (following == "y" and end == len(letters) - 1):
        return [(len(unit), way, cost) for way, cost in ways]
    if at and following in _NASAL_BEFORE.get(unit, ()):
        return [(1, _NASAL, 0.0), (1, ways[0][0], 0.3)]
    joined = unit + letters[end : end + 2] in _JOINED or unit + following in _JOINED
    half, whole = (0.0, 0.6) if joined else (0.5, 0.0)
    return [(len(unit), way + sign, cost + more) for way, cost in ways for sign, more in ((_JOIN, half), ("", whole))]
