"""What beside the words lifts a product in a search, and by how much."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The parameters that searches are ranked by. A product's score is how well the words fit it, times `lift`.

    `quality`, `stocked`, `recent`: how much each weighs. A listing's quality is a share of 1; what is recent loses half of that
    every `half_life` days. Of each `window` of the best, at most `most_of_seller` in a row of a page come from one seller before
    others have had their turn, and `small_share` (of 1) of the places go to small and new sellers as far as they fit as well as
    `small_least` (of 1) of the score of who stands there.
    """

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
