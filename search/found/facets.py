"""What a search may be narrowed to from here, in the graph, from the counts of the engine that answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import graphene

from catalog.attributes.queries import attributes_by_id, choices
from catalog.attributes.values import Choice
from catalog.categories.schema import tree_of
from catalog.listing.facet_counts import MOST_COUNTED
from catalog.listing.facets import (
    COUNT,
    AttributeFacet,
    CategoryFacet,
    DistrictFacet,
    OfAttribute,
    OfCategory,
    OfChoice,
    OfDistrict,
    PriceFacet,
    Prices,
)
from marketplace.crafts.queries import crafts_by_id
from marketplace.crafts.schema import Craft
from marketplace.districts.queries import StateRow, districts_by_id, states_by_id
from marketplace.districts.schema import State
from marketplace.kit.graphql.countries import CountryDisplay
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.money import Money
from marketplace.sellers.schema import SellerKindEnum
from search.found.asked import Searched

Facet = Sequence[Searched]


@dataclass(frozen=True, slots=True)
class OfState:
    """What StateFacet shows."""

    state: StateRow
    count: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What the facets of crafts, kinds, countries and ratings show."""

    value: Any
    count: int


class StateFacet(graphene.ObjectType):
    """A State with the number of products that come from it."""

    state = graphene.Field(State, required=True, description="The State.")
    count = graphene.Int(required=True, description=COUNT)

    resolve_state = reads("state")
    resolve_count = reads("count")


class CraftFacet(graphene.ObjectType):
    """A craft with the number of products that are made in it."""

    craft = graphene.Field(Craft, required=True, description="The craft.")
    count = graphene.Int(required=True, description=COUNT)

    resolve_craft = reads("value")
    resolve_count = reads("count")


class SellerKindFacet(graphene.ObjectType):
    """A kind of maker with the number of products of such makers."""

    kind = SellerKindEnum(required=True, description="The kind.")
    count = graphene.Int(required=True, description=COUNT)

    resolve_kind = reads("value")
    resolve_count = reads("count")


class CountryFacet(graphene.ObjectType):
    """A country with the number of products that are made there."""

    country = graphene.Field(CountryDisplay, required=True, description="The country.")
    count = graphene.Int(required=True, description=COUNT)

    resolve_country = reads("value")
    resolve_count = reads("count")


class RatingFacet(graphene.ObjectType):
    """A number of stars with the number of products that have as many at least."""

    stars = graphene.Int(required=True, description="1 to 4.")
    count = graphene.Int(required=True, description=COUNT)

    resolve_stars = reads("value")
    resolve_count = reads("count")


def _list(of: type, description: str) -> graphene.List:
    return graphene.List(graphene.NonNull(of), required=True, description=description)


