"""What a search answers, whoever asks it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.listing.queries import ProductRow
from marketplace.kit.paging import Page
from search.asking.reading import Asking
from search.engines.engine import Counts, Hit
from search.language.fold import tokens
from search.language.understand import Part
from search.ranking.rules import Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page of products that the reader may see, in order; what was counted; and how the query was taken (`asked`).

    `hits`: how each product of the page was found, by its key. `spelled`: words that were looked for in place of others.
    `loosely`: nothing has all the words. `lifted`, `later`: products to which the fair share gave an earlier or a later place.
    `engine`: who answered. `ranking`: by which parameters.
    """

    asked: Asking
    page: Page[ProductRow]
    total: int
    counts: Counts | None
    hits: Mapping[int, Hit]
    spelled: Mapping[str, str]
    loosely: bool
    lifted: frozenset[int]
    later: frozenset[int]
    engine: str
    ranking: Ranking

    @property
    def understood(self) -> Sequence[Part]:
        """The parts of the query that were understood."""
        return self.asked.understood.parts

    @property
    def did_you_mean(self) -> str | None:
        """The query with the words that were looked for in place of others; None where there are none."""
        if not self.spelled:
            return None
        words = self.asked.understood.query.split()
        return " ".join(self.spelled.get("".join(tokens(word)), word) for word in words)
