"""Stock: counted per warehouse of the product's own seller, never below what orders hold."""

from typing import Any

import pytest

from catalog.stock import actions
from catalog.stock.models import Stock, Warehouse
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.factories import DistrictFactory, ProductVariantFactory, SellerFactory, WarehouseFactory
from tests.side_by_side import side_by_side

pytestmark = pytest.mark.django_db


def _warehouse(**more: Any) -> dict[str, Any]:
    return {
        "seller": SellerFactory(slug="ansari"), "name": "Loom House", "district": DistrictFactory(slug="varanasi"),
        "street_address": "12 Madanpura", "city": "Varanasi", "pincode": "221001", **more,
    }  # fmt: skip


def test_a_warehouse_is_opened() -> None:
    given = _warehouse()
    slugs = [actions.create_warehouse(**{**given, "name": name}).slug for name in ("Loom House", "Loom House", "गोदाम")]
    assert slugs == ["loom-house", "loom-house-2", "ansari-varanasi"]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": ""}, "REQUIRED", "name"),
        ({"pincode": "22100"}, "INVALID", "pincode"),
        ({"city": "x" * 81}, "TOO_LONG", "city"),
        ({"slug": "A"}, "INVALID", "slug"),
    ],
)
def test_a_nonsensical_warehouse_is_refused(given: dict[str, str], code: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.create_warehouse(**_warehouse(**given))
    assert (refused.value.code, refused.value.field) == (code, field) and not Warehouse.objects.exists()


def test_stock_is_counted_anew_and_announced_when_it_differs() -> None:
    variant = ProductVariantFactory()
    warehouse = WarehouseFactory(seller=variant.product.seller)
    for quantity in (5, 5, 0):
        assert actions.set_quantity(variant=variant, warehouse=warehouse, quantity=quantity).quantity == quantity
    keys = {"product": variant.product_id, "variant": variant.pk, "warehouse": warehouse.pk}
    assert announced() == [("StockChanged", {**keys, "quantity": quantity}) for quantity in (5, 0)]


@pytest.mark.parametrize("quantity", [-1, 10_000_001, True, 1.0, "5", None])
def test_a_nonsensical_quantity_is_refused(quantity: object) -> None:
    variant = ProductVariantFactory()
    with pytest.raises(Refused) as refused:
        actions.set_quantity(variant=variant, warehouse=WarehouseFactory(seller=variant.product.seller), quantity=quantity)
    assert (refused.value.code, refused.value.field) == ("INVALID", "quantity") and not Stock.objects.exists()


def test_another_sellers_warehouse_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        actions.set_quantity(variant=ProductVariantFactory(), warehouse=WarehouseFactory(), quantity=1)
    assert refused.value.code == "WRONG_SELLER" and not Stock.objects.exists()


def test_what_orders_hold_stays_covered() -> None:
    variant = ProductVariantFactory()
    warehouse = WarehouseFactory(seller=variant.product.seller)
    Stock.objects.create(variant=variant, warehouse=warehouse, quantity=9, allocated=4)
    actions.set_quantity(variant=variant, warehouse=warehouse, quantity=4)
    with pytest.raises(Refused) as refused:
        actions.set_quantity(variant=variant, warehouse=warehouse, quantity=3)
    assert refused.value.code == "BELOW_ALLOCATED" and Stock.objects.get().quantity == 4


@pytest.mark.django_db(transaction=True)
def test_the_first_count_at_the_same_moment_makes_one_row() -> None:
    variant = ProductVariantFactory()
    warehouse = WarehouseFactory(seller=variant.product.seller)
    counts = [lambda n=n: actions.set_quantity(variant=variant, warehouse=warehouse, quantity=n) for n in range(1, 7)]
    counted = side_by_side(counts)
    assert sorted(stock.quantity for stock in counted) == [1, 2, 3, 4, 5, 6]
    assert announced()[-1][1]["quantity"] == Stock.objects.get().quantity