class SearchFacets(graphene.ObjectType):
    """How many of the products that were found have what. Each is counted without what the search is narrowed to by itself, so
    that others of its kind can be chosen; the most frequent first, all districts, of the rest at most 100 values."""

    categories = _list(CategoryFacet, "By category, each with all below it.")
    states = _list(StateFacet, "By State or Union Territory.")
    districts = _list(DistrictFacet, "By the district they come from.")
    crafts = _list(CraftFacet, "By the craft they are made in.")
    attributes = _list(AttributeFacet, "By choices of attributes that lists may be narrowed by.")
    seller_kinds = _list(SellerKindFacet, "By the kind of their maker.")
    countries = _list(CountryFacet, "By country of origin.")
    ratings = _list(RatingFacet, "By stars; empty while nothing is rated.")
    gi_tagged = graphene.Int(required=True, description="How many bear a GI badge today.")
    odop = graphene.Int(required=True, description="How many bear an ODOP badge.")
    women_led = graphene.Int(required=True, description="How many are of makers led by women.")
    in_stock = graphene.Int(required=True, description="How many can be had now.")
    price_range = graphene.Field(PriceFacet, description="The lowest and the highest of their lowest prices; null without any.")

    @for_all
    def resolve_categories(parents: Facet, info: Any) -> list[list[OfCategory]]:
        rows = tree_of(info).by_id
        return [[OfCategory(rows[key], count) for key, count in _most(one.counts().categories, rows)] for one in parents]

    @for_all
    def resolve_states(parents: Facet, info: Any) -> list[list[OfState]]:
        rows = states_by_id({key for one in parents for key in one.counts().states}, "en")
        return [[OfState(rows[key], count) for key, count in _most(one.counts().states, rows)] for one in parents]

    @for_all
    def resolve_districts(parents: Facet, info: Any) -> list[list[OfDistrict]]:
        rows = districts_by_id({key for one in parents for key in one.counts().districts}, "en")
        return [
            [OfDistrict(rows[key], count) for key, count in _most(one.counts().districts, rows, most=None)] for one in parents
        ]

    @for_all
    def resolve_crafts(parents: Facet, info: Any) -> list[list[Counted]]:
        rows = crafts_by_id({key for one in parents for key in one.counts().crafts}, "en")
        return [[Counted(rows[key], count) for key, count in _most(one.counts().crafts, rows)] for one in parents]

    @for_all
    def resolve_attributes(parents: Facet, info: Any) -> list[list[OfAttribute]]:
        chosen = choices({key for one in parents for key in one.counts().choices})
        return [_of_attributes(one.counts().choices, chosen) for one in parents]

    @for_all
    def resolve_seller_kinds(parents: Facet, info: Any) -> list[list[Counted]]:
        return [[Counted(*pair) for pair in _most(one.counts().kinds)] for one in parents]

    @for_all
    def resolve_countries(parents: Facet, info: Any) -> list[list[Counted]]:
        return [[Counted(*pair) for pair in _most(one.counts().countries)] for one in parents]

    @for_all
    def resolve_ratings(parents: Facet, info: Any) -> list[list[Counted]]:
        return [[Counted(*pair) for pair in sorted(one.counts().ratings.items(), reverse=True)] for one in parents]

    @for_all
    def resolve_gi_tagged(parents: Facet, info: Any) -> list[int]:
        return [one.counts().marks.get("gi", 0) for one in parents]

    @for_all
    def resolve_odop(parents: Facet, info: Any) -> list[int]:
        return [one.counts().marks.get("odop", 0) for one in parents]

    @for_all
    def resolve_women_led(parents: Facet, info: Any) -> list[int]:
        return [one.counts().marks.get("women", 0) for one in parents]

    @for_all
    def resolve_in_stock(parents: Facet, info: Any) -> list[int]:
        return [one.counts().marks.get("stock", 0) for one in parents]

    @for_all
    def resolve_price_range(parents: Facet, info: Any) -> list[Prices | None]:
        return [_prices(one) for one in parents]


def _most(
    counts: Mapping[Any, int], known: Mapping[Any, Any] | None = None, *, most: int | None = MOST_COUNTED
) -> list[tuple[Any, int]]:
    """The most frequent; an engine may know what has gone."""
    pairs = [pair for pair in counts.items() if pair[1] and (known is None or pair[0] in known)]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:most]


def _of_attributes(counts: Mapping[int, int], chosen: Mapping[int, Any]) -> list[OfAttribute]:
    rows = attributes_by_id()
    found: dict[int, list[OfChoice]] = {}
    for key, count in _most({key: count for key, count in counts.items() if key in chosen}):
        attribute = rows[chosen[key].attribute_id]
        if attribute.filterable:
            found.setdefault(attribute.id, []).append(OfChoice(Choice(chosen[key], attribute), count))
    return sorted((OfAttribute(rows[key], values) for key, values in found.items()), key=lambda facet: facet.attribute.slug)


def _prices(one: Searched) -> Prices | None:
    low, high, currency = one.counts().cheapest, one.counts().dearest, one.at.currency
    return None if low is None or high is None else Prices(Money(low, currency), Money(high, currency))
