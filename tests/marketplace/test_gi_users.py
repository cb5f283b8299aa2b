"""The register of GI users: entries with dates and a source, for GIs of India, renewed in place."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from marketplace.gi import actions
from marketplace.gi.models import AuthorisedUser
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.factories import GiTagFactory, SellerFactory

pytestmark = pytest.mark.django_db


def _entry(**more: Any) -> dict[str, Any]:
    return {"valid_from": date(2024, 4, 1), "valid_until": date(2034, 3, 31), "source": "GI Journal 180", **more}


def test_an_entry_is_made_and_renewed_in_place() -> None:
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
