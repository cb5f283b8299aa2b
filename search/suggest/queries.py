"""What is suggested for a beginning of words: pages that are called so, from memory, and products that a search finds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from django.urls import reverse

from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import district_by_pin
from marketplace.gi.queries import GiTagRow, find_gi_tags
from marketplace.kit.held import Held
from marketplace.kit.paging import PageRequest
from marketplace.sellers.queries import SellerRow, sellers_page
from search.asking.find import find
from search.asking.named import Named, named
from search.asking.reading import asking
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
    asked = asking(text, at.language)
    if asked.near and not asked.words:
        return list(_around(at, asked.near))
    found = [*_named(at, text), *_gi_tags(at, text)]
    if len(text) >= SHORTEST:
        found += [*_sellers(at, text), *(_products(at, text) if asked.words else ())]
    return found


def _around(at: Viewpoint, pin: str) -> Iterator[Suggestion]:
    """The district of a PIN code, where that is known."""
    place = district_by_pin(pin, at.language)
    row = place.district if place else None
    if row:
        yield Suggestion(DISTRICT, row.name, _other(at, row.name_language), reverse("district", args=[row.slug]))


def _named(at: Viewpoint, text: str) -> Iterator[Suggestion]:
    """First what begins so by the name that is shown, then what does by a word of it, then what has another name."""
    called, start = _by_key(at.language), folded(text)
    things = [thing for thing in beginning(text) if thing in called]
    things.sort(key=lambda thing: _place(called[thing].folded, start))
    left = dict(MOST)
    chosen: dict[str, list[Suggestion]] = {kind: [] for kind in MOST}
    for thing in things:
        if left[thing.kind]:
            left[thing.kind] -= 1
            slug, row, _folded = called[thing]
            chosen[thing.kind].append(Suggestion(thing.kind, row.name, row.language, reverse(thing.kind, args=[slug])))
    for several in chosen.values():
        yield from several


def _place(name: str, start: str) -> int:
    return 0 if name.startswith(start) else 1 if f" {start}" in name else 2


class _Called(NamedTuple):
    """The slug of a thing, its name, and that as it is compared."""

    slug: str
    row: Named
    folded: str


def _read(language: str) -> dict[Thing, _Called]:
    things = ((Thing(kind, row.id), slug, row) for (kind, slug), row in named(language).items() if kind in MOST)
    return {thing: _Called(slug, row, folded(row.name)) for thing, slug, row in things}


_by_key = Held(_read, *TABLES)


def _gi_tags(at: Viewpoint, text: str) -> Iterator[Suggestion]:
    found = find_gi_tags(text, at.language, limit=LOOKED_AT)
    rows = list({row.name: row for row in reversed(found)}.values())[::-1]  # a name may stand in the register twice, for its logo
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
