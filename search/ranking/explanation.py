"""Why a product stands where it does: in numbers for who works here, in sentences for everybody. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Protocol

from babel.lists import format_list
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from search.ranking.rules import Ranking

WELL_MADE = 0.8
"""From which quality on a listing is said to be well described."""
_MET = {
    "code": gettext_lazy("its number"),
    "title": gettext_lazy("its name"),
    "kind": gettext_lazy("what kind of thing it is"),
    "craft": gettext_lazy("its craft"),
    "trait": gettext_lazy("its colour, material or make"),
    "place": gettext_lazy("the place it comes from"),
    "maker": gettext_lazy("its maker"),
    "about": gettext_lazy("its description"),
}
"""What words may be met in, what tells most first."""
Moved = Literal["EARLIER", "LATER"]


class Found(Protocol):
    """A product that was found: `search.engines.engine.Hit` is."""

    @property
    def score(self) -> float:
        """How well the words fit it, lifted."""

    @property
    def text(self) -> float:
        """How well the words fit it."""

    @property
    def matched(self) -> Collection[str]:
        """What the words met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What lifts a product beside the words: how well its listing is made, whether it can be had, and for how many days it has
    been there to be seen."""

    quality: float
    stocked: bool
    age_days: float


@dataclass(frozen=True, slots=True)
class Lifted:
    """What a fact lifts a product by: its value (of 1), how much that counts at most, and what it adds to the factor."""

    name: str
    value: float
    counts: float

    @property
    def adds(self) -> float:
        """What it adds to 1."""
        return self.value * self.counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How a product came to its place. `score` is `text`, how well the words fit, times `lift`: numbers of the engine's own
    scale, to be compared within one answer. `matched`: what the words met, what tells most first, and `weights`, what a word
    counts there. `lifts` add up to `lift`. `moved`: by the fair share. `sentences`: the same for everybody, in the reader's
    language."""

    score: float
    text: float
    lift: float
    lifts: tuple[Lifted, ...]
    matched: tuple[str, ...]
    weights: tuple[float, ...]
    moved: Moved | None
    sentences: tuple[str, ...]


def explanation(hit: Found, facts: Facts, ranking: Ranking, *, earlier: bool, later: bool) -> Explanation:
    """Why the hit stands where it does; `earlier`, `later`: the fair share gave it another place (`Fair.lifted`, `.later`)."""
    matched = tuple(part for part in _MET if part in hit.matched)
    recent = ranking.lift(quality=0, stocked=False, age_days=facts.age_days) - 1
    lifts = (
        Lifted("quality", facts.quality, ranking.quality),
        Lifted("stocked", float(facts.stocked), ranking.stocked),
        Lifted("recent", recent / ranking.recent if ranking.recent else 0.0, ranking.recent),
    )
    moved: Moved | None = "EARLIER" if earlier else "LATER" if later else None
    return Explanation(
        score=hit.score,
        text=hit.text,
        lift=hit.score / hit.text if hit.text else 1 + sum(one.adds for one in lifts),
        lifts=lifts,
        matched=matched,
        weights=tuple(ranking.weights["title" if part == "code" else part] for part in matched),
        moved=moved,
        sentences=_sentences(matched, facts, ranking, moved),
    )


def _sentences(matched: tuple[str, ...], facts: Facts, ranking: Ranking, moved: Moved | None) -> tuple[str, ...]:
    well_made = facts.quality >= WELL_MADE and bool(ranking.quality)
    new = facts.age_days < ranking.half_life and bool(ranking.recent)
    return _told(get_language() or "en", matched, facts.stocked and bool(ranking.stocked), well_made, new, moved)


@lru_cache(maxsize=1024)
def _told(
    language: str, matched: tuple[str, ...], stocked: bool, well_made: bool, new: bool, moved: Moved | None
) -> tuple[str, ...]:
    """In the language that is set, which is this one: most products of a page stand there for the same reasons."""
    told = []
    if matched:
        met = format_list([str(_MET[part]) for part in matched], locale=language)
        told.append(_("Found by %(parts)s") % {"parts": met})
    if stocked:
        told.append(_("In stock"))
    if well_made:
        told.append(_("Well described"))
    if new:
        told.append(_("New here"))
    if moved == "EARLIER":
        told.append(_("A place for a small or new maker"))
    if moved == "LATER":
        told.append(_("Its maker has other products before it"))
    return tuple(told)
