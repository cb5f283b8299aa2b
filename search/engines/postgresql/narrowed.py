"""What is wanted as bits of the census."""

from catalog.listing.census import Census, unknown
from search.engines.counting import Narrowed
from search.engines.engine import Wanted


def narrowed_by(wanted: Wanted, census: Census) -> Narrowed:
    """The products that pass its filters, by facet. ValueError for filters that only the database knows."""
    if any(map(unknown, (wanted.base, *wanted.parts.values()))):
        raise ValueError("filters that an engine does not know")
    parts = {name: census.passing(part) for name, part in wanted.parts.items()}
    return Narrowed(census, census.passing(wanted.base), parts, wanted.beside_states)
