"""Which products have a word, by the parts of their documents and how they have it: bits of the census, in one statement.

What very many products have takes long to read, and is asked for all the time: it is kept for a minute, as the census is.
"""

import time
from collections.abc import Iterable, Sequence
from itertools import repeat

from django.conf import settings
from django.db import connection
from django.utils import timezone

from catalog.listing.census import Census
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
_VERY_MANY = 1_000  # products
_SECONDS = 60.0
_MOST_BYTES = 32_000_000  # of a channel
_kept: dict[int, tuple[Census, dict[str, tuple[float, int]]]] = {}


def found_by(queries: Sequence[str], census: Census, at: Viewpoint) -> dict[str, int]:
    """The products that each tsquery finds among those that may be seen; without those that find none."""
    kept, now = _keep(census, at), time.monotonic()
    asked = dict.fromkeys(queries)
    found = {query: kept[query][1] for query in asked if query in kept and now - kept[query][0] < _SECONDS}
    left = [query for query in asked if query not in found]
    for place, keys in fetch(_FIND, ("; ".join(left), at.channel_id, at.at)) if left else ():
        bits = found[left[place - 1]] = _bits(keys, census)
        if len(keys) >= _VERY_MANY and len(kept) * len(census.ids) // 8 < _MOST_BYTES:
            kept[left[place - 1]] = (now, bits)
    return {query: bits for query, bits in found.items() if bits}


def seen(census: Census, at: Viewpoint) -> int:
    """All products that may be seen."""
    return _bits(fetch(_SEEN, (at.channel_id, at.at))[0][0] or (), census)


def _keep(census: Census, at: Viewpoint) -> dict[str, tuple[float, int]]:
    """When each was read, and its bits: of this census, which may be as old. Nothing is kept inside of transactions and in tests,
    nor for another moment than this."""
    if connection.in_atomic_block or not settings.HELD_SECONDS or abs((timezone.now() - at.at).total_seconds()) > _SECONDS:
        return {}
    kept = _kept.get(at.channel_id)
    if kept is None or kept[0] is not census:
        kept = _kept[at.channel_id] = (census, {})
    return kept[1]


def _bits(keys: Iterable[int], census: Census) -> int:
    """What the census does not know yet is left out."""
    size = len(census.ids)
    digits = bytearray(b"0") * (size + 1)
    for place in map(census.places.get, keys, repeat(size)):
        digits[place] = 49
    digits[size] = 48
    return int(digits[::-1], 2)
