"""What a search answers, whoever asks it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.listing.queries import ProductRow
from marketplace.kit.paging import Page
from search.engines.engine import Counts, Hit
from search.language.understand import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page of products that the reader may see, in order; what was counted; and how the query was taken.

    `hits`: how each product of the page was found, by its key. `understood`: the parts that narrow the list or could. `spelled`:
    words that were looked for in place of others. `loosely`: nothing has all the words. `engine`: who answered.
    """

    page: Page[ProductRow]
    total: int
    counts: Counts | None
    hits: Mapping[int, Hit]
    understood: Sequence[Part]
    spelled: Mapping[str, str]
    loosely: bool
    engine: str
