"""The living style guide: tokens, type in both scripts, and every part as pages include it. For who works on the shop."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import override
from django.views.decorators.http import require_safe

from frontend_templates.samples import arguments
from frontend_templates.sheets import SOURCES

COMPONENTS = Path(__file__).parent / "templates" / "components"
_SIGN = re.compile(r"\{#\s*(.*?)\s*#\}", re.DOTALL)
_TOKEN = re.compile(r"(--[a-z0-9-]+):\s*([^;]+);")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
SIZES = ("--s4", "--s3", "--s2", "--s1", "--s0", "--s-1")


class Part(NamedTuple):
    """A part: its name, the sign on its first line, whether it has a sheet of its own, and how it looks."""

    name: str
    sign: str
    has_sheet: bool
    shown: Sequence[str]


class Token(NamedTuple):
    """A colour by its name, with its value in the light and in the dark theme."""

    name: str
    light: str
    dark: str


def parts(request: HttpRequest) -> list[Part]:
    """Every part of the house, by name; those without samples stand with their sign alone."""
    samples = arguments()
    found = []
    for path in sorted(COMPONENTS.glob("*.html")):
        sign = _SIGN.match(path.read_text(encoding="utf-8"))
        shown = [render_to_string(f"components/{path.name}", values, request) for values in samples.get(path.stem, [])]
        found.append(Part(path.stem, sign[1] if sign else "", (SOURCES / "components" / f"{path.stem}.css").exists(), shown))
    return found


def colours() -> list[Token]:
    """The colours of both themes as tokens.css has them."""
    light, _, dark = (SOURCES / "tokens.css").read_text(encoding="utf-8").partition("prefers-color-scheme: dark")
    by_night = dict(_TOKEN.findall(dark))
    return [Token(name, value, by_night.get(name, value)) for name, value in _TOKEN.findall(light) if _COLOUR.fullmatch(value)]


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The page, in English."""
    with override("en"):
        context = {"title": "Style guide", "unlisted": True, "colours": colours(), "sizes": SIZES, "parts": parts(request)}
        return render(request, "guide/guide.html", context)
