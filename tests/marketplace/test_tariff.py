"""The GST rates of goods, found by the nearest HSN code that is listed."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest

from marketplace.tariff import queries
from marketplace.tariff.rules import Verdict, rate_for_inclusive_price, rate_on

Statements = Callable[[int], AbstractContextManager[Any]]
pytestmark = pytest.mark.usefixtures("reference_data", "db")
BEFORE, AFTER = date(2025, 9, 21), date(2025, 9, 22)


def _rate(code: str, day: date, value: int | None = None) -> tuple[Verdict, int | None]:
    found = rate_on(queries.rates_of([code])[code].rates, day=day, piece_value_paise=value)
    return found.verdict, found.rate


@pytest.mark.parametrize(
    ("code", "listed"),
    [("61091000", "61"), ("6214", "6214"), ("62141000", "6214"), ("62", "62"), ("42022210", "420222"), ("4202", "4202")],
)
def test_the_nearest_listed_code_answers(code: str, listed: str) -> None:
    assert queries.rates_of([code])[code].hsn.code == listed


def test_codes_of_which_nothing_is_listed_are_left_out() -> None:
    assert queries.rates_of(["9999", "", "6214"]).keys() == {"6214"}
    assert queries.rates_of([]) == {}


@pytest.mark.parametrize(
    ("code", "day", "value", "verdict", "rate"),
    [
        ("7419", AFTER, 100, Verdict.KNOWN, 500),
        ("7419", BEFORE, 100, Verdict.KNOWN, 1200),
        ("7103", AFTER, 100, Verdict.KNOWN, 25),
        ("61091000", AFTER, 2500_00, Verdict.KNOWN, 500),
        ("61091000", AFTER, 2500_01, Verdict.KNOWN, 1800),
        ("61091000", BEFORE, 1000_01, Verdict.KNOWN, 1200),
        ("6403", BEFORE, 1000_00, Verdict.KNOWN, 1200),
        ("6214", AFTER, 2500_01, Verdict.DEPENDS_ON_GOODS, None),
        ("0409", AFTER, 100, Verdict.DEPENDS_ON_GOODS, None),
        ("2209", AFTER, 100, Verdict.RATE_NOT_IN_SOURCE, None),
        ("2209", BEFORE, 100, Verdict.KNOWN, 1800),
        ("04", AFTER, 100, Verdict.RATE_NOT_IN_SOURCE, None),
        ("9404", AFTER, 100, Verdict.DEPENDS_ON_GOODS, None),
    ],
)
def test_rates_of_the_files(code: str, day: date, value: int, verdict: Verdict, rate: int | None) -> None:
    assert _rate(code, day, value) == (verdict, rate)


def test_every_code_has_one_answer_on_every_side_of_the_change() -> None:
    codes = [row.code for row in queries.hsn_codes()]
    assert codes == sorted(set(codes)) and len(codes) == 154
    for code, found in queries.rates_of(codes).items():
        assert found.hsn.code == code
        for day in (BEFORE, AFTER):
            held = [
                rate for rate in found.rates
                if (rate.valid_from or day) <= day <= (rate.valid_until or day)
            ]  # fmt: skip
            assert len(held) <= 1, code
            if day == AFTER:
                assert held, code


def test_the_band_without_an_answer() -> None:
    rates = queries.rates_of(["6109"])["6109"].rates
    found = rate_for_inclusive_price(rates, day=AFTER, piece_price_paise=2800_00)
    assert (found.verdict, found.possible) == (Verdict.AMBIGUOUS, (500, 1800))


@pytest.mark.parametrize("codes", [["6109"], ["6109", "7419", "0409"]])
def test_many_codes_cost_two_statements(codes: list[str], django_assert_num_queries: Statements) -> None:
    with django_assert_num_queries(2):
        assert list(queries.rates_of(codes)) == codes
    keys = [found.hsn.id for found in queries.rates_of(codes).values()]
    with django_assert_num_queries(1):
        assert all(queries.rates_by_id(keys).values())
