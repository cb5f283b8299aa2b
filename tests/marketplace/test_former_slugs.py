"""Old addresses lead to the new ones and tell nothing of what may not be seen; the slugs are changed in the database."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client

from catalog.collections.actions import create as create_collection
from catalog.collections.actions import publish as publish_collection
from catalog.products.models import Product, ProductChannelListing
from marketplace.content.actions import create as create_page
from marketplace.content.actions import create_type
from marketplace.content.actions import publish as publish_page
from marketplace.kit.former_slugs import present_slug
from marketplace.sellers.models import Seller
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db


def rename(row: Model, slug: str) -> None:
    """Another slug, past all actions: the database keeps the former one."""
    type(row)._default_manager.filter(pk=row.pk).update(slug=slug)


def leads(client: Client, address: str) -> str | None:
    """Where an address leads at once and for good; None where there is nothing."""
    answer = client.get(address)
    assert answer.status_code in (301, 404), f"{address}: {answer.status_code}"
    return answer["Location"] if answer.status_code == 301 else None


def _page(shelf: Shelf) -> Model:
    page = create_page(page_type=create_type(slug="words", name="Words"), title="About us", content="Words.")
    publish_page(page=page)
    return page


def _collection(shelf: Shelf) -> Model:
    collection = create_collection(name="Wedding", description="")
    publish_collection(collection=collection, channel=shelf.channel)
    return collection


THINGS: dict[str, Callable[[Shelf], Any]] = {
    "products": lambda shelf: shelf.put(),
    "categories": lambda shelf: shelf.category,
    "sellers": lambda shelf: shelf.seller,
    "districts": lambda shelf: shelf.district,
    "states": lambda shelf: shelf.district.state,
    "gi": lambda shelf: shelf.tag,
    "crafts": lambda shelf: shelf.put().craft,
    "collections": _collection,
    "pages": _page,
}


@pytest.mark.parametrize("kind", THINGS)
def test_an_old_address_leads_to_the_new_one_in_its_language_with_its_query(client: Client, kind: str) -> None:
    thing = THINGS[kind](open_shop())
    old = thing.slug
    rename(thing, "called-anew")
    assert leads(client, f"/{kind}/{old}/") == f"/{kind}/called-anew/"
    assert leads(client, f"/hi/{kind}/{old}/?utm_source=letter&q=%E0%A4%95") == (
        f"/hi/{kind}/called-anew/?utm_source=letter&q=%E0%A4%95"
    )
    assert client.get(f"/hi/{kind}/called-anew/").status_code == 200


@pytest.mark.parametrize("kind", ["collections", "pages"])
def test_what_is_deleted_leads_nowhere(client: Client, kind: str) -> None:
    thing = THINGS[kind](open_shop())
    old = thing.slug
    rename(thing, "called-anew")
    thing.delete()
    assert leads(client, f"/{kind}/{old}/") is None


def test_the_way_is_short_for_caches_too_and_a_post_does_not_take_it(client: Client) -> None:
    product = open_shop().put("Saree")
    rename(product, "kadhwa")
    answer = client.get("/products/saree/")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert client.head("/products/saree/").status_code == 301
    assert client.post("/products/saree/").status_code == 405


def test_a_chain_of_changes_is_one_step(client: Client) -> None:
    product = open_shop().put("One")
    for slug in ("two", "three", "four"):
        rename(product, slug)
    assert [leads(client, f"/products/{slug}/") for slug in ("one", "two", "three")] == ["/products/four/"] * 3


def test_a_slug_that_is_changed_back_is_a_page_again(client: Client) -> None:
    product = open_shop().put("One")
    rename(product, "two")
    rename(product, "one")
    assert client.get("/products/one/").status_code == 200
    assert leads(client, "/products/two/") == "/products/one/"
    assert present_slug("product", "one") is None


def test_two_products_may_change_their_slugs_with_each_other(client: Client) -> None:
    shelf = open_shop()
    first, second = shelf.put("One"), shelf.put("Two")
    rename(first, "between")
    rename(second, "one")
    rename(first, "two")
    assert client.get("/products/one/").status_code == client.get("/products/two/").status_code == 200
    assert leads(client, "/products/between/") == "/products/two/"


def test_a_slug_that_is_given_anew_belongs_to_the_new_row_even_where_that_is_hidden_or_gone(client: Client) -> None:
    shelf = open_shop()
    product = shelf.put("One")
    rename(product, "two")
    other = shelf.put("One")
    assert other.slug == "one" and client.get("/products/one/").status_code == 200
    ProductChannelListing.objects.filter(product=other).update(is_published=False)
    assert leads(client, "/products/one/") is None
    ProductChannelListing.objects.filter(product=other).update(is_published=True)
    rename(other, "three")
    assert leads(client, "/products/one/") == "/products/three/"


def test_what_is_hidden_looks_as_if_it_had_never_been(client: Client) -> None:
    shelf = open_shop()
    product = shelf.put("One")
    rename(product, "two")
    rename(shelf.seller, "called-anew")
    never = client.get("/products/never-there/")
    Seller.objects.filter(pk=shelf.seller.pk).update(status="SUSPENDED")
    for address in ("/products/one/", "/products/two/", "/sellers/ganga-weavers/", "/sellers/called-anew/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "Location" not in answer
        assert set(answer.headers) == set(never.headers)
    Seller.objects.filter(pk=shelf.seller.pk).update(status="APPROVED")
    assert leads(client, "/products/one/") == "/products/two/"


def test_the_address_of_another_kind_leads_nowhere(client: Client) -> None:
    product = open_shop().put("One")
    rename(product, "two")
    assert leads(client, "/categories/one/") is None
    assert leads(client, "/sellers/one/") is None


def test_what_is_deleted_leaves_no_former_slugs() -> None:
    shelf = open_shop()
    category = shelf.category
    rename(category, "two")
    assert present_slug("category", "sarees") == "two"
    category.delete()
    assert present_slug("category", "sarees") is None


def test_a_change_that_is_no_change_keeps_nothing_and_a_table_that_is_emptied_keeps_nothing() -> None:
    product = open_shop().put("One")
    product.save()
    Product.objects.update(slug="one")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM marketplace_formerslug")
        assert cursor.fetchone() == (0,)
        rename(product, "two")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE catalog_product CASCADE")
        cursor.execute("SELECT count(*) FROM marketplace_formerslug")
        assert cursor.fetchone() == (0,)
