"""Money in the graph, as Saleor shapes it: amounts in major units with a currency."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import graphene

from marketplace.kit import money
from marketplace.kit.graphql.resolvers import computed, for_all, reads
from marketplace.kit.money import digits_of


class Money(graphene.ObjectType):
    """An amount of money. The house reckons in whole minor units; the amount here is that, exact to the last digit."""

    currency = graphene.String(required=True, description="ISO 4217 code.")
    amount = graphene.Float(required=True, description="In major units: 125.5 is Rs 125.50.")

    resolve_currency = reads("currency")

    # whole numbers divided are rounded correctly: the same float as the exact decimal gives, ten times sooner
    resolve_amount = computed(lambda amount: amount.minor / 10 ** digits_of(amount.currency))


class Priced(NamedTuple):
    """A price that contains its tax. How much tax is asked only when somebody wants to know: `taxes(prices, info)` tells it
    for many prices at once, from what `about` says of each."""

    gross: money.Money
    taxes: "Taxes"
    about: Any = None


Taxes = Callable[[Sequence[Priced], Any], Sequence[money.Money]]


def taxes_of(prices: Sequence[Priced], info: Any) -> list[money.Money]:
    """The tax inside each price; asked once a request for the same prices, and once for each way of working it out."""
    mark = ("taxes", *map(id, prices))
    if mark not in info.context.kept:
        found: dict[int, money.Money] = {}
        for taxes in {id(price.taxes): price.taxes for price in prices}.values():
            several = [price for price in prices if price.taxes is taxes]
            found.update(zip(map(id, several), taxes(several, info), strict=True))
        info.context.kept[mark] = (prices, found)  # the prices too: so their ids stay theirs
    known = info.context.kept[mark][1]
    return [known[id(price)] for price in prices]


class TaxedMoney(graphene.ObjectType):
    """A price. Retail prices in India contain their tax: the tax is worked out of the price by the rate for the HSN code, where
    that is certain, and is 0 where it is not; what is charged is settled at checkout."""

    currency = graphene.String(required=True, description="ISO 4217 code.")
    gross = graphene.Field(Money, required=True, description="With tax.")
    net = graphene.Field(Money, required=True, description="Without tax.")
    tax = graphene.Field(Money, required=True, description="The tax inside of it.")

    resolve_currency = reads("gross.currency")
    resolve_gross = reads("gross")

    @for_all
    def resolve_tax(parents: Sequence[Priced], info: Any) -> list[money.Money]:
        return taxes_of(parents, info)

    @for_all
    def resolve_net(parents: Sequence[Priced], info: Any) -> list[money.Money]:
        return [price.gross - tax for price, tax in zip(parents, taxes_of(parents, info), strict=True)]


class TaxedMoneyRange(graphene.ObjectType):
    """From the cheapest to the dearest."""

    start = graphene.Field(TaxedMoney, description="The lowest.")
    stop = graphene.Field(TaxedMoney, description="The highest.")

    resolve_start = reads("start")
    resolve_stop = reads("stop")
