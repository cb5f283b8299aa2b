"""GIs that have products here: which and how many bear the badge of each, and the crafts they are made in. From memory.

A badge is only ever that of the GI which the product claims.
"""

from collections.abc import Collection

from catalog.listing.taken import census_of
from marketplace.channels.queries import Viewpoint


def badges_by_tag(at: Viewpoint, *, gi_tag_ids: Collection[int] | None = None) -> dict[int, int]:
    """How many visible products bear the badge of each GI today, of these GIs or of all; GIs without any are left out."""
    census = census_of(at)
    wanted = census.found["gi_tag_ids"].keys() if gi_tag_ids is None else gi_tag_ids
    counts = ((key, census.under("gi_tag_ids", key, "gi").bit_count()) for key in wanted)
    return {key: count for key, count in counts if count}


def oldest_under(at: Viewpoint, *, gi_tag_ids: Collection[int]) -> list[int]:
    """The key of the oldest product with the badge of each of these GIs that has one, in the GIs' order."""
    census = census_of(at)
    badged = ((census.under("gi_tag_ids", key, "gi"), census.found["gi_tag_ids"].get(key, ())) for key in gi_tag_ids)
    return [min(census.ids[place] for place in places if bits >> place & 1) for bits, places in badged if bits]


def craft_ids_under(at: Viewpoint, *, gi_tag_id: int) -> list[int]:
    """The keys of the crafts that products with the badge of this GI are made in, the most frequent first."""
    census = census_of(at)
    badged = census.under("gi_tag_ids", gi_tag_id, "gi")
    if not badged:
        return []
    counts = ((key, (census.under("craft_ids", key) & badged).bit_count()) for key in census.keys["craft_ids"])
    return [key for key, count in sorted(counts, key=lambda one: (-one[1], one[0])) if count]
