"""Which GST rate holds: by day, by threshold, and where the source leaves it open."""

import datetime
from dataclasses import replace
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.tariff.rules import Rate, RateFound, Verdict, possible_rates, rate_for_inclusive_price, rate_on, tax_inside

LAST, FIRST = datetime.date(2025, 9, 21), datetime.date(2025, 9, 22)


def rate(printed: str, *, by_price: bool = False, limit: int | None = None, above: bool = True, before: bool = False) -> Rate:
    """A rate as the loader makes it; `limit` in rupees."""
    printed_rates = [round(float(part) * 100) for part in printed.split("/") if part]
    single = len(printed_rates) == 1
    return Rate(
        valid_from=None if before else FIRST,
        valid_until=LAST if before else None,
        rate=printed_rates[0] if single or by_price else None,
        threshold_paise=limit * 100 if limit else None,
        rate_above=printed_rates[1] if by_price and above else None,
        as_printed=printed,
        condition="see the notification",
        confidence="high",
        source="a test",
    )


APPAREL = [rate("5/18", by_price=True, limit=2500), rate("5/12", by_price=True, limit=1000, before=True)]
FOOTWEAR = [rate("5/18", by_price=True, limit=2500), rate("12/18", by_price=True, limit=1000, before=True)]
SHAWLS = [rate("5/18", by_price=True, limit=2500, above=False), rate("5/12", by_price=True, limit=1000, before=True)]
BRASS = [rate("5"), rate("12", before=True)]
HONEY = [rate("0/5"), rate("5", before=True)]
STONES = [rate("0.25")]
VINEGAR = [rate(""), rate("18", before=True)]

TABLE = [
    # what, day, value in paise, verdict, rate
    (BRASS, FIRST, 10, Verdict.KNOWN, 500),
    (BRASS, LAST, 10, Verdict.KNOWN, 1200),
    (BRASS, FIRST, None, Verdict.KNOWN, 500),
    (BRASS, datetime.date(2031, 1, 1), 10, Verdict.KNOWN, 500),
    (BRASS, datetime.date(2017, 7, 1), 10, Verdict.KNOWN, 1200),
    (BRASS, datetime.date(2017, 6, 30), 10, Verdict.NO_RATE_ON_DAY, None),
    (STONES, FIRST, 10, Verdict.KNOWN, 25),
    (STONES, LAST, 10, Verdict.NO_RATE_ON_DAY, None),
    (APPAREL, FIRST, 2500_00, Verdict.KNOWN, 500),
    (APPAREL, FIRST, 2500_01, Verdict.KNOWN, 1800),
    (APPAREL, LAST, 1000_00, Verdict.KNOWN, 500),
    (APPAREL, LAST, 1000_01, Verdict.KNOWN, 1200),
    (APPAREL, LAST, 2500_00, Verdict.KNOWN, 1200),
    (APPAREL, FIRST, None, Verdict.PRICE_NEEDED, None),
    (FOOTWEAR, LAST, 1000_00, Verdict.KNOWN, 1200),
    (FOOTWEAR, LAST, 1000_01, Verdict.KNOWN, 1800),
    (SHAWLS, FIRST, 2500_00, Verdict.KNOWN, 500),
    (SHAWLS, FIRST, 2500_01, Verdict.DEPENDS_ON_GOODS, None),
    (SHAWLS, LAST, 1000_01, Verdict.KNOWN, 1200),
    (HONEY, FIRST, 10, Verdict.DEPENDS_ON_GOODS, None),
    (HONEY, LAST, 10, Verdict.KNOWN, 500),
    (VINEGAR, FIRST, 10, Verdict.RATE_NOT_IN_SOURCE, None),
    (VINEGAR, LAST, 10, Verdict.KNOWN, 1800),
    ([], FIRST, 10, Verdict.NO_RATE_ON_DAY, None),
]


@pytest.mark.parametrize(("rates", "day", "value", "verdict", "found"), TABLE)
def test_rate_on(rates: list[Rate], day: datetime.date, value: int | None, verdict: Verdict, found: int | None) -> None:
    for order in (rates, rates[::-1]):
        answer = rate_on(order, day=day, piece_value_paise=value)
        assert (answer.verdict, answer.rate) == (verdict, found)


