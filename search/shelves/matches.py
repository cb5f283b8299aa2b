"""Places, crafts, GIs, makers and kinds of goods that are called like the words of a search."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from catalog.categories.queries import CategoryRow, tree
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.queries import CraftRow, crafts, find_crafts
from marketplace.districts.queries import DistrictRow, StateRow, find_districts, states
from marketplace.gi.queries import GiTagRow, find_gi_tags
from marketplace.kit.held import Held
from marketplace.sellers.queries import SellerName, find_sellers

Row = TypeVar("Row", StateRow, DistrictRow, CraftRow, GiTagRow, SellerName, CategoryRow)
MOST = 3  # of each kind
MOST_WORDS = 3  # looked for one by one where all together are called by no name
SHORTEST_WORD = 3  # letters
KIND = 3  # crafts, that a kind needs to stand by itself


@dataclass(frozen=True, slots=True)
class Matches:
    """What is called so."""

    states: list[StateRow]
    districts: list[DistrictRow]
    crafts: list[CraftRow]
    gi_tags: list[GiTagRow]
    sellers: list[SellerName]
    categories: list[CategoryRow]

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return any((self.states, self.districts, self.crafts, self.gi_tags, self.sellers, self.categories))


def matches(at: Viewpoint, text: str, *, apart: bool) -> Matches:
    """What has all the words in its name; `apart`: else what has one of them."""
    found = _named(at, text)
    words = [word for word in text.split() if len(word) >= SHORTEST_WORD][:MOST_WORDS]
    if not apart or found.any or len(words) < 2:
        return found
    several = [_named(at, word) for word in words]
    return Matches(
        states=_first(one.states for one in several),
        districts=_first(one.districts for one in several),
        crafts=_first(one.crafts for one in several),
        gi_tags=_first(one.gi_tags for one in several),
        sellers=_first(one.sellers for one in several),
        categories=_first(one.categories for one in several),
    )


def _named(at: Viewpoint, text: str) -> Matches:
    """One statement; all but the makers are found in memory."""
    language = at.language
    return Matches(
        states=_begun(text, _states(language)),
        districts=find_districts(text, language, limit=MOST),
        crafts=find_crafts(text, language, limit=MOST),
        gi_tags=find_gi_tags(text, language, limit=MOST),
        sellers=find_sellers(text, language, limit=MOST),
        categories=_begun(text, _categories(language)),
    )


def _begun(text: str, called: Iterable[tuple[str, Row]]) -> list[Row]:
    """The first of those of which each word of the text begins a word of a name."""
    first, *others = text.casefold().split() or [""]
    near = ((names, row) for names, row in called if first in names)  # of a thousand names most are sorted out here
    return list(islice((row for names, row in near if _begin((first, *others), names)), MOST))


def _begin(words: Iterable[str], names: str) -> bool:
    parts = names.split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def _together(*names: str) -> str:
    return " ".join(names).casefold().replace("-", " ")


def _read_states(language: str) -> list[tuple[str, StateRow]]:
    return [(_together(row.name, row.default_name), row) for row in states(language)]


def _read_categories(language: str) -> list[tuple[str, CategoryRow]]:
    return [(_together(row.name, row.slug), row) for row in tree(language).rows]


_states = Held(_read_states, "marketplace_state")
_categories = Held(_read_categories, "catalog_category", "catalog_categorytranslation")


def _first(several: Iterable[list[Row]]) -> list[Row]:
    """The first of all, each once."""
    found: dict[int, Row] = {row.id: row for rows in several for row in rows}
    return list(found.values())[:MOST]


@dataclass(frozen=True, slots=True)
class Crafts:
    """Crafts kind by kind, the largest first; those of kinds that have few in one list."""

    kinds: dict[str, list[CraftRow]]
    others: list[CraftRow]
    total: int


def crafts_by_kind(language: str, text: str) -> Crafts:
    """The crafts that have these words in a name, or all."""
    rows = find_crafts(text, language) if text else crafts(language)
    kinds: dict[str, list[CraftRow]] = {}
    for row in rows:
        kinds.setdefault(row.category, []).append(row)
    large = sorted((pair for pair in kinds.items() if len(pair[1]) >= KIND), key=lambda pair: (-len(pair[1]), pair[0]))
    others = [row for row in rows if len(kinds[row.category]) < KIND]
    return Crafts(dict(large), others, len(rows))
