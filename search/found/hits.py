"""A product that was found, in the graph, and why it stands where it does."""

from collections.abc import Sequence
from typing import Any

import graphene

from catalog.products.schema import Product
from marketplace.kit.graphql.connections import connection_of
from marketplace.kit.graphql.resolvers import for_all, reads
from search.found.asked import Found
from search.ranking.explanation import Explanation, Lifted

SearchMatch = graphene.Enum(
    "SearchMatch",
    [(name.upper(), name) for name in ("title", "kind", "craft", "trait", "place", "maker", "about", "code")],
    description="What the words of a search may meet of a product: its names, its category and those above it, its craft, GI or "
    "designation, its attributes, its district and State, its maker, its description, or a code (SKU, HSN, PIN).",
)
SearchMove = graphene.Enum(
    "SearchMove",
    [("EARLIER", "EARLIER"), ("LATER", "LATER")],
    description="What the fair share of makers did to a product's place.",
)


class SearchLift(graphene.ObjectType):
    """What lifts a product beside the words."""

    name = graphene.String(required=True, description="What it is: quality, stocked, recent.")
    value = graphene.Float(required=True, description="How much of it the product has, of 1.")
    counts = graphene.Float(required=True, description="What all of it would add to the factor.")
    adds = graphene.Float(required=True, description="What it adds to the factor.")

    resolve_name = reads("name")
    resolve_value = reads("value")
    resolve_counts = reads("counts")
    resolve_adds = reads("adds")


class SearchExplanation(graphene.ObjectType):
    """How a product came to its place, in numbers; to be compared within one answer."""

    score = graphene.Float(required=True, description="What the list is ordered by: `text` times `lift`.")
    text = graphene.Float(required=True, description="How well the words fit, on a scale of the engine's own.")
    lift = graphene.Float(required=True, description="The factor of all lifts, 1 at the least.")
    lifts = graphene.List(graphene.NonNull(SearchLift), required=True, description="What lifts it.")

    resolve_score = reads("score")
    resolve_text = reads("text")
    resolve_lift = reads("lift")

    @for_all
    def resolve_lifts(parents: Sequence[Explanation], info: Any) -> list[tuple[Lifted, ...]]:
        return [parent.lifts for parent in parents]


class SearchHit(graphene.ObjectType):
    """A product that was found."""

    product = graphene.Field(Product, required=True, description="The product.")
    matched = graphene.List(
        graphene.NonNull(SearchMatch),
        required=True,
        description="What the words met, what tells most first; empty without words.",
    )
    moved = SearchMove(description="Whether the fair share gave it another place; null where it stands where it fits.")
    why = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Why it stands where it does, in sentences, in the language of the request.",
    )
    explanation = graphene.Field(SearchExplanation, description="The same in numbers, for staff; null for everybody else.")

    resolve_product = reads("product")

    @for_all
    def resolve_matched(parents: Sequence[Found], info: Any) -> list[tuple[str, ...]]:
        return [found.matched if found else () for found in _explained(parents)]

    @for_all
    def resolve_moved(parents: Sequence[Found], info: Any) -> list[str | None]:
        return [_moved(parent) for parent in parents]

    @for_all
    def resolve_why(parents: Sequence[Found], info: Any) -> list[tuple[str, ...]]:
        return [found.sentences if found else () for found in _explained(parents)]

    @for_all
    def resolve_explanation(parents: Sequence[Found], info: Any) -> list[Explanation | None]:
        return _explained(parents) if info.context.is_staff else [None] * len(parents)


SearchHitCountableConnection = connection_of(SearchHit)


def _explained(parents: Sequence[Found]) -> list[Explanation | None]:
    return [parent.searched.explained().get(parent.product.row.id) for parent in parents]


def _moved(found: Found) -> str | None:
    answer, key = found.searched.answer, found.product.row.id
    return "EARLIER" if key in answer.lifted else "LATER" if key in answer.later else None
