"""What a client may say to narrow and order a list of collections, and what our queries make of it."""

from typing import Any

import graphene

from catalog.collections.queries import CollectionFilters, CollectionSorting
from marketplace.kit.graphql.filters import OrderDirection, few
from marketplace.kit.graphql.metadata import MetadataFilter, pairs_of
from marketplace.kit.ids import key_of
from marketplace.kit.text import clean


class CollectionFilterInput(graphene.InputObjectType):
    """Narrows a list of collections; all that is said must hold."""

    ids = graphene.List(graphene.NonNull(graphene.ID), description="Only these.")
    slugs = graphene.List(graphene.NonNull(graphene.String), description="Only those with these slugs.")
    search = graphene.String(description="Words that the name must hold, in any language.")
    metadata = graphene.List(graphene.NonNull(MetadataFilter), description="What the metadata must hold.")


CollectionSortField = graphene.Enum(
    "CollectionSortField",
    [("NAME", "NAME"), ("PUBLISHED_AT", "PUBLISHED_AT")],
    description="What a list of collections may be ordered by.",
)


class CollectionSortingInput(graphene.InputObjectType):
    """How to order a list of collections."""

    direction = graphene.InputField(OrderDirection, required=True, description="Up or down.")
    field = graphene.InputField(CollectionSortField, required=True, description="By what.")


def filters_of(given: dict[str, Any] | None) -> CollectionFilters:
    """The filters that our queries understand. Refused INVALID, TOO_MANY or TOO_LONG."""
    if not given:
        return CollectionFilters()
    ids, slugs = few(given.get("ids"), field="filter.ids"), few(given.get("slugs"), field="filter.slugs")
    return CollectionFilters(
        ids=None if ids is None else [key_of("Collection", value, field="filter.ids") for value in ids],
        slugs=None if slugs is None else [clean(slug, field="filter.slugs") for slug in slugs],
        search=clean(given.get("search") or "", field="filter.search", most=120),
        metadata=pairs_of(given.get("metadata"), field="filter.metadata"),
    )


def order_of(given: dict[str, Any] | None) -> dict[str, Any]:
    """The order that our queries understand; by slug where none is given."""
    if given is None:
        return {}
    return {"sorting": CollectionSorting(given["field"]), "descending": given["direction"] == "desc"}