INCLUSIVE = [
    # Rs 2,500 plus 5 % is Rs 2,625; Rs 2,500 plus 18 % is Rs 2,950: between them nothing fits
    (APPAREL, FIRST, 2625_00, Verdict.KNOWN, 500),
    (APPAREL, FIRST, 2625_01, Verdict.AMBIGUOUS, None),
    (APPAREL, FIRST, 2800_00, Verdict.AMBIGUOUS, None),
    (APPAREL, FIRST, 2950_00, Verdict.AMBIGUOUS, None),
    (APPAREL, FIRST, 2950_01, Verdict.KNOWN, 1800),
    (APPAREL, LAST, 1050_00, Verdict.KNOWN, 500),
    (APPAREL, LAST, 1050_01, Verdict.AMBIGUOUS, None),
    (APPAREL, LAST, 1120_00, Verdict.AMBIGUOUS, None),
    (APPAREL, LAST, 1120_01, Verdict.KNOWN, 1200),
    (FOOTWEAR, LAST, 1120_00, Verdict.KNOWN, 1200),
    (FOOTWEAR, LAST, 1180_00, Verdict.AMBIGUOUS, None),
    (FOOTWEAR, LAST, 1180_01, Verdict.KNOWN, 1800),
    (SHAWLS, FIRST, 2625_00, Verdict.KNOWN, 500),
    (SHAWLS, FIRST, 2625_01, Verdict.DEPENDS_ON_GOODS, None),
    (BRASS, FIRST, 2800_00, Verdict.KNOWN, 500),
    (HONEY, FIRST, 2800_00, Verdict.DEPENDS_ON_GOODS, None),
    (BRASS, datetime.date(2017, 6, 30), 1, Verdict.NO_RATE_ON_DAY, None),
]


@pytest.mark.parametrize(("rates", "day", "price", "verdict", "found"), INCLUSIVE)
def test_rate_for_a_price_with_tax(
    rates: list[Rate], day: datetime.date, price: int, verdict: Verdict, found: int | None
) -> None:
    answer = rate_for_inclusive_price(rates, day=day, piece_price_paise=price)
    assert (answer.verdict, answer.rate) == (verdict, found)


@given(price=st.integers(1, 10_000_00), limit=st.integers(1, 5000), low=st.integers(0, 28), high=st.integers(0, 28))
def test_a_known_rate_for_a_price_with_tax_is_the_rate_of_its_value(price: int, limit: int, low: int, high: int) -> None:
    rates = [replace(rate("5"), rate=low * 100, rate_above=high * 100, threshold_paise=limit * 100)]
    answer = rate_for_inclusive_price(rates, day=FIRST, piece_price_paise=price)
    fitting = set()
    for candidate in {low * 100, high * 100}:
        value = Fraction(price * 10_000, 10_000 + candidate)
        if rate_on(rates, day=FIRST, piece_value_paise=ceil(value)).rate == candidate:
            fitting.add(candidate)
    if answer.verdict is Verdict.KNOWN:
        assert answer.rate in fitting
    else:
        assert answer.verdict is Verdict.AMBIGUOUS
        assert len(fitting) != 1 or low == high


def test_the_answer_carries_what_the_source_says() -> None:
    assert rate_on(HONEY, day=FIRST, piece_value_paise=None) == RateFound(
        Verdict.DEPENDS_ON_GOODS, None, (0, 500), "see the notification", FIRST, "high", "a test"
    )
    assert rate_on(BRASS, day=LAST, piece_value_paise=None).since is None


@pytest.mark.parametrize(
    ("printed", "rates"),
    [("", ()), ("5", (500,)), ("0/5/18", (0, 500, 1800)), ("0.25", (25,)), ("18/12", (1200, 1800)), ("12/28+12", (1200, 2800))],
)
def test_possible_rates(printed: str, rates: tuple[int, ...]) -> None:
    assert possible_rates(printed) == rates


@pytest.mark.parametrize(
    ("price", "rate", "tax"),
    [(10_500, 500, 500), (11_800, 1_800, 1_800), (100, 500, 5), (1, 500, 0), (10, 500, 0), (11, 500, 1), (0, 500, 0)],
)
def test_tax_inside_a_price(price: int, rate: int, tax: int) -> None:
    assert tax_inside(price, rate) == tax


@given(st.integers(0, 10**12), st.sampled_from([0, 25, 150, 300, 500, 1_200, 1_800, 2_800, 4_000]))
def test_tax_inside_a_price_is_the_tax_on_the_rest_to_half_a_paisa(price: int, rate: int) -> None:
    tax = tax_inside(price, rate)
    assert 0 <= tax <= price
    assert abs(2 * (tax * (10_000 + rate) - price * rate)) <= 10_000 + rate
