"""The sitemap: whole, in every language, of visible things only, with few statements; and what robots are told."""

import gzip
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from catalog.collections.actions import create as create_collection
from catalog.collections.actions import publish as publish_collection
from catalog.products.models import Product, ProductChannelListing
from marketplace.content.actions import create as create_page
from marketplace.content.actions import create_type
from marketplace.content.actions import publish as publish_page
from marketplace.content.models import Page
from marketplace.sellers.models import Seller
from search.sitemap import queries, rules
from tests.factories import GiTagFactory, SellerFactory
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = "http://testserver"


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> None:
    cache.clear()


@pytest.fixture
def shelf() -> Shelf:
    """A shop with a product, a collection and a page of words."""
    shelf = open_shop()
    shelf.put("Kadhwa saree")
    publish_collection(collection=create_collection(name="Wedding", description=""), channel=shelf.channel)
    create_collection(name="Hidden", description="")
    words = create_type(name="Words")
    publish_page(page=create_page(page_type=words, title="About", content="Words."))
    create_page(page_type=words, title="Hidden", content="Words.")
    return shelf


def read(client: Client, address: str) -> ElementTree.Element:
    """What lies at an address, which may begin with our host."""
    answer = client.get(address.removeprefix(HOST))
    assert answer.status_code == 200, address
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(b"".join(answer.streaming_content))


def parts(client: Client) -> list[str]:
    return [str(loc.text) for loc in read(client, "/sitemap.xml").iterfind("s:sitemap/s:loc", SPACE)]


def addresses(client: Client, part: str) -> list[str]:
    return [str(loc.text) for loc in read(client, part).iterfind("s:url/s:loc", SPACE)]


def everything(client: Client) -> list[str]:
    return [address.removeprefix(HOST) for part in parts(client) for address in addresses(client, part)]


def test_every_address_is_a_page_that_may_be_listed_and_is_named_once(client: Client, shelf: Shelf) -> None:
    found = everything(client)
    assert len(found) == len(set(found))
    english = {address for address in found if not address.startswith("/hi/")}
    assert {f"/hi{address}" for address in english} == set(found) - english
    assert english >= {
        "/", "/products/", "/categories/", "/crafts/", "/states/", "/gi/", "/states/uttar-pradesh/", "/districts/varanasi/",
        "/categories/cloth/", "/categories/sarees/", f"/crafts/{shelf.products[0].craft.slug}/", "/collections/wedding/",
        "/gi/banaras-brocades/", "/pages/about/", "/sellers/ganga-weavers/", "/products/kadhwa-saree/",
    }  # fmt: skip
    for address in found:
        answer = client.get(address)
        assert answer.status_code == 200, address
        html = answer.content.decode()
        assert f'<link rel="canonical" href="{HOST}{address}">' in html, address
        assert 'content="noindex' not in html, address


def test_each_address_names_itself_in_all_languages_as_its_page_does(client: Client, shelf: Shelf) -> None:
    for part in parts(client):
        for url in read(client, part).iterfind("s:url", SPACE):
            loc = str(url.findtext("s:loc", namespaces=SPACE))
            links = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", SPACE)}
            plain = loc.replace("/hi/", "/", 1)
            assert links == {"en": plain, "hi": plain.replace(f"{HOST}/", f"{HOST}/hi/"), "x-default": plain}
            assert loc in links.values()
    html = client.get("/hi/products/kadhwa-saree/").content.decode()
    for code, address in (("en", ""), ("hi", "/hi"), ("x-default", "")):
        assert f'hreflang="{code}" href="{HOST}{address}/products/kadhwa-saree/"' in html


def test_what_may_not_be_seen_is_not_named(client: Client, shelf: Shelf) -> None:
    unpublished, unlisted, ahead = (shelf.put(name) for name in ("Unpublished", "Unlisted", "Ahead"))
    listings = ProductChannelListing.objects
    listings.filter(product=unpublished).update(is_published=False)
    listings.filter(product=unlisted).update(visible_in_listings=False)
    listings.filter(product=ahead).update(published_at=timezone.now() + timedelta(days=1))
    SellerFactory(slug="pending-one", status="PENDING")
    GiTagFactory(slug="champagne", country="France")
    text = " ".join(everything(client))
    for slug in ("unpublished", "unlisted", "ahead", "pending-one", "hidden"):
        assert f"/{slug}/" not in text, slug
    cache.clear()
    Seller.objects.filter(pk=shelf.seller.pk).update(status="SUSPENDED")
    text = " ".join(everything(client))
    assert "ganga-weavers" not in text and "kadhwa-saree" not in text


def test_the_last_change_is_told_where_it_is_known(client: Client, shelf: Shelf) -> None:
    changed = datetime(2026, 5, 1, 12, 30, tzinfo=UTC)
    ProductChannelListing.objects.update(published_at=changed - timedelta(days=9))
    Product.objects.update(updated_at=changed)
    part = next(name for name in parts(client) if "products-" in name)
    assert read(client, part).findtext("s:url/s:lastmod", namespaces=SPACE) == "2026-05-01T12:30:00Z"
    moments = [node.text for node in read(client, "/sitemap.xml").iterfind("s:sitemap/s:lastmod", SPACE)]
    assert moments == ["2026-05-01T12:30:00Z"]
    assert read(client, "/sitemaps/states.xml").find("s:url/s:lastmod", SPACE) is None
    Page.objects.update(updated_at=changed)
    assert read(client, "/sitemaps/pages.xml").findtext("s:url/s:lastmod", namespaces=SPACE) == "2026-05-01T12:30:00Z"


