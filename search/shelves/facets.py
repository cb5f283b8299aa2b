"""What a list may be narrowed to from here, with how many products each step would leave."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from catalog.attributes.queries import attributes_by_id, choices_by_id, names
from catalog.categories.queries import CategoryRow, tree
from catalog.listing.taken import census_of
from catalog.products.queries import selectable
from frontend_templates.templatetags.zila import country, label
from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import district, districts_of, state, states
from marketplace.kit.alphabet import in_reading_order
from search.browse.forms import CHOICE, STARS, Asked
from search.engines.counting import branches
from search.engines.engine import MARKS, Counts

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
    """All steps from a list that leave some of it: kinds, places, marks (by parameter: gi, odop, women, stock), attributes, kinds
    of sellers, countries of origin, so many stars at least; the range of lowest prices in minor units."""

    total: int
    categories: list[Option]
    states: list[Option]
    districts: list[Option]
    marks: dict[str, Option]
    attributes: list[Choices]
    kinds: list[Option]
    countries: list[Option]
    ratings: list[Option]
    cheapest: int | None
    dearest: int | None


def category_rows(at: Viewpoint, asked: Asked, below: Iterable[CategoryRow] | None) -> list[CategoryRow]:
    """The categories that may be chosen: these; or the first level of the tree, and what lies below the one that is chosen and
    those above it."""
    if below is not None:
        return list(below)
    categories = tree(at.language)
    chosen = categories.by_slug.get(asked.category)
    opened = {None, *((*chosen.ancestors, chosen.id) if chosen else ())}
    return [row for row in categories.rows if row.parent_id in opened]


def facets(at: Viewpoint, asked: Asked, total: int, counts: Counts, below: Iterable[CategoryRow] | None) -> Facets:
    """All steps from a list with so many products, of what was counted; `below` as in `category_rows`."""
    return Facets(
        total=total,
        categories=_categories(at, asked, counts, below),
        states=_states(at, asked, counts),
        districts=_districts(at, asked, counts),
        marks=_marks(asked, counts),
        attributes=_attributes(at, asked, counts),
        kinds=_many(((kind, str(label(kind, "seller")), count) for kind, count in counts.kinds.items()), asked.kind),
        countries=_many(((code, country(code), count) for code, count in counts.countries.items() if code), asked.country),
        ratings=_several([
            Option(stars, stars, "", counts.ratings.get(int(stars), 0), stars == asked.rating)
            for stars in reversed(STARS)
            if counts.ratings.get(int(stars)) or stars == asked.rating
        ]),
        cheapest=counts.cheapest,
        dearest=counts.dearest,
    )  # fmt: skip


def _categories(at: Viewpoint, asked: Asked, counts: Counts, below: Iterable[CategoryRow] | None) -> list[Option]:
    found = [
        Option(
            row.slug, row.name, unless(at, row.language), counts.categories.get(row.id, 0), row.slug == asked.category, row.level
        )
        for row in category_rows(at, asked, below)
        if counts.categories.get(row.id) or row.slug == asked.category
    ]
    return found if below is not None else _several(found)


@dataclass(frozen=True, slots=True)
class BranchFacts:
    """How many products stand in the branch of a category, and the key of the dearest of them."""

    count: int
    dearest: int | None


def branch_facts(at: Viewpoint) -> dict[int, BranchFacts]:
    """Of each category."""
    census = census_of(at)
    inside = branches(census.keys["category_ids"], at)
    bits = {row.id: inside.get(row.id, 0) for row in tree(at.language).rows}
    return {key: BranchFacts(one.bit_count(), census.dearest_of(one)) for key, one in bits.items()}


def _states(at: Viewpoint, asked: Asked, counts: Counts) -> list[Option]:
    rows = ((row.slug, row.name, unless(at, row.name_language), counts.states.get(row.id, 0)) for row in states(at.language))
    place = district(asked.district, at.language) if asked.district and not asked.state else None
    around = (row.slug for row in states(at.language) if place and row.id == place.state_id)
    return _options(rows, {next(around, asked.state)})


def _districts(at: Viewpoint, asked: Asked, counts: Counts) -> list[Option]:
    """The districts of the State that is chosen, or that the chosen district lies in."""
    place = district(asked.district, at.language) if asked.district else None
    of_state = state(asked.state, at.language) if asked.state else None
    key = of_state.id if of_state else place.state_id if place else None
    if key is None:
        return []
    rows = districts_of([key], at.language)[key]
    return _options(
        ((row.slug, row.name, unless(at, row.name_language), counts.districts.get(row.id, 0)) for row in rows), {asked.district}
    )


def _options(rows: Iterable[tuple[str, str, str, int]], chosen: Collection[str]) -> list[Option]:
    """Those that leave something, or are chosen."""
    return _several([Option(*row, row[0] in chosen) for row in rows if row[3] or row[0] in chosen])


def _many(rows: Iterable[tuple[str, str, int]], chosen: str) -> list[Option]:
    """The value, name and count of each, the most frequent first."""
    ranked = sorted(rows, key=lambda row: (-row[2], row[1]))
    return _options(((value, name, "", count) for value, name, count in ranked), {chosen})


def _several(options: list[Option]) -> list[Option]:
    """Nothing where there is nothing to choose."""
    return options if len(options) >= FEWEST or any(option.chosen for option in options) else []


def _marks(asked: Asked, counts: Counts) -> dict[str, Option]:
    found = {}
    for name in MARKS:
        count, chosen = counts.marks.get(name, 0), getattr(asked, name)
        if chosen or 0 < count < counts.marks_of.get(name, 0):
            found[name] = Option("1", "", "", count, chosen)
    return found


def _attributes(at: Viewpoint, asked: Asked, counts: Counts) -> list[Choices]:
    """The attributes that most products of the list carry, and those that are chosen."""
    chosen = dict(asked.choices)
    rows = [row for row in attributes_by_id().values() if row.filterable]
    known, called, places = selectable([row.slug for row in rows]), names(at.language), choices_by_id()
    ranked = []
    for row in rows:
        ours, slugs = known[row.slug].choices.values(), chosen.get(row.slug, ())
        found = {key: count for key in ours if (count := counts.choices.get(key, 0))}
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
    return unless(at, at.language if called.get(key) else "en")


def unless(at: Viewpoint, language: str) -> str:
    """The language of a name, empty where it is the reader's own."""
    return "" if language == at.language else language


def query_of(asked: Asked, **pairs: str) -> str:
    """The query that asks for this, from its first page on; without a question mark, empty where nothing is said."""
    return urlencode([*asked.pairs(), *pairs.items()])
