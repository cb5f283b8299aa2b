"""The ways of searching that can be judged, by name."""

from collections.abc import Callable

from catalog.listing.taken import census_of
from marketplace.channels.queries import viewpoint
from marketplace.kit.paging import PageRequest
from search.asking.reading import asking
from search.browse.forms import Asked
from search.browse.queries import listing
from search.engines.postgresql.find import find

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
    census = census_of(at)
    passing = census.passing(asked.filters)
    if not asked.words:
        return [key for key in census.ids if passing >> census.places[key] & 1][:first]
    found = (hit.product for hit in find(asked.words, at, most=2000).hits)
    return [key for key in found if key in census.places and passing >> census.places[key] & 1][:first]
