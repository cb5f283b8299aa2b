"""What every engine can do: learn documents, and find products by words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from marketplace.channels.queries import Viewpoint
from search.engines.document import Document


@dataclass(frozen=True, slots=True)
class Hit:
    """A product that was found, and how well it fits: only to be compared within one answer of one engine."""

    product: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found, the best first; `spelled`: what was looked for in place of words that nothing has."""

    hits: Sequence[Hit]
    spelled: dict[str, str]


class Engine(Protocol):
    """An engine. What it shows is checked again by who shows it: an engine may be a moment behind the catalogue."""

    name: str

    def put(self, documents: Collection[Document]) -> None:
        """Learn these documents; what is known in a later version stays as it is. Safe to repeat, in any order."""

    def forget(self, *, products: Collection[int], version: int) -> None:
        """These products are there no more. An older document that comes late does not bring them back."""

    def find(self, text: str, at: Viewpoint, *, most: int) -> Found:
        """The products that the words find from this viewpoint, at most so many; what may not be seen is not among them."""
