"""What a list may be narrowed to from here, with how many products each step would leave; and the way back from each."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from catalog.attributes.queries import attributes_by_id, choices_by_id, names
from catalog.categories.queries import CategoryRow, tree
from catalog.listing.census import Census, counted
from catalog.listing.queries import ProductFilters
from catalog.listing.taken import bits_of, census_of
from catalog.products.queries import selectable
from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import district, districts_of, state, states
from marketplace.kit.alphabet import in_reading_order
from search.browse.forms import CHOICE, Asked

MOST_ATTRIBUTES = 4
FEWEST = 2  # options, below which there is nothing to choose


@dataclass(frozen=True, slots=True)
class Option:
    """A step that may be taken: the parameter's `value`, what it is called in which language (empty: the reader's), and how many
    products it leaves; `depth` below others of its kind."""

    value: str
    name: str
    language: str
    count: int
    chosen: bool
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of an attribute."""

    parameter: str
    name: str
    language: str
    options: list[Option]

    @property
    def chosen(self) -> bool:
        """Whether one of them is set."""
        return any(option.chosen for option in self.options)


@dataclass(frozen=True, slots=True)
class Facets:
    """All steps from a list that leave some of it: kinds, places, marks (by parameter: gi, odop, women, stock), attributes; the
    range of lowest prices in minor units."""

    total: int
    categories: list[Option]
    states: list[Option]
    districts: list[Option]
    marks: dict[str, Option]
    attributes: list[Choices]
    cheapest: int | None
    dearest: int | None


class _Counts:
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


def facets(
    at: Viewpoint, asked: Asked, base: ProductFilters, parts: Mapping[str, ProductFilters], *, below: Iterable[CategoryRow] | None
) -> Facets:
    """How many there are and all steps from there; no statement but for what only the database knows (words, collections).

    `parts`: what each parameter of `asked` narrows the list to. `below`: these categories are counted; the first levels
    of the tree where it is None.
    """
    counts = _Counts(at, base, parts)
    all_of_it = counts.without()
    prices = counts.census.prices_of(counts.without("price"))
    return Facets(
        total=all_of_it.bit_count(),
        categories=_categories(at, asked, counts, below),
        states=_states(at, asked, counts),
        districts=_districts(at, asked, counts),
        marks=_marks(asked, counts),
        attributes=_attributes(at, asked, counts),
        cheapest=prices[0] if prices else None,
        dearest=prices[1] if prices else None,
    )


def _categories(at: Viewpoint, asked: Asked, counts: _Counts, below: Iterable[CategoryRow] | None) -> list[Option]:
    """These; or the first level of the tree, and what lies below the one that is chosen and those above it."""
    categories, among = tree(at.language), counts.without("category")
    bits, chosen = counts.census.keys["category_ids"], categories.by_slug.get(asked.category)
    opened = {None, *((*chosen.ancestors, chosen.id) if chosen else ())}
    rows = (row for row in categories.rows if row.parent_id in opened) if below is None else below
    counted_rows = ((row, (_either(bits, categories.branches[row.id]) & among).bit_count()) for row in rows)
    found = [
        Option(row.slug, row.name, _unless(at, row.language), count, row is chosen, row.level)
        for row, count in counted_rows
        if count or row is chosen
    ]
    return found if below is not None else _several(found)


@dataclass(frozen=True, slots=True)
class BranchFacts:
    """How many products stand in the branch of a category, and the key of the dearest of them."""

    count: int
    dearest: int | None


def branch_facts(at: Viewpoint) -> dict[int, BranchFacts]:
    """Of each category."""
    census, categories = census_of(at), tree(at.language)
    bits = census.keys["category_ids"]
    found = {}
    for key, branch in categories.branches.items():
        inside = _either(bits, branch)
        found[key] = BranchFacts(inside.bit_count(), census.dearest_of(inside))
    return found


def _either(bits: Mapping[int, int], keys: Collection[int]) -> int:
    found = 0
    for key in keys:
        found |= bits.get(key, 0)
    return found


def _states(at: Viewpoint, asked: Asked, counts: _Counts) -> list[Option]:
    found = counted(counts.census.keys["state_ids"], counts.without("state", "district"))
    rows = ((row.slug, row.name, _unless(at, row.name_language), found.get(row.id, 0)) for row in states(at.language))
    return _options(rows, {asked.state})


def _districts(at: Viewpoint, asked: Asked, counts: _Counts) -> list[Option]:
    """The districts of the State that is chosen, or that the chosen district lies in."""
    place = district(asked.district, at.language) if asked.district else None
    of_state = state(asked.state, at.language) if asked.state else None
    key = of_state.id if of_state else place.state_id if place else None
    if key is None:
        return []
    found = counted(counts.census.keys["district_ids"], counts.without("district"))
    rows = districts_of([key], at.language)[key]
    return _options(
        ((row.slug, row.name, _unless(at, row.name_language), found.get(row.id, 0)) for row in rows), {asked.district}
    )


