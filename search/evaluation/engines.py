"""The ways of searching that can be judged, by the name of the engine: the path that users go, with no other engine behind it."""

from collections.abc import Callable, Mapping
from functools import partial

from marketplace.channels.queries import viewpoint
from marketplace.kit.paging import PageRequest
from search.asking.find import find
from search.engines.all import engines

Way = Callable[[str, str, int], list[int]]
"""What is found for a text, on pages of a language, at most so many: the keys of the products, best first."""


def ways() -> Mapping[str, Way]:
    """A way for each engine that there is."""
    return {name: partial(_found, name) for name in engines()}


def _found(engine: str, text: str, language: str, first: int) -> list[int]:
    answer = find(viewpoint(language=language), text, page=PageRequest(first=first), by=engine)
    return [row.id for row in answer.page.rows]
