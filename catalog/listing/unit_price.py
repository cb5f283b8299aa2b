"""What goods cost by the gram, millilitre, centimetre or piece, so that packs can be compared. Pure."""

from typing import NamedTuple

_LARGER = {"GRAM": ("KILOGRAM", 1000), "MILLILITRE": ("LITRE", 1000), "CENTIMETRE": ("METRE", 100)}


class UnitPrice(NamedTuple):
    """A price in minor units for one `unit`: GRAM, KILOGRAM, MILLILITRE, LITRE, CENTIMETRE, METRE, PIECE, PAIR or SET."""

    minor: int
    unit: str


def unit_price(*, price_minor: int, net_quantity: int, unit: str) -> UnitPrice | None:
    """The unit sale price, a half of the smallest coin rounded up; None where it is the price itself.

    Legal Metrology (Packaged Commodities) Rules 2011, rule 6(11), as put by the Amendment Rules 2022 (G.S.R. 226(E) of
    28 March 2022, in force since 1 October 2022): rounded to two decimals; per gram below one kilogram and per kilogram above,
    per centimetre below one metre and per metre above, per millilitre below one litre and per litre above, else per number;
    not required where the retail price is equal to it. Just one kilogram, metre or litre is named by neither side: there
    the price of the larger unit is the price itself.
    """
    larger, holds = _LARGER.get(unit, (unit, 1))
    if unit in _LARGER and net_quantity < holds:
        larger, holds = unit, 1
    if net_quantity == holds:
        return None
    return UnitPrice((2 * price_minor * holds + net_quantity) // (2 * net_quantity), larger)
