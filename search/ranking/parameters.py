"""Each parameter that searches are ranked by: its name, its bounds, and how a Ranking is put into a row and taken from it."""

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import NamedTuple

from search.ranking.rules import FULL, QUALITIES, WEIGHTS, Ranking

PLACES = 3
"""Decimal places of a parameter that is not whole."""
Value = Decimal | int


class Parameter(NamedTuple):
    """A parameter by the name of its column, with the least and the most that it may be."""

    name: str
    least: Value
    most: Value

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole number."""
        return isinstance(self.most, int)


def _decimal(name: str, least: str, most: str) -> Parameter:
    return Parameter(name, Decimal(least), Decimal(most))


_GROUPS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "weights": ("weight", tuple(WEIGHTS)), "qualities": ("quality", tuple(QUALITIES)),
    "full": ("full", tuple(FULL)),
}  # fmt: skip
PARAMETERS: tuple[Parameter, ...] = (
    *(_decimal(f"weight_{part}", "0.1" if part == "title" else "0", "10") for part in WEIGHTS),
    _decimal("quality", "0", "2"),
    _decimal("stocked", "0", "2"),
    _decimal("recent", "0", "2"),
    _decimal("half_life", "1", "3650"),
    *(_decimal(f"quality_{part}", "0", "1") for part in QUALITIES),
    Parameter("full_pictures", 1, 50),
    Parameter("full_about", 1, 5000),
    Parameter("full_languages", 1, 25),
    Parameter("full_traits", 1, 50),
    Parameter("window", 0, 500),
    Parameter("page", 4, 100),
    Parameter("most_of_seller", 1, 100),
    _decimal("others_least", "0", "1"),
    _decimal("small_share", "0", "0.5"),
    _decimal("small_least", "0", "1"),
    Parameter("small_products", 0, 1000),
    Parameter("new_days", 0, 3650),
)
NAMES = tuple(parameter.name for parameter in PARAMETERS)
OF_QUALITY = tuple(f"quality_{part}" for part in QUALITIES)


def flat(ranking: Ranking) -> dict[str, Value]:
    """The value of each parameter, by its name."""
    values: dict[str, float] = {}
    for field in fields(ranking):
        value = getattr(ranking, field.name)
        if field.name in _GROUPS:
            prefix, parts = _GROUPS[field.name]
            values |= {f"{prefix}_{part}": value[part] for part in parts}
        else:
            values[field.name] = value
    return {one.name: int(values[one.name]) if one.is_whole else _plain(values[one.name]) for one in PARAMETERS}


def _plain(value: float) -> Decimal:
    """Without a zero that says nothing: 30, and not 30.0."""
    return Decimal(f"{value:.{PLACES}f}".rstrip("0").rstrip("."))


def ranking_of(values: Mapping[str, Value]) -> Ranking:
    """The ranking with these values of all its parameters."""
    read = {one.name: int(values[one.name]) if one.is_whole else float(values[one.name]) for one in PARAMETERS}
    groups = {group: {part: read.pop(f"{prefix}_{part}") for part in parts} for group, (prefix, parts) in _GROUPS.items()}
    return Ranking(**groups, **read)  # type: ignore[arg-type]
