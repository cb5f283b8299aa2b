"""What a listing must have before people may see it: one table, each line with one thing missing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.categories.models import Declaration
from catalog.publication.rules import MOST_MINOR, Lack, ListingFacts, VariantFacts, check_prices, lacks_of, tax_in_doubt
from marketplace.kit.money import Money
from marketplace.kit.refused import Refused
from marketplace.tariff.rules import Rate

LEGAL = {
    "generic_name": "Honey",
    "maker_name": "Ansari",
    "maker_address": "Varanasi",
    "consumer_care": "care@example.org",
    "country_of_origin": "IN",
    "fssai_licence_no": "1" * 14,
    "food_mark": "VEG",
    "shelf_life_days": 365,
}
WHOLE = ListingFacts(
    seller_approved=True,
    currency="INR",
    has_hsn=True,
    declarations=tuple(Declaration.values),
    legal=LEGAL,
    required=frozenset({"cloth"}),
    carried=frozenset({"cloth", "more"}),
    required_of_variants=frozenset({"colour"}),
    variants=(VariantFacts(mrp_minor=100, carried=frozenset({"colour"})),) * 2,
)


def test_a_whole_listing_lacks_nothing() -> None:
    assert lacks_of(WHOLE) == []


@pytest.mark.parametrize(
    ("without", "lack"),
    [
        ({"seller_approved": False}, Lack("SELLER_NOT_APPROVED", "seller")),
        ({"variants": ()}, Lack("NO_PRICED_VARIANT", "variants")),
        ({"carried": frozenset({"more"})}, Lack("MISSING_ATTRIBUTE", "cloth")),
        ({"variants": (WHOLE.variants[0], replace(WHOLE.variants[0], carried=frozenset()))}, Lack("MISSING_ATTRIBUTE", "colour")),
        ({"has_hsn": False}, Lack("MISSING_HSN", "hsn")),
        *(
            ({"legal": {**LEGAL, column: None if column == "shelf_life_days" else ""}}, Lack("MISSING_DECLARATION", column))
            for column in LEGAL
        ),
        ({"variants": (WHOLE.variants[0], replace(WHOLE.variants[0], mrp_minor=None))}, Lack("MISSING_DECLARATION", "mrp")),
        ({"variants": (WHOLE.variants[0], replace(WHOLE.variants[0], tax_in_doubt=True))}, Lack("AMBIGUOUS_TAX_BAND", "price")),
    ],
)
def test_each_thing_that_is_missing_is_named(without: dict[str, Any], lack: Lack) -> None:
    assert lacks_of(replace(WHOLE, **without)) == [lack]


def test_what_the_branch_does_not_ask_for_may_be_missing() -> None:
    assert (
        lacks_of(
            replace(WHOLE, declarations=(), legal={}, variants=(VariantFacts(mrp_minor=None, carried=frozenset({"colour"})),))
        )
        == []
    )


def test_abroad_there_is_no_mrp_to_declare() -> None:
    assert lacks_of(replace(WHOLE, currency="USD", variants=(replace(WHOLE.variants[0], mrp_minor=None),))) == []


def test_the_gravest_comes_first() -> None:
    nothing = ListingFacts(
        seller_approved=False,
        currency="INR",
        has_hsn=False,
        declarations=("MRP", "MAKER"),
        legal={},
        required=frozenset({"b", "a"}),
        carried=frozenset(),
        required_of_variants=frozenset(),
        variants=(),
    )
    assert [(lack.code, lack.field) for lack in lacks_of(nothing)] == [
        ("SELLER_NOT_APPROVED", "seller"),
        ("NO_PRICED_VARIANT", "variants"),
        ("MISSING_ATTRIBUTE", "a"),
        ("MISSING_ATTRIBUTE", "b"),
        ("MISSING_HSN", "hsn"),
        ("MISSING_DECLARATION", "maker_name"),
        ("MISSING_DECLARATION", "maker_address"),
    ]


def _rupees(price: int, full: int | None = None, mrp: int | None = None, currency: str = "INR") -> dict[str, Any]:
    return {
        "price": Money(price, currency),
        "full_price": Money(price if full is None else full, currency),
        "mrp": None if mrp is None else Money(mrp, currency),
    }


@pytest.mark.parametrize(
    ("prices", "code", "field"),
    [
        (_rupees(0), "PRICE_OUT_OF_RANGE", "price"),
        (_rupees(-1), "PRICE_OUT_OF_RANGE", "price"),
        (_rupees(MOST_MINOR + 1), "PRICE_OUT_OF_RANGE", "price"),
        (_rupees(1, full=MOST_MINOR + 1), "PRICE_OUT_OF_RANGE", "full_price"),
        (_rupees(1, mrp=0), "PRICE_OUT_OF_RANGE", "mrp"),
        (_rupees(5, currency="USD"), "WRONG_CURRENCY", "price"),
        ({**_rupees(5), "full_price": Money(9, "USD")}, "WRONG_CURRENCY", "full_price"),
        ({**_rupees(5), "mrp": Money(9, "USD")}, "WRONG_CURRENCY", "mrp"),
        (_rupees(5, full=4), "PRICE_ABOVE_FULL_PRICE", "price"),
        (_rupees(5, mrp=4), "PRICE_ABOVE_MRP", "price"),
        (_rupees(3, full=5, mrp=4), "PRICE_ABOVE_MRP", "price"),
    ],
)
def test_nonsensical_prices_are_refused(prices: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        check_prices("INR", **prices)
    assert (refused.value.code, refused.value.field) == (code, field)


@pytest.mark.parametrize("prices", [_rupees(1), _rupees(MOST_MINOR), _rupees(3, full=5, mrp=5), _rupees(5, mrp=5)])
def test_sensible_prices_pass(prices: dict[str, Any]) -> None:
    check_prices("INR", **prices)


def test_an_mrp_abroad_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        check_prices("USD", **_rupees(5, mrp=9, currency="USD"))
    assert refused.value.code == "MRP_ABROAD"


RATES = (Rate(date(2025, 9, 22), None, 500, 250_000, 1800, "5/18", "by price", "high", "a test"),)


@pytest.mark.parametrize(
    ("rupees", "pieces", "unit", "doubt"),
    [
        (2625, 1, "PIECE", False),
        (2626, 1, "PIECE", True),
        (2950, 1, "PIECE", True),
        (2951, 1, "PIECE", False),
        (5600, 2, "PIECE", True),
        (5600, 2, "PAIR", True),
        (2800, 2, "PIECE", False),
        (5600, 2, "SET", False),
        (2800, 2, "SET", True),
        (2800, 500, "GRAM", True),
    ],
)
def test_the_band_above_the_threshold_is_in_doubt_by_the_piece(rupees: int, pieces: int, unit: str, doubt: bool) -> None:
    given = {"day": date(2026, 11, 23), "price_minor": rupees * 100, "net_quantity": pieces, "unit": unit}
    assert tax_in_doubt(RATES, **given) is doubt
    assert tax_in_doubt((), **given) is False


@given(st.integers(1, MOST_MINOR))
def test_a_price_in_doubt_is_one_that_no_rate_explains(price: int) -> None:
    low_fits = price * 10_000 <= 250_000 * 10_500
    high_fits = price * 10_000 > 250_000 * 11_800
    doubt = tax_in_doubt(RATES, day=date(2026, 11, 23), price_minor=price, net_quantity=1, unit="PIECE")
    assert doubt is (not low_fits and not high_fits)
