"""What a client may say to narrow and order a list of categories."""

from collections.abc import Mapping, Sequence
from typing import Any

import graphene
from django.utils.translation import gettext as _

from catalog.categories.queries import CategoryRow, CategoryTree, translated_names, with_metadata
from marketplace.kit.graphql.filters import OrderDirection, few
from marketplace.kit.graphql.metadata import MetadataFilter, pairs_of
from marketplace.kit.ids import key_of
from marketplace.kit.refused import Refused
from marketplace.kit.searching import all_in
from marketplace.kit.text import clean

MOST_PARTS = 30  # of AND and OR, over all levels


class CategoryFilterInput(graphene.InputObjectType):
    """Narrows a list of categories; all that is said must hold."""

    ids = graphene.List(graphene.NonNull(graphene.ID), description="Only these.")
    slugs = graphene.List(graphene.NonNull(graphene.String), description="Only those with these slugs.")
    search = graphene.String(description="Words that name or slug must hold, the name in any language.")
    metadata = graphene.List(graphene.NonNull(MetadataFilter), description="What the metadata must hold.")


class CategoryWhereInput(graphene.InputObjectType):
    """Narrows a list of categories; all that is said must hold, together with all of AND and with one of OR."""

    AND = graphene.List(graphene.NonNull(lambda: CategoryWhereInput), description="All of these must hold.")
    OR = graphene.List(graphene.NonNull(lambda: CategoryWhereInput), description="One of these must hold.")
    ids = graphene.List(graphene.NonNull(graphene.ID), description="Only these.")
    metadata = graphene.List(graphene.NonNull(MetadataFilter), description="What the metadata must hold.")


CategorySortField = graphene.Enum(
    "CategorySortField",
    [("NAME", "NAME"), ("SUBCATEGORY_COUNT", "SUBCATEGORY_COUNT")],
    description="What a list of categories may be ordered by.",
)


class CategorySortingInput(graphene.InputObjectType):
    """How to order a list of categories."""

    direction = graphene.InputField(OrderDirection, required=True, description="Up or down.")
    field = graphene.InputField(CategorySortField, required=True, description="By what.")


def narrowed(rows: Sequence[CategoryRow], given: Mapping[str, Any] | None) -> list[CategoryRow]:
    """The categories that pass a CategoryFilterInput. Refused INVALID for ids of another type, TOO_MANY, TOO_LONG."""
    given = given or {}
    slugs = few(given.get("slugs"), field="filter.slugs")
    search = clean(given.get("search") or "", field="filter.search", most=120)
    names = translated_names() if search else {}
    keys = _keys(given, "filter")
    return [
        row
        for row in rows
        if (keys is None or row.id in keys)
        and (slugs is None or row.slug in slugs)
        and all_in(search, (row.name, row.slug, *names.get(row.id, ())))
    ]


def where(rows: Sequence[CategoryRow], given: Mapping[str, Any] | None) -> list[CategoryRow]:
    """The categories that pass a CategoryWhereInput; a statement for each part that asks for metadata."""
    if _parts(given or {}) > MOST_PARTS:
        raise Refused("TOO_MANY", _("At most %(most)d values.") % {"most": MOST_PARTS}, "where")
    kept = _passing({row.id for row in rows}, given or {})
    return [row for row in rows if row.id in kept]


def ordered(rows: list[CategoryRow], given: Mapping[str, Any] | None, tree: CategoryTree) -> list[CategoryRow]:
    """The categories in the order asked for; in tree order where none is."""
    if given is None:
        return rows
    if given["field"] == "NAME":
        return sorted(rows, key=lambda row: (row.name, row.id), reverse=given["direction"] == "desc")
    return sorted(rows, key=lambda row: (len(tree.children.get(row.id, ())), row.id), reverse=given["direction"] == "desc")


def _passing(keys: set[int], given: Mapping[str, Any]) -> set[int]:
    wanted = _keys(given, "where")
    kept = keys if wanted is None else keys & wanted
    for part in given.get("AND") or ():
        kept = _passing(kept, part)
    if given.get("OR"):
        kept = set().union(*(_passing(kept, part) for part in given["OR"]))
    return kept


def _parts(given: Mapping[str, Any]) -> int:
    return 1 + sum(map(_parts, [*(given.get("AND") or ()), *(given.get("OR") or ())]))


def _keys(given: Mapping[str, Any], field: str) -> set[int] | None:
    """The keys that `ids` and `metadata` allow together."""
    ids = few(given.get("ids"), field=f"{field}.ids")
    keys = None if ids is None else {key_of("Category", value, field=f"{field}.ids") for value in ids}
    pairs = pairs_of(given.get("metadata"), field=f"{field}.metadata")
    if not pairs:
        return keys
    held = with_metadata(pairs)
    return held if keys is None else keys & held
