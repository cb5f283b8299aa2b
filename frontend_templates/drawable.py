"""Which signs of a text a font of ours can draw, and what stands in for the others, which it would draw as boxes."""

import re
import unicodedata
from functools import lru_cache

from PIL.ImageFont import FreeTypeFont

_NO_XML = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONE_JOINERS = re.compile("(?<![\u0900-\u097f])[\u200c\u200d]+")  # what is left of an emoji made of several
_LACKED_BY_ALL = "\U0010ffff"


def drawable(text: str, font: FreeTypeFont) -> str:
    """The text in signs that the font has, on one line: "2¼ m²" becomes "2 1/4 m2", "ṣ" an "s", and what has no like, such as an
    emoji or another script, is left out."""
    line = unicodedata.normalize("NFC", _NO_XML.sub("", text))
    for sign in sorted(set(line)):
        if not _has(font, sign):
            line = re.sub(rf"(?<=\d){sign}", f" {_like(sign, font)}", line) if _is_fraction(sign) else line
            line = line.replace(sign, _like(sign, font))
    return " ".join(_LONE_JOINERS.sub("", line).split())


def _like(sign: str, font: FreeTypeFont) -> str:
    """The sign in parts that the font has: of a letter with a mark that it lacks the letter alone."""
    parts = unicodedata.normalize("NFKD", sign).replace("\u2044", "/")
    return "".join(part for part in parts if _has(font, part) and not unicodedata.combining(part))


def _is_fraction(sign: str) -> bool:
    return "\u2044" in unicodedata.normalize("NFKD", sign)


@lru_cache(maxsize=4096)
def _has(font: FreeTypeFont, sign: str) -> bool:
    """Whether it is drawn as something else than the box that stands for every sign which the font lacks."""
    drawn, box = font.getmask(sign), font.getmask(_LACKED_BY_ALL)
    return drawn.size != box.size or bytes(drawn) != bytes(box)
