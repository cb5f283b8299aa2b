"""Questions about where goods lie."""

from collections.abc import Collection
from typing import Any

from django.db.models import F, QuerySet

from catalog.stock.models import Stock
from marketplace.kit import shapes


def districts_of_stock(variant_ids: Collection[int]) -> dict[int, list[int]]:
    """The districts whose warehouses send each variant, by key: those that have a piece, else those that have kept some; one
    statement."""
    having: dict[int, set[int]] = {key: set() for key in variant_ids}
    keeping: dict[int, set[int]] = {key: set() for key in variant_ids}
    for variant, district, left in shapes.rows(_kept, None, list(having)):
        keeping[variant].add(district)
        if left > 0:
            having[variant].add(district)
    return {key: sorted(having[key] or keeping[key]) for key in having}


def _kept(_fixed: None, variant_ids: list[int]) -> QuerySet[Stock, Any]:
    """What lies where of some variants (for `shapes`)."""
    rows = Stock.objects.filter(variant_id__any_of=variant_ids).annotate(left=F("quantity") - F("allocated"))
    return rows.values_list("variant_id", "warehouse__district_id", "left")
