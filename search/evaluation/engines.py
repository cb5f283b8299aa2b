"""The ways of searching that can be judged, by name."""

from collections.abc import Callable

from marketplace.channels.queries import viewpoint
from marketplace.kit.paging import PageRequest
from search.asking.reading import asking
from search.browse.forms import Asked
from search.browse.queries import listing
from search.engines.engine import Wanted
from search.engines.postgresql.engine import PostgreSQL
from search.ranking.rules import Ranking

Engine = Callable[[str, str, int], list[int]]
"""What is found for a text, on pages of a language, at most so many: the keys of the products, best first."""

ENGINES: dict[str, Engine] = {}


def engine(name: str) -> Callable[[Engine], Engine]:
    """Registers an engine under a name."""

    def registered(ask: Engine) -> Engine:
        ENGINES[name] = ask
        return ask

    return registered


@engine("today")
def today(text: str, language: str, first: int) -> list[int]:
    """What the search page lists today: products with each word in a name of theirs, their district or craft, by name."""
    asked = Asked(page=PageRequest(first=first), q=text)
    return [card.id for card in listing(viewpoint(language=language), asked).cards]


@engine("postgresql")
def postgresql(text: str, language: str, first: int) -> list[int]:
    """What the engine in PostgreSQL finds."""
    at, asked = viewpoint(language=language), asking(text, language)
    wanted = Wanted(text=asked.words, also=asked.also, base=asked.filters, first=first)
    return [hit.product for hit in PostgreSQL().find(wanted, at, Ranking()).hits]
