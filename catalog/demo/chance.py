"""Chance that is the same each time: seeded by a text, whatever the process or its hash seed."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


def chance(*seeds: object) -> Random:
    """A source of chance for this seed; texts are hashed by SHA-512, not by Python's own hash."""
    return Random(":".join(str(seed) for seed in seeds))


def shuffled(things: Sequence[Thing], source: Random) -> list[Thing]:
    """The things in an order of chance."""
    return source.sample(list(things), len(things))
