"""What every engine can do: learn documents, find products by words within filters, and count what there is to choose from."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

from catalog.listing.filters import EVERYTHING, ProductFilters
from marketplace.channels.queries import Viewpoint
from search.engines.document import Document
from search.ranking.rules import Ranking

MARKS = {"gi": "gi", "odop": "odop", "women": "women_led", "stock": "stocked"}
"""The parts and facets that are either true or not, and the member of ProductFilters that each is."""
OF_ATTRIBUTE = "a-"
"""What the parts begin with that narrow to choices of an attribute; its slug stands behind."""
ONE_PLACE = ("state", "district")
"""The parts of which a list has one only where who chooses another State gives the district up."""
MOST_PLACES = 10_000
"""How far into what it found an engine goes: `skip` and `first` together."""
Counted = Mapping[int, int]


class EngineDown(Exception):
    """The engine does not answer, not in time, or with an error of its own: another may be asked in its place."""


class Order(StrEnum):
    """RATING: the best rated first, those without reviews last. NEAR: the nearest district first. Ties go by relevance, then by
    the product's key."""

    RELEVANCE = "relevance"
    CHEAPEST = "cheapest"
    DEAREST = "dearest"
    NEWEST = "newest"
    RATING = "rating"
    NEAR = "near"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for. `text`: words, empty for everything. `unfinished`: the last word may be the beginning of one. `also`:
    for words of the text, folded and joined by a space, others that mean the same and are looked for beside them. `known`: folded
    words of the text that are names for sure, and are met as they are written: neither by what sounds like them nor mended.

    `base` narrows and is never left out. `parts`: what each facet narrows to, by its name (`category`, `craft`, `state`,
    `district`, `gi`, `odop`, `women`, `stock`, `price`, `kind`, `country`, `rating`, `a-` and an attribute's slug, any other); a
    facet is counted without the part of its own name. Only members that every engine knows. `one_place`: who chooses a State
    thereby leaves the district that was chosen, so States are counted without the part `district`, too; otherwise within it.
    `near`: latitude and longitude, for Order.NEAR. `matched`: say for each hit what the words met.
    """

    text: str = ""
    unfinished: bool = False
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    known: Collection[str] = frozenset()
    base: ProductFilters = EVERYTHING
    parts: Mapping[str, ProductFilters] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    near: tuple[float, float] | None = None
    skip: int = 0
    first: int = 24
    counted: bool = False
    matched: bool = False
    one_place: bool = False

    @property
    def beside_states(self) -> tuple[str, ...]:
        """The parts that States are counted without."""
        return ONE_PLACE if self.one_place else ("state",)


@dataclass(frozen=True, slots=True)
class Hit:
    """A product that was found. `text` is how well the words fit, on a scale of the engine's own, and `score` that times
    `Ranking.lift`: both only to be compared within one answer. `matched`: the members of Words (and `code`) that
    the words met."""

    product: int
    score: float
    text: float = 0.0
    seller: int = 0
    small: bool = False
    matched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many of the products that were found have what, each facet counted without itself; keys that none has are left out.

    `categories`: each with all below it. `marks`: gi, odop, women, stock; `marks_of`: how many there are without that mark's own
    part. `kinds`: of sellers. `ratings`: with at least so many stars, 1 to 4. `choices`: of attributes, each without the part of
    its own attribute. `cheapest`, `dearest`: lowest prices in minor units, without the part `price`.
    """

    categories: Counted = field(default_factory=dict)
    states: Counted = field(default_factory=dict)
    districts: Counted = field(default_factory=dict)
    crafts: Counted = field(default_factory=dict)
    choices: Counted = field(default_factory=dict)
    ratings: Counted = field(default_factory=dict)
    marks: Mapping[str, int] = field(default_factory=dict)
    marks_of: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    countries: Mapping[str, int] = field(default_factory=dict)
    cheapest: int | None = None
    dearest: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found, how many there are in all, and the counts where they were wanted. `spelled`: what was looked
    for in place of words that nothing has. `loosely`: nothing has all the words, these have most of them."""

    hits: Sequence[Hit]
    total: int
    counts: Counts | None = None
    spelled: Mapping[str, str] = field(default_factory=dict)
    loosely: bool = False


class Kept(NamedTuple):
    """What an engine knows of a product in a channel: `print` is that of its document (`Document.print`), empty for one that was
    forgotten."""

    product: int
    channel: int
    version: int
    print: str


class Engine(Protocol):
    """An engine. What it shows is checked again by who shows it: an engine may be a moment behind the catalogue."""

    name: str

    def put(self, documents: Collection[Document]) -> None:
        """Learn these documents; what is known in a later version stays as it is. Safe to repeat, in any order."""

    def forget(self, *, products: Collection[int], version: int, channels: Collection[int] | None = None) -> None:
        """These products are there no more; with `channels`, not in these. An older document that comes late does not bring them
        back."""

    def place(self, stamp: str) -> str:
        """Where a filling goes to that begins at this version, which names it."""

    def prepare(self, place: str) -> None:
        """From now on every change reaches this place, too. Safe to repeat. EngineDown."""

    def put_into(self, place: str, documents: Collection[Document]) -> None:
        """Like `put`, into this place only."""

    def show(self, place: str) -> None:
        """The place is filled: it is searched from now on, without a search that fails, and what was before it is removed. Safe
        to repeat."""

    def known(self, *, after: int = 0, products: Collection[int] | None = None) -> Iterator[Kept]:
        """What is known, by product and channel: of all products behind the key `after`, or of these only."""

    def find(self, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Found:
        """What is found from this viewpoint, in order; what may not be seen is neither among it nor counted."""
