"""Collections: made, filled in order, published per channel."""

from datetime import UTC, datetime
from typing import Any

import pytest

from catalog.collections import actions
from catalog.collections.actions import CollectionWords
from catalog.collections.models import Collection, CollectionChannelListing, CollectionProduct
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.factories import ChannelFactory, CollectionFactory, ProductFactory

pytestmark = pytest.mark.django_db


def test_a_collection_is_made_with_its_words() -> None:
    words = CollectionWords(name="दीपावली", seo_title="दीपावली उपहार")
    collection = actions.create(name="Diwali Gifts", description="Light.", translations={"hi": words})
    assert collection.slug == "diwali-gifts" and collection.translations.get().seo_title == "दीपावली उपहार"
    assert announced() == [("CollectionChanged", {"collection": collection.pk})]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": ""}, "REQUIRED", "name"),
        ({"slug": "taken"}, "SLUG_TAKEN", "slug"),
        ({"description": {"blocks": "x"}}, "INVALID", "description"),
        ({"translations": {"hi": CollectionWords(name="x" * 121)}}, "TOO_LONG", "name"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_half_done(given: dict[str, Any], code: str, field: str) -> None:
    CollectionFactory(slug="taken")
    with pytest.raises(Refused) as refused:
        actions.create(**{"name": "Gifts", "description": None, **given})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert Collection.objects.count() == 1 and not announced()


def test_products_keep_their_order_and_stand_in_it_once() -> None:
    collection, products = CollectionFactory(), ProductFactory.create_batch(4)
    actions.add_products(collection=collection, products=[products[2], products[0], products[2]])
    actions.add_products(collection=collection, products=[products[0], products[3]])
    actions.add_products(collection=collection, products=[products[3]])
    rows = CollectionProduct.objects.filter(collection=collection).order_by("sort_order")
    assert [row.product for row in rows] == [products[2], products[0], products[3]]
    assert [row.sort_order for row in rows] == [0, 1, 2]
    assert len(announced()) == 2


def test_a_collection_is_published_in_open_channels_from_a_time_on() -> None:
    collection, at = CollectionFactory(), datetime(2026, 11, 1, tzinfo=UTC)
    listing = actions.publish(collection=collection, channel=ChannelFactory(), at=at)
    assert (listing.is_published, listing.published_at) == (True, at)
    for channel, when, code in [
        (ChannelFactory(is_active=False), at, "CHANNEL_INACTIVE"),
        (ChannelFactory(), at.replace(tzinfo=None), "INVALID"),
    ]:
        with pytest.raises(Refused) as refused:
            actions.publish(collection=collection, channel=channel, at=when)
        assert refused.value.code == code
    assert CollectionChannelListing.objects.count() == 1
