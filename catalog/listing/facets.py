"""Facets in the graph: how many products of a list have what, asked for only where a document asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import graphene

from catalog.attributes.queries import AttributeRow, attributes_by_id, choices
from catalog.attributes.schema import Attribute
from catalog.attributes.values import AttributeValue, Choice
from catalog.categories.queries import CategoryRow
from catalog.categories.schema import Category, tree_of
from catalog.listing.facet_counts import NOTHING, Counted, Lists, Totals, by_choice, by_column, totals
from catalog.listing.filters import ProductFilters
from catalog.listing.queries import Parent
from catalog.listing.searched import resolved
from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import DistrictRow, districts_by_id
from marketplace.districts.schema import District
from marketplace.kit.graphql.connections import Connection
from marketplace.kit.graphql.money import Money as MoneyType
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.money import Money


class Asked(NamedTuple):
    """The list that is counted: what it is narrowed to, and what it hangs below."""

    at: Viewpoint
    filters: ProductFilters
    parent: Parent | None
    key: int | None


@dataclass(frozen=True, slots=True)
class ProductConnection(Connection):
    """A page of products, with the list that it is a page of."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class OfCategory:
    """What CategoryFacet shows."""

    category: CategoryRow
    count: int


@dataclass(frozen=True, slots=True)
class OfDistrict:
    """What DistrictFacet shows."""

    district: DistrictRow
    count: int


@dataclass(frozen=True, slots=True)
class OfChoice:
    """What AttributeValueFacet shows."""

    value: Choice
    count: int


class OfAttribute(NamedTuple):
    """What AttributeFacet shows."""

    attribute: AttributeRow
    values: list[OfChoice]


class Prices(NamedTuple):
    """What PriceFacet shows."""

    start: Money
    stop: Money


def _lists(parents: Sequence[Asked], info: Any) -> Lists:
    """The parents of one field hang below different things of one kind, and are narrowed alike; words are looked for once."""
    first = parents[0]
    filters = _once("words", parents, info, lambda: resolved(first.filters, first.at))
    return Lists(first.at, filters, first.parent, tuple(dict.fromkeys(parent.key for parent in parents)))


def _totals(parents: Sequence[Asked], info: Any) -> list[Totals]:
    """Counts over whole lists, asked for once a request."""
    found: dict[int | None, Totals] = _once("totals", parents, info, lambda: totals(_lists(parents, info)))
    return [found.get(parent.key, NOTHING) for parent in parents]


def _once(what: str, parents: Sequence[Asked], info: Any, find: Callable[[], Any]) -> Any:
    """What `find` finds for these lists, looked for once a request, whatever the number of aliases."""
    mark = ("facets", what, *map(id, parents))
    if mark not in info.context.kept:  # the lists are kept along, so that no other gets the id of one of them
        info.context.kept[mark] = (parents, find())
    return info.context.kept[mark][1]


def _of_attributes(parents: Sequence[Asked], info: Any) -> list[list[OfAttribute]]:
    found = by_choice(_lists(parents, info))
    chosen = choices({one.key for several in found.values() for one in several})
    rows = attributes_by_id()
    return [_by_attribute(found[parent.key], chosen, rows) for parent in parents]


def _of_categories(parents: Sequence[Asked], info: Any) -> list[list[OfCategory]]:
    found, tree = by_column(_lists(parents, info), "product__category_id"), tree_of(info)
    return [[OfCategory(tree.by_id[one.key], one.count) for one in found[parent.key]] for parent in parents]


def _of_districts(parents: Sequence[Asked], info: Any) -> list[list[OfDistrict]]:
    found = by_column(_lists(parents, info), "product__district_id")
    rows = districts_by_id({one.key for several in found.values() for one in several}, "en")
    return [[OfDistrict(rows[one.key], one.count) for one in found[parent.key]] for parent in parents]


COUNT = "How many products of the list have it."


