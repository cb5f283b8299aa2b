"""How many of the products that were found have what: bits of the census, each facet counted without its own part."""

from collections.abc import Collection, Iterable, Mapping

from catalog.attributes.queries import attributes_by_id
from catalog.categories.queries import tree
from catalog.listing.census import Census, counted, unknown
from catalog.products.queries import selectable
from marketplace.channels.queries import Viewpoint
from search.engines.engine import Counts, Wanted

OF_ATTRIBUTE = "a-"
"""What the names of the parts begin with that narrow to the choices of an attribute; its slug stands behind."""
_MARKS = {"gi": "gi", "odop": "odop", "women": "women_led", "stock": "stocked"}


class Narrowed:
    """What is wanted, by what it is narrowed to."""

    def __init__(self, census: Census, wanted: Wanted) -> None:
        """ValueError for filters that only the database knows."""
        if any(map(unknown, (wanted.base, *wanted.parts.values()))):
            raise ValueError("filters that an engine does not know")
        self.census = census
        self.beside_states = wanted.beside_states
        self.base = census.passing(wanted.base)
        self.parts = {name: census.passing(part) for name, part in wanted.parts.items()}
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


def counts_of(narrowed: Narrowed, at: Viewpoint) -> Counts:
    """The counts of all facets; no statement."""
    keys, flags = narrowed.census.keys, narrowed.census.flags
    prices = narrowed.census.prices_of(narrowed.without("price"))
    marks = {name: narrowed.without(name) for name in _MARKS}
    return Counts(
        categories=_branches(keys["category_ids"], narrowed.without("category"), at),
        states=counted(keys["state_ids"], narrowed.without(*narrowed.beside_states)),
        districts=counted(keys["district_ids"], narrowed.without("district")),
        crafts=counted(keys["craft_ids"], narrowed.without("craft")),
        choices=_choices(narrowed),
        ratings=counted(narrowed.census.ratings, narrowed.without("rating")),
        marks={name: count for name, flag in _MARKS.items() if (count := (marks[name] & flags[flag]).bit_count())},
        marks_of={name: count for name, among in marks.items() if (count := among.bit_count())},
        kinds=counted(keys["seller_kinds"], narrowed.without("kind")),
        countries=counted(keys["countries"], narrowed.without("country")),
        cheapest=prices[0] if prices else None,
        dearest=prices[1] if prices else None,
    )


def _branches(bits: Mapping[int, int], among: int, at: Viewpoint) -> dict[int, int]:
    """Each category with all below it."""
    own = {key: one & among for key, one in bits.items() if one & among}
    found = ((key, _either(own, branch)) for key, branch in tree(at.language).branches.items())
    return {key: one.bit_count() for key, one in found if one}


def _either(bits: Mapping[int, int], keys: Collection[int]) -> int:
    found = 0
    for key in keys:
        found |= bits.get(key, 0)
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
