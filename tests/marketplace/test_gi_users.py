"""The register of GI users: entries with dates and a source, for GIs of India; a renewal takes no day away."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from marketplace.gi import actions
from marketplace.gi.models import AuthorisedUser
from marketplace.gi.rules import Period, overlap, shortened
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.factories import AuthorisedUserFactory, GiTagFactory, SellerFactory

pytestmark = pytest.mark.django_db


def _entry(**more: Any) -> dict[str, Any]:
    return {"valid_from": date(2024, 4, 1), "valid_until": date(2034, 3, 31), "source": "GI Journal 180", **more}


def test_an_entry_is_made_and_corrected_in_place() -> None:
    gi_tag, seller = GiTagFactory(), SellerFactory()
    actions.authorise(gi_tag=gi_tag, seller=seller, **_entry())
    actions.authorise(gi_tag=gi_tag, seller=seller, **_entry(valid_until=date(2044, 3, 31), authorised_user_no="AU/99/7"))
    entry = AuthorisedUser.objects.get()
    assert (entry.valid_from, entry.valid_until, entry.authorised_user_no) == (date(2024, 4, 1), date(2044, 3, 31), "AU/99/7")
    assert announced() == [("GiUserAuthorised", {"seller": seller.pk, "gi_tag": gi_tag.pk})] * 2


def test_one_day_is_a_period() -> None:
    entry = _entry(valid_until=date(2024, 4, 1))
    assert actions.authorise(gi_tag=GiTagFactory(), seller=SellerFactory(), **entry).pk


@pytest.mark.parametrize(
    ("given", "country", "code", "field"),
    [
        ({}, "Italy", "FOREIGN_GI", "gi_tag"),
        ({"valid_until": date(2024, 3, 31)}, "India", "INVALID", "valid_until"),
        ({"valid_from": "2024-04-01"}, "India", "INVALID", "valid_from"),
        ({"valid_from": datetime(2024, 4, 1, tzinfo=UTC)}, "India", "INVALID", "valid_from"),
        ({"source": " "}, "India", "REQUIRED", "source"),
        ({"authorised_user_no": "9" * 41}, "India", "TOO_LONG", "authorised_user_no"),
    ],
)
def test_nonsense_is_refused(given: dict[str, Any], country: str, code: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.authorise(gi_tag=GiTagFactory(country=country), seller=SellerFactory(), **_entry(**given))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert not AuthorisedUser.objects.exists()


def _periods() -> list[tuple[date, date]]:
    return list(AuthorisedUser.objects.order_by("valid_from").values_list("valid_from", "valid_until"))


def test_a_renewal_that_follows_stands_beside_the_entry() -> None:
    both = {"gi_tag": GiTagFactory(), "seller": SellerFactory()}
    actions.authorise(**both, **_entry())
    actions.authorise(**both, **_entry(valid_from=date(2034, 4, 1), valid_until=date(2044, 3, 31)))
    assert _periods() == [(date(2024, 4, 1), date(2034, 3, 31)), (date(2034, 4, 1), date(2044, 3, 31))]


def test_a_renewal_before_the_end_takes_no_day_away() -> None:
    both = {"gi_tag": GiTagFactory(), "seller": SellerFactory()}
    actions.authorise(**both, **_entry(authorised_user_no="AU/1"))
    actions.authorise(**both, **_entry(valid_from=date(2033, 6, 1), valid_until=date(2043, 5, 31), authorised_user_no="AU/2"))
    assert _periods() == [(date(2024, 4, 1), date(2033, 5, 31)), (date(2033, 6, 1), date(2043, 5, 31))]
    assert list(AuthorisedUser.objects.order_by("valid_from").values_list("authorised_user_no", flat=True)) == ["AU/1", "AU/2"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 5, 1), date(2034, 3, 30)),  # inside: the last day would be lost
        (date(2023, 4, 1), date(2034, 3, 31)),  # around
        (date(2023, 4, 1), date(2024, 4, 1)),  # before, and one day too long
    ],
)
def test_a_period_that_succeeds_none_must_not_overlap(first: date, last: date) -> None:
    both = {"gi_tag": GiTagFactory(), "seller": SellerFactory()}
    actions.authorise(**both, **_entry())
    with pytest.raises(Refused) as refused:
        actions.authorise(**both, **_entry(valid_from=first, valid_until=last))
    assert (refused.value.code, refused.value.field) == ("PERIODS_OVERLAP", "valid_from")
    assert _periods() == [(date(2024, 4, 1), date(2034, 3, 31))]


def test_a_correction_must_not_reach_into_the_renewal() -> None:
    both = {"gi_tag": GiTagFactory(), "seller": SellerFactory()}
    actions.authorise(**both, **_entry())
    actions.authorise(**both, **_entry(valid_from=date(2034, 4, 1), valid_until=date(2044, 3, 31)))
    with pytest.raises(Refused, match="overlaps"):
        actions.authorise(**both, **_entry(valid_until=date(2034, 4, 1)))


def test_the_database_refuses_two_periods_on_one_day() -> None:
    entry = AuthorisedUserFactory(valid_from=date(2020, 1, 1), valid_until=date(2030, 1, 1))
    more = {"valid_from": date(2030, 1, 1), "valid_until": date(2040, 1, 1)}
    AuthorisedUserFactory(seller=entry.seller, **more)  # another GI
    AuthorisedUserFactory(gi_tag=entry.gi_tag, **more)  # another seller
    with pytest.raises(IntegrityError, match="authorised_user_once_a_day"), transaction.atomic():
        AuthorisedUserFactory(gi_tag=entry.gi_tag, seller=entry.seller, **more)
    AuthorisedUserFactory(gi_tag=entry.gi_tag, seller=entry.seller, **{**more, "valid_from": date(2030, 1, 2)})
    with pytest.raises(IntegrityError, match="authorised_user_dates_in_order"), transaction.atomic():
        AuthorisedUserFactory(valid_from=date(2030, 1, 2), valid_until=date(2030, 1, 1))


_period = st.builds(
    lambda first, days: Period(first, first + timedelta(days=days)),
    st.dates(date(2000, 1, 1), date(2001, 1, 1)), st.integers(0, 200),
)  # fmt: skip


def _days(*periods: Period) -> set[date]:
    return {period.first + timedelta(days=n) for period in periods for n in range((period.last - period.first).days + 1)}


@given(_period, _period)
def test_what_is_left_and_the_renewal_cover_the_days_of_both(entry: Period, renewal: Period) -> None:
    assert overlap(entry, renewal) == bool(_days(entry) & _days(renewal))
    left = shortened(entry, renewal)
    if left is not None and overlap(entry, renewal):
        assert _days(left) | _days(renewal) == _days(entry) | _days(renewal)
        assert not overlap(left, renewal)
