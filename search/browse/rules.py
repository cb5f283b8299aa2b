"""What is shown on which day: picked by rule from the rows at hand, the same for everybody."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

Row = TypeVar("Row")

SCHEMES = ("UP-ODOP", "STATE", "DPIIT", "PMFME")
"""The lists of designations in the order in which a page names them: a State's own list first."""


def one_per(column: str, rows: Sequence[Row]) -> list[Row]:
    """The first row for each value of the column, in the rows' order."""
    first: dict[Any, Row] = {}
    for row in rows:
        first.setdefault(getattr(row, column), row)
    return list(first.values())


def of_the_day(rows: Sequence[Row], today: date, *, count: int) -> list[Row]:
    """At most `count` of the rows, going round: each day begins where the day before ended."""
    if not rows:
        return []
    count = min(count, len(rows))
    start = today.toordinal() * count % len(rows)
    return [*rows[start:], *rows[:start]][:count]


def turns_of_the_day(keys: Sequence[int], today: date, *, count: int) -> dict[int, int]:
    """The keys `of_the_day`, each with how often it has had its turn before: what is below it takes turns by that, so that all of
    it is shown in time."""
    count = min(count, len(keys))
    start = today.toordinal() * count
    return {keys[place % len(keys)]: place // len(keys) for place in range(start, start + count)}
