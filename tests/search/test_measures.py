"""The measures of a search, against values worked by hand."""

import random

import pytest

from search.evaluation.measures import Estimate, estimate, outcome

# With 1/log2(place + 1): 1, 0.63093, 0.5, 0.43068 ... and gains 7, 3, 1 for grades 3, 2, 1.
THREE = {1: 3, 2: 2, 3: 1}  # best possible: 7 + 3 * 0.63093 + 0.5 = 9.39279


@pytest.mark.parametrize(
    ("hits", "grades", "ndcg", "mrr", "success"),
    [
        ([1, 2, 3], THREE, 1.0, 1.0, 1.0),
        ([3, 2, 1], THREE, 0.68060, 0.5, 1.0),  # (1 + 1.89279 + 3.5) / 9.39279
        ([9, 1], THREE, 0.47021, 0.5, 1.0),  # 7 * 0.63093 / 9.39279
        ([3], THREE, 0.10646, 0.0, 0.0),  # of use only: 1 / 9.39279
        ([8, 9], THREE, 0.0, 0.0, 0.0),
        ([9, 8, 2], THREE, 0.15970, 1 / 3, 1.0),  # 3 * 0.5 / 9.39279
        ([1, 1, 1], THREE, 0.74525, 1.0, 1.0),  # a hit counts once: 7 / 9.39279
        (range(11, 21), {30: 3}, 0.0, 0.0, 0.0),
        ([*range(11, 20), 30], {30: 3}, 0.28906, 0.1, 1.0),  # 1 / log2(11)
        ([*range(11, 21), 30], {30: 3}, 0.0, 0.0, 0.0),  # the eleventh is not looked at
        (range(10), dict.fromkeys(range(25), 3), 1.0, 1.0, 1.0),  # more than ten cannot be shown
    ],
)
def test_hand_worked(hits: list[int], grades: dict[int, int], ndcg: float, mrr: float, success: float) -> None:
    found = outcome(list(hits), grades)
    assert (found.ndcg, found.mrr, found.success) == pytest.approx((ndcg, mrr, success), abs=1e-5)
    assert found.zero == 0


def test_nothing_found_is_a_zero_result() -> None:
    found = outcome([], THREE)
    assert (found.ndcg, found.mrr, found.success, found.zero) == (0, 0, 0, 1)


def test_without_anything_relevant_there_is_no_gain() -> None:
    assert outcome([1], {}).ndcg == 0


def test_an_estimate_is_sure_of_what_never_differs() -> None:
    assert estimate([0.25] * 40) == Estimate(0.25, 0.25, 0.25)
    assert estimate([0.75]) == Estimate(0.75, 0.75, 0.75)


def test_an_interval_is_that_of_the_binomial_distribution() -> None:
    """100 coins: 0.5 +- 1.96 * sqrt(0.25 / 100) = 0.402 to 0.598."""
    found = estimate([0.0, 1.0] * 50)
    assert found.mean == 0.5
    assert (found.low, found.high) == pytest.approx((0.402, 0.598), abs=0.015)


def test_more_queries_make_surer() -> None:
    few, many = estimate([0.0, 1.0] * 10), estimate([0.0, 1.0] * 250)
    assert many.high - many.low < (few.high - few.low) / 3


def test_the_same_seed_draws_the_same() -> None:
    values = [random.Random(7).random() for _ in range(50)]
    values += [value / 2 for value in values]
    state = random.getstate()
    assert estimate(values) == estimate(values)
    assert random.getstate() == state
    assert estimate(values, seed=1) != estimate(values, seed=2)


def test_without_values_there_is_no_estimate() -> None:
    with pytest.raises(ValueError, match="no values"):
        estimate([])
