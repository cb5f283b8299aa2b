"""No door shows a product, price or seller that is hidden, of another channel or not yet to be seen: over generated states,
every door agrees with the plain rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from catalog.collections.actions import add_products
from catalog.collections.actions import create as create_collection
from catalog.collections.actions import publish as publish_collection
from catalog.products.models import Product, ProductChannelListing, VariantChannelListing
from catalog.publication.actions import publish, set_price
from marketplace.channels.actions import create as create_channel
from marketplace.kit.ids import global_id
from marketplace.kit.money import Money
from marketplace.sellers.models import Seller
from tests.graphql_client import ask
from tests.search.learnt import learn
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db

CHANNELS = ("india", "mall")
CARD = "slug pricing { priceRange { start { gross { amount } } stop { gross { amount } } } }"
ROWS = f"(first: 50, channel: $channel) {{ totalCount edges {{ node {{ {CARD} }} }} }}"
LISTS = f"""query($channel: String!, $category: ID!, $district: ID!, $seller: ID!, $tag: ID!, $craft: ID!, $collection: ID!,
  $search: String!, $ids: [ID!]!) {{
  products{ROWS}
  last: products(last: 50, channel: $channel) {{ totalCount edges {{ node {{ {CARD} }} }} }}
  byPrice: products(first: 50, channel: $channel, sortBy: {{field: PRICE, direction: DESC}}) {{
    totalCount edges {{ node {{ {CARD} }} }} }}
  found: products(first: 50, channel: $channel, filter: {{search: $search}}) {{ totalCount edges {{ node {{ {CARD} }} }} }}
  named: products(first: 50, channel: $channel, where: {{ids: $ids}}) {{ totalCount edges {{ node {{ {CARD} }} }} }}
  category(id: $category) {{ products{ROWS} parent {{ products{ROWS} }} }}
  district(id: $district) {{ products{ROWS} }}
  giTag(id: $tag) {{ products{ROWS} }}
  craft(id: $craft) {{ products{ROWS} }}
  collection(id: $collection, channel: $channel) {{ products{ROWS} }}
  seller(id: $seller) {{ slug products{ROWS} }}
}}"""
ONE = f"""query($channel: String!, $id: ID!, $slug: String!, $variant: ID!, $sku: String!) {{
  byId: product(id: $id, channel: $channel) {{ {CARD} seller {{ slug }}
    variants {{ sku pricing {{ price {{ gross {{ amount }} }} }} }} }}
  bySlug: product(slug: $slug, channel: $channel) {{ slug }}
  variant: productVariant(id: $variant, channel: $channel) {{ sku product {{ slug }} }}
  bySku: productVariant(sku: $sku, channel: $channel) {{ sku }}
}}"""
MOMENTS = {"past": -30, "just now": -1 / 600, "soon": 1, "far": 24 * 400}  # hours from now


class Listing(NamedTuple):
    """How a product stands in a channel: when it is to be seen from, if at all, and whether lists show it."""

    published: bool
    moment: str
    listed: bool


LISTING = some.none() | some.builds(Listing, some.booleans(), some.sampled_from(sorted(MOMENTS)), some.booleans())
STATES = some.lists(some.tuples(LISTING, LISTING), min_size=3, max_size=3)
SELLERS = some.sampled_from([Seller.Status.APPROVED, Seller.Status.APPROVED, Seller.Status.SUSPENDED, Seller.Status.PENDING])


@dataclass
class Market:
    """A shop whose products have another price in each channel."""

    shop: Shelf
    collection: Any
    prices: dict[tuple[str, str], set[float]]  # (slug, channel): what its variants cost there

    def set_up(self, states: list[tuple[Listing | None, Listing | None]], seller: str, now: datetime) -> dict[str, list[Product]]:
        """Put the products into these states; the ones to be seen in each channel, by the plain rule."""
        Seller.objects.filter(pk=self.shop.seller.pk).update(status=seller)
        seen: dict[str, list[Product]] = {name: [] for name in CHANNELS}
        self.listed: dict[str, list[Product]] = {name: [] for name in CHANNELS}
        for product, pair in zip(self.shop.products, states, strict=True):
            for name, listing in zip(CHANNELS, pair, strict=True):
                rows = ProductChannelListing.objects.filter(product=product, channel__slug=name)
                if listing is None:
                    rows.delete()
                    continue
                at = now + timedelta(hours=MOMENTS[listing.moment])
                rows.update(is_published=listing.published, published_at=at, visible_in_listings=listing.listed)
                if listing.published and at <= now and seller == Seller.Status.APPROVED:
                    seen[name].append(product)
                    if listing.listed:
                        self.listed[name].append(product)
        return seen


@pytest.fixture
def market() -> Market:
    """Three products with two variants each, priced and published in both channels."""
    shop = open_shop()
    mall = create_channel(slug="mall", name="Mall", currency_code="INR")
    prices: dict[tuple[str, str], set[float]] = {}
    for number in range(3):
        product = shop.put(f"Saree {number}", rupees=1000 + number)
        for place, variant in enumerate(product.variants.order_by("pk")):
            price = Money((5000 + number * 10 + place) * 100, "INR")
            set_price(variant=variant, channel=mall, price=price, full_price=price, mrp=price)
        publish(product=product, channel=mall)
        for listing in VariantChannelListing.objects.filter(variant__product=product).select_related("channel"):
            prices.setdefault((product.slug, listing.channel.slug), set()).add(listing.price_minor / 100)
    collection = create_collection(name="All", description="")
    add_products(collection=collection, products=shop.products)
    for channel in (shop.channel, mall):
        publish_collection(collection=collection, channel=channel)
    return Market(shop, collection, prices)


def _connections(data: Any) -> Iterator[tuple[str, Any]]:
    """Every connection in an answer, by the path to it."""
    for name, value in data.items():
        if isinstance(value, dict) and "edges" in value:
            yield name, value
        elif isinstance(value, dict):
            yield from ((f"{name}.{path}", found) for path, found in _connections(value))


def _amounts(node: Any) -> set[float]:
    span = node["pricing"]["priceRange"]
    return {span["start"]["gross"]["amount"], span["stop"]["gross"]["amount"]}


def _check_lists(market: Market, channel: str, approved: bool) -> None:
    shop, product = market.shop, market.shop.products[0]
    ids = [global_id("Product", one.pk) for one in shop.products]
    learn()
    craft = product.craft_id or 0
    keys = {
        "category": global_id("Category", shop.category.pk), "district": global_id("District", shop.district.pk),
        "seller": global_id("Seller", shop.seller.pk), "tag": global_id("GiTag", shop.tag.pk), "craft": global_id("Craft", craft),
        "collection": global_id("Collection", market.collection.pk),
    }  # fmt: skip
    data = ask(LISTS, channel=channel, search="saree", ids=ids, **keys)
    assert (data["seller"] is not None) == approved
    found = dict(_connections(data))
    assert len(found) >= 10 + approved
    for path, connection in found.items():
        due = {one.slug for one in market.listed[channel] if path != "craft.products" or one.craft_id == product.craft_id}
        nodes = [edge["node"] for edge in connection["edges"]]
        assert ({node["slug"] for node in nodes}, connection["totalCount"]) == (due, len(due)), path
        for node in nodes:
            assert _amounts(node) <= market.prices[node["slug"], channel], path


def _check_one(market: Market, product: Product, channel: str, seen: bool) -> None:
    variant = product.variants.order_by("pk")[0]
    names = {"id": global_id("Product", product.pk), "slug": product.slug, "sku": variant.sku}
    data = ask(ONE, channel=channel, variant=global_id("ProductVariant", variant.pk), **names)
    assert {name: value is not None for name, value in data.items()} == dict.fromkeys(data, seen)
    if seen:
        amounts = {one["pricing"]["price"]["gross"]["amount"] for one in data["byId"]["variants"]}
        assert amounts == market.prices[product.slug, channel]
        assert _amounts(data["byId"]) <= amounts
        assert data["byId"]["seller"]["slug"] == market.shop.seller.slug


def _check_pages(client: Client, market: Market, seen: list[Product]) -> None:
    """The pages show the default channel."""
    shop = market.shop
    for product in shop.products:
        assert client.get(f"/products/{product.slug}/").status_code == (200 if product in seen else 404)
    lists = ["/products/", f"/categories/{shop.category.slug}/", f"/districts/{shop.district.slug}/", f"/gi/{shop.tag.slug}/"]
    lists += ["/", "/products/?q=saree", "/hi/products/"]
    seller = client.get(f"/sellers/{shop.seller.slug}/")
    shown = Seller.objects.get(pk=shop.seller.pk).status == Seller.Status.APPROVED
    assert seller.status_code == (200 if shown else 404)
    pages = {path: client.get(path).content.decode() for path in lists} | ({"seller": seller.content.decode()} if shown else {})
    for path, page in pages.items():
        for product in shop.products:
            listed = product in market.listed["india"]
            assert listed or f"/products/{product.slug}/" not in page, path
            assert not listed or path == "/" or f"/products/{product.slug}/" in page, path


def test_every_door_agrees_with_the_plain_rule(market: Market, client: Client) -> None:
    @settings(
        max_examples=16, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, phases=[Phase.generate]
    )
    @given(STATES, SELLERS)
    def check(states: list[tuple[Listing | None, Listing | None]], seller: str) -> None:
        with transaction.atomic():
            seen = market.set_up(states, seller, timezone.now())
            for channel in CHANNELS:
                _check_lists(market, channel, seller == Seller.Status.APPROVED)
                for product in market.shop.products:
                    _check_one(market, product, channel, product in seen[channel])
            _check_pages(client, market, seen["india"])
            transaction.set_rollback(True)

    check()


def test_a_variant_that_has_no_price_in_a_channel_is_not_sold_there(market: Market) -> None:
    product = market.shop.products[0]
    first, second = product.variants.order_by("pk")
    VariantChannelListing.objects.filter(variant=second, channel__slug="mall").delete()
    query = """query($id: ID!, $slug: String!) { productVariant(id: $id, channel: "mall") { sku }
        product(slug: $slug, channel: "mall") { variants { sku } } }"""
    data = ask(query, id=global_id("ProductVariant", second.pk), slug=product.slug)
    assert data == {"productVariant": None, "product": {"variants": [{"sku": first.sku}]}}


def test_a_channel_that_does_not_sell_shows_nothing(market: Market) -> None:
    from marketplace.channels.models import Channel
    from tests.graphql_client import code_of

    Channel.objects.filter(slug="mall").update(is_active=False)
    assert code_of('{ products(first: 1, channel: "mall") { totalCount } }') == "NOT_FOUND"
    assert code_of('{ product(slug: "saree-0", channel: "mall") { slug } }') == "NOT_FOUND"
