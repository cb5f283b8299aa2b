"""Cuts the fonts of pages from the whole families; run by hand when a family or the words of the house change much.

    python frontend_templates/fonts/subset.py FOLDER     (with fonttools, brotli and uharfbuzz installed)

FOLDER holds Eczar_600SemiBold.ttf, Mukta_400Regular.ttf and Mukta_600SemiBold.ttf as their makers publish them. English
pages have the Latin letters that our words use. Hindi pages have one file for both scripts, with every letter and sign
of Devanagari, and of the ligatures those that Hindi words of the house are shaped with: a rare conjunct is then set with
its half form or virama, which every reader knows. That makes 40 kB of 120. The few Hindi words on every English page
have a file of their own. The pictures that are shared (social cards) are drawn with one whole TTF of each.
"""

import re
import sys
from collections.abc import Iterable
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parent.parent
WEB = HERE.parent / "static" / "fonts"
CUTS = {
    "eczar-600": "Eczar_600SemiBold.ttf",
    "mukta-400": "Mukta_400Regular.ttf",
    "mukta-600": "Mukta_600SemiBold.ttf",
}
LATIN_ONLY = {"mukta-600"}  # on Hindi pages this weight is thickened by the browser: one file less on the line
ON_ENGLISH_PAGES = ("ज़िला", "बाज़ार", "हिन्दी")
LATIN = [*range(0x20, 0x7F), 0xA0, 0xA7, 0xA9, 0xB0, 0xB7, 0xBD, 0xD7, *map(ord, "‐‑–—‘’“”•…‹›₹€™−←→āīūṣṭḍṇśéèêëçñöüä")]
DEVANAGARI = [*range(0x900, 0x980), 0x200C, 0x200D, 0x25CC]
CONSONANTS = [chr(code) for code in range(0x915, 0x93A)]
SIGNS = "ािीुूृेैोौंःँॅॉ़"
WORDS = re.compile("[\u0900-\u097f\u200c\u200d]+")


def hindi() -> set[str]:
    """Every Devanagari word of the catalogue, the demonstration and the reference data, and each letter with each sign."""
    files = [
        HOUSE / "marketplace/locale/hi/LC_MESSAGES/django.po",
        *(HOUSE / "catalog/demo/words").rglob("*.toml"),
        *(path for path in (HOUSE / "marketplace/reference/data").glob("*.csv") if path.stem != "pincodes"),
    ]
    words = {word for path in files for word in WORDS.findall(path.read_text(encoding="utf-8"))}
    return words | letters()


def letters() -> set[str]:
    """Each letter with each sign, each half form (which conjuncts are made by way of) and each pair of consonants."""
    whole = [*CONSONANTS, *(letter + "़" for letter in CONSONANTS), "क्ष", "त्र", "ज्ञ", "श्र"]
    found = {letter + sign for letter, sign in product(whole, ["", *SIGNS, "्", "्र", "्य", "्\u200d"])}
    found |= {"र्" + letter + sign for letter, sign in product(whole, ["", *SIGNS])}
    return found | {first + "्" + second for first, second in product(whole, CONSONANTS)}


def glyphs_of(font: Path, words: Iterable[str]) -> set[str]:
    """The names of the glyphs that the words are set with."""
    shaper, names = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font)))), TTFont(font).getGlyphOrder()
    used: set[int] = set()
    for word in words:
        used.update(info.codepoint for info in _shaped(shaper, word).glyph_infos)
    return {names[number] for number in used}


def _shaped(shaper: Any, word: str) -> Any:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer)
    return buffer


def spoilt(font: Path, target: Path, words: Iterable[str]) -> list[str]:
    """The words that are set otherwise by the cut than by the whole font."""
    whole, part = (uharfbuzz.Font(uharfbuzz.Face(content)) for content in (font.read_bytes(), _unpacked(target)))
    return sorted(word for word in words if _advances(whole, word) != _advances(part, word))


def _unpacked(file: Path) -> bytes:
    font, content = TTFont(file), BytesIO()
    font.flavor = None
    font.save(content)
    return content.getvalue()


def _advances(shaper: Any, word: str) -> list[tuple[int, int, int]]:
    return [(place.x_advance, place.x_offset, place.y_offset) for place in _shaped(shaper, word).glyph_positions]


def cut(font: Path, target: Path, codes: Iterable[int], glyphs: Iterable[str] | None = None) -> None:
    """Write the part of a font; with `glyphs`, no others come along by its features."""
    options = subset.Options(hinting=False, layout_features=["*"], notdef_outline=True, layout_closure=glyphs is None)
    options.flavor = "woff2" if target.suffix == ".woff2" else None
    whole = TTFont(font)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes, glyphs=glyphs or ())
    cutter.subset(whole)
    subset.save_font(whole, str(target), options)
    sys.stdout.write(f"{target.name}: {target.stat().st_size:,} bytes\n")


def main(folder: Path) -> None:
    """All cuts."""
    words = hindi()
    eczar = folder / CUTS["eczar-600"]
    few, codes = WEB / "eczar-600-name.woff2", [*map(ord, "".join(ON_ENGLISH_PAGES)), 0x200D]
    cut(eczar, few, codes, glyphs_of(eczar, [*ON_ENGLISH_PAGES, "न्\u200d"]))
    sys.stdout.write(f"set otherwise: {spoilt(eczar, few, ON_ENGLISH_PAGES)}\n")
    for name, file in CUTS.items():
        font = folder / file
        cut(font, WEB / f"{name}-latin.woff2", LATIN)
        if name not in LATIN_ONLY:
            cut(font, WEB / f"{name}-hindi.woff2", LATIN + DEVANAGARI, glyphs_of(font, words))
            sys.stdout.write(f"set otherwise: {spoilt(font, WEB / f'{name}-hindi.woff2', words)}\n")
            cut(font, HERE / f"{name}.ttf", LATIN + DEVANAGARI)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