def _options(rows: Iterable[tuple[str, str, str, int]], chosen: Collection[str]) -> list[Option]:
    """Those that leave something, or are chosen."""
    return _several([Option(*row, row[0] in chosen) for row in rows if row[3] or row[0] in chosen])


def _several(options: list[Option]) -> list[Option]:
    """Nothing where there is nothing to choose."""
    return options if len(options) >= FEWEST or any(option.chosen for option in options) else []


_FLAGS = {"gi": "gi", "odop": "odop", "women": "women_led", "stock": "stocked"}


def _marks(asked: Asked, counts: _Counts) -> dict[str, Option]:
    found = {}
    for name, flag in _FLAGS.items():
        among, chosen = counts.without(name), getattr(asked, name)
        count = (among & counts.census.flags[flag]).bit_count()
        if chosen or 0 < count < among.bit_count():
            found[name] = Option("1", "", "", count, chosen)
    return found


def _attributes(at: Viewpoint, asked: Asked, counts: _Counts) -> list[Choices]:
    """The attributes that most products of the list carry, and those that are chosen."""
    chosen = dict(asked.choices)
    rows = [row for row in attributes_by_id().values() if row.filterable]
    known, called, places = selectable([row.slug for row in rows]), names(at.language), choices_by_id()
    ranked = []
    for row in rows:
        among = counts.without(CHOICE + row.slug)
        bits = {key: counts.census.choices.get(key, 0) for key in known[row.slug].choices.values()}
        found, slugs = counted(bits, among), chosen.get(row.slug, ())
        options = [
            Option(slug, called.choices.get(key) or places[key].name or slug, _language(called.choices, key, at),
                   found.get(key, 0), slug in slugs)
            for slug, key in known[row.slug].choices.items()
            if key in found or slug in slugs
        ]  # fmt: skip
        options = in_reading_order(sorted(options, key=_name_of), at.language, _name_of)
        options.sort(key=lambda one: (not one.chosen, -one.count))
        if len(options) >= FEWEST or slugs:
            name = called.attributes.get(row.id) or row.name
            ranked.append(
                (sum(found.values()), Choices(CHOICE + row.slug, name, _language(called.attributes, row.id, at), options))
            )
    ranked.sort(key=lambda pair: (not pair[1].chosen, -pair[0], pair[1].parameter))
    return [facet for place, (_carried, facet) in enumerate(ranked) if place < MOST_ATTRIBUTES or facet.chosen]


def _name_of(option: Option) -> str:
    return option.name


def _language(called: Mapping[int, str], key: int, at: Viewpoint) -> str:
    return _unless(at, at.language if called.get(key) else "en")


def _unless(at: Viewpoint, language: str) -> str:
    """The language of a name, empty where it is the reader's own."""
    return "" if language == at.language else language


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set: what it says in which language (empty: the reader's), and the query of the list without it. `kind`
    says what words to put around it."""

    kind: str
    name: str
    language: str
    query: str


_UNKNOWN = {"category": _lazy("unknown kind of goods"), "state": _lazy("unknown State"), "district": _lazy("unknown district")}


def _called(at: Viewpoint, kind: str, slug: str) -> tuple[str, str]:
    """The name of what a parameter means, and its language; that we know none, rather than a word of an address."""
    if kind == "category":
        branch = tree(at.language).by_slug.get(slug)
        return (branch.name, _unless(at, branch.language)) if branch else (str(_UNKNOWN[kind]), "")
    place = state(slug, at.language) if kind == "state" else district(slug, at.language)
    return (place.name, _unless(at, place.name_language)) if place else (str(_UNKNOWN[kind]), "")


def chips(at: Viewpoint, asked: Asked, found: Facets) -> list[Chip]:
    """All that is set, each with the way back from it."""
    set_: list[Chip] = []

    def chip(kind: str, name: str, language: str, **without: Any) -> None:
        set_.append(Chip(kind, name, language, query_of(replace(asked, **without))))

    if asked.q:
        chip("q", asked.q, "", q="")
    for kind in _UNKNOWN:
        if slug := getattr(asked, kind):
            chip(kind, *_called(at, kind, slug), **{kind: "", **({"district": ""} if kind == "state" else {})})
    for mark in found.marks:
        if getattr(asked, mark):
            chip(mark, "", "", **{mark: False})
    if asked.price_from:
        chip("from", asked.price_from, "", price_from="")
    if asked.price_to:
        chip("to", asked.price_to, "", price_to="")
    for name, slugs in asked.choices:
        facet = next((one for one in found.attributes if one.parameter == CHOICE + name), None)
        for slug in slugs:
            option = next((one for one in facet.options if one.value == slug), None) if facet else None
            rest = tuple(
                (other, tuple(one for one in several if (other, one) != (name, slug))) for other, several in asked.choices
            )
            kept = tuple(pair for pair in rest if pair[1])
            chip("choice", option.name if option else _("unknown"), option.language if option else "", choices=kept)
    return set_


def query_of(asked: Asked, **pairs: str) -> str:
    """The query that asks for this, from its first page on; without a question mark, empty where nothing is said."""
    return urlencode([*asked.pairs(), *pairs.items()])
