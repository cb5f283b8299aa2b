"""Money: nothing is lost, nothing is mixed, and splitting is exact."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from marketplace.kit.money import Money, digits_of

amounts = st.integers(min_value=-(10**15), max_value=10**15)
weights = st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=30).filter(any)


@given(amounts, weights)
def test_a_split_loses_no_paisa(minor: int, shares: list[int]) -> None:
    assert sum(part.minor for part in Money(minor, "INR").split(shares)) == minor


@given(amounts, weights)
def test_each_part_is_within_one_paisa_of_its_exact_share(minor: int, shares: list[int]) -> None:
    for part, share in zip(Money(minor, "INR").split(shares), shares, strict=True):
        assert abs(part.minor - Fraction(minor * share, sum(shares))) < 1


@given(st.integers(min_value=0, max_value=10**15), weights)
def test_who_weighs_more_never_gets_less(minor: int, shares: list[int]) -> None:
    parts = Money(minor, "INR").split(shares)
    by_weight = sorted(range(len(shares)), key=lambda place: (shares[place], -place))
    assert [parts[place].minor for place in by_weight] == sorted(part.minor for part in parts)


@given(amounts, weights)
def test_a_part_without_weight_gets_nothing(minor: int, shares: list[int]) -> None:
    parts = Money(minor, "INR").split(shares)
    assert all(parts[place].minor == 0 for place, share in enumerate(shares) if share == 0)


@given(amounts, weights)
def test_splitting_a_debt_mirrors_splitting_the_sum(minor: int, shares: list[int]) -> None:
    assert Money(-minor, "INR").split(shares) == [-part for part in Money(minor, "INR").split(shares)]


def test_the_largest_remainder_gets_the_odd_paisa_and_ties_go_to_the_earlier() -> None:
    assert [part.minor for part in Money(100, "INR").split([1, 1, 1])] == [34, 33, 33]
    assert [part.minor for part in Money(10, "INR").split([3, 5, 3])] == [3, 4, 3]
    assert [part.minor for part in Money(5, "INR").split([1, 1])] == [3, 2]


@pytest.mark.parametrize("shares", [[], [0], [0, 0], [-1, 2], [5, -5]])
def test_there_must_be_something_to_split_by(shares: list[int]) -> None:
    with pytest.raises(ValueError):
        Money(100, "INR").split(shares)


@given(amounts, amounts, amounts)
def test_sums_and_order_are_those_of_whole_numbers(a: int, b: int, c: int) -> None:
    x, y, z = (Money(minor, "USD") for minor in (a, b, c))
    assert (x + y) + z == x + (y + z) == Money(a + b + c, "USD")
    assert x - x == Money(0, "USD") and not (x - x)
    assert (x < y) == (a < b) and (x <= y) == (a <= b)
    assert x * 3 == x + x + x


@given(amounts, st.sampled_from(["INR", "USD", "JPY", "KWD"]))
def test_an_amount_survives_the_way_to_major_units_and_back(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert Money.of(money.amount, currency) == money
    assert money.amount == Decimal(minor) / 10 ** digits_of(currency)


@given(st.integers(min_value=10**30, max_value=10**40))
def test_large_amounts_are_exact_too(minor: int) -> None:
    assert f"{Money(minor, 'INR').amount:f}".replace(".", "") == str(minor)


@pytest.mark.parametrize(
    "bad", ["0.001", "NaN", "Infinity", "-Infinity", "1e999999", "1e-999999", "one", "", "1" * 31, "0." + "1" * 200]
)
def test_what_is_no_amount_is_a_value_error(bad: str) -> None:
    with pytest.raises(ValueError):
        Money.of(bad, "INR")


def test_digits_beyond_usual_precision_are_not_rounded_away() -> None:
    assert Money.of("123456789012345678901234567890.99", "INR").minor == 12345678901234567890123456789099


@given(amounts, amounts)
def test_currencies_do_not_mix(a: int, b: int) -> None:
    for mixed in (Money.__add__, Money.__sub__, Money.__lt__, Money.__le__):
        with pytest.raises(ValueError):
            mixed(Money(a, "INR"), Money(b, "USD"))
    assert Money(a, "INR") != Money(a, "USD")


@pytest.mark.parametrize("minor", [1.0, Decimal(1), "1", True, None])
def test_minor_units_are_whole_numbers(minor: object) -> None:
    with pytest.raises(TypeError):
        Money(minor, "INR")  # type: ignore[arg-type]


@pytest.mark.parametrize("currency", ["inr", "IN", "INRX", "₹₹₹", "", "1NR "])
def test_a_currency_is_an_iso_code(currency: str) -> None:
    with pytest.raises(ValueError):
        Money(1, currency)


@given(amounts)
def test_money_times_a_fraction_is_refused(minor: int) -> None:
    assume(minor)
    with pytest.raises(TypeError):
        Money(minor, "INR") * 0.5  # type: ignore[operator]
