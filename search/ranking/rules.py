"""What lists that answer a search are ordered by: the parameters, and what beside the words lifts a product, and by how much."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"title": 1.0, "kind": 0.5, "craft": 0.5, "trait": 0.2, "place": 0.2, "maker": 0.1, "about": 0.05}
)
"""What a word counts by the part of a document that it is met in: the members of `search.engines.document.Words`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The parameters that searches are ranked by. A product's score is how well the words fit it, times `lift`.

    `weights`: what a word that is met counts, by the part of the document; the title's is the measure of the others. An engine
    that knows fewer steps takes the nearest that it has.
    `quality`, `stocked`, `recent`: how much each weighs. A listing's quality is a share of 1; what is recent loses half of that
    every `half_life` days. Of each `window` of the best, at most `most_of_seller` in a row of a page come from one seller before
    others have had their turn, and `small_share` (of 1) of the places go to small and new sellers as far as they fit as well as
    `small_least` (of 1) of the score of who stands there.
    """

    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    quality: float = 0.25
    stocked: float = 0.2
    recent: float = 0.1
    half_life: float = 30.0
    window: int = 96
    most_of_seller: int = 3
    small_share: float = 0.125
    small_least: float = 0.8

    def lift(self, *, quality: float, stocked: bool, age_days: float) -> float:
        """The factor, 1 at the least."""
        recent = 0.5 ** (max(age_days, 0.0) / self.half_life)
        return 1 + self.quality * quality + self.stocked * stocked + self.recent * recent
