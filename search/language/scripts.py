"""The scripts of India written in Devanagari: letter for letter, and where a script says less than Devanagari, as it is spoken.

The blocks of Unicode for the scripts of Brahmi stand in the same order, so that most letters differ by an offset alone.
"""

import re
import unicodedata

from search.language.urdu import URDU, from_urdu

_DEVANAGARI = 0x900
_DRAVIDIAN = "\u0b80-\u0bff\u0c00-\u0c7f\u0c80-\u0cff\u0d00-\u0d7f"
_ODIA = "\u0b00-\u0b7f"
_RUN = re.compile(
    rf"[\u0980-\u09ff]+|[\u0a00-\u0a7f]+|[\u0a80-\u0aff]+|[{_ODIA}]+|[\u0b80-\u0bff]+|[\u0c00-\u0c7f]+|[\u0c80-\u0cff]+|[\u0d00-\u0d7f]+"
    rf"|{URDU}+"
)
_OTHER_SCRIPT = re.compile(rf"[\u0980-\u0d7f]|{URDU}")
_FULL_VOWELS = re.compile(rf"[{_ODIA}{_DRAVIDIAN}]")
_EVERYDAY = str.maketrans({"ऎ": "ए", "ऒ": "ओ", "ॆ": "े", "ॊ": "ो", "ऱ": "र", "ऩ": "न", "\u200c": None, "\u200d": None})
_DIGITS = 0x66

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(found), put) for found, put in pairs)


_STOP = "क-घच-झट-ढत-धप-भ"
_FINAL_M = (r"ं(?![ऀ-ॿ])", "म्")

_BEFORE: dict[int, Rules] = {
    0x980: _rules(("য\u09bc", "\u09df"), ("্য", "্\u09df"), ("্ব", "্\u09f1"), ("ৰ", "র"), ("ৎ", "ত্")),
    0xA00: _rules(("ੰ", "ਂ"), ("ੱ([\u0a15-\u0a39])", r"\1੍\1"), ("ੱ", "")),
    0xB00: _rules(("ଯ(?!\u0b3c)", "ଜ"), ("[ୟ]|ଯ\u0b3c", "ଯ"), ("ୱ", "ଵ")),
    0xD00: _rules(
        ("ൺ", "ണ്"), ("ൻ", "ന്"), ("ർ", "ര്"), ("ൽ", "ല്"), ("ൾ", "ള്"), ("ൿ", "ക്"), ("റ്റ", "ട്ട"),
        ("ൗ", "ൌ"), ("ണ്ട", "ണ്ഡ"), ("മ്പ", "മ്ബ"), ("(?<=[\u0d05-\u0d14\u0d3e-\u0d4c])ട(?!്)", "ഡ"),
    ),
}  # fmt: skip
"""By block: what is not letter for letter, before the letters are written in Devanagari …"""

_AFTER: dict[int, Rules] = {
    0xA00: _rules(("स\u093c", "श"), ("ल\u093c", "ळ")),
    0x980: _rules(("य(?!\u093c)", "ज"), ("\u095f", "य"), ("\u0971", "व"), (rf"ं(?![{_STOP}])", "ंग")),
    0xC00: _rules(_FINAL_M, ("ౖ", "")),
    0xC80: _rules(_FINAL_M),
    0xD00: _rules(_FINAL_M),
}
"""… and after it."""

_TAMIL_STOPS = dict(zip("கசடதப", ("क", "स", "ट", "त", "प"), strict=True))
_TAMIL_VOICED = dict(zip("கசடதப", ("ग", "स", "ड", "द", "ब"), strict=True))
_TAMIL_VOICED_FIRST = dict(zip("கசடதப", ("ग", "ज", "ड", "द", "ब"), strict=True))
_TAMIL_DOUBLED = {"ச": "च"}
_TAMIL_NASALS = "ஙஞணநனம"


def to_devanagari(text: str) -> str:
    """The text with its Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam and Urdu words in Devanagari.

    Tamil's stops are voiced as they are spoken; Urdu's vowels as far as they are written. Other text stays, in NFC.
    """
    text = unicodedata.normalize("NFC", text)
    return _RUN.sub(_written, text) if _OTHER_SCRIPT.search(text) else text


def foreign(word: str) -> bool:
    """Whether a word is of a script other than Latin and Devanagari: what it means in these is known by how it sounds."""
    return not word.isascii() and _OTHER_SCRIPT.search(word) is not None


def voiced(word: str) -> str:
    """A word of Tamil that begins with a stop, in Devanagari, with the voiced one that the letter stands for as well: பனாரசி is
    बनारसि. Empty for all others."""
    word = unicodedata.normalize("NFC", word)
    if word[:1] not in _TAMIL_VOICED_FIRST or word[1:3] == "\u0bcd" + word[0]:
        return ""
    return _TAMIL_VOICED_FIRST[word[0]] + to_devanagari(word)[1:]


def full_vowels(text: str) -> bool:
    """Whether the text's script says where a vowel is dropped (Odia, Tamil, Telugu, Kannada, Malayalam), unlike Hindi's."""
    return _FULL_VOWELS.search(text) is not None


def _written(found: re.Match[str]) -> str:
    run = found[0]
    block = ord(run[0]) & ~0x7F
    if block < 0x980:
        return from_urdu(run)
    if block == 0xB80:
        return _from_tamil(run)
    for pattern, put in _BEFORE.get(block, ()):
        run = pattern.sub(put, run)
    run = "".join(map(_letter, run)).translate(_EVERYDAY)
    for pattern, put in _AFTER.get(block, ()):
        run = pattern.sub(put, run)
    return unicodedata.normalize("NFC", run)


def _letter(letter: str) -> str:
    """A letter by its place in the block; signs that Devanagari has no place for are left out."""
    place = ord(letter) & 0x7F
    if letter.isdecimal():
        return chr(_DEVANAGARI + _DIGITS + int(letter))
    known = place < 0x64 or place == 0x71
    return chr(_DEVANAGARI + place) if known and unicodedata.category(chr(_DEVANAGARI + place))[0] in "LM" else ""


def _from_tamil(run: str) -> str:
    run = run.replace("ற்ற", "த்ர").replace("ன்ற", "ன்ர")
    made = []
    for at, letter in enumerate(run):
        if letter in _TAMIL_STOPS:
            made.append(_tamil_stop(run, at))
        else:
            made.append(_letter(letter) if "\u0b80" <= letter <= "\u0bff" else "")
    return "".join(made).translate(_EVERYDAY)


def _tamil_stop(run: str, at: int) -> str:
    """k or g, s or ch or j, t or d, p or b: doubled and at the beginning voiceless, after a nasal and between vowels voiced."""
    letter = run[at]
    before = run[at - 2] if at >= 2 and run[at - 1] == "்" else ""
    doubled = before == letter or run[at + 1 : at + 3] == "்" + letter
    if doubled:
        return _TAMIL_DOUBLED.get(letter, _TAMIL_STOPS[letter])
    if before and before in _TAMIL_NASALS:
        return "ज" if letter == "ச" else _TAMIL_VOICED[letter]
    if at == 0 or (before and before not in "ரயழ") or run[at + 1 : at + 2] == "்":
        return _TAMIL_STOPS[letter]
    return _TAMIL_VOICED[letter]