class CategoryFacet(graphene.ObjectType):
    """A category with the number of products that stand in it."""

    category = graphene.Field(Category, required=True, description="The category.")
    count = graphene.Int(required=True, description=COUNT)

    resolve_category = reads("category")
    resolve_count = reads("count")


class DistrictFacet(graphene.ObjectType):
    """A district with the number of products that come from it."""

    district = graphene.Field(District, required=True, description="The district.")
    count = graphene.Int(required=True, description=COUNT)

    resolve_district = reads("district")
    resolve_count = reads("count")


class AttributeValueFacet(graphene.ObjectType):
    """A choice with the number of products that carry it, themselves or in one of their variants that have a price in the
    channel."""

    value = graphene.Field(AttributeValue, required=True, description="The choice.")
    count = graphene.Int(required=True, description=COUNT)

    resolve_value = reads("value")
    resolve_count = reads("count")


class AttributeFacet(graphene.ObjectType):
    """An attribute that the list may be narrowed by."""

    attribute = graphene.Field(Attribute, required=True, description="The attribute.")
    values = graphene.List(
        graphene.NonNull(AttributeValueFacet), required=True, description="Its choices that occur, the most frequent first."
    )

    resolve_attribute = reads("attribute")
    resolve_values = reads("values")


class PriceFacet(graphene.ObjectType):
    """The lowest and the highest price in a list."""

    start = graphene.Field(MoneyType, required=True, description="The lowest.")
    stop = graphene.Field(MoneyType, required=True, description="The highest.")

    resolve_start = reads("start")
    resolve_stop = reads("stop")


class ProductFacets(graphene.ObjectType):
    """How many products of the whole list, as it is narrowed now, have what; at most 100 values of each."""

    attributes = graphene.List(
        graphene.NonNull(AttributeFacet), required=True, description="By choices of attributes that lists may be narrowed by."
    )
    categories = graphene.List(graphene.NonNull(CategoryFacet), required=True, description="By the category they stand in.")
    districts = graphene.List(graphene.NonNull(DistrictFacet), required=True, description="By the district they come from.")
    gi_tagged = graphene.Int(required=True, description="How many bear a GI badge today.")
    odop = graphene.Int(required=True, description="How many bear an ODOP badge.")
    price_range = graphene.Field(PriceFacet, description="From the cheapest to the dearest variant; null for an empty list.")

    @for_all
    def resolve_attributes(parents: Sequence[Asked], info: Any) -> Any:
        return _once("attributes", parents, info, lambda: _of_attributes(parents, info))

    @for_all
    def resolve_categories(parents: Sequence[Asked], info: Any) -> Any:
        return _once("categories", parents, info, lambda: _of_categories(parents, info))

    @for_all
    def resolve_districts(parents: Sequence[Asked], info: Any) -> Any:
        return _once("districts", parents, info, lambda: _of_districts(parents, info))

    @for_all
    def resolve_gi_tagged(parents: Sequence[Asked], info: Any) -> list[int]:
        return [found.gi for found in _totals(parents, info)]

    @for_all
    def resolve_odop(parents: Sequence[Asked], info: Any) -> list[int]:
        return [found.odop for found in _totals(parents, info)]

    @for_all
    def resolve_price_range(parents: Sequence[Asked], info: Any) -> list[Prices | None]:
        currency = parents[0].at.currency
        return [
            None
            if found.cheapest is None or found.dearest is None
            else Prices(Money(found.cheapest, currency), Money(found.dearest, currency))
            for found in _totals(parents, info)
        ]


def _by_attribute(counted: Sequence[Counted], chosen: dict[int, Any], rows: Mapping[int, AttributeRow]) -> list[OfAttribute]:
    """The counts by attribute, attributes by slug; choices that both a product and its variants carry are of two attributes."""
    found: dict[int, list[OfChoice]] = {}
    for one in counted:
        choice = chosen[one.key]
        found.setdefault(choice.attribute_id, []).append(OfChoice(Choice(choice, rows[choice.attribute_id]), one.count))
    return sorted((OfAttribute(rows[key], values) for key, values in found.items()), key=lambda facet: facet.attribute.slug)
