"""The search in the graph."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import graphene
from django.utils.translation import gettext as _

from catalog.categories.schema import tree_of
from catalog.listing.asked import filters_of
from catalog.listing.inputs import ProductFilterInput, ProductWhereInput
from catalog.listing.narrowing import together
from catalog.media.schema import fitting, know_covers
from catalog.products.schema import Seen
from marketplace.channels.schema import CHANNEL, viewpoint_of
from marketplace.districts.queries import point_of_pin
from marketplace.kit.graphql.connections import PAGING, connect, request_of
from marketplace.kit.graphql.filters import few
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, looks_ahead, plain, reads
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean
from search.asking.parts import in_parts
from search.asking.reading import Chip
from search.engines.engine import Order
from search.found.asked import Found, SearchConnection, Searched
from search.found.facets import SearchFacets
from search.found.hits import SearchHitCountableConnection
from search.found.taken import SearchPart, SearchSpelling, SearchSuggestions, Spelling
from search.shelves.matches import Matches, matches

MOST_QUERY = 240
_HIT = ("edges", "node")
_AHEAD = {
    "cover": (*_HIT, "product", "thumbnail"), "facets": ("facets",), "matched": (*_HIT, "matched"), "why": (*_HIT, "why"),
    "explanation": (*_HIT, "explanation"),
}  # fmt: skip
_REASONS = ("matched", "why", "explanation")
Ahead = Mapping[str, Sequence[dict[str, Any]]]
_NOTHING: Ahead = MappingProxyType({})

SearchOrder = graphene.Enum(
    "SearchOrder",
    [(order.name, order.value) for order in Order],
    description="What is found is ordered by: how well it fits, the lowest price up or down, the newest first, the best rated "
    "first, or the nearest district first (`near`, or a PIN code in the query).",
)


@part_of(SearchHitCountableConnection)
class AnswerOfSearch:
    """How a search was answered, on the page of what it found."""

    facets = graphene.Field(
        SearchFacets, required=True, description="What it may be narrowed to from here; counted only where it is asked for."
    )
    understood = graphene.List(
        graphene.NonNull(SearchPart), required=True, description="What the query says plainly, in the order of its words."
    )
    spelled = graphene.List(
        graphene.NonNull(SearchSpelling),
        required=True,
        description="Words that were looked for in place of ones that nothing has.",
    )
    did_you_mean = graphene.String(description="The query with these words; null where there are none.")
    loosely = graphene.Boolean(required=True, description="Nothing has all the words; what was found has most of them.")
    suggestions = graphene.Field(SearchSuggestions, required=True, description="Places, crafts and makers that are called so.")
    engine = graphene.String(description="Which engine answered, for staff; null for everybody else.")

    resolve_facets = reads("searched")

    @for_all
    def resolve_understood(parents: Sequence[SearchConnection], info: Any) -> list[tuple[Chip, ...]]:
        return [parent.searched.answer.asked.chips for parent in parents]

    @for_all
    def resolve_spelled(parents: Sequence[SearchConnection], info: Any) -> list[list[Spelling]]:
        return [[Spelling(*pair) for pair in parent.searched.answer.spelled.items()] for parent in parents]

    @for_all
    def resolve_did_you_mean(parents: Sequence[SearchConnection], info: Any) -> list[str | None]:
        return [parent.searched.answer.did_you_mean for parent in parents]

    @for_all
    def resolve_loosely(parents: Sequence[SearchConnection], info: Any) -> list[bool]:
        return [parent.searched.answer.loosely for parent in parents]

    @for_all
    def resolve_suggestions(parents: Sequence[SearchConnection], info: Any) -> list[Matches]:
        return [_called_so(parent.searched) for parent in parents]

    @for_all
    def resolve_engine(parents: Sequence[SearchConnection], info: Any) -> list[str | None]:
        return [parent.searched.answer.engine if info.context.is_staff else None for parent in parents]


class Query:
    """The search at the root."""

    search = graphene.Field(
        SearchHitCountableConnection,
        required=True,
        query=graphene.String(
            required=True,
            description="What is looked for, in any language and script, however it is spelt; without words, everything. What it "
            "says plainly (a price, GI, ODOP, a place that things are from) narrows the list.",
        ),
        channel=CHANNEL,
        filter=graphene.Argument(
            ProductFilterInput, description="Narrows what is found; facets are counted without their own part."
        ),
        where=graphene.Argument(ProductWhereInput, description="Narrows what is found and all facets, with AND and OR."),
        order_by=graphene.Argument(SearchOrder, description="How it is ordered; RELEVANCE where nothing is said."),
        near=graphene.String(
            description="PIN code that NEAR is measured from; that order needs it, unless the query names one. NOT_FOUND for one "
            "without a place that we know."
        ),
        as_words=graphene.List(
            graphene.NonNull(graphene.String), description="Handles of understood parts that are to be looked for as words."
        ),
        **PAGING,
        description="Products, found by words; the same search as the shop's own pages have. At most 10,000 places can be paged.",
    )

    @looks_ahead(**_AHEAD)
    def resolve_search(
        root: None,
        info: Any,
        query: str,
        channel: str | None = None,
        filter: dict[str, Any] | None = None,
        where: dict[str, Any] | None = None,
        order_by: Any = None,
        near: str | None = None,
        as_words: list[str] | None = None,
        ahead: Ahead = _NOTHING,
        **paging: Any,
    ) -> SearchConnection:
        filter, where = plain(filter), plain(where)
        at = viewpoint_of(info, channel or (filter or {}).get("channel"))
        narrower = filters_of(filter, None, None, categories=tree_of(info), at=at)
        base, parts = in_parts(narrower.and_(search=""))
        words = [clean(query, field="query", most=MOST_QUERY), narrower.search]
        around = filters_of(None, where, None, categories=tree_of(info), at=at)
        cover = fitting(**plain(ahead["cover"][0])) if ahead.get("cover") else None
        searched = Searched(
            at=at,
            query=" ".join(text for text in words if text),
            base=together((base, around)),
            parts=parts,
            order=Order(plain(order_by) or Order.RELEVANCE),
            near=_point(near),
            as_words=few(as_words, field="asWords") or [],
            page=request_of(**paging),
            counted=bool(ahead.get("facets")),
            reasons=any(ahead.get(name) for name in _REASONS),
            cover=cover,
        )
        if searched.order is Order.NEAR and not (searched.near or searched.answer.asked.near):
            raise Refused("REQUIRED", _("This field is required."), "near")
        page = searched.answer.page
        if cover is not None:
            know_covers(info, cover, {row.id: row.cover for row in page.rows})
        made = connect(page, lambda row: Found(searched, Seen(row, at)))
        return SearchConnection(made.edges, made.page_info, made.count, searched)


def _point(near: str | None) -> tuple[float, float] | None:
    """Where a PIN code lies. Refused NOT_FOUND, INVALID."""
    if not near:
        return None
    pin = clean(near, field="near", most=10)
    point = point_of_pin(pin)
    if point is None:
        raise Refused("NOT_FOUND", _("There is no PIN code %(pin)s, as far as we know.") % {"pin": pin}, "near")
    return point


def _called_so(searched: Searched) -> Matches:
    answer = searched.answer
    return matches(searched.at, answer.asked.words or searched.query, apart=not answer.total)
