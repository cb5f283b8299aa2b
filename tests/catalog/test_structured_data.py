"""What pages say to machines: JSON-LD that parses, cannot be broken out of, and has what Google's rich results ask for."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context
from django.test import Client
from django.utils import timezone

from catalog.products.models import Product, ProductChannelListing, ProductLegal
from catalog.stock.models import Stock
from frontend_templates.structured import absolute, breadcrumbs, script
from frontend_templates.templatetags.found import shared_card, structured
from marketplace.sellers.models import Seller
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
Thing = dict[str, Any]


@pytest.fixture
def shelf() -> Shelf:
    """A shop with one product."""
    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    return shelf


def graph(client: Client, address: str) -> list[Thing]:
    """The things that a page tells of; it has one block of them."""
    html = client.get(address).content.decode()
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(blocks) == 1, address
    said = json.loads(blocks[0])
    assert said["@context"] == "https://schema.org"
    return list(said["@graph"])


def of_kind(things: list[Thing], *kinds: str) -> Thing:
    [found] = [thing for thing in things if thing["@type"] in kinds]
    return found


def parts(thing: Any) -> Iterator[Thing]:
    """A thing and all that is in it."""
    if isinstance(thing, dict):
        yield thing
        thing = list(thing.values())
    if isinstance(thing, list):
        for part in thing:
            yield from parts(part)


# What Google's documentation of rich results calls required, and what we promise beyond: by type.
REQUIRED = {
    "Product": {"name", "image", "offers", "description", "brand"},
    "Offer": {"price", "priceCurrency", "availability", "itemCondition", "url", "seller"},
    "AggregateOffer": {"lowPrice", "highPrice", "priceCurrency", "offerCount"},
    "BreadcrumbList": {"itemListElement"},
    "Organization": {"name", "url"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position"},
    "Person": {"name"},
    "AdministrativeArea": {"name"},
    "PostalAddress": {"streetAddress", "addressLocality", "postalCode", "addressCountry"},
    "PropertyValue": {"name", "value"},
    "Brand": {"name"},
}


def assert_whole(things: list[Thing]) -> None:
    """Each part has a type, all that its type must have, nothing empty, and only whole addresses."""
    for part in parts(things):
        assert all(value not in ("", [], {}, None) for value in part.values()), part
        if set(part) == {"@id"}:
            continue
        missing = REQUIRED.get(part["@type"], set()) - set(part)
        assert missing <= ({"image"} if part["@type"] == "Product" else set()), (part["@type"], missing)
        for name in ("url", "item", "@id"):
            assert str(part.get(name, HOST)).startswith(HOST), part
        if part["@type"] == "BreadcrumbList":
            steps = part["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert all("item" in step and step["name"] for step in steps[:-1]) and len(steps) >= 2


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_every_page_says_what_it_is_in_whole_sentences(client: Client, shelf: Shelf, prefix: str) -> None:
    for address in (
        "/", "/states/", "/states/uttar-pradesh/", "/districts/varanasi/", "/gi/", f"/gi/{shelf.tag.slug}/", "/categories/",
        f"/categories/{shelf.category.slug}/", "/products/", f"/products/{shelf.products[0].slug}/", "/crafts/",
        f"/crafts/{shelf.products[0].craft.slug}/", f"/sellers/{shelf.seller.slug}/",
    ):  # fmt: skip
        things = graph(client, prefix + address)
        assert_whole(things)
        assert any(thing["@type"] in ("BreadcrumbList", "WebSite") for thing in things), address


def test_a_product_with_two_variants_tells_the_span_and_each_offer(client: Client, shelf: Shelf) -> None:
    things = graph(client, "/products/kadhwa-saree/")
    product = of_kind(things, "Product")
    assert product["name"] == "Kadhwa saree" and product["url"] == f"{HOST}/products/kadhwa-saree/"
    assert product["brand"] == {"@type": "Brand", "name": "Ganga Weavers"}
    assert product["manufacturer"]["url"] == f"{HOST}/sellers/ganga-weavers/"
    assert product["description"].startswith("Woven on a pit loom.")
    assert product["category"] == "Cloth > Sarees"
    told = {fact["name"]: fact["value"] for fact in product["additionalProperty"]}
    assert told["District"] == "Varanasi, Uttar Pradesh"
    assert told["Geographical Indication"] == "Banaras Brocades and Sarees"
    assert told["One District One Product"] == "Banarasi silk saree"
    span = product["offers"]
    assert (span["@type"], span["offerCount"], span["priceCurrency"]) == ("AggregateOffer", 2, "INR")
    assert (span["lowPrice"], span["highPrice"]) == ("125000.00", "125500.50")
    assert [offer["availability"].rpartition("/")[2] for offer in span["offers"]] == ["OutOfStock", "InStock"]
    assert span["availability"].endswith("/InStock")
    assert [Decimal(offer["price"]) for offer in span["offers"]] == [Decimal("125000"), Decimal("125500.5")]
    for offer in span["offers"]:
        assert offer["url"] == f"{product['url']}?variant={offer['sku']}"
        assert f'rel="canonical" href="{product["url"]}"' in client.get(offer["url"].removeprefix(HOST)).content.decode()
    assert "hasMerchantReturnPolicy" not in json.dumps(product)


def test_one_variant_is_one_offer_and_none_is_no_offer(client: Client, shelf: Shelf) -> None:
    product = shelf.products[0]
    first = product.variants.order_by("pk").first()
    assert first is not None
    product.variants.exclude(pk=first.pk).delete()
    said = of_kind(graph(client, "/products/kadhwa-saree/"), "Product")
    assert said["offers"]["@type"] == "Offer" and said["offers"]["price"] == "125000.00"
    assert said["sku"] == said["offers"]["sku"] == first.sku
    first.channel_listings.all().delete()
    things = graph(client, "/products/kadhwa-saree/")
    assert [thing["@type"] for thing in things] == ["BreadcrumbList"]


@pytest.mark.parametrize(("prefix", "name"), [("", "Japan"), ("/hi", "जापान")])
def test_the_country_is_called_as_the_page_calls_it(client: Client, shelf: Shelf, prefix: str, name: str) -> None:
    ProductLegal.objects.update(country_of_origin="JP")
    said = of_kind(graph(client, f"{prefix}/products/kadhwa-saree/"), "Product")
    assert said["countryOfOrigin"] == {"@type": "Country", "name": name}


def test_nothing_left_is_out_of_stock_and_what_opens_later_cannot_be_had_before(client: Client, shelf: Shelf) -> None:
    opens = timezone.now() + timedelta(days=2)
    ProductChannelListing.objects.update(available_for_purchase_at=opens)
    span = of_kind(graph(client, "/products/kadhwa-saree/"), "Product")["offers"]
    assert {part["availability"].rpartition("/")[2] for part in (span, *span["offers"])} == {"OutOfStock"}
    assert span["offers"][1]["availabilityStarts"] == opens.isoformat()
    Stock.objects.update(quantity=0)
    span = of_kind(graph(client, "/products/kadhwa-saree/"), "Product")["offers"]
    assert span["availability"].endswith("/OutOfStock")


def test_the_badge_is_told_of_only_while_it_is_borne(client: Client) -> None:
    shelf = open_shop(valid_for=-1)
    product = shelf.put("Kadhwa saree", odop=False)
    said = of_kind(graph(client, f"/products/{product.slug}/"), "Product")
    names = {fact["name"] for fact in said["additionalProperty"]}
    assert not names & {"Geographical Indication", "One District One Product"}


def test_the_way_to_a_page_is_told_in_its_language(client: Client, shelf: Shelf) -> None:
    steps = of_kind(graph(client, "/hi/districts/varanasi/"), "BreadcrumbList")["itemListElement"]
    assert [step.get("item") for step in steps] == [
        f"{HOST}/hi/", f"{HOST}/hi/states/", f"{HOST}/hi/states/uttar-pradesh/", None
    ]  # fmt: skip
    assert steps[2]["name"] == "उत्तर प्रदेश"


def test_a_district_is_a_place_in_its_state_and_lists_its_products(client: Client, shelf: Shelf) -> None:
    things = graph(client, "/districts/varanasi/")
    place = of_kind(things, "AdministrativeArea")
    assert place["name"] == "Varanasi" and place["alternateName"] == ["Benares", "Kashi"]
    assert place["containedInPlace"]["name"] == "Uttar Pradesh"
    listed = of_kind(things, "ItemList")["itemListElement"]
    assert [item["url"] for item in listed] == [f"{HOST}/products/kadhwa-saree/"]


def test_a_maker_is_an_organisation_or_a_person_with_what_the_law_makes_public(client: Client, shelf: Shelf) -> None:
    maker = of_kind(graph(client, "/sellers/ganga-weavers/"), "Organization")
    assert maker["legalName"] == "Ganga Weavers Producer Company Limited" and maker["foundingDate"] == "1998"
    assert maker["address"]["postalCode"] == "221001" and maker["address"]["addressRegion"] == "Uttar Pradesh"
    assert maker["contactPoint"]["email"] == "care@ganga.example"
    Seller.objects.update(kind="ARTISAN")
    person = of_kind(graph(client, "/hi/sellers/ganga-weavers/"), "Person")
    assert person["name"] == "गंगा बुनकर" and "legalName" not in person


@pytest.mark.parametrize("kind", Seller.Kind.values)
def test_a_maker_is_the_same_on_its_page_and_on_those_of_its_products(client: Client, shelf: Shelf, kind: str) -> None:
    Seller.objects.update(kind=kind)
    at_home = of_kind(graph(client, "/sellers/ganga-weavers/"), "Person", "Organization")
    product = of_kind(graph(client, "/products/kadhwa-saree/"), "Product")
    for said in (product["manufacturer"], *(offer["seller"] for offer in product["offers"]["offers"])):
        assert said == {key: at_home[key] for key in ("@type", "@id", "name", "url")}
    assert (at_home["@type"] == "Person") is (kind == "ARTISAN")


@pytest.mark.parametrize("address", ["/products/", "/categories/sarees/", "/gi/banaras-brocades/", "/sellers/ganga-weavers/"])
def test_lists_name_their_products(client: Client, shelf: Shelf, address: str) -> None:
    listed = of_kind(graph(client, address), "ItemList")
    assert listed["numberOfItems"] == 1


def test_the_home_page_tells_of_the_house_and_its_search(client: Client, shelf: Shelf) -> None:
    for prefix, language in (("", "en"), ("/hi", "hi")):
        things = graph(client, f"{prefix}/")
        site = of_kind(things, "WebSite")
        assert site["inLanguage"] == language
        template = site["potentialAction"]["target"]["urlTemplate"]
        assert template == f"{HOST}{prefix}/products/?q={{search_term_string}}"
        assert client.get(template.removeprefix(HOST).replace("{search_term_string}", "saree")).status_code == 200
        assert of_kind(things, "Organization")["logo"].startswith(f"{HOST}/static/")


EVIL = "</script><script>alert(1)</script><!-- & \u2028\u2029 ]]> \"'"


def test_no_text_can_end_the_block(client: Client, shelf: Shelf) -> None:
    Product.objects.update(name=EVIL)
    html = client.get("/products/kadhwa-saree/").content.decode()
    assert "<script>alert" not in html
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert not set("<>&\u2028\u2029") & set(block)
    assert of_kind(json.loads(block)["@graph"], "Product")["name"] == EVIL


def test_addresses_are_made_whole_and_other_texts_stay() -> None:
    thing = {"url": "/a/", "name": "/b/", "image": ["/c.webp", "https://else.example/d"], "in": [{"item": "/e/"}]}
    assert absolute(thing, "https://bazaar.example") == {
        "url": "https://bazaar.example/a/", "name": "/b/",
        "image": ["https://bazaar.example/c.webp", "https://else.example/d"], "in": [{"item": "https://bazaar.example/e/"}],
    }  # fmt: skip
    assert breadcrumbs([], "Here", "/", "Home")["itemListElement"][-1] == {"@type": "ListItem", "position": 2, "name": "Here"}
    assert "नमस्ते" in script([{"name": "नमस्ते"}], "")


def test_a_page_that_is_no_page_says_nothing(client: Client, shelf: Shelf) -> None:
    assert structured(Context({})) == "" and shared_card(Context({})) == ""
    assert "ld+json" not in client.get("/nothing/here/").content.decode()
