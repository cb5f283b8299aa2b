"""How well a listing is made, of what is told of the product: a share of 1, and what is missing of it. Pure."""

from dataclasses import dataclass

from search.ranking.rules import Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What there is of a listing. `pictures` that may be shown; `about`: characters of its longest description; `languages` in
    which it has a name; `traits`: choices of attributes; `declared`: the law's words (generic name, maker and address, care of
    consumers) that are there, a share of 1; `origin`: its craft, GI or designation is named."""

    pictures: int
    about: int
    languages: int
    traits: int
    declared: float
    origin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a listing's quality. `there`: how much of it there is, a share of 1; `counts`: what it adds to the quality where
    it is all there; `more`: how many are missing of what is counted, 0 where nothing is or where it is not counted."""

    name: str
    there: float
    counts: float
    more: int = 0

    @property
    def missing(self) -> float:
        """What the quality would gain."""
        return self.counts * (1 - self.there)


def parts(made: Made, ranking: Ranking) -> tuple[Part, ...]:
    """The parts of the listing's quality, in the order of the parameters."""
    whole = sum(ranking.qualities.values())
    return tuple(_part(name, counts / whole, made, ranking) for name, counts in ranking.qualities.items())


def _part(name: str, counts: float, made: Made, ranking: Ranking) -> Part:
    has, full = getattr(made, name), ranking.full.get(name)
    if full is None:
        return Part(name=name, there=float(has), counts=counts)
    return Part(name=name, there=min(has, full) / full, counts=counts, more=max(0, full - has))


def quality(made: Made, ranking: Ranking) -> float:
    """All parts together, to four places, so that it is the same number wherever it is kept."""
    return round(sum(part.counts * part.there for part in parts(made, ranking)), 4)


def wanting(made: Made, ranking: Ranking) -> tuple[Part, ...]:
    """What the seller could add, what gains most first."""
    return tuple(sorted((part for part in parts(made, ranking) if part.missing > 0), key=lambda part: -part.missing))
