"""Many named tuples of one class at once, from columns: in half the time of as many calls of its constructor."""

from collections.abc import Iterable
from itertools import repeat
from typing import Any, TypeVar

Row = TypeVar("Row", bound=tuple[Any, ...])
_new: Any = tuple.__new__


def rows_of(cls: type[Row], *columns: Iterable[Any]) -> list[Row]:
    """A row for each place of the columns, as far as the shortest goes: `itertools.repeat(x)` is a column of one value."""
    return list(map(_new, repeat(cls), zip(*columns, strict=False)))
