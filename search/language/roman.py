"""Indian words in Roman letters as people in India write them: without accents, without the vowels that nobody speaks."""

import re
import unicodedata
from itertools import islice, product
from typing import NamedTuple

from search.language.scripts import full_vowels, to_devanagari


def _written(letters: str, ways: str) -> dict[str, str]:
    return dict(zip(letters, ways.split(), strict=True))


_CONSONANTS = _written(
    "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळऴ",
    "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h l zh",
)
_WITH_NUKTA = {"क": "q", "ख": "kh", "ग": "gh", "ज": "z", "झ": "z", "ड": "r", "ढ": "rh", "फ": "f", "य": "y"}
_VOWELS = _written("अआइईउऊऋएऐओऔऑऍ", "a a i i u u ri e ai o au o e")
_SIGNS = _written("ािीुूृेैोौॉॅ", "a i i u u ri e ai o au o e")
_LONG = frozenset("ीि")
_LONG_ALONE = {"आ": "aa", "ई": "ee", "ऊ": "oo"}
_NUKTA, _VIRAMA, _NASALS, _SCHWA = "\u093c", "\u094d", "ंँ", "ə"
_LIPS = ("p", "ph", "b", "bh", "m", "f")
_OPEN_ENDED = frozenset("rlnmvwy")
_HALF = frozenset("yv")
_SOUNDING = frozenset("nmlryv")
_WORD = re.compile(r"[\u0900-\u097f]+")


class Part(NamedTuple):
    """A consonant or a vowel as it is written in Roman letters; `kept`: a vowel that is heard whatever stands beside it."""

    text: str
    is_vowel: bool
    kept: bool = True


def roman(text: str) -> str:
    """The text with the words of all scripts of India in Roman letters, small ones: चिकनकारी is chikankari."""
    full = full_vowels(text)
    return _WORD.sub(lambda found: _roman(found[0], full=full), to_devanagari(text)).lower()


_VARIANTS = (
    (re.compile(r"i\b"), ("i", "ee")),
    (re.compile(r"(?<=[bcdfghjklmnpqrstvz])u(?=[bcdfghjklmnpqrstvz])"), ("u", "oo")),
    (re.compile(r"(?<=[bcdfghjklmnpqrstvz])i(?=[bcdfghjklmnpqrstvz])"), ("i", "ee")),
    (re.compile(r"(?<=[aeiou])r(?=[aeiou])"), ("r", "d")),
    (re.compile(r"z"), ("z", "j")),
    (re.compile(r"v"), ("v", "w")),
    (re.compile(r"ph"), ("ph", "f")),
    (re.compile(r"sh"), ("sh", "s")),
)


def romans(text: str, *, most: int = 6) -> tuple[str, ...]:
    """The usual Roman spellings of a word of another script, the likeliest first: साड़ी is sari, saree, sadi."""
    first = roman(text)
    flapped = "\u095c" in unicodedata.normalize("NFC", text) or "ड" + _NUKTA in unicodedata.normalize("NFD", to_devanagari(text))
    usable = [(pattern, ways) for pattern, ways in _VARIANTS if pattern.search(first) and (ways != ("r", "d") or flapped)]
    spelled: dict[str, None] = {}
    choices = sorted(product(*(range(len(ways)) for _pattern, ways in usable)), key=sum)
    for choice in islice(choices, 256):
        word = first
        for (pattern, ways), chosen in zip(usable, choice, strict=True):
            if chosen:
                word = pattern.sub(ways[chosen], word)
        spelled.setdefault(word)
    return tuple(islice(spelled, most))


def _roman(word: str, *, full: bool) -> str:
    parts, aksharas, last = _parts(unicodedata.normalize("NFD", word))
    parts = _conjoined(parts)
    if not full:
        parts = _spoken(parts, keep_last_but_one=aksharas >= 4 and last in _LONG)
    return _joined(parts, word[:1])


