"""The picture that a shared link shows: 1200 by 630, drawn from plain words, two fonts of ours and perhaps a picture."""

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

import resvg_py
from PIL import Image, ImageFont, ImageOps

from frontend_templates.drawable import drawable

WIDTH, HEIGHT = 1200, 630
MOST_BYTES = 150_000
DESIGN = 2
"""Goes up when cards are drawn in another way, so that all are drawn anew."""
_FONTS = Path(__file__).resolve().parent / "fonts"
_FILES = {"Eczar": _FONTS / "eczar-600.ttf", "Mukta": _FONTS / "mukta-400.ttf"}
_FACES = {
    "Eczar": 'font-family="Eczar, Eczar SemiBold" font-weight="600"',
    "Mukta": 'font-family="Mukta" font-weight="400"',
}
_PAPER, _INK, _MUTED, _MADDER, _TURMERIC, _BOTTLE, _INDIGO = (
    "#fbf5e9", "#2b2018", "#66543f", "#98291f", "#dd9a17", "#1c5140", "#26376b"
)  # fmt: skip
_WINDOW = (716, 70, 416, 494)  # left, top, width, height of the arch that the picture is seen through
_LEFT, _TEXT_WIDTH = 72, 580
_PETAL = "M0-5.2C4.4-8.6 4.6-12.6 0-16.6C-4.6-12.6-4.4-8.6 0-5.2Z"
_QUALITIES = (86, 78, 68, 55)


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says: the house's name, the thing's name, the line below it, and the badges it bears ("gi" or "odop" with
    its words)."""

    house: str
    name: str
    place: str
    badges: tuple[tuple[str, str], ...] = ()


def draw(words: CardWords, picture: bytes | None = None) -> bytes:
    """The card as a JPEG of less than MOST_BYTES; without a picture the mark stands in the window. OSError or ValueError
    where the picture cannot be read."""
    png = resvg_py.svg_to_bytes(
        svg_string=svg(words, _cropped(picture) if picture else None),
        width=WIDTH,
        height=HEIGHT,
        skip_system_fonts=True,
        font_files=[str(path) for path in _FILES.values()],
        font_family="Mukta",
    )
    with Image.open(io.BytesIO(bytes(png))) as drawn:
        whole = drawn.convert("RGB")
    for quality in _QUALITIES:
        out = io.BytesIO()
        whole.save(out, "JPEG", quality=quality, progressive=True, optimize=True)
        if out.tell() < MOST_BYTES:
            break
    return out.getvalue()


def svg(words: CardWords, window: bytes | None) -> str:
    """The card as SVG; `window` is a JPEG of the window's size."""
    left, top, width, height = _WINDOW
    words = _drawable(words)
    name, size = _set(words.name)
    leading = round(size * 1.16)
    first = 330 - leading * (len(name) - 1) // 2
    lines = "".join(_text(line, _LEFT, first + leading * at, size, "Eczar", _INK) for at, line in enumerate(name))
    below = first + leading * (len(name) - 1) + 62
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
        f'<g fill="none" stroke="{_MADDER}"><rect x="22" y="22" width="1156" height="586" stroke-width="4"/>'
        f'<rect x="31" y="31" width="1138" height="568" stroke-width="1.5"/></g>'
        f'<clipPath id="arch"><path d="{_arch(left, top, width, height)}"/></clipPath>'
        f'<path d="{_arch(left - 14, top - 14, width + 28, height + 28)}" fill="none" stroke="{_TURMERIC}" stroke-width="3"/>'
        f'<g clip-path="url(#arch)">{_seen(window)}</g>'
        f'<path d="{_arch(left, top, width, height)}" fill="none" stroke="{_MADDER}" stroke-width="5"/>'
        f"{_mark(98, 106, 1.75, _MADDER, _TURMERIC)}{_text(words.house, 142, 119, 38, 'Eczar', _MADDER)}"
        f"{lines}{_text(_fitting(words.place, 34), _LEFT, below, 34, 'Mukta', _MUTED)}{_badges(words.badges)}</svg>"
    )


def _drawable(words: CardWords) -> CardWords:
    """The words in the signs of the fonts that they are set in, before they are measured."""
    display, text = _font("Eczar", 44), _font("Mukta", 34)
    badges = tuple((kind, drawable(word, text)) for kind, word in words.badges)
    return CardWords(drawable(words.house, display), drawable(words.name, display), drawable(words.place, text), badges)


