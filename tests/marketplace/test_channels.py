"""Channels: opened once, one default."""

import pytest

from marketplace.channels import actions
from marketplace.channels.models import Channel
from marketplace.kit.refused import Refused
from tests.announced import announced

pytestmark = pytest.mark.django_db


def test_a_channel_is_opened_and_announced() -> None:
    channel = actions.create(slug="export", name="  Export ", currency_code="USD", default_country="US")
    channel.refresh_from_db()
    assert (channel.slug, channel.name, channel.currency_code, channel.is_active) == ("export", "Export", "USD", True)
    assert announced() == [("ChannelCreated", {"channel": channel.pk})]


def test_a_new_default_takes_the_place_of_the_old_one() -> None:
    actions.create(slug="india", name="India", currency_code="INR", is_default=True)
    new = actions.create(slug="bharat", name="Bharat", currency_code="INR", is_default=True)
    assert list(Channel.objects.filter(is_default=True)) == [new]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"currency_code": "inr"}, "INVALID", "currency_code"),
        ({"currency_code": "INR\n"}, "INVALID", "currency_code"),
        ({"default_country": "IND"}, "INVALID", "default_country"),
        ({"slug": "In dia"}, "INVALID", "slug"),
        ({"slug": "x" * 65}, "INVALID", "slug"),
        ({"slug": "india"}, "SLUG_TAKEN", "slug"),
        ({"name": " \u00a0"}, "REQUIRED", "name"),
        ({"name": "x" * 121}, "TOO_LONG", "name"),
        ({"name": "\ud800"}, "INVALID", "name"),
    ],
)
def test_nonsense_is_refused(given: dict[str, str], code: str, field: str) -> None:
    first = actions.create(slug="india", name="India", currency_code="INR", is_default=True)
    with pytest.raises(Refused) as refused:
        actions.create(**{"slug": "new", "name": "New", "currency_code": "INR", "is_default": True, **given})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert list(Channel.objects.filter(is_default=True)) == [first]
