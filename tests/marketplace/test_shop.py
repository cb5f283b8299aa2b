"""The shop and its channels over GraphQL: what it is called, where it sells, in which languages."""

import pytest
from pytest_django import Settings

from marketplace.channels import actions as channels
from marketplace.channels.models import Channel
from marketplace.kit.ids import global_id
from marketplace.kit.refused import Refused
from marketplace.shop import actions
from marketplace.shop.models import Shop
from tests.announced import announced
from tests.factories import ChannelFactory
from tests.graphql_client import ask, code_of

pytestmark = pytest.mark.django_db

SHOP = """{ shop { id name description domain { host url sslEnabled } languages { code language } channelCurrencies
  countries { code country } defaultCountry { code country }
  hindi: translation(languageCode: HI) { description language { code } }
  tamil: translation(languageCode: TA) { description } } }"""
# the two operations of Saleor's storefront and checkout
CHANNELS = "query ChannelsList { channels { id name slug isActive currencyCode } }"
CHANNEL = "query channel($slug: String!) { channel(slug: $slug) { countries { code country } defaultCountry { code } } }"


def test_a_shop_is_there_before_anybody_has_described_it(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = [".bazaar.example", "testserver"]
    assert ask(SHOP)["shop"] == {
        "id": global_id("Shop", 1), "name": "Zila Bazaar", "description": None, "channelCurrencies": [], "countries": [],
        "domain": {"host": "bazaar.example", "url": "http://bazaar.example/", "sslEnabled": False},
        "languages": [{"code": "EN", "language": "English"}, {"code": "HI", "language": "Hindi"}],
        "defaultCountry": {"code": "IN", "country": "India"}, "hindi": None, "tamil": None,
    }  # fmt: skip


def test_a_shop_says_what_it_is_and_where_it_sells() -> None:
    actions.describe(name="Old name")
    actions.describe(name=" Zila ", description="Of districts.", translations={"hi": "ज़िलों का।"})
    channels.create(slug="india", name="India", currency_code="INR", is_default=True)
    channels.create(slug="export", name="Export", currency_code="USD", default_country="US", countries=["GB", "AE"])
    ChannelFactory(is_active=False, currency_code="EUR", default_country="FR", countries=["FR"])
    shop = ask(SHOP)["shop"]
    assert (shop["name"], shop["description"], shop["channelCurrencies"]) == ("Zila", "Of districts.", ["INR", "USD"])
    assert [country["code"] for country in shop["countries"]] == ["AE", "GB", "IN", "US"]
    assert shop["hindi"] == {"description": "ज़िलों का।", "language": {"code": "HI"}} and shop["tamil"] is None
    assert Shop.objects.count() == 1 and announced()[:2] == [("ShopChanged", {"shop": 1})] * 2


@pytest.mark.parametrize(
    ("given", "field"),
    [({"name": " "}, "name"), ({"default_country": "XX"}, "default_country"), ({"translations": {"fr": "x"}}, "translations")],
)
def test_nonsense_about_the_shop_is_refused(given: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.describe(**{"name": "Zila", **given})  # type: ignore[arg-type]
    assert refused.value.field == field and not Shop.objects.exists()


def test_channels_are_listed_with_the_countries_they_sell_to() -> None:
    export = channels.create(slug="export", name="Export", currency_code="USD", default_country="US", countries=["GB", "US"])
    ChannelFactory(slug="india", name="India", is_default=True)
    assert [(row["slug"], row["isActive"]) for row in ask(CHANNELS)["channels"]] == [("india", True), ("export", True)]
    assert ask(CHANNEL, slug="export")["channel"] == {
        "countries": [{"code": "GB", "country": "United Kingdom"}, {"code": "US", "country": "United States"}],
        "defaultCountry": {"code": "US"},
    }
    found = ask("query($id: ID) { channel(id: $id) { slug } }", id=global_id("Channel", export.pk))
    assert found == {"channel": {"slug": "export"}} and ask(CHANNEL, slug="moon") == {"channel": None}
    assert code_of("query($id: ID) { channel(id: $id) { slug } }", id="x") == "INVALID"


def test_a_channel_sells_to_other_countries_and_always_at_home() -> None:
    channel = channels.create(slug="export", name="Export", currency_code="USD", default_country="US")
    channels.sell_to(channel=channel, countries=["JP", "DE", "JP"])
    assert channel.countries == Channel.objects.get().countries == ["DE", "JP", "US"]
    assert announced()[-1] == ("ChannelChanged", {"channel": channel.pk})
    for action in (
        lambda: channels.sell_to(channel=channel, countries=["India"]),
        lambda: channels.create(slug="x", name="X", currency_code="INR", countries=["ZZ"]),
    ):
        with pytest.raises(Refused) as refused:
            action()
        assert (refused.value.code, refused.value.field) == ("INVALID", "countries")
