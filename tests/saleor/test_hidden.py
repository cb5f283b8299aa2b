"""Hidden products, variants and collections: no reference names them, no filter tells that they are there."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.attributes.actions import create as create_attribute
from catalog.collections.actions import add_products
from catalog.collections.actions import create as create_collection
from catalog.collections.actions import publish as publish_collection
from catalog.collections.models import Collection, CollectionChannelListing
from catalog.products.models import Product, ProductChannelListing
from catalog.products.values import write_product_values
from marketplace.kit.ids import global_id
from marketplace.sellers.actions import approve, register, suspend
from marketplace.sellers.models import Seller
from tests.graphql_client import ask
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db

REFERENCES = {
    "sister": ("SINGLE_REFERENCE", "PRODUCT"), "sisters": ("REFERENCE", "PRODUCT"),
    "cut": ("SINGLE_REFERENCE", "PRODUCT_VARIANT"), "cuts": ("REFERENCE", "PRODUCT_VARIANT"),
    "set": ("SINGLE_REFERENCE", "COLLECTION"), "sets": ("REFERENCE", "COLLECTION"),
    "branch": ("SINGLE_REFERENCE", "CATEGORY"),
}  # fmt: skip
CARRIED = """query($slug: String!) { product(slug: $slug) { attributes { attribute { slug } values { id reference } }
    cut: attribute(slug: "cut") { values { reference } } } }"""
LIST = """query($filter: ProductFilterInput, $where: ProductWhereInput, $sortBy: ProductOrder) {
    products(first: 20, filter: $filter, where: $where, sortBy: $sortBy) { totalCount edges { node { slug } } } }"""


class Pair:
    """`guide` refers to `other` (of another seller), to its first variant, to a collection and to a category."""

    def __init__(self) -> None:
        self.shop: Shelf = open_shop()
        self.guide: Product = self.shop.put("Guide")
        good, self.seller = self.shop.seller, self._second()
        self.shop.seller = self.seller
        self.other: Product = self.shop.put("Other")
        self.shop.seller = good
        self.variant = self.other.variants.get(name="Plain")
        self.collection: Collection = create_collection(name="Chest", description="")
        add_products(collection=self.collection, products=[self.other, self.guide])
        publish_collection(collection=self.collection, channel=self.shop.channel)
        for slug, (kind, to) in REFERENCES.items():
            row = create_attribute(slug=slug, name=slug, input_type=kind, entity_type=to)
            self.shop.product_type.attribute_slots.create(attribute=row)
        product, variant, collection = self.other.pk, self.variant.pk, self.collection.pk
        write_product_values(
            self.guide,
            {
                "sister": product, "sisters": [product, self.guide.pk], "cut": variant, "cuts": [variant], "set": collection,
                "sets": [collection], "branch": self.shop.category.pk,
            },
        )  # fmt: skip

    def _second(self) -> Seller:
        seller = register(
            name="Gone Weavers", legal_name="Gone Weavers LLP", kind="PRODUCER_COMPANY", district=self.shop.district,
            women_led=False, languages=["hi"], story="", street_address="1 Madanpura", city="Varanasi", pincode="221001",
            customer_care_email="gone@weavers.example", customer_care_phone="+91 98765 43211",
        )  # fmt: skip
        approve(seller=seller)
        return seller

    def references(self) -> dict[str, list[str]]:
        """What the guide is said to refer to, by attribute."""
        product = ask(CARRIED, slug=self.guide.slug)["product"]
        found = {one["attribute"]["slug"]: [value["reference"] for value in one["values"]] for one in product["attributes"]}
        assert [value["reference"] for value in product["cut"]["values"]] == found["cut"]
        return found

    def found_by(self, reference: dict[str, Any]) -> int:
        """How many products refer to that, added up over both inputs."""
        given = {"attributes": [{"value": {"reference": reference}}]}
        return sum(ask(LIST, **{name: given})["products"]["totalCount"] for name in ("filter", "where"))


def _hide_product(pair: Pair) -> None:
    ProductChannelListing.objects.filter(product=pair.other).update(is_published=False)


def _delay_product(pair: Pair) -> None:
    ProductChannelListing.objects.filter(product=pair.other).update(published_at=timezone.now() + timedelta(days=1))


HIDING: dict[str, Callable[[Pair], object]] = {
    "unpublished": _hide_product,
    "not yet": _delay_product,
    "seller suspended": lambda pair: suspend(seller=pair.seller),
    "variant without price": lambda pair: pair.variant.channel_listings.all().delete(),
}


@pytest.fixture
def pair() -> Pair:
    return Pair()


@pytest.mark.parametrize("state", HIDING)
def test_values_name_no_hidden_product_or_variant(state: str, pair: Pair) -> None:
    product, variant = global_id("Product", pair.other.pk), global_id("ProductVariant", pair.variant.pk)
    guide, chest = global_id("Product", pair.guide.pk), global_id("Collection", pair.collection.pk)
    before = pair.references()
    assert before == {
        "sister": [product], "sisters": [product, guide], "cut": [variant], "cuts": [variant], "set": [chest], "sets": [chest],
        "branch": [global_id("Category", pair.shop.category.pk)],
    }  # fmt: skip
    HIDING[state](pair)
    hidden = {"cut": [], "cuts": []}
    if state != "variant without price":
        hidden |= {"sister": [], "sisters": [guide]}
    assert pair.references() == before | hidden


def test_values_name_no_hidden_collection(pair: Pair) -> None:
    before = pair.references()
    CollectionChannelListing.objects.update(published_at=timezone.now() + timedelta(days=1))
    assert pair.references() == before | {"set": [], "sets": []}


@pytest.mark.parametrize("state", HIDING)
@pytest.mark.parametrize("how", ["containsAny", "containsAll"])
def test_filters_do_not_tell_of_hidden_products_and_variants(how: str, state: str, pair: Pair) -> None:
    of_variant: list[dict[str, Any]] = [
        {"productVariantSkus": {how: [pair.variant.sku]}},
        {"referencedIds": {how: [global_id("ProductVariant", pair.variant.pk)]}},
    ]
    of_product: list[dict[str, Any]] = [
        {"productSlugs": {how: [pair.other.slug]}},
        {"referencedIds": {how: [global_id("Product", pair.other.pk)]}},
    ]
    assert [pair.found_by(reference) for reference in of_variant + of_product] == [2] * 4
    HIDING[state](pair)
    hidden = of_variant if state == "variant without price" else of_variant + of_product
    assert [pair.found_by(reference) for reference in hidden] == [0] * len(hidden)


def test_filters_do_not_tell_of_hidden_collections(pair: Pair) -> None:
    chest = global_id("Collection", pair.collection.pk)
    given: list[dict[str, Any]] = [
        {"filter": {"attributes": [{"slug": "set", "value": {"reference": {"collectionSlugs": {"containsAny": ["chest"]}}}}]}},
        {"where": {"attributes": [{"value": {"reference": {"referencedIds": {"containsAll": [chest]}}}}]}},
        {"filter": {"collections": [chest]}},
        {"where": {"collection": {"eq": chest}}},
        {"where": {"OR": [{"collection": {"oneOf": [chest]}}]}},
        {"filter": {"collections": [chest]}, "sortBy": {"field": "COLLECTION", "direction": "ASC"}},
    ]
    assert [ask(LIST, **one)["products"]["totalCount"] for one in given] == [1, 1, 2, 2, 2, 2]
    listing = CollectionChannelListing.objects.all()
    for hidden in ({"is_published": False}, {"is_published": True, "published_at": timezone.now() + timedelta(days=1)}):
        listing.update(**hidden)
        assert [ask(LIST, **one)["products"]["totalCount"] for one in given] == [0] * len(given)


def test_a_hidden_collection_has_no_say_in_the_order(pair: Pair) -> None:
    shown = create_collection(name="Shown", description="")
    add_products(collection=shown, products=[pair.guide, pair.other])
    publish_collection(collection=shown, channel=pair.shop.channel)
    both = {"collections": [global_id("Collection", one.pk) for one in (shown, pair.collection)]}
    CollectionChannelListing.objects.filter(collection=pair.collection).update(is_published=False)
    edges = ask(LIST, filter=both, sortBy={"field": "COLLECTION", "direction": "ASC"})["products"]["edges"]
    assert [edge["node"]["slug"] for edge in edges] == [pair.guide.slug, pair.other.slug]
