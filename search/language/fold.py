"""Text as it is compared: without case, accents, nukta and invisible signs, one sign for a nasal, ASCII digits, single blanks.

`marketplace.kit.text.clean` makes what is stored; this makes what is looked up, and is never shown. The lighter
`marketplace.kit.searching.folded` is for parts of names in lists of the lower storeys: it changes no sign but those of Hindi.
"""

import re
import unicodedata

MOST = 20_000
"""No folded text is longer; what comes after is left out."""

_VIRAMA, _ANUSVARA, _NUKTA = 0x4D, 0x02, 0x3C  # where they stand in each block of the Indian scripts
_DEVANAGARI, _BENGALI, _GURMUKHI, _GUJARATI, _ODIA, _TELUGU, _KANNADA = 0x900, 0x980, 0xA00, 0xA80, 0xB00, 0xC00, 0xC80
_WRITTEN_WITH_ANUSVARA = (_DEVANAGARI, _BENGALI, _GURMUKHI, _GUJARATI, _ODIA, _TELUGU, _KANNADA)
_CLASSES = ((0x19, 0x15, 0x18), (0x1E, 0x1A, 0x1D), (0x23, 0x1F, 0x22), (0x28, 0x24, 0x27), (0x2E, 0x2A, 0x2D))
"""A nasal, and the first and last of the stops that are spoken in the same place."""

_SAME = {
    "’": "", "'": "", "‘": "", "ʼ": "", "`": "",  # farmer's is farmers
    "ੰ": "ਂ",  # tippi is bindi
    "ৎ": "ত্", "ৰ": "র",
    "ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്", "ൿ": "ക്",  # what is left of the older way to write them
    "ي": "ی", "ى": "ی", "ې": "ی", "ك": "ک", "ه": "ہ", "ە": "ہ", "ة": "ہ", "ۃ": "ہ", "ٱ": "ا", "ـ": "", "ٔ": "",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i",
}  # fmt: skip
_KEPT_MARKS = frozenset("\u0653")  # آ is not ا
_ACCENTS = frozenset((1, 7, *range(27, 36), *range(202, 241)))  # combining classes: overlays, nukta, Arabic vowel marks, accents

_THOUSANDS = re.compile(r"(?<=\d),(?=\d)")
_NASAL = re.compile(
    "|".join(
        f"{chr(block + nasal)}{chr(block + _VIRAMA)}(?=[{chr(block + first)}-{chr(block + last)}])"
        for block in _WRITTEN_WITH_ANUSVARA
        for nasal, first, last in _CLASSES
    )
)


class _Signs(dict[int, str]):
    """What stands for each sign of a decomposed text; found out once."""

    def __missing__(self, code: int) -> str:
        self[code] = made = _made(chr(code))
        return made


def _made(sign: str) -> str:
    kind = unicodedata.category(sign)
    if sign in _SAME:
        return _SAME[sign]
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if kind in ("Mn", "Mc"):
        return _mark(sign)
    if kind[0] in "PSZ" or sign.isspace() or kind == "Cs":
        return " "
    return "" if kind[0] == "C" or kind == "Me" else sign


def _mark(sign: str) -> str:
    code = ord(sign)
    if code - 0x01 in _WRITTEN_WITH_ANUSVARA:
        return chr(code + 1)  # chandrabindu
    invisible = code == 0x34F or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    accent = unicodedata.combining(sign) in _ACCENTS and sign not in _KEPT_MARKS
    return "" if invisible or accent else sign


_SIGNS = _Signs()
_KNOWN = re.compile(r"[a-z0-9 ]*")


def folded(text: str) -> str:
    """The text as it is compared, at most MOST characters; folding it again changes nothing. Any str is taken."""
    text = text[:MOST]
    if not _KNOWN.fullmatch(text):
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = _THOUSANDS.sub("", text).translate(_SIGNS)
        text = _NASAL.sub(_anusvara, unicodedata.normalize("NFC", text))
    return " ".join(text.split())[:MOST].rstrip()


def _anusvara(found: re.Match[str]) -> str:
    return chr((ord(found[0][0]) & ~0x7F) + _ANUSVARA)


def tokens(text: str) -> tuple[str, ...]:
    """The words of the text, folded."""
    return tuple(folded(text).split())
