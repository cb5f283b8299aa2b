"""How many products of a list have what, from the census: the same counts as an engine makes of what words find."""

from collections.abc import Collection, Iterable, Mapping

from catalog.attributes.queries import attributes_by_id
from catalog.categories.queries import CategoryRow, tree
from catalog.listing.census import Census, counted
from catalog.listing.queries import ProductFilters
from catalog.listing.taken import bits_of, census_of
from catalog.products.queries import selectable
from marketplace.channels.queries import Viewpoint
from search.browse.forms import CHOICE, Asked
from search.engines.engine import Counts

FLAGS = {"gi": "gi", "odop": "odop", "women": "women_led", "stock": "stocked"}
"""Marks by their parameters, and the flags of the census that they are."""


class _Bits:
    """The bits of a list and of what narrows it. A facet is counted without itself, so that others of its kind can be chosen."""

    def __init__(self, at: Viewpoint, base: ProductFilters, parts: Mapping[str, ProductFilters]) -> None:
        self.census: Census = census_of(at)
        self.base = bits_of(base, self.census, at)
        self.narrowed = {name: bits_of(part, self.census, at) for name, part in parts.items()}

    def without(self, *names: str) -> int:
        """The list, were these parameters not set."""
        bits = self.base
        for name, part in self.narrowed.items():
            bits = bits if name in names else bits & part
        return bits


def of_census(
    at: Viewpoint,
    asked: Asked,
    base: ProductFilters,
    parts: Mapping[str, ProductFilters],
    categories: Iterable[CategoryRow],
) -> tuple[int, Counts]:
    """How many there are and what they have, of the categories only these; no statement but for what only the database knows.

    `parts`: what each parameter of `asked` narrows the list to.
    """
    bits = _Bits(at, base, parts)
    census, by_key = bits.census, bits.census.keys
    branches, among = tree(at.language).branches, bits.without("category")
    prices, placed = census.prices_of(bits.without("price")), bool(asked.state or asked.district)
    counts = Counts(
        categories={row.id: (either(by_key["category_ids"], branches[row.id]) & among).bit_count() for row in categories},
        states=counted(by_key["state_ids"], bits.without("state", "district")),
        districts=counted(by_key["district_ids"], bits.without("district")) if placed else {},
        choices=_choices(bits),
        ratings=counted(census.ratings, bits.without("rating")),
        marks={name: (bits.without(name) & census.flags[flag]).bit_count() for name, flag in FLAGS.items()},
        marks_of={name: bits.without(name).bit_count() for name in FLAGS},
        kinds=counted(by_key["seller_kinds"], bits.without("kind")),
        countries=counted(by_key["countries"], bits.without("country")),
        cheapest=prices[0] if prices else None,
        dearest=prices[1] if prices else None,
    )
    return bits.without().bit_count(), counts


def _choices(bits: _Bits) -> dict[int, int]:
    found: dict[int, int] = {}
    known = selectable([row.slug for row in attributes_by_id().values() if row.filterable])
    for slug, attribute in known.items():
        ours = {key: bits.census.choices.get(key, 0) for key in attribute.choices.values()}
        found.update(counted(ours, bits.without(CHOICE + slug)))
    return found


def either(bits: Mapping[int, int], keys: Collection[int]) -> int:
    """What any of the keys has."""
    found = 0
    for key in keys:
        found |= bits.get(key, 0)
    return found
