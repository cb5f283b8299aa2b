"""What a query asks of an engine: the words to look for, and what is plain enough to narrow the list by."""

from dataclasses import dataclass

from catalog.listing.filters import ProductFilters
from marketplace.districts.queries import district, state
from search.asking.spoken import spoken
from search.language.understand import PRICE, Part, Understanding, understand
from search.language.vocabulary import DISTRICT, STATE

NARROWING = (PRICE, "gi", "odop")
"""What narrows; the words of all else that is understood are looked for, as they stand in the documents."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The words that are left, and the filters that the rest makes."""

    words: str
    filters: ProductFilters
    understood: Understanding


def asking(query: str, language: str) -> Asking:
    """The query, read."""
    read = understand(query, spoken())
    filters = ProductFilters()
    for part in read.parts:
        if part.sure and part.kind in NARROWING:
            filters = filters.and_(**_filter(part, language))
    return Asking(" ".join(read.words_beside(NARROWING)), filters, read)


def _filter(part: Part, language: str) -> dict[str, object]:
    """The filter that a part makes."""
    if part.price is not None:
        return {"price_from": part.price.least, "price_to": part.price.most}
    if part.kind == DISTRICT and (place := district(part.key, language)):
        return {"district_ids": [place.id]}
    if part.kind == STATE and (whole := state(part.key, language)):
        return {"state_ids": [whole.id]}
    return {part.kind: True}
