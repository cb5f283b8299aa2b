"""How many products of a list have what, from the census: the same counts as an engine makes of what words find."""

from collections.abc import Mapping

from catalog.listing.queries import ProductFilters
from catalog.listing.taken import bits_of, census_of
from marketplace.channels.queries import Viewpoint
from search.engines.counting import Narrowed, counts_of
from search.engines.engine import ONE_PLACE, Counts


def of_census(at: Viewpoint, base: ProductFilters, parts: Mapping[str, ProductFilters], *, placed: bool) -> tuple[int, Counts]:
    """How many there are and what they have; of districts only where the list is `placed`, in a State or district. No statement
    but for what only the database knows. `parts`: what each parameter of the address narrows the list to."""
    census = census_of(at)
    bits = {name: bits_of(part, census, at) for name, part in parts.items()}
    narrowed = Narrowed(census, bits_of(base, census, at), bits, ONE_PLACE)
    return narrowed.all.bit_count(), counts_of(narrowed, at, of_many=placed)
