"""The fair share of the first places: other sellers get their turn, and small and new ones some of the places. Pure.

Nobody gains by it who does not fit about as well as who stands there, and nothing is lost: the same products in another order.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from search.ranking.rules import Ranking


class Placed(Protocol):
    """What is known of a product that was found: `search.engines.engine.Hit` does."""

    @property
    def product(self) -> int:
        """Its key."""

    @property
    def seller(self) -> int:
        """Its seller's key."""

    @property
    def small(self) -> bool:
        """Whether that is a small or new one."""

    @property
    def score(self) -> float:
        """How well it fits."""


H = TypeVar("H", bound=Placed)


class Fair(NamedTuple, Generic[H]):
    """All hits in their new order; the products that got a place of small and new sellers, and those before which others had
    their turn."""

    hits: list[H]
    lifted: frozenset[int]
    later: frozenset[int]


def fair(hits: Sequence[H], ranking: Ranking) -> Fair[H]:
    """The hits, the best first, with the fair share in the first `ranking.window` places; those behind stay as they are."""
    left = list(hits[: ranking.window])
    placed: list[H] = []
    lifted: set[int] = set()
    later: set[int] = set()
    while left:
        page = _Page(ranking)
        while left and page.places < ranking.page:
            at, is_lifted = page.next_of(left)
            later.update(one.product for one in left[:at] if not is_lifted)
            taken = left.pop(at)
            page.put(taken)
            placed.append(taken)
            if is_lifted:
                lifted.add(taken.product)
    return Fair([*placed, *hits[ranking.window :]], frozenset(lifted), frozenset(later))


class _Page:
    """A page that is being filled."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self.places = self.small = 0
        self.of: Counter[int] = Counter()

    def put(self, hit: Placed) -> None:
        """The next place is this one's."""
        self.places += 1
        self.small += hit.small
        self.of[hit.seller] += 1

    def next_of(self, left: Sequence[Placed]) -> tuple[int, bool]:
        """Which of those that are left is next, and whether for being of a small or new seller."""
        usual = self._first(left, left[0].score * self.ranking.others_least)
        if usual is None:  # only sellers who had their turn fit
            usual = 0
        if left[usual].small or self.small >= int((self.places + 1) * self.ranking.small_share + 1e-9):
            return usual, False
        small = self._first(left, left[usual].score * self.ranking.small_least, small=True)
        return (usual, False) if small is None else (small, True)

    def _first(self, left: Sequence[Placed], least: float, *, small: bool = False) -> int | None:
        """The first whose seller has not had its turn, and that fits well enough."""
        for at, hit in enumerate(left):
            if hit.score < least:
                return None
            if self.of[hit.seller] < self.ranking.most_of_seller and hit.small >= small:
                return at
        return None
