"""How a query was taken, in the graph: what was understood, what was looked for in place of what, and what is called like it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import graphene

from catalog.categories.queries import CategoryRow
from catalog.categories.schema import Category
from marketplace.crafts.queries import CraftRow
from marketplace.crafts.schema import Craft
from marketplace.districts.queries import DistrictRow, StateRow
from marketplace.districts.schema import District, State
from marketplace.gi.queries import GiTagRow
from marketplace.gi.schema import GiTag
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.sellers.queries import SellerRow
from marketplace.sellers.schema import Seller
from search.asking.reading import Chip
from search.shelves.matches import Matches


class SearchPart(graphene.ObjectType):
    """Something that the query says plainly."""

    kind = graphene.String(
        required=True, description="price, gi, odop, women, stock, pin, district, state, craft, category, colour or material."
    )
    handle = graphene.String(required=True, description="What `asWords` takes to leave it as words.")
    text = graphene.String(required=True, description="The words of the query that say it.")
    name = graphene.String(required=True, description="What it is called; empty where the kind says it all.")
    narrows = graphene.Boolean(
        required=True, description="Whether the list is narrowed by it; otherwise its words are looked for as they stand."
    )
    price_from = graphene.Int(description="Of a price: the least, in minor units (paise).")
    price_to = graphene.Int(description="Of a price: the most, in minor units (paise).")

    resolve_kind = reads("kind")
    resolve_handle = reads("handle")
    resolve_text = reads("part.text")
    resolve_name = reads("name")
    resolve_narrows = reads("narrows")

    @for_all
    def resolve_price_from(parents: Sequence[Chip], info: Any) -> list[int | None]:
        return [chip.part.price.least if chip.part.price else None for chip in parents]

    @for_all
    def resolve_price_to(parents: Sequence[Chip], info: Any) -> list[int | None]:
        return [chip.part.price.most if chip.part.price else None for chip in parents]


class Spelling(NamedTuple):
    """What SearchSpelling shows."""

    typed: str
    meant: str


class SearchSpelling(graphene.ObjectType):
    """A word that nothing has, and the one that was looked for in its place."""

    typed = graphene.String(required=True, description="The word as it was read.")
    meant = graphene.String(required=True, description="The word that was looked for.")

    resolve_typed = reads("typed")
    resolve_meant = reads("meant")


def _three(of: type, description: str) -> graphene.List:
    return graphene.List(graphene.NonNull(of), required=True, description=description)


class SearchSuggestions(graphene.ObjectType):
    """What is called like the words, at most three of each kind; or else like some of them, where nothing is found."""

    crafts = _three(Craft, "Crafts.")
    districts = _three(District, "Districts, by their present and old names.")
    states = _three(State, "States and Union Territories.")
    gi_tags = _three(GiTag, "Geographical Indications.")
    categories = _three(Category, "Categories.")
    sellers = _three(Seller, "Approved sellers.")

    @for_all
    def resolve_crafts(parents: Sequence[Matches], info: Any) -> list[list[CraftRow]]:
        return [found.crafts for found in parents]

    @for_all
    def resolve_districts(parents: Sequence[Matches], info: Any) -> list[list[DistrictRow]]:
        return [found.districts for found in parents]

    @for_all
    def resolve_states(parents: Sequence[Matches], info: Any) -> list[list[StateRow]]:
        return [found.states for found in parents]

    @for_all
    def resolve_gi_tags(parents: Sequence[Matches], info: Any) -> list[list[GiTagRow]]:
        return [found.gi_tags for found in parents]

    @for_all
    def resolve_categories(parents: Sequence[Matches], info: Any) -> list[list[CategoryRow]]:
        return [found.categories for found in parents]

    @for_all
    def resolve_sellers(parents: Sequence[Matches], info: Any) -> list[list[SellerRow]]:
        return [found.sellers for found in parents]
