"""GIs that have products here: which and how many bear the badge of each, and the crafts they are made in. From memory."""

from collections.abc import Collection

from catalog.listing.census import Census, bits_at
from catalog.listing.taken import census_of
from marketplace.channels.queries import Viewpoint


def badges_by_tag(at: Viewpoint, *, gi_tag_ids: Collection[int] | None = None) -> dict[int, int]:
    """How many visible products bear the badge of each GI today, of these GIs or of all; GIs without any are left out."""
    census = census_of(at)
    wanted = census.found["gi_tag_ids"].keys() if gi_tag_ids is None else gi_tag_ids
    counts = ((key, _badged(census, key).bit_count()) for key in wanted)
    return {key: count for key, count in counts if count}


def oldest_under(at: Viewpoint, *, gi_tag_ids: Collection[int]) -> list[int]:
    """The key of the oldest product with the badge of each of these GIs that has one, in the GIs' order."""
    census = census_of(at)
    badged = ((_badged(census, key), census.found["gi_tag_ids"].get(key, ())) for key in gi_tag_ids)
    return [min(census.ids[place] for place in places if bits >> place & 1) for bits, places in badged if bits]


def craft_ids_under(at: Viewpoint, *, gi_tag_id: int) -> list[int]:
    """The keys of the crafts that products with the badge of this GI are made in, the most frequent first."""
    census = census_of(at)
    badged = _badged(census, gi_tag_id)
    if not badged:
        return []
    size = len(census.places)
    counts = ((key, (bits_at(places, size) & badged).bit_count()) for key, places in census.found["craft_ids"].items())
    return [key for key, count in sorted(counts, key=lambda one: (-one[1], one[0])) if count]


def _badged(census: Census, gi_tag_id: int) -> int:
    """The products with the badge of this GI: a badge is only ever that of the GI which the product claims."""
    places = census.found["gi_tag_ids"].get(gi_tag_id)
    return bits_at(places, len(census.places)) & census.flags["gi"] if places else 0
