"""What lists that answer a search are ordered by: the parameters, and what beside the words lifts a product, and by how much."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from search.ranking.sellers import SmallSellers

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"title": 1.0, "kind": 0.5, "craft": 0.5, "trait": 0.2, "place": 0.2, "maker": 0.1, "about": 0.05}
)
"""What a word counts by the part of a document that it is met in: the members of `search.engines.document.Words`."""
QUALITIES: Mapping[str, float] = MappingProxyType(
    {"pictures": 0.25, "about": 0.2, "languages": 0.2, "traits": 0.15, "declared": 0.1, "origin": 0.1}
)
"""What each part of a listing's quality counts (search/ranking/quality.py); only their proportions matter."""
FULL: Mapping[str, int] = MappingProxyType({"pictures": 4, "about": 400, "languages": 2, "traits": 4})
"""From how many on a part is all there; `about` in characters. The other parts are there or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The parameters that searches are ranked by. A product's score is how well the words fit it, times `lift`.

    `weights`: what a word that is met counts, by the part of the document; the title's is the measure of the others. An engine
    that knows fewer steps takes the nearest that it has.
    `quality`, `stocked`, `recent`: how much each weighs. A listing's quality is a share of 1, whose parts count as `qualities`
    says, and are all there from `full` on; what is recent loses half of that every `half_life` days.

    Fair share: of the first `window` places, in each `page` of them, at most `most_of_seller` come from one seller before others
    have had their turn that fit `others_least` (of 1) as well; and `small_share` (of 1) of the places go to small and new sellers
    as far as they fit `small_least` (of 1) as well as who would stand there. Small is who sells at most `small_products`
    products, new who has been here for less than `new_days` days.
    """

    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    quality: float = 0.25
    stocked: float = 0.2
    recent: float = 0.1
    half_life: float = 30.0
    qualities: Mapping[str, float] = field(default_factory=lambda: QUALITIES)
    full: Mapping[str, int] = field(default_factory=lambda: FULL)
    window: int = 96
    page: int = 24
    most_of_seller: int = 3
    others_least: float = 0.5
    small_share: float = 0.125
    small_least: float = 0.8
    small_products: int = 10
    new_days: int = 180

    def lift(self, *, quality: float, stocked: bool, age_days: float) -> float:
        """The factor, 1 at the least."""
        recent = math.pow(0.5, max(age_days, 0.0) / self.half_life)
        return 1 + self.quality * quality + self.stocked * stocked + self.recent * recent

    @property
    def small_sellers(self) -> SmallSellers:
        """Who is new or small."""
        return SmallSellers(new_days=self.new_days, most_products=self.small_products)
