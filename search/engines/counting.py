"""How many products have what, from the bits of the census, each facet counted without its own part: of what an engine found as
of a list without words."""

from collections.abc import Iterable, Mapping

from catalog.attributes.queries import attributes_by_id
from catalog.categories.queries import tree
from catalog.listing.census import Census, counted
from catalog.products.queries import selectable
from marketplace.channels.queries import Viewpoint
from search.engines.engine import MARKS, OF_ATTRIBUTE, Counts


class Narrowed:
    """The bits of a list, and of what narrows it by the names of the facets; `beside_states` as in `Wanted`."""

    def __init__(self, census: Census, base: int, parts: Mapping[str, int], beside_states: tuple[str, ...]) -> None:
        self.census = census
        self.base = base
        self.parts = parts
        self.beside_states = beside_states
        self.all = self.without()

    def keep(self, found: int) -> None:
        """Only what the words find."""
        self.base &= found
        self.all = self.without()

    def without(self, *names: str) -> int:
        """The products that are left, were these parts not set."""
        bits = self.base
        for name, part in self.parts.items():
            bits = bits if name in names else bits & part
        return bits


def counts_of(narrowed: Narrowed, at: Viewpoint, *, of_many: bool = True) -> Counts:
    """The counts of all facets; no statement. `of_many`: of districts and crafts, too, of which there are many."""
    keys, flags = narrowed.census.keys, narrowed.census.flags
    prices = narrowed.census.prices_of(narrowed.without("price"))
    marks = {name: narrowed.without(name) for name in MARKS}
    return Counts(
        categories=counted(branches(keys["category_ids"], at), narrowed.without("category")),
        states=counted(keys["state_ids"], narrowed.without(*narrowed.beside_states)),
        districts=counted(keys["district_ids"], narrowed.without("district")) if of_many else {},
        crafts=counted(keys["craft_ids"], narrowed.without("craft")) if of_many else {},
        choices=_choices(narrowed),
        ratings=counted(narrowed.census.ratings, narrowed.without("rating")),
        marks={name: count for name, flag in MARKS.items() if (count := (marks[name] & flags[flag]).bit_count())},
        marks_of={name: count for name, among in marks.items() if (count := among.bit_count())},
        kinds=counted(keys["seller_kinds"], narrowed.without("kind")),
        countries=counted(keys["countries"], narrowed.without("country")),
        cheapest=prices[0] if prices else None,
        dearest=prices[1] if prices else None,
    )


def branches(bits: Mapping[int, int], at: Viewpoint) -> dict[int, int]:
    """The products of each category with all below it, where there are some, from those that stand in each."""
    rows, found = tree(at.language).by_id, dict[int, int]()
    for key, inside in bits.items():
        if row := rows.get(key):
            for above in (*row.ancestors, key):
                found[above] = found.get(above, 0) | inside
    return found


def _choices(narrowed: Narrowed) -> dict[int, int]:
    """Of each attribute without its own part, of all others at once."""
    bits = narrowed.census.choices
    own = [row.slug for row in attributes_by_id().values() if OF_ATTRIBUTE + row.slug in narrowed.parts]
    chosen = {slug: one.choices.values() for slug, one in selectable(own).items()}
    apart = {key for keys in chosen.values() for key in keys}
    found = counted({key: one for key, one in bits.items() if key not in apart}, narrowed.all)
    for slug, keys in chosen.items():
        found |= counted(_some(bits, keys), narrowed.without(OF_ATTRIBUTE + slug))
    return found


def _some(bits: Mapping[int, int], keys: Iterable[int]) -> dict[int, int]:
    return {key: bits[key] for key in keys if key in bits}
