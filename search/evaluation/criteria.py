"""What a judgement says about a product's facts: the first criterion that fits gives its grade. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

BEST = 3
USEFUL = 2
"""From this grade on a product is an answer, for MRR and success."""


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """What judgements look at. `categories`: the product's own and all above it; `price`: that of its cheapest variant, in
    paise; `attributes`: by slug, the choices that it or one of its variants carries; `name`: the original (English) one."""

    id: int
    name: str
    craft: str
    categories: frozenset[str]
    district: str
    state: str
    price: int
    seller: str
    women_led: bool
    gi: bool
    odop: bool
    attributes: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Criterion:
    """All that is said must hold, of several values one. Prices in paise, both bounds included; `name`: words that stand
    together in the name as whole words, in any case, also in the plural."""

    grade: int
    craft: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    district: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    seller: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    attribute: tuple[tuple[str, tuple[str, ...]], ...] = ()
    gi: bool | None = None
    odop: bool | None = None
    women_led: bool | None = None
    price_from: int | None = None
    price_to: int | None = None
    names: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The words as one pattern, made once."""
        object.__setattr__(self, "names", _pattern(self.name))

    def fits(self, facts: ProductFacts) -> bool:
        """Whether the product is such a one."""
        return (
            (not self.craft or facts.craft in self.craft)
            and (not self.category or not facts.categories.isdisjoint(self.category))
            and (not self.district or facts.district in self.district)
            and (not self.state or facts.state in self.state)
            and (not self.seller or facts.seller in self.seller)
            and self.gi in (None, facts.gi)
            and self.odop in (None, facts.odop)
            and self.women_led in (None, facts.women_led)
            and (self.price_from is None or facts.price >= self.price_from)
            and (self.price_to is None or facts.price <= self.price_to)
            and all(not facts.attributes.get(slug, frozenset()).isdisjoint(wanted) for slug, wanted in self.attribute)
            and (not self.name or bool(self.names.search(facts.name)))
        )


def grade_of(facts: ProductFacts, criteria: Iterable[Criterion]) -> int:
    """The grade of the first criterion that fits; 0 where none does."""
    return next((criterion.grade for criterion in criteria if criterion.fits(facts)), 0)


def grades_of(catalogue: Iterable[ProductFacts], criteria: Iterable[Criterion]) -> dict[int, int]:
    """The grades above 0, by the products' keys."""
    said = tuple(criteria)
    return {facts.id: grade for facts in catalogue if (grade := grade_of(facts, said))}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{either})(?:s|es)?(?!\w)", re.IGNORECASE)
