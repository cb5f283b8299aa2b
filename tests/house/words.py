"""Every text of the project that is marked for translation, from Python and from templates, without xgettext."""

import re
from ast import literal_eval
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("marketplace", "catalog", "orders", "payments", "search", "frontend_templates")
CATALOGUE = ROOT / "marketplace" / "locale" / "hi" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None, "_lazy": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
_TEXT = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALL = re.compile(rf"\b(_|gettext|ngettext|pgettext|npgettext)\(\s*{_TEXT}(?:\s*,\s*{_TEXT})?(?:\s*,\s*{_TEXT})?", re.DOTALL)

Message = tuple[str | None, str, str | None]
"""Context, text, plural."""


def messages() -> dict[Message, str]:
    """Each message with a place where it stands."""
    found: dict[Message, str] = {}
    for path in _files(".py"):
        for message in of_python(path):
            found.setdefault(message, str(path.relative_to(ROOT)))
    for path in (*_files(".html"), *_files(".txt")):
        for message in of_template(path.read_text(encoding="utf-8")):
            found.setdefault(message, str(path.relative_to(ROOT)))
    return found


def of_python(path: Path) -> Iterator[Message]:
    """The messages of a Python file."""
    with path.open("rb") as file:
        for _line, text, _comments, context in extract("python", file, keywords=KEYWORDS, options={"encoding": "utf-8"}):
            one, plural = (text[0], text[-1]) if isinstance(text, tuple) else (text, None)
            yield context, one, plural


def of_template(source: str) -> Iterator[Message]:
    """The messages of a template."""
    for name, *texts in _CALL.findall(templatize(source)):
        words = [literal_eval(text) for text in texts if text]
        context = words.pop(0) if name in ("pgettext", "npgettext") else None
        yield context, words[0], words[1] if name in ("ngettext", "npgettext") else None


def _files(suffix: str) -> Iterator[Path]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob(f"*{suffix}")):
            if "migrations" not in path.parts and "data" not in path.parts:
                yield path
