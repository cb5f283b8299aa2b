"""One document about two channels, and variants that have no price in one of them."""

from typing import Any

import pytest

from catalog.collections.actions import publish as publish_collection
from catalog.products.actions import add_variant
from catalog.products.models import ProductVariant
from catalog.products.values import write_variant_values
from catalog.publication.actions import publish, set_price
from catalog.stock.actions import set_quantity
from marketplace.channels.actions import create as create_channel
from marketplace.channels.models import Channel
from marketplace.kit.money import Money
from tests.graphql_client import ask
from tests.saleor.window import Window, open_window

pytestmark = pytest.mark.django_db
SAREE, STOLE = "katan-silk-saree", "silk-stole"


@pytest.fixture
def window() -> Window:
    return open_window()


@pytest.fixture
def export(window: Window) -> Channel:
    """A channel in dollars where the saree's dearer, blue variant has a price, and nothing else has one."""
    channel = create_channel(slug="export", name="Export", currency_code="USD")
    dearer = window.saree.variants.get(name="With zari")
    set_price(variant=dearer, channel=channel, price=Money(150_00, "USD"), full_price=Money(150_00, "USD"))
    ProductVariant.objects.filter(pk=dearer.pk).update(net_quantity=2, net_quantity_unit="PAIR")
    publish(product=window.saree, channel=channel)
    return channel


@pytest.mark.parametrize("order", [("india", "export"), ("export", "india")])
def test_declarations_are_those_of_the_channel(order: tuple[str, str], export: Channel) -> None:
    fields = "{ legal { mrp { amount currency } netQuantity netQuantityUnit } }"
    both = " ".join(f'{channel}: product(slug: "{SAREE}", channel: "{channel}") {fields}' for channel in order)
    assert ask(f"{{ {both} }}") == {
        "india": {"legal": {"mrp": {"amount": 12600.0, "currency": "INR"}, "netQuantity": 1, "netQuantityUnit": "PIECE"}},
        "export": {"legal": {"mrp": None, "netQuantity": 2, "netQuantityUnit": "PAIR"}},
    }


@pytest.mark.parametrize("order", [("india", "export"), ("export", "india")])
def test_all_that_differs_by_channel_is_the_channels(order: tuple[str, str], window: Window, export: Channel) -> None:
    fields = """{ isAvailable defaultVariant { name attributes { values { slug } } } variants { name } taxed: pricing {
        priceRange { start { currency gross { amount } tax { amount } } } } products: collections { slug } }"""
    both = " ".join(f'{channel}: product(slug: "{SAREE}", channel: "{channel}") {fields}' for channel in order)
    together = ask(f"{{ {both} }}")
    assert together["india"] != together["export"]
    for channel in order:
        assert ask(f'{{ one: product(slug: "{SAREE}", channel: "{channel}") {fields} }}')["one"] == together[channel]


def test_a_product_that_is_asked_for_alone_and_in_a_list(window: Window) -> None:
    """What is known of the one product must not be taken for what is known of the list."""
    window.shop.put("Katan scarf")
    fields = "{ slug isAvailable }"
    found = ask(
        f'{{ product(slug: "{SAREE}") {fields} products(first: 9, sortBy: {{field: CREATED_AT, direction: ASC}})'
        f" {{ edges {{ node {fields} }} }} }}"
    )
    nodes = [edge["node"] for edge in found["products"]["edges"]]
    assert {node["slug"]: node["isAvailable"] for node in nodes} == {SAREE: True, STOLE: False, "katan-scarf": True}


