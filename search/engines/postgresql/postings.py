"""Which products have a word, by the parts of their documents and how they have it: bits of the census, in one statement."""

from collections.abc import Iterable, Sequence

from catalog.listing.census import Census, bits_at
from marketplace.channels.queries import Viewpoint
from marketplace.kit.shapes import fetch

_FIND = """
    SELECT asked.place, found.keys
    FROM string_to_table(%s, '; ') WITH ORDINALITY asked(query, place) CROSS JOIN LATERAL (
        SELECT array_agg(product_id) AS keys FROM search_searchdocument
        WHERE words @@ asked.query::tsquery AND channel_id = %s AND since <= %s
    ) found WHERE found.keys IS NOT NULL
"""
_SEEN = "SELECT array_agg(product_id) FROM search_searchdocument WHERE channel_id = %s AND since <= %s"


def found_by(queries: Sequence[str], census: Census, at: Viewpoint) -> dict[str, int]:
    """The products that each tsquery finds among those that may be seen; without those that find none."""
    asked = list(dict.fromkeys(queries))
    if not asked:
        return {}
    rows = fetch(_FIND, ("; ".join(asked), at.channel_id, at.at))
    return {asked[place - 1]: bits for place, keys in rows if (bits := _bits(keys, census))}


def seen(census: Census, at: Viewpoint) -> int:
    """All products that may be seen."""
    return _bits(fetch(_SEEN, (at.channel_id, at.at))[0][0] or (), census)


def _bits(keys: Iterable[int], census: Census) -> int:
    """What the census does not know yet is left out."""
    return bits_at((place for place in map(census.places.get, keys) if place is not None), len(census.ids))
