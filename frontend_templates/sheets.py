"""The style sheet: many small files for people under `sheets/`, put together to one `css/zila.css` for browsers.

A finder of Django's staticfiles, so that collectstatic, WhiteNoise and tests find the whole sheet without a build step.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from threading import get_ident
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

NAME = "css/zila.css"
SOURCES = Path(__file__).parent / "sheets"
FIRST = ("fonts.css", "tokens.css", "base.css", "layout.css")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_BLANKS = re.compile(r"\s*\n\s*")


def sources() -> list[Path]:
    """The small sheets in the order of the cascade: fonts, tokens, elements, layout, then components by name."""
    return [SOURCES / name for name in FIRST] + sorted((SOURCES / "components").glob("*.css"))


def assembled() -> str:
    """One sheet without comments and line indents."""
    whole = "\n".join(source.read_text(encoding="utf-8") for source in sources())
    return _BLANKS.sub("\n", _COMMENT.sub("", whole)).strip() + "\n"


class SheetFinder(BaseFinder):
    """Finds `css/zila.css`, which is written anew below the state folder where a small sheet has changed."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=Path(settings.STATE_DIR) / "sheets")
        super().__init__(*args, **kwargs)

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The assembled file's place for that one name; with `find_all` in a list, empty for other names."""
        if path != NAME:
            return [] if find_all else None
        self._write()
        found = self.storage.path(NAME)
        return [found] if find_all else found

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Nothing can be configured wrongly."""
        return []

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        """The one file."""
        self._write()
        yield NAME, self.storage

    def _write(self) -> None:
        target, text = Path(self.storage.path(NAME)), assembled()
        if target.exists() and target.read_text(encoding="utf-8") == text:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(f".{os.getpid()}-{get_ident()}")  # others may write it at the same time
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(target)