def _listed(filter: dict[str, Any], channel: str) -> tuple[list[str], dict[str, dict[str, int]]]:
    """The slugs of a list in a channel, and its facets by attribute and choice."""
    products = ask(
        """query($filter: ProductFilterInput, $channel: String) { products(first: 9, filter: $filter, channel: $channel) {
        edges { node { slug } } facets { attributes { attribute { slug } values { count value { slug } } } } } }""",
        filter=filter,
        channel=channel,
    )["products"]
    counts = {
        facet["attribute"]["slug"]: {one["value"]["slug"]: one["count"] for one in facet["values"]}
        for facet in products["facets"]["attributes"]
    }
    return sorted(edge["node"]["slug"] for edge in products["edges"]), counts


def _carrying(slug: str, **given: Any) -> dict[str, Any]:
    return {"attributes": [{"slug": slug, **given}]}


def test_only_variants_with_a_price_in_the_channel_carry_for_their_product(window: Window, export: Channel) -> None:
    assert _listed(_carrying("colour", values=["blue"]), "export")[0] == [SAREE]
    assert _listed(_carrying("colour", values=["red"]), "export")[0] == []
    assert _listed(_carrying("colour", values=["red"]), "india")[0] == [SAREE, STOLE]
    assert _listed(_carrying("weave", values=["katan"]), "export")[0] == [SAREE]  # which the product itself carries
    anywhere = {"attributes": [{"value": {"slug": {"eq": "red"}}}]}
    assert (_listed(anywhere, "export")[0], _listed(anywhere, "india")[0]) == ([], [SAREE, STOLE])


def test_facets_count_variants_with_a_price_in_the_channel(window: Window, export: Channel) -> None:
    assert _listed({}, "export")[1] == {"weave": {"katan": 1}, "colour": {"blue": 1}}
    assert _listed({}, "india")[1] == {"weave": {"katan": 1, "organza": 1}, "colour": {"red": 2, "blue": 2}}


def test_only_pieces_of_variants_with_a_price_in_the_channel_are_on_hand(window: Window, export: Channel) -> None:
    unpriced = add_variant(product=window.stole, sku="STOLE-LOOSE", name="Loose", weight_grams=200)
    write_variant_values(unpriced, {"colour": "red"})
    warehouse = window.shop.seller.warehouses.get()
    set_quantity(variant=unpriced, warehouse=warehouse, quantity=50)
    plain = window.saree.variants.get(name="Plain")  # no price in dollars
    set_quantity(variant=plain, warehouse=warehouse, quantity=9)
    assert _listed({"stocks": {"quantity": {"gte": 50}}}, "india")[0] == []
    assert _listed({"stocks": {"quantity": {"lte": 0}}}, "india")[0] == [STOLE]
    assert _listed({"stocks": {"quantity": {"gte": 12}}}, "india")[0] == [SAREE]
    assert _listed({"stocks": {"quantity": {"gte": 12}}}, "export")[0] == []
    assert _listed({"stocks": {"quantity": {"gte": 3, "lte": 3}}}, "export")[0] == [SAREE]


def test_which_lists_below_a_product_keep_its_channel(window: Window, export: Channel) -> None:
    """As `marketplace/docs/api.md` says: those of collections; the others are the default channel's where none is named."""
    publish_collection(collection=window.collection, channel=export)
    inside = "edges { node { channel } }"
    query = f"""{{ product(slug: "{SAREE}", channel: "export") {{
        collections {{ channel products(first: 9) {{ {inside} }} }} category {{ products(first: 9) {{ {inside} }} }}
        seller {{ products(first: 9) {{ {inside} }} }} origin {{ district {{ products(first: 9) {{ {inside} }}
        named: products(first: 9, channel: "export") {{ {inside} }} }} }} }} }}"""
    found = ask(query)["product"]
    [collection] = found["collections"]

    def channels(products: dict[str, Any]) -> list[str]:
        return [edge["node"]["channel"] for edge in products["edges"]]

    district = found["origin"]["district"]
    assert collection["channel"] == "export"
    assert channels(collection["products"]) == channels(district["named"]) == ["export"]
    others = (found["category"], found["seller"], district)
    assert [channels(thing["products"]) for thing in others] == [["india", "india"]] * 3
