"""The rule of the GI badge: of several periods the one that holds decides, else the nearest gives the reason."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.origin.rules import Authorisation, GiReason, gi_reason, telling

TODAY = date(2026, 11, 23)
days = st.integers(-4000, 4000)
periods = st.builds(lambda first, length: _entry(first, first + length), days, st.integers(0, 3650))


def _entry(first: int, last: int) -> Authorisation:
    """An entry by days from today."""
    return Authorisation("AU/1", TODAY + timedelta(days=first), TODAY + timedelta(days=last))


def _reason(*entries: Authorisation) -> GiReason:
    return gi_reason(claimed=True, authorisation=telling(entries, TODAY), today=TODAY)


@given(st.lists(periods, max_size=6))
def test_the_badge_is_there_exactly_if_a_period_holds_today(entries: list[Authorisation]) -> None:
    holds = any(entry.valid_from <= TODAY <= entry.valid_until for entry in entries)
    assert (_reason(*entries) is GiReason.AUTHORISED) == holds


@given(st.lists(periods, min_size=1, max_size=6))
def test_no_other_period_is_nearer_than_the_one_that_decides(entries: list[Authorisation]) -> None:
    chosen = telling(entries, TODAY)
    assert chosen is not None
    distances = [max((entry.valid_from - TODAY).days, (TODAY - entry.valid_until).days, 0) for entry in entries]
    assert chosen.away(TODAY) == min(distances)


@given(periods, st.lists(periods, max_size=5))
def test_another_period_never_takes_a_badge_away(valid: Authorisation, more: list[Authorisation]) -> None:
    if _reason(valid) is GiReason.AUTHORISED:
        assert _reason(valid, *more) is GiReason.AUTHORISED


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([], GiReason.NOT_AUTHORISED),
        ([_entry(-5, 29), _entry(30, 3650)], GiReason.AUTHORISED),
        ([_entry(-500, -1)], GiReason.EXPIRED),
        ([_entry(-500, -3), _entry(30, 3650)], GiReason.EXPIRED),
        ([_entry(-500, -40), _entry(30, 3650)], GiReason.NOT_YET_VALID),
        ([_entry(-500, -30), _entry(30, 3650)], GiReason.NOT_YET_VALID),
        ([_entry(0, 0)], GiReason.AUTHORISED),
    ],
)
def test_which_period_gives_the_reason(entries: list[Authorisation], reason: GiReason) -> None:
    assert _reason(*entries) is reason
    assert _reason(*reversed(entries)) is reason
