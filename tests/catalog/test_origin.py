"""Origins as the doors read them: a GI entry that is renewed early, or has run out and is to begin anew."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from catalog.listing.facts import legal_of
from catalog.origin.queries import origins_of
from marketplace.channels.queries import viewpoint
from marketplace.gi.actions import authorise
from marketplace.gi.models import OdopGiLink
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


def test_the_authorised_user_is_named_in_the_readers_language() -> None:
    shop = open_shop()
    product = shop.put("Katan silk saree", hindi="कतान रेशमी साड़ी")
    for language, name in (("en", "Ganga Weavers"), ("hi", "गंगा बुनकर")):
        badge = origins_of([product.pk], viewpoint(language=language))[product.pk].gi.badge
        assert badge and (badge.authorised_user, badge.authorised_user_language) == (name, language)
    found = ask(
        """{ products(first: 1) { edges { node { origin { gi {
          authorisedUser seller { name translation(languageCode: HI) { name } } } } } } } }"""
    )["products"]["edges"][0]["node"]["origin"]["gi"]
    assert found == {
        "authorisedUser": "Ganga Weavers",
        "seller": {"name": "Ganga Weavers", "translation": {"name": "गंगा बुनकर"}},
    }


def test_a_seller_without_hindi_words_keeps_its_name() -> None:
    shop = open_shop()
    product = shop.put("Katan silk saree")
    shop.seller.translations.all().delete()
    badge = origins_of([product.pk], viewpoint(language="hi"))[product.pk].gi.badge
    assert badge and (badge.authorised_user, badge.authorised_user_language) == ("Ganga Weavers", "en")


def test_the_generic_name_is_told_in_the_readers_language() -> None:
    shop = open_shop()
    product = shop.put("Katan silk saree")
    for language, name in (("en", "Saree"), ("hi", "साड़ी")):
        legal = legal_of([product.pk], language)[product.pk]
        assert (legal.generic_name, legal.language, legal.maker_name) == (name, language, "Ganga Weavers")
    page = Client().get(f"/hi/products/{product.slug}/").content.decode()
    assert "साड़ी</dd>" in page and "गंगा बुनकर</dd>" in page
    said = "translation(languageCode: %s) { genericName language { code } }"
    asked = f"{{ products(first: 1) {{ edges {{ node {{ legal {{ genericName hi: {said % 'HI'} bn: {said % 'BN'} }} }} }} }} }}"
    assert ask(asked)["products"]["edges"][0]["node"]["legal"] == {
        "genericName": "Saree",
        "hi": {"genericName": "साड़ी", "language": {"code": "HI"}},
        "bn": None,
    }
    product.legal.translations.all().delete()
    legal = legal_of([product.pk], "hi")[product.pk]
    assert (legal.generic_name, legal.language) == ("Saree", "en")


def test_links_and_translations_say_what_they_rest_on() -> None:
    shop = open_shop()
    OdopGiLink.objects.create(odop_product=shop.designation, gi_tag=shop.tag, basis="name match, unverified")
    said = "translation(languageCode: HI) { name basis }"
    data = ask(
        """{ district(slug: "varanasi") { odopProducts { SAID giLinks { basis giTag { slug SAID } odopProduct { product } } } }
        giTag(slug: "banaras-brocades") { odopLinks { basis odopProduct { product } giTag { slug } } } }""".replace("SAID", said)
    )
    ours = "the project's own translation, not checked by a native reader"
    assert data["district"]["odopProducts"] == [
        {
            "translation": {"name": "बनारसी रेशमी साड़ी", "basis": ours},
            "giLinks": [
                {
                    "basis": "name match, unverified",
                    "giTag": {
                        "slug": "banaras-brocades",
                        "translation": {"name": "बनारस ब्रोकेड और साड़ियाँ", "basis": ours},
                    },
                    "odopProduct": {"product": "Banarasi silk saree"},
                }
            ],
        }
    ]
    assert data["giTag"]["odopLinks"] == [
        {
            "basis": "name match, unverified",
            "odopProduct": {"product": "Banarasi silk saree"},
            "giTag": {"slug": "banaras-brocades"},
        }
    ]
