"""What an engine does not know of filters is asked of the database, and told to the engine as the keys that pass."""

from dataclasses import replace

from catalog.listing.by_key import passing
from catalog.listing.filters import EVERYTHING
from catalog.listing.narrowing import apart, together
from search.engines.chosen import Asked
from search.engines.engine import MOST_PLACES, Wanted


def known_to_engines(wanted: Wanted, asked: Asked) -> Wanted | None:
    """The same in filters that every engine knows; None where nothing can pass. What only the database knows narrows all facets.

    Right where what passes these filters, or else what the words find, is no more than MOST_PLACES; of more, the first so many
    of what the words find are looked at. A statement, or two and another question to the engine.
    """
    base, rest = apart(wanted.base)
    parts = {name: apart(part) for name, part in wanted.parts.items()}
    rest = together((rest, *(unknown for _known, unknown in parts.values())))
    known = replace(wanted, base=base, parts={name: part for name, (part, _unknown) in parts.items()})
    if rest == EVERYTHING:
        return known
    if rest.nothing:
        return None
    keys = passing(rest, asked.at, most=MOST_PLACES + 1)
    if len(keys) > MOST_PLACES:
        found = asked.find(replace(known, counted=False, matched=False, skip=0, first=MOST_PLACES))
        among = together((rest, EVERYTHING.and_(ids=[hit.product for hit in found.hits])))
        keys = passing(among, asked.at, most=MOST_PLACES)
    return replace(known, base=together((base, EVERYTHING.and_(ids=keys)))) if keys else None
