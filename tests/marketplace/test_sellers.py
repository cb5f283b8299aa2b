"""Sellers: registered with what the law makes public, approved and suspended along their states, spoken for by people."""

from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from marketplace.kit.refused import Refused
from marketplace.sellers import actions, rules
from marketplace.sellers.actions import SellerWords
from marketplace.sellers.models import Seller, SellerTranslation
from tests.announced import announced
from tests.factories import DistrictFactory, SellerFactory, UserFactory
from tests.side_by_side import side_by_side

pytestmark = pytest.mark.django_db


def _entry(**more: Any) -> dict[str, Any]:
    return {
        "name": "Ansari Weavers", "legal_name": "Ansari Weavers Producer Company Limited",
        "kind": "PRODUCER_COMPANY",
        "women_led": True,
        "languages": ["hi", "bho"], "story": "We weave.\n\nSince 1985.", "founded_year": 1985,
        "member_count": 40, "street_address": "12 Madanpura", "city": "Varanasi", "pincode": "221001",
        "customer_care_email": "Care@Example.org",
        "customer_care_phone": "+91 98765 43210", "district": DistrictFactory(slug="varanasi"), **more,
    }  # fmt: skip


def test_a_seller_is_registered_and_waits() -> None:
    words = {"hi": SellerWords(name="अंसारी बुनकर", story="हम बुनते हैं।")}
    seller = actions.register(**_entry(translations=words))
    seller.refresh_from_db()
    assert (seller.slug, seller.status, seller.languages) == ("ansari-weavers", "PENDING", ["hi", "bho"])
    assert (seller.customer_care_email, seller.story) == ("care@example.org", "We weave.\n\nSince 1985.")
    assert seller.translations.get().name == "अंसारी बुनकर"
    assert announced() == [("SellerRegistered", {"seller": seller.pk})]


def test_slugs_are_numbered_and_a_hindi_name_falls_back_on_district_and_kind() -> None:
    entry = _entry()
    slugs = [actions.register(**entry).slug for _ in range(3)]
    slugs += [actions.register(**{**entry, "name": "अंसारी बुनकर", "kind": "SHG"}).slug for _ in range(2)]
    assert slugs == ["ansari-weavers", "ansari-weavers-2", "ansari-weavers-3", "varanasi-shg", "varanasi-shg-2"]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": ""}, "REQUIRED", "name"),
        ({"name": "x" * 161}, "TOO_LONG", "name"),
        ({"legal_name": "  "}, "REQUIRED", "legal_name"),
        ({"kind": "BANK"}, "INVALID", "kind"),
        ({"languages": []}, "INVALID", "languages"),
        ({"languages": "hi"}, "INVALID", "languages"),
        ({"languages": ["Hindi"]}, "INVALID", "languages"),
        ({"languages": [5]}, "INVALID", "languages"),
        ({"story": "x" * 5001}, "TOO_LONG", "story"),
        ({"founded_year": 1499}, "INVALID", "founded_year"),
        ({"founded_year": 9999}, "INVALID", "founded_year"),
        ({"member_count": 0}, "INVALID", "member_count"),
        ({"member_count": True}, "INVALID", "member_count"),
        ({"street_address": ""}, "REQUIRED", "street_address"),
        ({"city": None}, "INVALID", "city"),
        ({"pincode": "022100"}, "INVALID", "pincode"),
        ({"pincode": "२२१००१"}, "INVALID", "pincode"),
        ({"pincode": "221001\n"}, "INVALID", "pincode"),
        ({"customer_care_email": "care@"}, "INVALID", "customer_care_email"),
        ({"customer_care_phone": "call us"}, "INVALID", "customer_care_phone"),
        ({"slug": "Ansari"}, "INVALID", "slug"),
        ({"translations": {"xx": SellerWords(name="x")}}, "INVALID", "translations"),
        ({"translations": {"en": SellerWords(name="x")}}, "INVALID", "translations"),
        ({"translations": {"hi": SellerWords(name="")}}, "REQUIRED", "name"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_half_done(given: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.register(**_entry(**given))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert not Seller.objects.exists() and not SellerTranslation.objects.exists() and not announced()


def test_this_year_is_a_year_of_foundation_and_the_next_is_not() -> None:
    year = timezone.localdate().year
    assert rules.is_founding_year(year, this_year=year) and not rules.is_founding_year(year + 1, this_year=year)


STATES = ["PENDING", "APPROVED", "SUSPENDED"]
WAYS = {("PENDING", "APPROVED"), ("PENDING", "SUSPENDED"), ("APPROVED", "SUSPENDED"), ("SUSPENDED", "APPROVED")}


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("wanted", ["APPROVED", "SUSPENDED"])
def test_states_change_along_the_table_only(status: str, wanted: str) -> None:
    seller = SellerFactory(status=status)
    deed = {"APPROVED": actions.approve, "SUSPENDED": actions.suspend}[wanted]
    if (status, wanted) in WAYS:
        assert deed(seller=seller).status == wanted
        assert announced() == [(f"Seller{wanted.capitalize()}", {"seller": seller.pk})]
    else:
        with pytest.raises(Refused) as refused:
            deed(seller=seller)
        assert refused.value.code == "WRONG_STATUS" and not announced()
    assert Seller.objects.get().status == seller.status == (wanted if (status, wanted) in WAYS else status)


def test_a_stale_copy_does_not_decide() -> None:
    seller = SellerFactory(status="PENDING")
    actions.approve(seller=Seller.objects.get())
    with pytest.raises(Refused):
        actions.approve(seller=seller)


def test_a_member_is_added_once_and_changes_role() -> None:
    seller, user = SellerFactory(), UserFactory()
    actions.add_member(seller=seller, user=user, role="OWNER")
    actions.add_member(seller=seller, user=user, role="STAFF")
    assert [member.role for member in seller.members.all()] == ["STAFF"]
    with pytest.raises(Refused):
        actions.add_member(seller=seller, user=user, role="GOD")


@pytest.mark.django_db(transaction=True)
def test_two_sellers_of_one_name_at_the_same_moment_get_two_slugs() -> None:
    entry = _entry()
    made = side_by_side([lambda: actions.register(**entry)] * 6)
    assert sorted(seller.slug for seller in made) == ["ansari-weavers", *(f"ansari-weavers-{n}" for n in range(2, 7))]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_choose_one_slug_one_is_refused_politely() -> None:
    entry = _entry(slug="ansari-2")
    made = side_by_side([lambda: actions.register(**entry)] * 4)
    refused = [one for one in made if isinstance(one, Refused)]
    assert Seller.objects.count() == 1 and [one.code for one in refused] == ["SLUG_TAKEN"] * 3


def test_a_refusal_outside_leaves_the_callers_work_whole() -> None:
    with transaction.atomic():
        SellerFactory(slug="kept")
        with pytest.raises(Refused):
            actions.register(**_entry(pincode="x"))
    assert [seller.slug for seller in Seller.objects.all()] == ["kept"]
