"""A search that a document asks for: the answer is looked for once, with counts and reasons only where they are wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.queries import ProductRow
from catalog.media.queries import Fitting
from catalog.products.schema import Seen
from marketplace.channels.queries import Viewpoint
from marketplace.kit.graphql.connections import Connection
from marketplace.kit.paging import PageRequest
from search.asking.answer import Answer
from search.asking.explained import explained
from search.asking.find import find
from search.engines.engine import Counts, Hit, Order
from search.log.actions import noted
from search.ranking.explanation import Explanation


@dataclass(slots=True)
class Searched:
    """A search with its answer. `counted`, `reasons`: these are wanted, too."""

    at: Viewpoint
    query: str
    base: ProductFilters
    parts: Mapping[str, ProductFilters]
    order: Order
    near: tuple[float, float] | None
    as_words: list[str]
    page: PageRequest
    counted: bool
    reasons: bool
    cover: Fitting | None
    answer: Answer = field(init=False)
    _explained: dict[int, Explanation] | None = None

    def __post_init__(self) -> None:
        self.answer = self._find()
        if self._by_words_alone:
            noted(
                query=self.query, language=self.at.language, channel=self.at.channel, total=self.answer.total,
                loosely=self.answer.loosely, engine=self.answer.engine,
            )  # fmt: skip

    @property
    def _by_words_alone(self) -> bool:
        """Nothing else says what is found and in which order: a search, and not a step further in what it found."""
        more = self.parts or self.base != EVERYTHING or self.as_words or self.near or self.page.after or self.page.before
        return not more and self.order is Order.RELEVANCE

    def counts(self) -> Counts:
        """What there is to choose from."""
        if self.answer.counts is None:
            self.counted = True
            self.answer = self._find()
        return self.answer.counts or Counts()

    def explained(self) -> dict[int, Explanation]:
        """Why each product of the page stands where it does."""
        if not self.reasons:
            self.reasons = True
            self.answer = self._find()
        if self._explained is None:
            self._explained = explained(self.answer, self.at)
        return self._explained

    def _find(self) -> Answer:
        return find(
            self.at,
            self.query,
            page=self.page,
            base=self.base,
            parts=self.parts,
            order=self.order,
            near=self.near,
            counted=self.counted,
            as_words=self.as_words,
            explain=self.reasons,
            cover=self.cover,
        )


class Found(NamedTuple):
    """A product that was found, in its search: what SearchHit shows."""

    searched: Searched
    product: Seen

    @property
    def hit(self) -> Hit:
        """How it was found."""
        row: ProductRow = self.product.row
        return self.searched.answer.hits[row.id]


@dataclass(frozen=True, slots=True)
class SearchConnection(Connection):
    """A page of what was found, with the search that it is a page of."""

    searched: Searched
