"""What is shown on which day: picked by rule from the rows at hand, the same for everybody."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

Row = TypeVar("Row")


def one_per(column: str, rows: Sequence[Row]) -> list[Row]:
    """The first row for each value of the column, in the rows' order."""
    first: dict[Any, Row] = {}
    for row in rows:
        first.setdefault(getattr(row, column), row)
    return list(first.values())


def of_the_day(rows: Sequence[Row], today: date, *, count: int) -> list[Row]:
    """At most `count` of the rows, going round: each day begins where the day before ended."""
    return [rows[turn % len(rows)] for turn in _turns(len(rows), today, count)]


def turns_of_the_day(keys: Sequence[int], today: date, *, count: int) -> dict[int, int]:
    """The keys `of_the_day`, each with how often it has had its turn before: what is below it takes turns by that, so that all of
    it is shown in time."""
    return {keys[turn % len(keys)]: turn // len(keys) for turn in _turns(len(keys), today, count)}


def _turns(size: int, today: date, count: int) -> range:
    """The turns of a day among so many things, counted from the first of all days on."""
    count = min(count, size)
    start = today.toordinal() * count
    return range(start, start + count)