def _seen(window: bytes | None) -> str:
    left, top, width, height = _WINDOW
    if window is None:
        ground = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{_INDIGO}"/>'
        return ground + _mark(left + width / 2, top + height / 2 + 24, 9.5, "#f8efdc", _TURMERIC)
    data = base64.b64encode(window).decode()
    return f'<image x="{left}" y="{top}" width="{width}" height="{height}" xlink:href="data:image/jpeg;base64,{data}"/>'


def _arch(left: float, top: float, width: float, height: float) -> str:
    """A mehrab: straight sides, and two curves that meet in a point."""
    spring, middle, right = top + height * 0.36, left + width / 2, left + width
    return (
        f"M{left} {top + height}V{spring}C{left} {top + height * 0.14} {left + width * 0.3} {top + height * 0.1} {middle} {top}"
        f"C{right - width * 0.3} {top + height * 0.1} {right} {top + height * 0.14} {right} {spring}V{top + height}Z"
    )


def _mark(x: float, y: float, scale: float, colour: str, one: str) -> str:
    """The house's mark: a block-printed flower of which one petal stands out."""
    petals = "".join(
        f'<path d="{_PETAL}" transform="rotate({turn})" fill="{one if turn == 45 else colour}"/>' for turn in range(0, 360, 45)
    )
    return f'<g transform="translate({x} {y}) scale({scale})">{petals}<circle r="3" fill="{colour}"/></g>'


def _badges(badges: Sequence[tuple[str, str]]) -> str:
    """The badges in a row at the foot, each a word on its colour."""
    drawn, x = [], _LEFT
    for kind, word in badges:
        width = round(_font("Mukta", 28).getlength(word)) + 44
        colour = _BOTTLE if kind == "gi" else _INDIGO
        drawn.append(f'<rect x="{x}" y="506" width="{width}" height="50" rx="25" fill="{colour}"/>')
        drawn.append(_text(word, x + 22, 541, 28, "Mukta", "#fffdf7"))
        x += width + 14
    return "".join(drawn)


def _text(text: str, x: float, y: float, size: int, family: str, colour: str) -> str:
    face = _FACES[family]
    return f'<text x="{x}" y="{y}" {face} font-size="{size}" fill="{colour}">{escape(text)}</text>'


@lru_cache(maxsize=16)
def _font(family: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FILES[family], size, layout_engine=ImageFont.Layout.BASIC)


def _set(name: str) -> tuple[list[str], int]:
    """The name in at most three lines, in the largest type that it fits in; the rest of a longer one is left out."""
    for size in (66, 58, 50, 44):
        lines = _lines(name, size)
        if len(lines) <= 3:
            return lines, size
    lines = _lines(name, 44)[:3]
    return [*lines[:2], _fitting(f"{lines[2]} …", 44, "Eczar")], 44


def _lines(text: str, size: int) -> list[str]:
    """Broken between words, by the widths of unshaped letters, which are never narrower than the shaped ones."""
    font, lines = _font("Eczar", size), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > _TEXT_WIDTH:
            lines.append(word)
        else:
            lines[-1] = longer
    return [_fitting(line, size, "Eczar") for line in lines]


def _fitting(text: str, size: int, family: str = "Mukta") -> str:
    """The text, its end left out where it is too long for the line."""
    font = _font(family, size)
    if font.getlength(text) <= _TEXT_WIDTH:
        return text
    words = text.rstrip(" …").split()
    while len(words) > 1 and font.getlength(" ".join(words) + " …") > _TEXT_WIDTH:
        words.pop()
    short = " ".join(words)
    while len(short) > 1 and font.getlength(short + " …") > _TEXT_WIDTH:
        short = short[:-1]
    return short + " …"


def _cropped(picture: bytes) -> bytes:
    """The picture as a JPEG that fills the window."""
    with Image.open(io.BytesIO(picture), formats=("WEBP", "PNG", "JPEG")) as opened:
        fitted = ImageOps.fit(opened.convert("RGB"), (_WINDOW[2], _WINDOW[3]), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    fitted.save(out, "JPEG", quality=95)
    return out.getvalue()
