"""What pages that list products, and pages of makers, are made of: the rooms' own questions put together, without a rule."""

from dataclasses import dataclass

from catalog.categories.queries import CategoryRow, tree
from catalog.collections.queries import CollectionRow, collection
from catalog.collections.queries import words_of as collection_words
from catalog.listing.queries import ProductFilters
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.queries import CraftNameRow, CraftRow, craft, crafts, district_ids_of, names_of
from marketplace.districts.queries import DistrictRow, StateRow, districts_by_id, states, states_by_id
from marketplace.kit.words import WordsRow
from marketplace.sellers.queries import SellerRow, seller
from search.browse.forms import Asked
from search.browse.queries import Listing, listing


@dataclass(frozen=True, slots=True)
class CategoryPage:
    """A category with the way to it, what lies right below it, and the products of its whole branch."""

    category: CategoryRow
    path: list[CategoryRow]
    below: tuple[CategoryRow, ...]
    listing: Listing
    states: list[StateRow]


def category_page(at: Viewpoint, slug: str, asked: Asked) -> CategoryPage | None:
    """The page of one category."""
    categories = tree(at.language)
    found = categories.by_slug.get(slug)
    if found is None:
        return None
    branch = ProductFilters(category_ids=categories.branch_ids([found.id]))
    return CategoryPage(
        category=found,
        path=categories.path(found)[:-1],
        below=categories.children.get(found.id, ()),
        listing=listing(at, asked, branch),
        states=states(at.language),
    )


def branches(language: str) -> list[tuple[CategoryRow, tuple[CategoryRow, ...]]]:
    """The first two levels of the category tree."""
    whole = tree(language)
    return [(row, whole.children.get(row.id, ())) for row in whole.children.get(None, ())]


def crafts_by_kind(language: str) -> dict[str, list[CraftRow]]:
    """All crafts, kind by kind."""
    kinds: dict[str, list[CraftRow]] = {}
    for row in crafts(language):
        kinds.setdefault(row.category, []).append(row)
    return dict(sorted(kinds.items()))


@dataclass(frozen=True, slots=True)
class CraftPage:
    """A craft: its other names, the districts it is known to be practised in, its products."""

    craft: CraftRow
    names: list[CraftNameRow]
    districts: list[DistrictRow]
    listing: Listing


def craft_page(at: Viewpoint, slug: str, asked: Asked) -> CraftPage | None:
    """The page of one craft."""
    found = craft(slug, at.language)
    if found is None:
        return None
    districts = districts_by_id(district_ids_of([found.id])[found.id], at.language)
    return CraftPage(
        craft=found,
        names=names_of([found.id])[found.id],
        districts=list(districts.values()),
        listing=listing(at, asked, ProductFilters(craft_ids=[found.id])),
    )


@dataclass(frozen=True, slots=True)
class CollectionPage:
    """A collection in the reader's words, or in the original ones, and its products."""

    collection: CollectionRow
    words: WordsRow
    listing: Listing


def collection_page(at: Viewpoint, slug: str, asked: Asked) -> CollectionPage | None:
    """The page of one collection that is to be seen."""
    found = collection(at=at, slug=slug)
    if found is None:
        return None
    original = WordsRow(found.id, "en", found.name, found.slug, found.description, found.seo_title, found.seo_description)
    words = collection_words([found.id], at.language).get(found.id, original)
    return CollectionPage(found, words, listing(at, asked, ProductFilters(collection_ids=[found.id])))


@dataclass(frozen=True, slots=True)
class SellerPage:
    """A maker with its disclosures, where it works, and its products."""

    seller: SellerRow
    district: DistrictRow
    state: StateRow
    listing: Listing


def seller_page(at: Viewpoint, slug: str, asked: Asked) -> SellerPage | None:
    """The page of one approved seller."""
    found = seller(language=at.language, slug=slug)
    if found is None:
        return None
    place = districts_by_id([found.district_id], at.language)[found.district_id]
    return SellerPage(
        seller=found,
        district=place,
        state=states_by_id([place.state_id], at.language)[place.state_id],
        listing=listing(at, asked, ProductFilters(seller_ids=[found.id])),
    )


@dataclass(frozen=True, slots=True)
class ProductsPage:
    """All products, or those asked for, and the States to choose from."""

    listing: Listing
    states: list[StateRow]


def all_products(at: Viewpoint, asked: Asked) -> ProductsPage:
    """The page of all products."""
    return ProductsPage(listing(at, asked), states(at.language))
