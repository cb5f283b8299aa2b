"""What is in a pack and what a unit costs, in words."""

import pytest

from catalog.listing.unit_price import UnitPrice
from frontend_templates.templatetags import quantities


@pytest.mark.parametrize(
    ("quantity", "unit", "shown"),
    [
        (500, "GRAM", "500 g"), (1000, "GRAM", "1 kg"), (1500, "GRAM", "1.5 kg"), (2250, "MILLILITRE", "2.25 l"),
        (550, "CENTIMETRE", "550 cm"), (1, "PIECE", "1 piece"), (6, "PIECE", "6 pieces"), (2, "PAIR", "2 pairs"),
        (1, "SET", "1 set"), (1_25_000, "PIECE", "1,25,000 pieces"), (3, "TOLA", "3 TOLA"),
    ],
)  # fmt: skip
def test_what_is_in_a_pack(quantity: int, unit: str, shown: str) -> None:
    assert quantities.pack(quantity, unit) == shown


def test_what_a_unit_costs() -> None:
    assert quantities.per_unit(UnitPrice(90, "GRAM"), "INR") == "₹0.90 per g"
    assert quantities.per_unit(UnitPrice(275_00, "PIECE"), "INR") == "₹275 per piece"
