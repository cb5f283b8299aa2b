"""What pages that list products are made of: the rooms' own questions put together, without a rule."""

from dataclasses import dataclass

from django.db.models import Q

from catalog.categories.queries import CategoryRow, tree
from catalog.collections.queries import CollectionRow, collection
from catalog.collections.queries import words_of as collection_words
from catalog.listing.cards import ProductCard, cards
from catalog.listing.queries import ProductFilters, products_by_id
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.queries import CraftNameRow, CraftRow, craft, crafts, district_ids_of, names_of
from marketplace.districts.queries import DistrictRow, districts_by_id, states_by_id
from marketplace.kit.words import WordsRow
from search.browse.forms import Asked
from search.shelves.facets import branch_facts
from search.shelves.lists import Shelf, shelf
from search.shelves.matches import Matches, matches
from search.shelves.ways import Ways, ways

MOST_ALIKE = 12


@dataclass(frozen=True, slots=True)
class CategoryPage:
    """A category with the way to it and the products of its whole branch; its facet of categories is what lies right below."""

    category: CategoryRow
    path: list[CategoryRow]
    shelf: Shelf


def category_page(at: Viewpoint, slug: str, asked: Asked) -> CategoryPage | None:
    """The page of one category."""
    categories = tree(at.language)
    found = categories.by_slug.get(slug)
    if found is None:
        return None
    below = categories.children.get(found.id, ())
    branch = ProductFilters(category_ids=categories.branch_ids([found.id]))
    return CategoryPage(
        category=found,
        path=categories.path(found)[:-1],
        shelf=shelf(at, asked, branch, below=below),
    )


@dataclass(frozen=True, slots=True)
class Branch:
    """A category of the first level with the number of products in its branch, what lies right below it, and its dearest."""

    category: CategoryRow
    count: int
    below: list[tuple[CategoryRow, int]]
    card: ProductCard | None


def branches(at: Viewpoint) -> list[Branch]:
    """The first two levels of the category tree."""
    whole, facts = tree(at.language), branch_facts(at)
    first = whole.children.get(None, ())
    shown = products_by_id({key for row in first if (key := facts[row.id].dearest) is not None}, at)
    made = {card.id: card for card in cards(list(shown.values()), at)}
    return [
        Branch(
            category=row,
            count=facts[row.id].count,
            below=[(child, facts[child.id].count) for child in whole.children.get(row.id, ())],
            card=made.get(facts[row.id].dearest or 0),
        )
        for row in first
    ]


@dataclass(frozen=True, slots=True)
class CraftPage:
    """A craft: what it is called in other languages, the districts it is known to be practised in, its products, and others of
    its kind."""

    craft: CraftRow
    names: list[CraftNameRow]
    districts: dict[str, list[DistrictRow]]  # by the names of their States
    alike: list[CraftRow]
    shelf: Shelf


def craft_page(at: Viewpoint, slug: str, asked: Asked) -> CraftPage | None:
    """The page of one craft."""
    found = craft(slug, at.language)
    if found is None:
        return None
    districts = districts_by_id(district_ids_of([found.id])[found.id], at.language)
    of_states = states_by_id({row.state_id for row in districts.values()}, at.language)
    alike = crafts(at.language, condition=Q(category=found.category))
    return CraftPage(
        craft=found,
        names=[row for row in names_of([found.id])[found.id] if row.name != found.name],
        districts={row.name: [one for one in districts.values() if one.state_id == row.id] for row in of_states.values()},
        alike=[row for row in alike if row.id != found.id][:MOST_ALIKE],
        shelf=shelf(at, asked, ProductFilters(craft_ids=[found.id])),
    )


@dataclass(frozen=True, slots=True)
class CollectionPage:
    """A collection in the reader's words, or in the original ones, and its products."""

    collection: CollectionRow
    words: WordsRow
    shelf: Shelf


def collection_page(at: Viewpoint, slug: str, asked: Asked) -> CollectionPage | None:
    """The page of one collection that is to be seen."""
    found = collection(at=at, slug=slug)
    if found is None:
        return None
    original = WordsRow(found.id, "en", found.name, found.slug, found.description, found.seo_title, found.seo_description)
    words = collection_words([found.id], at.language).get(found.id, original)
    return CollectionPage(found, words, shelf(at, asked, ProductFilters(collection_ids=[found.id])))


@dataclass(frozen=True, slots=True)
class ProductsPage:
    """All products, or those asked for; what is called like the words, where there are some; and where to go on from nothing."""

    shelf: Shelf
    matches: Matches | None
    ways: Ways | None


def products_page_of(at: Viewpoint, asked: Asked) -> ProductsPage:
    """The page of all products, and of the search."""
    found = shelf(at, asked)
    nothing = not found.listing.total
    called = matches(at, asked.q, apart=nothing) if asked.q else None
    return ProductsPage(found, called, ways(at, found.asked) if nothing else None)
