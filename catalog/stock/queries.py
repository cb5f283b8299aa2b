"""Questions about where goods lie."""

from collections.abc import Collection

from django.db.models import F

from catalog.stock.models import Stock


def districts_of_stock(variant_ids: Collection[int]) -> dict[int, list[int]]:
    """The districts whose warehouses send each variant, by key: those that have a piece, else those that have kept some; one
    statement."""
    having: dict[int, set[int]] = {key: set() for key in variant_ids}
    keeping: dict[int, set[int]] = {key: set() for key in variant_ids}
    rows = Stock.objects.filter(variant_id__in=set(variant_ids)).values_list(
        "variant_id", "warehouse__district_id", F("quantity") - F("allocated")
    )
    for variant, district, left in rows:
        keeping[variant].add(district)
        if left > 0:
            having[variant].add(district)
    return {key: sorted(having[key] or keeping[key]) for key in having}
