"""The unit sale price: by which unit it is said, how it is rounded, and where it need not be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.listing.unit_price import UnitPrice, unit_price


@pytest.mark.parametrize(
    ("price", "quantity", "unit", "expected"),
    [
        # below one kilogram by the gram, above it by the kilogram
        (450_00, 500, "GRAM", UnitPrice(90, "GRAM")),
        (1_00, 999, "GRAM", UnitPrice(0, "GRAM")),
        (450_00, 1500, "GRAM", UnitPrice(300_00, "KILOGRAM")),
        (100_00, 1001, "GRAM", UnitPrice(99_90, "KILOGRAM")),
        # exactly one of the larger unit: the price itself
        (450_00, 1000, "GRAM", None),
        (450_00, 1000, "MILLILITRE", None),
        (450_00, 100, "CENTIMETRE", None),
        (250_00, 200, "MILLILITRE", UnitPrice(1_25, "MILLILITRE")),
        (700_00, 5000, "MILLILITRE", UnitPrice(140_00, "LITRE")),
        (55_00, 50, "CENTIMETRE", UnitPrice(1_10, "CENTIMETRE")),
        (1_100_00, 550, "CENTIMETRE", UnitPrice(200_00, "METRE")),
        # by number; one of them costs what it costs
        (1_650_00, 6, "PIECE", UnitPrice(275_00, "PIECE")),
        (300_00, 2, "PAIR", UnitPrice(150_00, "PAIR")),
        (1_650_00, 1, "PIECE", None),
        (1_650_00, 1, "SET", None),
        # to the nearest two decimals, a half up
        (1_00, 3, "PIECE", UnitPrice(33, "PIECE")),
        (2_00, 3, "PIECE", UnitPrice(67, "PIECE")),
        (1_25, 10, "PIECE", UnitPrice(13, "PIECE")),
    ],
)
def test_unit_sale_price(price: int, quantity: int, unit: str, expected: UnitPrice | None) -> None:
    assert unit_price(price_minor=price, net_quantity=quantity, unit=unit) == expected


@given(
    price=st.integers(1, 10**9),
    quantity=st.integers(1, 10**6),
    unit=st.sampled_from(["GRAM", "MILLILITRE", "CENTIMETRE", "PIECE"]),
)
def test_it_is_never_off_by_more_than_half_a_paisa(price: int, quantity: int, unit: str) -> None:
    found = unit_price(price_minor=price, net_quantity=quantity, unit=unit)
    if found is not None:
        holds = {"KILOGRAM": 1000, "LITRE": 1000, "METRE": 100}.get(found.unit, 1)
        assert abs(found.minor * quantity - price * holds) * 2 <= quantity
