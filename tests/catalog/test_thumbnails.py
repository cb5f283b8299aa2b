"""Thumbnails: the statement chooses the file that media.rules.thumbnail chooses, of the first picture that is not refused."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from catalog.listing.queries import Parent, ProductOrder, Sorting, products_of, products_page
from catalog.media.models import Picture, ProductMedia, ProductMediaTranslation, Rendition
from catalog.media.queries import Fitting, covers_of, thumbnails_in, thumbnails_of
from catalog.products.models import Product
from marketplace.channels.queries import viewpoint
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.context import Context
from marketplace.kit.graphql.documents import Documents
from marketplace.kit.graphql.execute import run_plan, run_reference
from marketplace.kit.paging import PageRequest
from tests.graphql_client import post
from tests.search.shelf import open_shop

pytestmark = pytest.mark.django_db


def _picture(product: Product, sizes: dict[str, tuple[int, ...]], *, state: str = "ready", place: int = 0) -> ProductMedia:
    mark = f"{product.pk}-{place}"
    picture = Picture.objects.create(sha256=mark, state=state, upload_key="", width=1200, height=900)
    for form, of_form in sizes.items():
        for size in of_form:
            key = f"public/{mark}/{size}.{form.lower()}"
            Rendition.objects.create(picture=picture, format=form, size=size, width=size, height=size, key=key, byte_count=1)
    return ProductMedia.objects.create(product=product, picture=picture, alt=f"Picture {place}", sort_order=place)


@pytest.mark.parametrize("sizes", [(180, 360, 720, 1200), (180, 500), (150,), ()])
@pytest.mark.parametrize("form", ["WEBP", "AVIF"])
def test_the_statement_chooses_as_the_rule_does(sizes: tuple[int, ...], form: str) -> None:
    product = open_shop().put()
    _picture(product, {"WEBP": sizes, "AVIF": sizes[:1]})
    cover = covers_of([product.pk], "en")[product.pk]
    for wanted in (1, 150, 180, 181, 360, 500, 719, 721, 1200, 4096):
        found = thumbnails_of([product.pk], "en", wanted, form).get(product.pk)
        assert (found.url if found else "") == cover.thumbnail(wanted, form)


@pytest.mark.parametrize("sizes", [(180, 360, 720, 1200), (180, 500), (150,), ()])
def test_a_list_brings_the_same_along(sizes: tuple[int, ...]) -> None:
    shop = open_shop()
    product, bare = shop.put("Alpha"), shop.put("Beta")
    _picture(product, {"WEBP": (90,)}, state="refused")
    _picture(product, {"WEBP": sizes, "AVIF": sizes[:1]}, place=1)
    for form in ("WEBP", "AVIF"):
        for wanted in (1, 180, 181, 4096):
            found = thumbnails_of([product.pk, bare.pk], "en", wanted, form, base="https://zila.example")
            at, cover = viewpoint(language="en"), Fitting(wanted, form)
            for page in (
                products_page(at=at, page=PageRequest(first=5), cover=cover),
                products_page(at=at, page=PageRequest(first=5), cover=cover, order=ProductOrder(Sorting.CREATED)),
                *products_of(Parent.SELLER, [shop.seller.pk], at=at, page=PageRequest(first=5), cover=cover),
                *products_of(Parent.SELLER, [shop.seller.pk, 0], at=at, page=PageRequest(first=5), cover=cover)[:1],
            ):
                assert [row.id for row in page.rows] == [product.pk, bare.pk]
                brought = thumbnails_in({row.id: row.cover for row in page.rows}, base="https://zila.example")
                assert brought == {product.pk: found.get(product.pk), bare.pk: None}


def test_refused_pictures_are_passed_over_and_waiting_ones_are_not() -> None:
    shop = open_shop()
    refused, waiting, none = shop.put(), shop.put(), shop.put()
    _picture(refused, {"WEBP": (180,)}, state="refused")
    _picture(refused, {"WEBP": (360,)}, place=1)
    _picture(waiting, {}, state="uploaded")
    _picture(waiting, {"WEBP": (180,)}, place=1)
    found = thumbnails_of([refused.pk, waiting.pk, none.pk], "en", 256, "WEBP", base="https://zila.example")
    assert list(found) == [refused.pk]
    assert found[refused.pk] == (f"https://zila.example{settings.MEDIA_URL}public/{refused.pk}-1/360.webp", "Picture 1")


def test_the_alt_text_is_in_the_language_asked_for_where_it_is_kept() -> None:
    product = open_shop().put()
    media = _picture(product, {"WEBP": (180,)})
    ProductMediaTranslation.objects.create(media=media, language_code="hi", alt="साड़ी")
    assert thumbnails_of([product.pk], "hi", 180, "WEBP")[product.pk].alt == "साड़ी"
    assert thumbnails_of([product.pk], "en", 180, "WEBP")[product.pk].alt == "Picture 0"


AHEAD = """query Ahead($size: Int, $no: Boolean!) {
  a: products(first: 5) { totalCount edges { node { ...card } } }
  b: products(first: 5) { edges { node { thumbnail(size: $size, format: AVIF) { url } big: thumbnail(size: 1200) { url alt } } } }
  c: products(first: 5) { edges { node {
    thumbnail @include(if: $no) { url } other: thumbnail(size: 180) @skip(if: $no) { url } } } }
  d: sellers(first: 2) { edges { node { products(first: 5) { ...list } } } }
  e: product(slug: "alpha") { thumbnail { url } seller { products(first: 1) { edges { node { ...card } } } } }
}
fragment card on Product { id thumbnail(size: 256, format: WEBP) { url alt } }
fragment list on ProductCountableConnection { edges { ...edge } totalCount }
fragment edge on ProductCountableEdge { node { ... on Product { thumbnail { alt url } } } }
"""


@pytest.mark.parametrize("no", [True, False])
def test_what_is_brought_along_is_what_graphql_core_finds(no: bool) -> None:
    shop = open_shop()
    for name in ("Alpha", "Beta", "Gamma"):
        _picture(shop.put(name), {"WEBP": (180, 360, 720, 1200), "AVIF": (180,)} if name != "Beta" else {})
    variables = {"size": 400, "no": no}
    document = Documents(schema()).get(AHEAD)
    request = RequestFactory().get("/", headers={"host": "testserver"})
    plan = document.plan(document.operation(None), variables)
    assert plan is not None
    fast = run_plan(plan, Context(request), variables)
    slow = run_reference(document.schema, document.tree, Context(request), variables, None)
    assert (slow.errors, fast) == (None, slow.data)
    assert fast["a"]["edges"][0]["node"]["thumbnail"]["url"].endswith("360.webp")
    assert fast["d"]["edges"][0]["node"]["products"]["totalCount"] == 3


def test_a_list_with_its_thumbnails_is_one_statement() -> None:
    shop = open_shop()
    _picture(shop.put("Alpha"), {"WEBP": (360,)})

    def asked(fields: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert "errors" not in post("{ products(first: 3) { edges { node { " + fields + " } } } }").json()
        return len(queries)

    asked("slug thumbnail { url }")  # what is kept in memory is read
    assert asked("slug thumbnail { url }") == asked("slug")
    assert asked("slug thumbnail { url } more: thumbnail(size: 900) { url }") == asked("slug") + 1
