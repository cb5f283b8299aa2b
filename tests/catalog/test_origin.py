"""Origins as the doors read them: a GI entry that is renewed early, or has run out and is to begin anew."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.gi.actions import authorise
from marketplace.gi.queries import authorised_users_of
from tests.graphql_client import ask
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db

PRODUCTS = """{ products(first: 5) { edges { node { origin { gi { granted reason validUntil authorisedUserNumber } } } } }
  tagged: products(first: 5, filter: {giTagged: true}) { totalCount } }"""


def _renew(shop: Shelf, first: int, last: int) -> None:
    """A further entry, by days from today."""
    today = timezone.localdate()
    authorise(
        gi_tag=shop.tag, seller=shop.seller, valid_from=today + timedelta(days=first), valid_until=today + timedelta(days=last),
        source="made up for a test", authorised_user_no="AU/99/0002",
    )  # fmt: skip


@pytest.mark.parametrize(("valid_for", "until"), [(365, 29), (20, 20)])
def test_renewing_early_keeps_the_badge(valid_for: int, until: int) -> None:
    shop = open_shop(valid_for=valid_for)
    shop.put("Katan silk saree")
    _renew(shop, 30, 3650)
    answer = ask(PRODUCTS)
    assert answer["products"]["edges"][0]["node"]["origin"]["gi"] == {
        "granted": True,
        "reason": "AUTHORISED",
        "validUntil": (timezone.localdate() + timedelta(days=until)).isoformat(),
        "authorisedUserNumber": "AU/99/0001",
    }
    assert answer["tagged"]["totalCount"] == 1
    users = authorised_users_of([shop.tag.pk], today=timezone.localdate())[shop.tag.pk]
    assert [user.authorised_user_no for user in users] == ["AU/99/0001"]


@pytest.mark.parametrize(("first", "reason"), [(2, "NOT_YET_VALID"), (30, "EXPIRED")])
def test_between_two_entries_the_nearer_gives_the_reason(first: int, reason: str) -> None:
    shop = open_shop(valid_for=-5)
    shop.put("Katan silk saree")
    _renew(shop, first, 3650)
    answer = ask(PRODUCTS)
    gi = answer["products"]["edges"][0]["node"]["origin"]["gi"]
    assert (gi["granted"], gi["reason"]) == (False, reason)
    assert answer["tagged"]["totalCount"] == 0