def test_many_products_come_in_parts_that_stay_small(client: Client, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PART", 4)
    for _number in range(9):
        shelf.put()
    names = [name for name in parts(client) if "products-" in name]
    assert len(names) >= 3
    counts = [len(addresses(client, name)) for name in names]
    assert max(counts) <= 8 and sum(counts) == 20
    assert rules.PART * 2 <= 50_000


def test_it_comes_compressed_and_whoever_has_it_is_told_so(client: Client, shelf: Shelf) -> None:
    for address in ("/sitemap.xml", "/sitemaps/districts.xml"):
        packed = client.get(address, headers={"Accept-Encoding": "gzip, br"})
        assert packed["Content-Encoding"] == "gzip" and packed["Vary"] == "Accept-Encoding"
        assert packed["Cache-Control"] == "public, max-age=900"
        plain = b"".join(client.get(address).streaming_content)
        assert gzip.decompress(packed.content) == plain
        assert client.get(address, headers={"If-None-Match": packed["ETag"]}).status_code == 304
        assert client.post(address).status_code == 405


def test_a_part_is_made_once_and_kept(client: Client, shelf: Shelf) -> None:
    before = addresses(client, "/sitemaps/sellers-0.xml")
    asked: list[str] = []

    def note(execute: Callable[..., object], sql: object, *rest: object) -> object:
        asked.append(str(sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        assert addresses(client, "/sitemaps/sellers-0.xml") == before
    assert asked == []


def test_without_valkey_it_is_made_each_time(client: Client, shelf: Shelf, settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}}
    assert f"{HOST}/products/kadhwa-saree/" in addresses(client, f"/sitemaps/products-{shelf.products[0].pk // rules.PART}.xml")


def test_three_products_cost_what_one_costs(client: Client, shelf: Shelf) -> None:
    def statements() -> int:
        cache.clear()
        asked: list[str] = []

        def note(execute: Callable[..., object], sql: object, *rest: object) -> object:
            asked.append(str(sql))
            return execute(sql, *rest)

        with connection.execute_wrapper(note):
            everything(client)
        return len(asked)

    one = statements()
    shelf.put()
    shelf.put()
    SellerFactory()
    assert statements() == one


@pytest.mark.parametrize(
    "name", ["products-999", "products", "products-00", "products--1", "states-0", "nothing", "sellers-9999999999", "house-1"]
)
def test_a_part_that_there_is_not_is_a_404(client: Client, shelf: Shelf, name: str) -> None:
    assert client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_a_house_without_a_channel_has_a_sitemap(client: Client, db: None) -> None:
    assert f"{HOST}/states/" in addresses(client, "/sitemaps/house.xml")
    assert all("products-" not in name for name in parts(client))
    for name in parts(client):
        addresses(client, name)


def test_the_operator_says_which_origin_addresses_have(client: Client, shelf: Shelf, settings: Settings) -> None:
    settings.PUBLIC_ORIGIN = "https://bazaar.example"
    settings.ALLOWED_HOSTS = ["inner.example", "testserver"]
    for host in ("inner.example", "testserver"):
        answer = client.get("/sitemap.xml", headers={"Host": host})
        text = b"".join(answer.streaming_content).decode()
        assert "<loc>https://bazaar.example/sitemaps/states.xml</loc>" in text and host not in text
        html = client.get("/hi/?utm_source=letter", headers={"Host": host}).content.decode()
        assert '<link rel="canonical" href="https://bazaar.example/hi/">' in html
        assert f"//{host}" not in html
    assert client.get("/sitemap.xml", headers={"Host": "stranger.example"}).status_code == 400


def test_robots_are_told_where_it_is_and_kept_from_nothing_that_is_listed(client: Client, shelf: Shelf) -> None:
    text = client.get("/robots.txt").content.decode()
    assert f"\nSitemap: {HOST}/sitemap.xml\n" in text
    barred = [line.removeprefix("Disallow: ") for line in text.splitlines() if line.startswith("Disallow: ")]
    assert "/graphql/" in barred
    seen = [*everything(client), "/media/public/pictures/a/b.webp", "/static/css/zila.css", "/products/?gi=1", "/sitemap.xml"]
    assert [(address, bar) for address in seen for bar in barred if address.startswith(bar)] == []


@pytest.mark.parametrize("query", ["?q=saree", "?gi=1&utm_source=x", "?sort=price"])
def test_views_of_a_list_name_themselves_and_are_not_listed(client: Client, shelf: Shelf, query: str) -> None:
    html = client.get(f"/products/{query}").content.decode()
    kept = query.replace("&utm_source=x", "")
    assert f'<link rel="canonical" href="{HOST}/products/{kept}">' in html
    assert 'name="robots" content="noindex,follow"' in html


@pytest.mark.parametrize("query", ["?utm_source=letter&utm_medium=x", "?fbclid=abc&gclid=d", "?variant=SAREE-1-0"])
def test_where_a_reader_comes_from_makes_no_other_page(client: Client, shelf: Shelf, query: str) -> None:
    html = client.get(f"/products/kadhwa-saree/{query}").content.decode()
    assert f'<link rel="canonical" href="{HOST}/products/kadhwa-saree/">' in html
    assert "noindex" not in html
