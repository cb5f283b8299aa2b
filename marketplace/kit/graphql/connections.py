"""Connections as Saleor shapes them: edges with cursors, pageInfo, totalCount; made from a `Page`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import graphene
from graphene.utils.str_converters import to_snake_case

from marketplace.kit.graphql.resolvers import for_all
from marketplace.kit.paging import Page, PageRequest
from marketplace.kit.rows import rows_of


class PageInfo(graphene.ObjectType):
    """Where a page of a connection begins and ends, and whether there is more."""

    has_next_page = graphene.Boolean(required=True, description="Whether there is more after this page.")
    has_previous_page = graphene.Boolean(required=True, description="Whether there is more before this page.")
    start_cursor = graphene.String(description="Cursor of the first edge.")
    end_cursor = graphene.String(description="Cursor of the last edge.")


class Edge(NamedTuple):
    """A row with its cursor."""

    node: Any
    cursor: str


@dataclass(frozen=True, slots=True)
class Info:
    """The values of PageInfo."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@dataclass(frozen=True, slots=True)
class Connection:
    """What the resolver of a connection field returns."""

    edges: Sequence[Edge]
    page_info: Info
    count: Callable[[], int]


PAGING: dict[str, Any] = {
    "first": graphene.Int(description="At most 100 rows from the beginning, or after `after`."),
    "after": graphene.String(description="Cursor that the page begins after."),
    "last": graphene.Int(description="At most 100 rows from the end, or before `before`."),
    "before": graphene.String(description="Cursor that the page ends before."),
}


def request_of(
    first: int | None = None, after: str | None = None, last: int | None = None, before: str | None = None
) -> PageRequest:
    """The page that the arguments ask for; the first 20 where they say nothing. Refused INVALID_PAGING."""
    if first is None and last is None:
        first = 20
    return PageRequest(first=first, after=after, last=last, before=before)


def connect(page: Page[Any], make: Callable[[Any], Any] | None = None) -> Connection:
    """The connection of a page; `make` turns a row into what the node's resolvers expect."""
    nodes = page.rows if make is None else [make(row) for row in page.rows]
    return Connection(
        edges=rows_of(Edge, nodes, page.cursors),
        page_info=Info(page.has_next, page.has_previous, page.start_cursor, page.end_cursor),
        count=cache(page.count),  # aliases of totalCount ask once
    )


def connection_of(node: type[graphene.ObjectType]) -> type[graphene.ObjectType]:
    """The types XCountableConnection and XCountableEdge for a node type X."""
    name = node._meta.name
    edge = type(
        f"{name}CountableEdge",
        (graphene.ObjectType,),
        {
            "__doc__": f"A {name} in a connection, with its cursor.",
            "node": graphene.Field(node, required=True, description="The item."),
            "cursor": graphene.String(required=True, description="Marks the item's place in this list."),
        },
    )

    def total_count(parents: Sequence[Connection], info: Any) -> list[int]:
        return [parent.count() for parent in parents]

    return type(
        f"{name}CountableConnection",
        (graphene.ObjectType,),
        {
            "__doc__": f"A page of {to_snake_case(name).replace('_', ' ')} items.",
            "page_info": graphene.Field(PageInfo, required=True, description="Where the page begins and ends."),
            "edges": graphene.List(
                graphene.NonNull(edge), required=True, description="The items of the page, each with its cursor."
            ),
            "total_count": graphene.Int(description="How many items the whole list has; counted only when asked for."),
            "resolve_total_count": for_all(total_count),
        },
    )
