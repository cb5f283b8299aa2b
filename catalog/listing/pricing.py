"""Prices of products and variants in the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import graphene

from catalog.listing.variants import VariantRow
from catalog.products.schema import Product, ProductVariant, Seen
from marketplace.kit.graphql.money import Money as MoneyType
from marketplace.kit.graphql.money import TaxedMoney, TaxedMoneyRange
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.money import Money


@dataclass(frozen=True, slots=True)
class Range:
    """From the lowest to the highest of some prices."""

    start: Money
    stop: Money


@dataclass(frozen=True, slots=True)
class ProductPrices:
    """A product's prices in a channel."""

    price_range: Range
    price_range_undiscounted: Range

    @property
    def on_sale(self) -> bool:
        """Whether the cheapest variant costs less than before."""
        return self.price_range.start < self.price_range_undiscounted.start


@dataclass(frozen=True, slots=True)
class VariantPrices:
    """A variant's prices in a channel."""

    price: Money
    price_undiscounted: Money
    mrp: Money | None

    @property
    def on_sale(self) -> bool:
        """Whether it costs less than before."""
        return self.price < self.price_undiscounted


class ProductPricingInfo(graphene.ObjectType):
    """What a product costs in a channel, tax included."""

    on_sale = graphene.Boolean(description="Whether the cheapest variant costs less than before.")
    price_range = graphene.Field(TaxedMoneyRange, description="From the cheapest to the dearest variant.")
    price_range_undiscounted = graphene.Field(TaxedMoneyRange, description="The same without discounts.")

    resolve_on_sale = reads("on_sale")
    resolve_price_range = reads("price_range")
    resolve_price_range_undiscounted = reads("price_range_undiscounted")


class VariantPricingInfo(graphene.ObjectType):
    """What a variant costs in a channel, tax included."""

    on_sale = graphene.Boolean(description="Whether it costs less than before.")
    price = graphene.Field(TaxedMoney, description="What is to be paid.")
    price_undiscounted = graphene.Field(TaxedMoney, description="The price before the discount.")
    mrp = graphene.Field(MoneyType, description="Maximum retail price; null outside of India.")

    resolve_on_sale = reads("on_sale")
    resolve_price = reads("price")
    resolve_price_undiscounted = reads("price_undiscounted")
    resolve_mrp = reads("mrp")


@part_of(Product)
class PricesOfProduct:
    """Prices on a product."""

    pricing = graphene.Field(ProductPricingInfo, description="What it costs; null where no variant has a price.")

    @for_all
    def resolve_pricing(parents: Sequence[Seen], info: Any) -> list[ProductPrices | None]:
        return [_of_product(parent) for parent in parents]


@part_of(ProductVariant)
class PricesOfVariant:
    """Prices on a variant."""

    pricing = graphene.Field(VariantPricingInfo, description="What it costs.")

    @for_all
    def resolve_pricing(parents: Sequence[Seen], info: Any) -> list[VariantPrices]:
        return [_of_variant(parent.row, parent.at.currency) for parent in parents]


def _of_product(seen: Seen) -> ProductPrices | None:
    row, currency = seen.row, seen.at.currency
    if row.price_from is None:
        return None
    return ProductPrices(
        Range(Money(row.price_from, currency), Money(row.price_to, currency)),
        Range(Money(row.full_price_from, currency), Money(row.full_price_to, currency)),
    )


def _of_variant(row: VariantRow, currency: str) -> VariantPrices:
    mrp = None if row.mrp is None else Money(row.mrp, currency)
    return VariantPrices(Money(row.price, currency), Money(row.full_price, currency), mrp)
