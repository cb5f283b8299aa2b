"""What a client may say to narrow and order a list of pages, and what our queries make of it."""

from typing import Any

import graphene

from marketplace.content.queries import PageFilters, Sorting
from marketplace.kit.graphql.filters import (
    GlobalIDFilterInput,
    OrderDirection,
    StringFilterInput,
    few,
    few_keys,
    keys_of,
    texts_of,
)
from marketplace.kit.graphql.metadata import MetadataFilter, pairs_of
from marketplace.kit.text import clean

MOST_SEARCH = 120

PageSortField = graphene.Enum(
    "PageSortField", [(sorting.name, sorting.name) for sorting in Sorting], description="What a list of pages may be ordered by."
)


class PageFilterInput(graphene.InputObjectType):
    """Narrows a list of pages; all that is said must hold."""

    ids = graphene.List(graphene.NonNull(graphene.ID), description="Only these pages.")
    slugs = graphene.List(graphene.NonNull(graphene.String), description="Only pages with these slugs.")
    page_types = graphene.List(graphene.NonNull(graphene.ID), description="Only pages of these types.")
    search = graphene.String(description="Words that the title must hold.")
    metadata = graphene.List(graphene.NonNull(MetadataFilter), description="What their metadata must hold.")


class PageWhereInput(graphene.InputObjectType):
    """Narrows a list of pages; all that is said must hold."""

    ids = graphene.List(graphene.NonNull(graphene.ID), description="Only these pages.")
    slug = graphene.InputField(StringFilterInput, description="By slug.")
    page_type = graphene.InputField(GlobalIDFilterInput, description="By type.")


class PageSortingInput(graphene.InputObjectType):
    """How to order a list of pages."""

    direction = graphene.InputField(OrderDirection, required=True, description="Up or down.")
    field = graphene.InputField(PageSortField, required=True, description="By what.")


def filters_of(filter: dict[str, Any] | None, where: dict[str, Any] | None, search: str | None) -> PageFilters:
    """The filters that our query understands. Refused INVALID for ids of another type, TOO_MANY, TOO_LONG."""
    filter, where = filter or {}, where or {}
    words = [
        clean(text or "", field=field, most=MOST_SEARCH)
        for field, text in (("search", search), ("filter.search", filter.get("search")))
    ]
    slugs = few(filter.get("slugs"), field="filter.slugs")
    return PageFilters(
        ids=_both(few_keys("Page", filter.get("ids"), field="filter.ids"), few_keys("Page", where.get("ids"), field="where.ids")),
        slugs=_both(
            None if slugs is None else [clean(slug, field="filter.slugs") for slug in slugs],
            texts_of(where.get("slug"), field="where.slug"),
        ),
        type_ids=_both(
            few_keys("PageType", filter.get("page_types"), field="filter.pageTypes"),
            keys_of(where.get("page_type"), "PageType", field="where.pageType"),
        ),
        search=" ".join(words).strip(),
        metadata=pairs_of(filter.get("metadata"), field="filter.metadata"),
    )


def order_of(given: dict[str, Any] | None) -> tuple[Sorting, bool]:
    """What to order by, and whether downwards."""
    return (Sorting[given["field"]], given["direction"] == "desc") if given else (Sorting.SLUG, False)


def _both(one: list[Any] | None, other: list[Any] | None) -> list[Any] | None:
    """What both allow."""
    if one is None or other is None:
        return other if one is None else one
    return [value for value in one if value in other]
