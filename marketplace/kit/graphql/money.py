"""Money in the graph, as Saleor shapes it: amounts in major units with a currency."""

from collections.abc import Sequence
from typing import Any

import graphene

from marketplace.kit import money
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.money import digits_of


class Money(graphene.ObjectType):
    """An amount of money. The house reckons in whole minor units; the amount here is that, exact to the last digit."""

    currency = graphene.String(required=True, description="ISO 4217 code.")
    amount = graphene.Float(required=True, description="In major units: 125.5 is Rs 125.50.")

    resolve_currency = reads("currency")

    @for_all
    def resolve_amount(parents: Sequence[money.Money], info: Any) -> list[float]:
        # whole numbers divided are rounded correctly: the same float as the exact decimal gives, ten times sooner
        return [parent.minor / 10 ** digits_of(parent.currency) for parent in parents]


class TaxedMoney(graphene.ObjectType):
    """A price. Retail prices in India contain their tax; the split is worked out at checkout, by place of supply."""

    currency = graphene.String(required=True, description="ISO 4217 code.")
    gross = graphene.Field(Money, required=True, description="With tax.")

    resolve_currency = reads("currency")

    def resolve_gross(parent: money.Money, info: Any) -> money.Money:
        return parent


class TaxedMoneyRange(graphene.ObjectType):
    """From the cheapest to the dearest."""

    start = graphene.Field(TaxedMoney, description="The lowest.")
    stop = graphene.Field(TaxedMoney, description="The highest.")
