"""How well products fit the words that they have: rare words count more, and so do those that are met in a better part. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil, log, sqrt

from search.engines.postgresql.lexemes import CODE, LOOSE
from search.engines.postgresql.meeting import APART, Meeting, MetTerm
from search.engines.postgresql.planes import Planes, add, at_least, highest, peak

SCALE = 64
"""How many steps a score has from one whole number to the next."""
_WAYS = (1.0, 0.6, 0.2, 0.8)  # as written, sounding closely so, loosely so, by another word that means the same
_HALF_HEARD = 0.4  # what a word counts in all that only sounds half alike
_ANYWHERE = 0.5  # what a word counts that is met at all, beside what its best part counts
_FURTHER = 0.15  # of what further parts count
_APART = 0.1
_NEEDED = (1.0, 0.6, 0.3)  # shares of what all words weigh
_ENOUGH = 24  # products, below which those count as found, too, that have less of the words …
_FLOOR = 0.3  # … but fit so well, beside the best


@dataclass(frozen=True, slots=True)
class Scored:
    """What is found, how well each of it fits in parts of SCALE, and whether none of it has all the words."""

    found: int
    text: Planes
    loosely: bool = False


@dataclass(slots=True)
class _Numbers:
    """What is added up: how well products fit, and how much of the words they have."""

    text: Planes = field(default_factory=list)
    had: Planes = field(default_factory=list)
    whole: int = 0


def everything(found: int) -> Scored:
    """Where no word is looked for, all fits alike."""
    text: Planes = []
    add(text, found, SCALE)
    return Scored(found, text)


def scored(met: Meeting, among: int, narrowed: int, size: int, weights: Mapping[str, float]) -> Scored:
    """Those of the products in `among`, out of `size`, that have all the words; where they are few, those with most of them that
    fit not much worse than the best. Whether none has all is said of those that are left when it is `narrowed`."""
    numbers, either = _Numbers(), 0
    for term in met.terms:
        having = term.either
        weight = sqrt(log(1 + (size - having.bit_count() + 0.5) / (having.bit_count() + 0.5)))
        _add(numbers, term, weight, weights)
        add(numbers.had, having, steps := max(1, round(SCALE * weight)))
        numbers.whole += steps
        either |= having
    among &= either
    whole = at_least(numbers.had, among, numbers.whole)
    found = whole
    for share in _NEEDED[1:]:
        if found.bit_count() >= _ENOUGH:
            break
        found = at_least(numbers.had, among, ceil(share * numbers.whole))
    found = found or highest(numbers.had, among)
    if found != whole:
        found = whole | at_least(numbers.text, found, ceil(_FLOOR * peak(numbers.text, found)))
    return Scored(found, numbers.text, bool(found & narrowed) and (not whole & narrowed or bool(met.unmet)))


def _add(numbers: _Numbers, term: MetTerm, weight: float, weights: Mapping[str, float]) -> None:
    """The best of a word's parts counts in full."""
    counts = {CODE: 1.0, APART: _APART, **weights}
    levels = sorted(
        ((counts.get(part, 0.0) * _WAYS[way], part, way, bits) for (part, way), bits in term.levels.items()), reverse=True
    )
    met: dict[str, int] = {}
    anywhere = 0
    for value, part, way, bits in levels:
        fresh = bits & ~met.get(part, 0)
        sure = _HALF_HEARD if way == LOOSE else 1.0
        add(numbers.text, fresh & ~anywhere, max(1, round(SCALE * weight * sure * (_ANYWHERE + value))))
        add(numbers.text, fresh & anywhere, round(SCALE * weight * _FURTHER * value))
        met[part] = met.get(part, 0) | bits
        anywhere |= bits
