"""Whose turn it is when the clock strikes."""

from collections.abc import Sequence
from datetime import datetime
from itertools import product

EVERY_MINUTES = 5


def turn(at: datetime, kinds: Sequence[str], languages: Sequence[str]) -> tuple[str, str]:
    """A kind and a language: each has its turn before one has it again, so that none waits for a longer one."""
    turns = list(product(kinds, languages))
    return turns[int(at.timestamp() // (60 * EVERY_MINUTES)) % len(turns)]
