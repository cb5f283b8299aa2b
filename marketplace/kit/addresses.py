"""Addresses that people write down: what is one, and the path of a page of ours in the reader's language."""

import re

from django.urls import translate_url
from django.utils.translation import get_language, override

_PATH = re.compile(r"/(?![/\\])[^\s\\]*\Z")
_WEB = re.compile(r"https?://[^\s/?#\\][^\s\\]*\Z", re.IGNORECASE)


def is_path(address: str) -> bool:
    """Whether it is the path of a page of ours: one slash at the beginning."""
    return _PATH.match(address) is not None


def is_address(address: str) -> bool:
    """Whether it is such a path, or an absolute http(s) address."""
    return is_path(address) or _WEB.match(address) is not None


def in_language(path: str) -> str:
    """The path, written down in English, of the same page in the reader's language."""
    language = get_language() or "en"
    with override("en"):
        return translate_url(path, language)
