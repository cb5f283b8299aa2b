"""The order in which the country has its turn on the first page."""

from collections.abc import Callable, Sequence
from hashlib import md5
from typing import TypeVar

Row = TypeVar("Row")


def well_mixed(rows: Sequence[Row], *, name: Callable[[Row], str]) -> list[Row]:
    """The rows in an order in which neighbours have nothing to do with each other; `name` tells them apart and fixes it."""
    return sorted(rows, key=lambda row: md5(name(row).encode(), usedforsecurity=False).digest())
