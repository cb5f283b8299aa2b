"""How well a list of hits answers a query, and how sure that is over many queries. Pure.

Grades are 0 to 3. A hit that was not judged counts as 0, and so does one that is listed a second time.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from search.evaluation.criteria import USEFUL

DEPTH = 10
ROUNDS = 2000
SEED = 20260126
SURE = 0.95


@dataclass(frozen=True, slots=True)
class Outcome:
    """One query's measures, each from 0 (worst) to 1; `zero`: 1 where nothing was found."""

    ndcg: float
    mrr: float
    success: float
    zero: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over queries with the bounds of its 95 % confidence interval."""

    mean: float
    low: float
    high: float


def outcome(hits: Sequence[int], grades: Mapping[int, int]) -> Outcome:
    """The measures of the first ten hits, given the grades of all products above 0."""
    found = _grades(hits, grades)
    first = next((place for place, grade in enumerate(found, 1) if grade >= USEFUL), None)
    return Outcome(
        ndcg=ndcg(found, grades.values()),
        mrr=1 / first if first else 0.0,
        success=float(first is not None),
        zero=float(not hits),
    )


def ndcg(found: Sequence[int], judged: Iterable[int]) -> float:
    """The gain of the grades found, in their order, as a part of what the best order of all judged would gain."""
    best = sorted(judged, reverse=True)[:DEPTH]
    ideal = _gain(best)
    return _gain(found[:DEPTH]) / ideal if ideal else 0.0


def _grades(hits: Sequence[int], grades: Mapping[int, int]) -> list[int]:
    seen: set[int] = set()
    found = []
    for hit in hits[:DEPTH]:
        found.append(0 if hit in seen else grades.get(hit, 0))
        seen.add(hit)
    return found


def _gain(grades: Sequence[int]) -> float:
    """Of each hit 2^grade - 1, the less the farther down it stands."""
    return sum(((1 << grade) - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))


def estimate(values: Sequence[float], *, rounds: int = ROUNDS, seed: int = SEED) -> Estimate:
    """The mean, and where it lies for 95 of 100 drawings of as many of these queries with replacement; the same for the same
    seed. ValueError without values."""
    if not values:
        raise ValueError("no values")
    chance, size = random.Random(seed), len(values)
    means = sorted(sum(chance.choices(values, k=size)) / size for _round in range(rounds))
    tail = (1 - SURE) / 2
    return Estimate(sum(values) / size, _quantile(means, tail), _quantile(means, 1 - tail))


def _quantile(ordered: Sequence[float], part: float) -> float:
    """Between the two values that it lies between."""
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
