"""What a client may say to narrow and order the list of attributes."""

from collections.abc import Mapping, Sequence
from typing import Any

import graphene

from catalog.attributes.queries import AttributeRow, translated_names
from marketplace.kit.graphql.filters import OrderDirection, few
from marketplace.kit.ids import key_of
from marketplace.kit.searching import all_in
from marketplace.kit.text import clean


class AttributeFilterInput(graphene.InputObjectType):
    """Narrows a list of attributes; all that is said must hold."""

    ids = graphene.List(graphene.NonNull(graphene.ID), description="Only these.")
    slugs = graphene.List(graphene.NonNull(graphene.String), description="Only those with these slugs.")
    search = graphene.String(description="Words that name or slug must hold, the name in any language.")
    filterable_in_storefront = graphene.Boolean(description="Whether lists may be narrowed by it.")


AttributeSortField = graphene.Enum(
    "AttributeSortField", [("NAME", "NAME"), ("SLUG", "SLUG")], description="What a list of attributes may be ordered by."
)


class AttributeSortingInput(graphene.InputObjectType):
    """How to order a list of attributes."""

    direction = graphene.InputField(OrderDirection, required=True, description="Up or down.")
    field = graphene.InputField(AttributeSortField, required=True, description="By what.")


def narrowed(rows: Sequence[AttributeRow], given: Mapping[str, Any]) -> list[AttributeRow]:
    """The attributes that pass. Refused INVALID for ids of another type, TOO_MANY, TOO_LONG."""
    ids = few(given.get("ids"), field="filter.ids")
    keys = None if ids is None else {key_of("Attribute", value, field="filter.ids") for value in ids}
    slugs = few(given.get("slugs"), field="filter.slugs")
    search = clean(given.get("search") or "", field="search", most=120)
    called = translated_names() if search else {}
    filterable = given.get("filterable_in_storefront")
    return [
        row
        for row in rows
        if (keys is None or row.id in keys)
        and (slugs is None or row.slug in slugs)
        and (filterable is None or row.filterable is filterable)
        and all_in(search, (row.name, row.slug, *called.get(row.id, ())))
    ]


def ordered(rows: list[AttributeRow], given: Mapping[str, Any] | None) -> list[AttributeRow]:
    """The attributes in the order asked for."""
    if given is None:
        return rows
    key = "name" if given["field"] == "NAME" else "slug"
    return sorted(rows, key=lambda row: (getattr(row, key), row.id), reverse=given["direction"] == "desc")