def _parts(word: str) -> tuple[list[Part], int, str]:
    """The word's consonants and vowels, how many written syllables it has, and its last sign."""
    parts: list[Part] = []
    aksharas, at = 0, 0
    while at < len(word):
        letter, following = word[at], word[at + 1 : at + 2]
        at += 1
        if letter in _CONSONANTS:
            nukta = following == _NUKTA
            at += nukta
            parts.append(Part(_WITH_NUKTA.get(letter, _CONSONANTS[letter]) if nukta else _CONSONANTS[letter], False))
            following = word[at : at + 1]
            if following == _VIRAMA:
                at += 1
                continue
            aksharas += 1
            at += following in _SIGNS and following != ""
            parts.append(Part(_SIGNS[following], True) if following in _SIGNS else Part(_SCHWA, True, False))
        elif letter in _VOWELS:
            aksharas += 1
            parts.append(Part(_VOWELS[letter], True))
        elif letter in _NASALS:
            parts.append(Part("n", False, kept=False))
        elif letter == "ॐ":
            parts += (Part("o", True), Part("m", False))
        elif letter.isdecimal():
            parts.append(Part(str(int(letter)), False))
    return parts, aksharas, word[-1:]


def _conjoined(parts: list[Part]) -> list[Part]:
    """क्ष, ज्ञ, and v after a consonant, as they are spoken; a nasal by what it stands before."""
    made: list[Part] = []
    for at, part in enumerate(parts):
        before, following = (made[-1] if made else None), (parts[at + 1] if at + 1 < len(parts) else None)
        if part.text == "n" and not part.is_vowel and not part.kept:
            part = Part("m" if following and following.text in _LIPS else "n", False)
        elif before and not before.is_vowel and not part.is_vowel:
            if (before.text, part.text) == ("j", "n"):
                made[-1], part = Part("g", False), Part("y", False)
            elif part.text == "v" and before.text not in _SOUNDING:
                part = Part("w", False)
        made.append(part)
    return made


def _spoken(parts: list[Part], *, keep_last_but_one: bool) -> list[Part]:
    """Without the inherent vowels that are not spoken: at the end, and between a vowel with one consonant and a consonant with
    one vowel, from the end on. In long words on -i the last but one is kept: बनारसी, मधुबनी."""
    spoken = list(parts)
    if spoken and _is_silent_at_end(spoken):
        spoken.pop()
    kept = len(spoken) - 3 if keep_last_but_one and spoken[-4:-3] != [Part("y", False)] else -1
    for at in range(len(spoken) - 3, 1, -1):
        if spoken[at].text != _SCHWA or at == kept:
            continue
        two_before, before, following, two_after = spoken[at - 2], spoken[at - 1], spoken[at + 1], spoken[at + 2]
        light = not before.is_vowel and two_before.is_vowel and not following.is_vowel and two_after.is_vowel
        if light and before.text != "h":
            del spoken[at]
    return spoken


def _is_silent_at_end(parts: list[Part]) -> bool:
    if parts[-1].text != _SCHWA or sum(part.is_vowel for part in parts) < 2:
        return False
    last, before = parts[-2].text, parts[-3] if len(parts) > 2 else None
    if before is None or before.is_vowel or last not in _OPEN_ENDED:
        return True
    return before.text in _SOUNDING and last not in _HALF


def _joined(parts: list[Part], first: str) -> str:
    """The letters; a short word that begins with a long vowel has it doubled (आम aam); ay before a consonant is ai (jaipur)."""
    made = [part.text for part in parts]
    if len(made) > 1 and sum(part.is_vowel for part in parts) == 1:
        made[0] = _LONG_ALONE.get(first, made[0])
    for at in range(1, len(made) - 1):
        if made[at] == "y" and made[at - 1] == _SCHWA and not parts[at + 1].is_vowel:
            made[at] = "i"
    return "".join(made).replace(_SCHWA, "a")
