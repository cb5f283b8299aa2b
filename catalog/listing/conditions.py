"""Conditions on what lies around a product: the attributes that it or its variants carry, and the pieces on hand."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual

from catalog.products.assignments import AttributeAssignment
from catalog.stock.models import Stock
from marketplace.channels.queries import Viewpoint


@dataclass(frozen=True, slots=True)
class AttributeCondition:
    """A value that a product (`of_products`) or one of its variants (`of_variants`) must carry for an attribute (None: for
    any); all that is said of the value must hold. `reference_type` says what `reference_ids` are keys of."""

    of_products: bool
    of_variants: bool
    attribute_id: int | None = None
    choice_ids: Collection[int] | None = None
    choice_slugs: Collection[str] | None = None
    choice_names: Collection[str] | None = None
    number_from: Decimal | None = None
    number_to: Decimal | None = None
    numbers: Collection[Decimal] | None = None
    boolean: bool | None = None
    date_from: date | None = None
    date_to: date | None = None
    reference_type: str = ""
    reference_ids: Collection[int] | None = None


@dataclass(frozen=True, slots=True)
class StockCondition:
    """How many pieces, over some warehouses (None: all), must be on hand, both ends included."""

    warehouse_ids: Collection[int] | None = None
    least: int | None = None
    most: int | None = None


_AMONG = {
    "choice_ids": "choice_id", "choice_slugs": "choice__slug", "choice_names": "choice__name", "numbers": "number",
    "reference_ids": "reference_key",
}  # fmt: skip
_SAME = {
    "attribute_id": "attribute_id", "number_from": "number__gte", "number_to": "number__lte", "boolean": "boolean",
    "date_from": "date__gte", "date_to": "date__lte",
}  # fmt: skip


def carries(wanted: AttributeCondition, at: Viewpoint) -> Q:
    """The listing's product, or one of its variants that have a price in the channel, carries such a value."""
    values = AttributeAssignment.objects.all()
    for member, lookup in _SAME.items():
        value = getattr(wanted, member)
        if value is not None:
            values = values.filter(**{lookup: value})
    for member, column in _AMONG.items():
        among = getattr(wanted, member)
        if among is not None:
            values = values.filter(**{f"{column}__any_of": list(among)})
    if wanted.reference_type:
        values = values.filter(attribute__entity_type=wanted.reference_type)
    either = Q()
    if wanted.of_products:
        either |= Q(Exists(values.filter(product_id=OuterRef("product_id"))))
    if wanted.of_variants:
        either |= Q(Exists(values.filter(**_priced(at))))
    return either


def in_stock(at: Viewpoint) -> Q:
    """A variant that has a price in the channel can be had now."""
    return Q(Exists(Stock.objects.filter(**_priced(at), quantity__gt=F("allocated"))))


def on_hand(wanted: StockCondition, at: Viewpoint) -> Q:
    """So many pieces of its variants that have a price in the channel lie in the warehouses and belong to nobody's order."""
    stocks = Stock.objects.filter(**_priced(at))
    if wanted.warehouse_ids is not None:
        stocks = stocks.filter(warehouse_id__any_of=list(wanted.warehouse_ids))
    counted = stocks.values("variant__product_id").annotate(left=Sum(F("quantity") - F("allocated"))).values("left")
    pieces = Coalesce(Subquery(counted, output_field=IntegerField()), 0)
    holds = Q()
    if wanted.least is not None:
        holds &= Q(GreaterThanOrEqual(pieces, wanted.least))
    if wanted.most is not None:
        holds &= Q(LessThanOrEqual(pieces, wanted.most))
    if wanted.warehouse_ids is not None and wanted.least is None and wanted.most is None:
        holds = Q(Exists(stocks))
    return holds


def _priced(at: Viewpoint) -> dict[str, Any]:
    """What holds of a value or a stock of a variant: it is one of the listing's product, and has a price in the channel."""
    return {"variant__product_id": OuterRef("product_id"), "variant__channel_listings__channel_id": at.channel_id}
