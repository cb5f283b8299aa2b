"""Whose turn it is when the clock strikes."""

from collections.abc import Sequence
from datetime import datetime
from itertools import product

EVERY_MINUTES = 5


Turn = tuple[str, str]
"""A kind and a language."""


def turns(at: datetime, kinds: Sequence[str], languages: Sequence[str]) -> list[Turn]:
    """All of them, beginning with the one whose turn it is: each is the first before one is so again, so that none waits for a
    longer one."""
    every = list(product(kinds, languages))
    first = int(at.timestamp() // (60 * EVERY_MINUTES)) % len(every)
    return every[first:] + every[:first]
