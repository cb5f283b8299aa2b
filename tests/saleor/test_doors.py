"""Every state that a product can be in, looked at through every door: lists, addresses, references, facets, pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product as combinations
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from catalog.attributes.actions import create as create_attribute
from catalog.collections.actions import add_products
from catalog.collections.actions import create as create_collection
from catalog.collections.actions import publish as publish_collection
from catalog.collections.models import Collection
from catalog.products.actions import create_type
from catalog.products.models import Product, ProductChannelListing, ProductTranslation, VariantChannelListing
from catalog.products.values import write_product_values
from marketplace.channels.actions import create as create_channel
from marketplace.channels.models import Channel
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.ids import global_id
from marketplace.sellers.actions import approve, register, suspend
from tests.graphql_client import ask
from tests.search.learnt import learn
from tests.search.shelf import Shelf, open_shop

# ruff: noqa: UP031  GraphQL documents are full of braces

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class State:
    """Where a product is published, whether at all, since when, in lists or not, by whom."""

    channel: str
    published: bool
    begun: bool
    in_lists: bool
    approved: bool

    def seen_in(self, channel: str) -> bool:
        """Whether somebody who looks at the channel may see it."""
        return self.channel == channel and self.published and self.begun and self.approved


STATES = [State(*values) for values in combinations(("india", "export"), *[(True, False)] * 4)]


@dataclass
class Street:
    """Two shops, one of them suspended in the end, with a product in each state; `guide` refers to them all."""

    shop: Shelf
    states: dict[Product, State]
    guide: Product
    collection: Collection


@pytest.fixture
def street() -> Street:
    shop = open_shop()
    export = create_channel(slug="export", name="Export", currency_code="INR")
    refers = create_attribute(slug="see", name="See", input_type="REFERENCE", entity_type="PRODUCT")
    shop.product_type = create_type(slug="thing", name="Thing", product_attributes=[refers])
    good = shop.seller
    bad = register(
        name="Gone Weavers", legal_name="Gone Weavers LLP", kind="PRODUCER_COMPANY", district=shop.district, women_led=False,
        languages=["hi"], story="", street_address="1 Madanpura", city="Varanasi", pincode="221001",
        customer_care_email="gone@weavers.example", customer_care_phone="+91 98765 43211",
    )  # fmt: skip
    approve(seller=bad)
    guide = shop.put("A guide")
    states: dict[Product, State] = {}
    for place, state in enumerate(STATES):
        shop.seller = good if state.approved else bad
        product = shop.put(f"Thing {place:02d}", hindi=f"चीज़ {place:02d}", gi=state.approved)
        _bring(product, state, export)
        states[product] = state
    shop.seller = good
    write_product_values(guide, {"see": [product.pk for product in states]})
    collection = create_collection(name="All", description="All")
    add_products(collection=collection, products=list(states))
    for channel in (shop.channel, export):
        publish_collection(collection=collection, channel=channel)
    suspend(seller=bad)
    return Street(shop, states, guide, collection)


def _bring(product: Product, state: State, export: Channel) -> None:
    """Into its state, past all actions."""
    now = timezone.now()
    since: datetime = now - timedelta(days=1) if state.begun else now + timedelta(days=1)
    listing = {"is_published": state.published, "published_at": since, "visible_in_listings": state.in_lists}
    if state.channel == "export":
        VariantChannelListing.objects.filter(variant__product=product).update(channel=export)
        ProductChannelListing.objects.filter(product=product).update(channel=export, **listing)
    else:
        ProductChannelListing.objects.filter(product=product).update(**listing)


def _names(connection: dict[str, Any] | None) -> set[str]:
    return set() if connection is None else {edge["node"]["slug"] for edge in connection["edges"]}


LISTED = '(first: 100, channel: "%s"%s) { totalCount edges { node { slug } } }'
LISTS: dict[str, Callable[[Street], str]] = {
    "root": lambda street: "{ it: products%s }",
    "search": lambda street: "{ it: products%s }".replace("%s", LISTED % ("%s", ', search: "thing"')),
    "by price": lambda street: "{ it: products%s }".replace("%s", LISTED % ("%s", ", sortBy: {field: PRICE, direction: ASC}")),
    "where anything": lambda street: "{ it: products%s }".replace(
        "%s", LISTED % ("%s", ", where: {OR: [{isPublished: true}, {isVisibleInListing: true}, {}]}")
    ),
    "by ids": lambda street: "{ it: products%s }".replace(
        "%s", LISTED % ("%s", ", filter: {ids: [%s]}" % ", ".join(f'"{global_id("Product", p.pk)}"' for p in street.states))
    ),
    "category": lambda street: '{ of: category(slug: "cloth") { it: products%s } }',
    "collection": lambda street: '{ of: collection(slug: "all", channel: "india") { it: products%s } }',
    "district": lambda street: '{ of: district(slug: "varanasi") { it: products%s } }',
    "GI tag": lambda street: '{ of: giTag(slug: "banaras-brocades") { it: products%s } }',
    "seller": lambda street: '{ of: seller(slug: "%s") { it: products%%s } }' % street.shop.seller.slug,
}


@pytest.mark.parametrize("channel", ["india", "export"])
def test_lists_show_what_may_be_seen_and_is_in_lists(channel: str, street: Street) -> None:
    wanted = {product.slug for product, state in street.states.items() if state.seen_in(channel) and state.in_lists}
    assert len(wanted) == 1
    learn()
    for name, document in LISTS.items():
        query = document(street)
        query = (
            query % (LISTED % (channel, ""))
            if name not in ("search", "by price", "where anything", "by ids")
            else query % channel
        )
        data = ask(query)
        found = data["it"] if "it" in data else (data["of"] or {}).get("it")
        seen = _names(found) - {street.guide.slug}
        assert seen == wanted, name
        assert found["totalCount"] == len(_names(found)), name


@pytest.mark.parametrize("channel", ["india", "export"])
def test_addresses_lead_to_what_may_be_seen(channel: str, street: Street) -> None:
    for product, state in street.states.items():
        variant = product.variants.order_by("sort_order").first()
        words = ProductTranslation.objects.get(product=product)
        assert variant is not None
        data = ask(
            """query($id: ID!, $slug: String!, $hindi: String!, $variant: ID!, $sku: String!, $channel: String!) {
            product(id: $id, channel: $channel) { slug } bySlug: product(slug: $slug, channel: $channel) { slug }
            inHindi: product(slug: $hindi, slugLanguageCode: HI, channel: $channel) { slug }
            productVariant(id: $variant, channel: $channel) { sku }
            bySku: productVariant(sku: $sku, channel: $channel) { sku product { slug } } }""",
            id=global_id("Product", product.pk), slug=product.slug, hindi=words.slug, channel=channel,
            variant=global_id("ProductVariant", variant.pk), sku=variant.sku,
        )  # fmt: skip
        assert {name: found is not None for name, found in data.items()} == dict.fromkeys(data, state.seen_in(channel)), state


def test_references_facets_and_pages(street: Street) -> None:
    shown = {product.slug for product, state in street.states.items() if state.seen_in("india")}
    data = ask(
        """query($id: ID!) { product(id: $id) { assignedAttributes { ... on AssignedMultiProductReferenceAttribute {
        value { slug } } } } products(first: 1) { totalCount facets { giTagged categories { count } } } }""",
        id=global_id("Product", street.guide.pk),
    )
    [see] = data["product"]["assignedAttributes"]
    assert {one["slug"] for one in see["value"]} == shown and len(shown) == 2
    listed = 2  # the guide and what may be seen and is in lists
    assert data["products"]["totalCount"] == listed
    assert data["products"]["facets"] == {"giTagged": listed, "categories": [{"count": listed}]}
    client = Client()
    for product, state in street.states.items():
        assert (client.get(f"/products/{product.slug}/").status_code == 200) is state.seen_in("india"), state


def test_what_hangs_on_products_is_reached_through_them_only() -> None:
    query = schema().query_type
    assert query is not None
    assert not {"productVariants", "productMedia", "stock", "stocks", "translation", "translations", "node"} & set(query.fields)
