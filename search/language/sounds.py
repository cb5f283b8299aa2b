"""How a word sounds, as a key: spellings of one word in any script share it, and different words mostly do not.

Two keys: the close one forgets what spelling leaves open (long or short vowels, a that may be silent, doubled letters, z or j,
s or sh, v or w, ph or f, k or c or q, and breathed or not in longer words); the loose one also forgets vowels inside of longer
words, h, the ending -ware, and what is written either way: d or r, s or z, b or v. A close match is to weigh more than a loose
one. Keys are ASCII, and not shown.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from search.language.fold import folded
from search.language.roman import roman
from search.language.scripts import full_vowels, to_devanagari

LONGEST = 80  # letters that are heard

_SOUNDS = {
    "chch": "c", "tch": "c", "chh": "c", "cch": "c", "ch": "c", "ck": "k", "cq": "k", "q": "k", "x": "ks", "ksh": "ks",
    "sh": "s", "sch": "sk", "ph": "f", "kh": "K", "gh": "G", "th": "T", "tth": "T", "dh": "D", "ddh": "DD", "bh": "B", "jh": "J",
    "zh": "j", "z": "j", "rh": "r", "lh": "l", "wh": "v", "w": "v", "aw": "ao", "ow": "o",
}  # fmt: skip
_SPELLED = re.compile(
    r"(?P<soft>c)(?=[eiy](?!h))|(?P<hard>c)(?![hkq]|ch)|aw(?=l)(?P<open>)|(?:aw|ow)(?![aeiouyh])"
    r"|chch|tch|chh|cch|sch|ksh|tth|ddh|ch|ck|cq|sh|ph|kh|gh|th|dh|bh|jh|zh|rh|lh|wh|[qxzw]"
)
_ENGLISH_U = re.compile(r"u(?=rr|ck|tch)")  # durrie, lucknow, kutch
_WARE = re.compile(r"(?<=[a-z]{4})ware$")  # bidriware is bidri
_PLURAL = re.compile(r"(?<=i)y?[ao]+n$")
_VOWELS = re.compile(r"[aeiouy]+")
_TWICE = re.compile(r"([bcdfghjklmnprstvKGTDBJ])\1+")
_NASAL = re.compile(r"[mn]+(?=[kgtdpbcjfsKGTDBJ])")
_LAST_H = re.compile(r"(?<=[aeiou])h$")
_CONSONANT = re.compile(r"[bcdfghjklmnprstvKGTDBJ]")
_FLAPPED = re.compile(r"(?<=[\u0900-\u097f])(?<![ंँ्])ड(?![्\u093cड])(?=[ािीुूृेैोौॉंँ\u0915-\u0939])")
_LAST_NASAL = re.compile(r"[ंँ](?![\u0900-\u097f])")
_FLAP = re.compile(r"(?<![nrl])d")
_NASAL_APART = re.compile(r"(?<=.)[mn]a?(?=[kgtdpbcjfs])")
_AEIOU = frozenset("aeiou")
_WITHOUT = {vowels: str.maketrans(dict.fromkeys(vowels)) for vowels in ("a", "ae", "aeiu")}
_SHORT = 2  # consonants: a word with no more is told from others by its breath and its vowels


class Sounds(NamedTuple):
    """The two keys of a word; empty for a text without letters and digits."""

    close: str
    loose: str


def sound(word: str) -> str:
    """The close key; several words are heard as if written together."""
    return sounds(word).close


def loose_sound(word: str) -> str:
    """The loose key, for when nothing sounds closely alike; several words as if written together."""
    return sounds(word).loose


@lru_cache(maxsize=32_768)
def sounds(word: str) -> Sounds:
    """Both keys of a word in any script."""
    letters = _letters(word[: 4 * LONGEST]).replace(" ", "")[:LONGEST]
    heard = _heard(letters)
    if not heard:
        return Sounds("", "")
    loosened = _ENGLISH_U.sub("a", _WARE.sub("", letters))
    return Sounds(_close(heard), _loose(heard if loosened == letters else _heard(loosened)))


def _letters(word: str) -> str:
    """The word in Roman letters."""
    if word.isascii():
        return folded(word)
    text = to_devanagari(unicodedata.normalize("NFC", word))
    if not full_vowels(word):
        text = _LAST_NASAL.sub("", _FLAPPED.sub("ड\u093c", unicodedata.normalize("NFD", text)))
    return folded(roman(text.replace("ॉल", "ाल")))


def _heard(letters: str) -> str:
    """One sign for each consonant, capital for a breathed one, and one for each run of vowels: a e i o u."""
    signs = _SPELLED.sub(_consonant, _PLURAL.sub("", letters))
    signs = _TWICE.sub(r"\1", signs)
    signs = _VOWELS.sub(_vowel, signs)
    return _NASAL.sub("n", _LAST_H.sub("", signs))


def _consonant(found: re.Match[str]) -> str:
    if found["soft"]:
        return "s"
    if found["hard"]:
        return "k"
    return "a" if found["open"] is not None else _SOUNDS[found[0]]


def _vowel(found: re.Match[str]) -> str:
    run = found[0].replace("y", "i")
    if run == "e" and found.end() == len(found.string) and found.start():
        return "a"
    if run[0] == "a":
        glide = run.lstrip("a")[:1]
        return "e" if glide in ("e", "i") else "o" if glide else "a"
    if run[:2] in ("ee", "ea"):
        return "i"
    return "u" if run[:2] == "oo" else run[0]


def _close(heard: str) -> str:
    key = heard[:1] + heard[1:].replace("a", "")
    return key if len(_CONSONANT.findall(key)) <= _SHORT else key.lower()


def _loose(heard: str) -> str:
    whole = heard.lower()
    first, rest = whole[:1], whole[1:]
    key = (first + _FLAP.sub("r", rest).replace("h", "").replace("s", "j")).replace("v", "b").replace("o", "u")
    if first in _AEIOU:
        key = "a" + key[1:]
    key = _NASAL_APART.sub("n", key)
    consonants = len(_CONSONANT.findall(key))
    forgotten = "aeiu" if consonants > 3 else "ae" if consonants > _SHORT else "a"
    inner = key[1:-1].translate(_WITHOUT[forgotten])
    last = key[-1:] if len(key) > 1 else ""
    return key[:1] + inner + ("" if last in forgotten[:2] else last)
