"""What an item of a menu may lead to, and how deep a menu may be. Pure."""

import re

MOST_LEVELS = 4
MOST_ITEMS = 200
_ADDRESS = re.compile(r"(?:https?://[^\s/?#]+|/(?![/\\]))[^\s\\]*\Z")


def is_address(url: str) -> bool:
    """Whether it is an absolute http(s) address, or the path of a page of ours."""
    return _ADDRESS.match(url) is not None
