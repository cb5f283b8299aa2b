"""A shop window without a database, for `bench graphql_executor`: rows of products as queries hand them out, and their types."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import graphene
from graphql import GraphQLSchema

from marketplace.kit.graphql.connections import Connection, connect, connection_of
from marketplace.kit.graphql.money import Priced, TaxedMoneyRange
from marketplace.kit.graphql.resolvers import for_all, ids, reads
from marketplace.kit.money import Money
from marketplace.kit.paging import Page

DOCUMENT = """
query List($first: Int) { products(first: $first) { edges { cursor node { ...Card } } pageInfo { hasNextPage endCursor } } }
fragment Card on Card {
  id slug name rating
  thumbnail(size: 512, format: "WEBP") { url alt }
  category { id name slug }
  pricing {
    onSale
    priceRange { start { gross { amount currency } } }
    priceRangeUndiscounted { start { gross { amount currency } } }
  }
}
"""


class CategoryRow(NamedTuple):
    """A category."""

    id: int
    name: str
    slug: str


class Row(NamedTuple):
    """A product."""

    id: int
    slug: str
    name: str
    rating: float | None
    category: CategoryRow
    price: Money
    full_price: Money


class Prices(NamedTuple):
    """What a product costs."""

    row: Row

    @property
    def on_sale(self) -> bool:
        """Whether it is reduced."""
        return self.row.price < self.row.full_price


class Range(NamedTuple):
    """From the cheapest to the dearest."""

    start: Priced
    stop: Priced


def _range(price: Money) -> Range:
    priced = Priced(price, _untaxed)
    return Range(priced, priced)


def _untaxed(prices: Sequence[Priced], info: Any) -> list[Money]:
    return [Money(0, price.gross.currency) for price in prices]


class Picture(NamedTuple):
    """A picture."""

    url: str
    alt: str


def rows(number: int) -> list[Row]:
    """So many products of three categories."""
    kinds = [CategoryRow(place, f"Category {place}", f"category-{place}") for place in range(3)]
    return [
        Row(
            place, f"product-{place}", f"Product {place}", 4.5 if place % 2 else None, kinds[place % 3],
            Money(12_500 + place, "INR"), Money(13_000, "INR"),
        )
        for place in range(number)
    ]  # fmt: skip


class Kind(graphene.ObjectType):
    """A category."""

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    slug = graphene.String(required=True)

    resolve_id = ids("Category")


class Thumbnail(graphene.ObjectType):
    """A picture."""

    url = graphene.String(required=True)
    alt = graphene.String()


class Pricing(graphene.ObjectType):
    """What a product costs."""

    on_sale = graphene.Boolean()
    price_range = graphene.Field(TaxedMoneyRange)
    price_range_undiscounted = graphene.Field(TaxedMoneyRange)

    @for_all
    def resolve_price_range(parents: Sequence[Prices], info: Any) -> list[Range]:
        return [_range(parent.row.price) for parent in parents]

    @for_all
    def resolve_price_range_undiscounted(parents: Sequence[Prices], info: Any) -> list[Range]:
        return [_range(parent.row.full_price) for parent in parents]


class Card(graphene.ObjectType):
    """A product as lists show it."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    rating = graphene.Float()
    thumbnail = graphene.Field(Thumbnail, size=graphene.Int(), format=graphene.String())
    category = graphene.Field(Kind)
    pricing = graphene.Field(Pricing)

    resolve_category = reads("category")

    resolve_id = ids("Product")

    @for_all
    def resolve_thumbnail(parents: Sequence[Row], info: Any, size: int, format: str) -> list[Picture]:
        return [Picture(f"/media/{parent.slug}-{size}.{format.lower()}", parent.name) for parent in parents]

    @for_all
    def resolve_pricing(parents: Sequence[Row], info: Any) -> list[Prices]:
        return [Prices(parent) for parent in parents]


class Query(graphene.ObjectType):
    """The window; what stands in it is the context."""

    products = graphene.Field(connection_of(Card), first=graphene.Int())

    def resolve_products(parent: None, info: Any, first: int) -> Connection:
        found = info.context[:first]
        return connect(Page(found, [row.slug for row in found], True, False, lambda: len(info.context)))


def window() -> GraphQLSchema:
    """The window's schema."""
    schema: GraphQLSchema = graphene.Schema(query=Query).graphql_schema
    return schema
