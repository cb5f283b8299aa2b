"""Things that have products here (districts, crafts, GIs), and one product of each when it has its turn. From memory."""

from collections.abc import Collection, Mapping

from catalog.listing.taken import census_of
from marketplace.channels.queries import Viewpoint


def keys_with_products(at: Viewpoint, member: str, *, flag: str = "") -> list[int]:
    """The keys of a member of ProductFilters that the census counts or finds, such as "craft_ids", under which something is
    listed today; with a flag, such as "gi", something that has it."""
    census = census_of(at)
    known: Collection[int] = census.keys[member] if member in census.keys else census.found[member]
    return sorted(key for key in known if census.under(member, key, flag)) if flag else sorted(known)


def products_in_turn(at: Viewpoint, member: str, turns: Mapping[int, int], *, flag: str = "") -> dict[int, int]:
    """By key, the product whose turn it is: the first of all under it at turn 0, the next at turn 1, and round again."""
    census = census_of(at)
    places = {key: _places(census.under(member, key, flag)) for key in turns}
    return {key: census.ids[several[turns[key] % len(several)]] for key, several in places.items() if several}


def _places(bits: int) -> list[int]:
    """Which bits are set."""
    digits, found, place = bin(bits)[:1:-1], [], -1
    while (place := digits.find("1", place + 1)) >= 0:
        found.append(place)
    return found
