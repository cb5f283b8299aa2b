"""What is suggested for a beginning of words: pages that are called so, from memory, and products that a search finds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.urls import reverse

from marketplace.channels.queries import Viewpoint
from marketplace.gi.queries import GiTagRow, find_gi_tags
from marketplace.kit.held import Held
from marketplace.kit.paging import PageRequest
from marketplace.sellers.queries import SellerRow, sellers_page
from search.asking.find import find
from search.asking.named import Named, named
from search.asking.spoken import TABLES
from search.language.fold import folded
from search.language.vocabulary import CATEGORY, CRAFT, DISTRICT, STATE
from search.suggest.names import Thing, beginning

SHORTEST = 2  # letters, below which makers and products are not asked for: everything begins so
PRODUCTS = 4
MOST = {CRAFT: 3, DISTRICT: 3, CATEGORY: 2, STATE: 1}
SOME = 2  # GIs, makers
LOOKED_AT = 20
Row = TypeVar("Row", GiTagRow, SellerRow)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A page to go to: its kind, what it is called in which language (empty: the reader's), its address."""

    kind: str
    name: str
    language: str
    url: str


def suggestions(at: Viewpoint, text: str) -> list[Suggestion]:
    """The pages that may be meant, kind by kind; at most three statements beside the engine's."""
    if not text:
        return []
    found = [*_named(at, beginning(text)), *_gi_tags(at, text)]
    if len(text) >= SHORTEST:
        found += [*_sellers(at, text), *_products(at, text)]
    return found


def _named(at: Viewpoint, things: Iterable[Thing]) -> Iterator[Suggestion]:
    called = _by_key(at.language)
    left = dict(MOST)
    chosen: dict[str, list[Suggestion]] = {kind: [] for kind in MOST}
    for thing in things:
        if left[thing.kind] and thing in called:
            left[thing.kind] -= 1
            slug, row = called[thing]
            chosen[thing.kind].append(Suggestion(thing.kind, row.name, row.language, reverse(thing.kind, args=[slug])))
    for several in chosen.values():
        yield from several


def _read(language: str) -> dict[Thing, tuple[str, Named]]:
    return {Thing(kind, row.id): (slug, row) for (kind, slug), row in named(language).items() if kind in MOST}


_by_key = Held(_read, *TABLES)


def _gi_tags(at: Viewpoint, text: str) -> Iterator[Suggestion]:
    rows = find_gi_tags(text, at.language, limit=LOOKED_AT)
    for row in _begun_first(text, rows, lambda row: (row.name, row.default_name)):
        yield Suggestion("gi", row.name, _other(at, row.name_language), reverse("gi", args=[row.slug]))


def _begun_first(text: str, rows: Iterable[Row], names: Callable[[Row], tuple[str, ...]]) -> list[Row]:
    """Some of the rows: first those with a name in which the first word of the text begins one."""
    first = folded(text).partition(" ")[0]
    return sorted(rows, key=lambda row: not any(f" {folded(name)}".find(f" {first}") >= 0 for name in names(row)))[:SOME]


def _sellers(at: Viewpoint, text: str) -> Iterator[Suggestion]:
    rows = sellers_page(language=at.language, page=PageRequest(first=LOOKED_AT), search=text).rows
    for row in _begun_first(text, rows, lambda row: (row.name, row.default_name)):
        yield Suggestion("seller", row.name, _other(at, row.language), reverse("seller", args=[row.slug]))


def _products(at: Viewpoint, text: str) -> Iterator[Suggestion]:
    answer = find(at, text, page=PageRequest(first=PRODUCTS), unfinished=True)
    for row in answer.page.rows:
        yield Suggestion("product", row.name, _other(at, row.language or "en"), reverse("product", args=[row.slug]))


def _other(at: Viewpoint, language: str) -> str:
    return "" if language == at.language else language
