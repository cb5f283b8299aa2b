"""Rules of the pages of places: which list names a designation first, what is shown of a State, how strong a colour is."""

from collections.abc import Collection, Iterable
from datetime import date

from marketplace.districts.queries import OdopProductRow
from search.browse.rules import of_the_day

SCHEMES = ("UP-ODOP", "STATE", "DPIIT", "PMFME")
"""The lists of designations in the order in which a page names them: a State's own list first."""
Kinds = tuple[list[OdopProductRow], list[OdopProductRow], list[OdopProductRow]]
CRAFTS = frozenset({"handicraft", "handloom_textile", "perfume_wellness"})
NO_GOODS = frozenset({"services_tourism"})
STEPS_OF_STATE = (20, 100)
STEPS_OF_DISTRICT = (5, 10)
"""From how many products on a place is drawn in the second and in the third colour."""


def by_scheme(entry: OdopProductRow) -> tuple[int, int]:
    """The place of a designation among those of its district."""
    return SCHEMES.index(entry.scheme) if entry.scheme in SCHEMES else len(SCHEMES), entry.rank


def kinds(entries: Iterable[OdopProductRow], with_gi: Collection[int]) -> Kinds:
    """What stands for a State: designations behind which a registered GI stands, other crafts, other goods; no text twice."""
    sorts: Kinds = ([], [], [])
    seen: set[str] = set()
    for entry in sorted(entries, key=by_scheme):
        text = entry.default_product.casefold()
        if text not in seen and entry.sector not in NO_GOODS:
            seen.add(text)
            sorts[0 if entry.id in with_gi else 1 if entry.sector in CRAFTS else 2].append(entry)
    return sorts


def foremost(sorts: Kinds, today: date, *, count: int) -> list[OdopProductRow]:
    """A few of them: the first kind before the second before the third; within a kind, the day's choice goes round."""
    return [entry for several in sorts for entry in of_the_day(several, today, count=count)][:count]


def level(products: int, steps: tuple[int, int]) -> str:
    """The colour of a place: none, few, some or many products on sale now."""
    if products == 0:
        return "none"
    return "few" if products < steps[0] else "some" if products < steps[1] else "many"
