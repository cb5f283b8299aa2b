"""Prices of products and variants in the graph."""

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any, NamedTuple

import graphene

from catalog.listing.taxes import Sold, pieces_in, tax_facts, taxes_inside
from catalog.listing.variants import VariantRow
from catalog.products.schema import Product, ProductVariant, Seen
from marketplace.channels.queries import Viewpoint
from marketplace.kit.graphql.money import Money as MoneyType
from marketplace.kit.graphql.money import Priced, TaxedMoney, TaxedMoneyRange, taxes_of
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.money import Money
from marketplace.kit.rows import rows_of


class Offered(NamedTuple):
    """What a price is for: a product as seen in a channel, and how many pieces; None where the variants say so."""

    product_id: int
    at: Viewpoint
    pieces: int | None


class Range(NamedTuple):
    """From the lowest to the highest of some prices."""

    start: Priced
    stop: Priced


class ProductPrices(NamedTuple):
    """A product's prices in a channel; `discount` only where the cheapest variant costs less than before."""

    price_range: Range
    price_range_undiscounted: Range
    discount: Priced | None


class VariantPrices(NamedTuple):
    """A variant's prices in a channel; `discount` only where it costs less than before."""

    price: Priced
    price_undiscounted: Priced
    discount: Priced | None
    mrp: Money | None


@for_all
def _on_sale(parents: Sequence[ProductPrices | VariantPrices], info: Any) -> list[bool]:
    return [parent.discount is not None for parent in parents]


@for_all
def _gross_is_shown(parents: Sequence[Any], info: Any) -> list[bool]:
    return [True for _parent in parents]


class ProductPricingInfo(graphene.ObjectType):
    """What a product costs in a channel, tax included."""

    on_sale = graphene.Boolean(description="Whether the cheapest variant costs less than before.")
    discount = graphene.Field(TaxedMoney, description="How much less the cheapest variant costs; null where it is not on sale.")
    price_range = graphene.Field(TaxedMoneyRange, description="From the cheapest to the dearest variant.")
    price_range_undiscounted = graphene.Field(TaxedMoneyRange, description="The same without discounts.")
    display_gross_prices = graphene.Boolean(required=True, description="Prices are to be shown with their tax, always.")

    resolve_on_sale = _on_sale
    resolve_discount = reads("discount")
    resolve_price_range = reads("price_range")
    resolve_price_range_undiscounted = reads("price_range_undiscounted")
    resolve_display_gross_prices = _gross_is_shown


class VariantPricingInfo(graphene.ObjectType):
    """What a variant costs in a channel, tax included."""

    on_sale = graphene.Boolean(description="Whether it costs less than before.")
    discount = graphene.Field(TaxedMoney, description="How much less it costs; null where it is not on sale.")
    price = graphene.Field(TaxedMoney, description="What is to be paid.")
    price_undiscounted = graphene.Field(TaxedMoney, description="The price before the discount.")
    mrp = graphene.Field(MoneyType, description="Maximum retail price; null outside of India.")

    resolve_on_sale = _on_sale
    resolve_discount = reads("discount")
    resolve_price = reads("price")
    resolve_price_undiscounted = reads("price_undiscounted")
    resolve_mrp = reads("mrp")


@part_of(Product)
class PricesOfProduct:
    """Prices on a product."""

    pricing = graphene.Field(ProductPricingInfo, description="What it costs; null where no variant has a price.")

    @for_all
    def resolve_pricing(parents: Sequence[Seen], info: Any) -> list[ProductPrices | None]:
        return _of_products(parents)


@part_of(ProductVariant)
class PricesOfVariant:
    """Prices on a variant."""

    pricing = graphene.Field(VariantPricingInfo, description="What it costs.")

    @for_all
    def resolve_pricing(parents: Sequence[Seen], info: Any) -> list[VariantPrices]:
        return [_of_variant(parent.row, parent.at) for parent in parents]


def _of_products(parents: Sequence[Seen]) -> list[ProductPrices | None]:
    """The prices of products that are all seen from the same viewpoint, column by column; most are not on sale."""
    rows, at = [parent.row for parent in parents], parents[0].at
    offered = rows_of(Offered, [row.id for row in rows], repeat(at), repeat(None))
    low = _priced([row.price_from or 0 for row in rows], at, offered)
    high = _priced([row.price_to or 0 for row in rows], at, offered)
    now = rows_of(Range, low, high)
    found: list[ProductPrices | None] = [*rows_of(ProductPrices, now, now, repeat(None))]
    for place, row in enumerate(rows):
        if row.price_from is None:
            found[place] = None
        elif row.full_price_from != row.price_from or row.full_price_to != row.price_to:
            before, most = _priced([row.full_price_from, row.full_price_to], at, repeat(offered[place]))
            found[place] = ProductPrices(now[place], Range(before, most), _discount(low[place], before))
    return found


def _priced(minors: Sequence[int], at: Viewpoint, about: Iterable[Offered]) -> list[Priced]:
    return rows_of(Priced, Money.column(minors, at.currency), repeat(_taxes), about)


def _of_variant(row: VariantRow, at: Viewpoint) -> VariantPrices:
    about = Offered(row.product_id, at, pieces_in(row.net_quantity, row.net_quantity_unit))
    price = Priced(Money(row.price, at.currency), _taxes, about)
    before = Priced(Money(row.full_price, at.currency), _taxes, about)
    mrp = None if row.mrp is None else Money(row.mrp, at.currency)
    return VariantPrices(price, before, _discount(price, before), mrp)


def _discount(price: Priced, before: Priced) -> Priced | None:
    """What is saved; None where nothing is."""
    saved = before.gross - price.gross
    return Priced(saved, _taxes_saved, (price, before)) if saved else None


def _taxes(prices: Sequence[Priced], info: Any) -> list[Money]:
    """By facts that are asked for once a request for the same products, whichever of their prices come."""
    at = prices[0].about.at
    sold = [Sold(price.about.product_id, price.gross.minor, price.about.pieces) for price in prices]
    ids = frozenset(one.product_id for one in sold)
    mark = ("tax facts", at.channel_id, ids)
    if mark not in info.context.kept:
        info.context.kept[mark] = tax_facts(ids, at)
    return taxes_inside(sold, at, info.context.kept[mark])


def _taxes_saved(discounts: Sequence[Priced], info: Any) -> list[Money]:
    """The tax inside of what is saved: that of the price before without that of the price now."""
    now = taxes_of([discount.about[0] for discount in discounts], info)
    before = taxes_of([discount.about[1] for discount in discounts], info)
    return [full - part for full, part in zip(before, now, strict=True)]
