"""The rest of the catalogue in Saleor's words: attributes, collections, metadata, taxes, declarations; in constant statements."""

from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from catalog.attributes.actions import create as create_attribute
from catalog.attributes.models import Attribute
from catalog.attributes.selected import ASSIGNED_TYPES
from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.media.models import Picture, ProductMedia, Rendition
from catalog.pages.models import PageTypeAttribute
from catalog.products.actions import rate
from catalog.products.models import Product, ProductType, ProductVariant
from catalog.products.values import write_product_values
from catalog.publication.actions import publish, set_price
from marketplace.channels.actions import create as create_channel
from marketplace.content.models import PageType
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.context import Context
from marketplace.kit.graphql.documents import Document
from marketplace.kit.graphql.execute import run_plan
from marketplace.kit.ids import global_id
from marketplace.kit.money import Money
from marketplace.tariff.models import GstRate
from tests.graphql_client import ask
from tests.saleor.window import Window, open_window

# ruff: noqa: UP031  GraphQL documents are full of braces

pytestmark = pytest.mark.django_db
META = 'metadata { key value } metafield(key: "loom") metafields(keys: ["loom", "none"])'
ATTRIBUTE = (
    """id slug name inputType entityType type unit unitSymbol withChoices filterableInStorefront
    choices(first: 5) { totalCount edges { node {
        id slug name inputType translation(languageCode: HI) { id name language { code } } } } }
    translation(languageCode: HI) { id name language { code language } } %s"""
    % META
)
CARRIED = """... on AssignedDateAttribute { day: value }
    ... on AssignedTextAttribute { rich: value words: translation(languageCode: HI) }
    ... on AssignedMultiProductReferenceAttribute { several: value(limit: 5) { slug } }
    ... on AssignedSingleProductReferenceAttribute { one: value { slug } }
    ... on AssignedSingleProductVariantReferenceAttribute { part: value { sku product { slug } } }
    ... on AssignedSingleCollectionReferenceAttribute { set: value { slug } }"""
PRICE = "{ currency gross { amount currency } net { amount } tax { amount } }"
PRICING = """{ onSale displayGrossPrices discount %(p)s priceRange { start %(p)s stop %(p)s }
    priceRangeUndiscounted { start %(p)s stop %(p)s } }""" % {"p": PRICE}
VARIANT = """id sku name channel quantityAvailable trackInventory weight { unit value } translation(languageCode: HI) { id name }
    netQuantity netQuantityUnit product { slug } media { id sortOrder url(size: 256, format: AVIF) } %s
    attributes { attribute { slug } values { %s } } assignedAttributes(limit: 3) { __typename attribute { slug } %s }
    assignedAttribute(slug: "colour") { attribute { slug } }
    pricing { onSale discount %s price %s priceUndiscounted %s mrp { amount } }""" % (
    META, "id name slug value inputType reference plainText richText boolean date dateTime file { url contentType }", CARRIED,
    PRICE, PRICE, PRICE,
)  # fmt: skip
PRODUCT = """id slug name channel created updatedAt rating isAvailable isAvailableForPurchase availableForPurchaseAt %s
    productType { id slug name hasVariants isShippingRequired %s productAttributes { slug } variantAttributes { slug } }
    collections { slug products(first: 1) { totalCount } } category { slug backgroundImage(size: 400) { url } }
    attribute(slug: "weave") { values { name } } attributes { attribute { %s } values { name reference } }
    assignedAttributes { __typename attribute { slug } %s } media(sortBy: {direction: DESC, field: ID}) { id }
    defaultVariant { sku } variant(sku: "none") { sku } variants { %s }
    productVariants(first: 1) { totalCount edges { node { sku } } }
    translation(languageCode: EN_IN) { name language { code } } pricing %s
    legal { mrp { amount } netQuantity netQuantityUnit manufacturer countryOfOrigin genericName } seller { slug }""" % (
    META, META, ATTRIBUTE, CARRIED, VARIANT, PRICING,
)  # fmt: skip
LIST = "{ products(first: 9, sortBy: {field: CREATED_AT, direction: ASC}) { edges { node { %s } } } }" % PRODUCT


@pytest.fixture
def window() -> Window:
    return open_window()


def _told() -> list[dict[str, Any]]:
    """The answer to LIST, which costs more than the door allows."""
    document = Document(schema(), LIST)
    assert document.errors == []
    steps = document.plan(document.operation(None), {})
    data = run_plan(steps, Context(RequestFactory().post("/graphql/")), {})
    return [edge["node"] for edge in data["products"]["edges"]]


def _first() -> dict[str, Any]:
    return _told()[0]


def test_a_product_to_the_last_field(window: Window) -> None:
    node = _first()
    assert (node["channel"], node["rating"], node["variant"], node["isAvailableForPurchase"]) == ("india", None, None, True)
    assert node["productType"]["slug"] == "drape"
    assert [row["slug"] for row in node["productType"]["variantAttributes"]] == ["colour", "length", "blouse", "note"]
    assert node["collections"] == [{"slug": "wedding-chest", "products": {"totalCount": 2}}]
    assert node["attribute"] == {"values": [{"name": "Katan"}]}
    assert node["defaultVariant"]["sku"] == node["variants"][0]["sku"] == node["productVariants"]["edges"][0]["node"]["sku"]
    assert node["translation"] == {"name": "Katan silk saree", "language": {"code": "EN"}}
    assert node["legal"]["manufacturer"] == "Ganga Weavers, 12 Madanpura, Varanasi 221001"
    assert (node["legal"]["mrp"], node["legal"]["netQuantity"]) == ({"amount": 12600.0}, 1)
    carried = {one["attribute"]["slug"]: one for one in node["assignedAttributes"]}
    assert carried["woven-on"]["day"] == "2026-01-14"
    assert carried["story"]["rich"]["blocks"][0]["data"]["text"] == "Woven in a lane behind the ghats."
    assert carried["story"]["words"] is None
    assert [one["slug"] for one in carried["goes-with"]["several"]] == ["silk-stole"] == [carried["sister"]["one"]["slug"]]
    assert carried["cut-from"]["part"]["product"] == {"slug": "silk-stole"}
    values = {one["attribute"]["slug"]: one["values"][0] for one in node["attributes"]}
    assert values["goes-with"] == {"name": None, "reference": global_id("Product", window.stole.pk)}
    assert (values["days"]["name"], values["handmade"]["name"], values["leaflet"]["name"]) == ("11.5", "Yes", "care.pdf")


def test_a_variant_to_the_last_field(window: Window) -> None:
    plain = _first()["variants"][0]
    assert (plain["weight"], plain["trackInventory"], plain["translation"]) == ({"unit": "G", "value": 700.0}, True, None)
    assert plain["pricing"]["mrp"] == {"amount": 12600.0}
    assert plain["pricing"]["discount"] == {
        "currency": "INR", "gross": {"amount": 2100.0, "currency": "INR"}, "net": {"amount": 2000.0}, "tax": {"amount": 100.0},
    }  # fmt: skip
    assert plain["media"][0]["sortOrder"] == 0
    of = {one["attribute"]["slug"]: one["values"][0] for one in plain["attributes"]}
    assert (of["note"]["plainText"], of["length"]["value"], of["blouse"]["boolean"]) == ("Measured by hand", "550", True)


def test_pictures_are_shown_once_their_files_are_there(window: Window) -> None:
    query = """{ product(slug: "silk-stole") { thumbnail { url } media { alt url } variants { media { alt url } } } }"""
    picture = Picture.objects.create(sha256="1" * 64, state="uploaded", upload_key="quarantine/uploads/1", width=1200, height=800)
    media = ProductMedia.objects.create(product=window.stole, picture=picture, alt="A stole")
    media.variants.set(window.stole.variants.all())
    assert ask(query)["product"] == {"thumbnail": None, "media": [], "variants": [{"media": []}, {"media": []}]}
    key = f"public/pictures/{'1' * 32}/1200-00000000.webp"
    Rendition.objects.create(picture=picture, format="WEBP", size=1200, width=1200, height=800, byte_count=1, key=key)
    shown = {"alt": "A stole", "url": f"http://testserver/media/{key}"}
    of = ask(query)["product"]
    assert (of["media"], of["variants"]) == ([shown], [{"media": [shown]}, {"media": [shown]}])
    assert of["thumbnail"] == {"url": shown["url"]}


def test_attributes_at_the_root(window: Window) -> None:
    page = ask('{ attributes(first: 30, search: "WEA") { totalCount edges { node { %s } } } }' % ATTRIBUTE)["attributes"]
    [weave] = [edge["node"] for edge in page["edges"]]
    assert (weave["inputType"], weave["type"], weave["withChoices"], weave["unit"]) == ("DROPDOWN", "PRODUCT_TYPE", True, None)
    assert weave["choices"]["totalCount"] == 2
    assert weave["choices"]["edges"][0]["node"]["translation"]["name"] == "katan (hi)"
    assert weave["translation"]["language"] == {"code": "HI", "language": "Hindi"}
    assert ask('{ attribute(slug: "length") { unit unitSymbol } }')["attribute"] == {"unit": "CM", "unitSymbol": "cm"}
    assert ask('{ attribute(id: "%s") { slug } }' % weave["id"])["attribute"] == {"slug": "weave"}
    assert ask('{ attribute(slug: "none") { slug } }')["attribute"] is None
    filtered = "{ attributes(first: 30, filter: {filterableInStorefront: true}, sortBy: {field: NAME, direction: DESC}) %s }"
    rows = ask(filtered % "{ edges { node { slug } } }")["attributes"]["edges"]
    assert [edge["node"]["slug"] for edge in rows] == ["weave", "colour"]


def test_every_kind_of_attribute_has_its_type() -> None:
    known = schema().type_map
    kinds = {(kind, "") for kind in Attribute.InputType.values if "REFERENCE" not in kind}
    references = {(kind, of) for kind in ("REFERENCE", "SINGLE_REFERENCE") for of in Attribute.EntityType.values}
    assert set(ASSIGNED_TYPES) == kinds | references
    assert all(str(of._meta.name) in known for of in ASSIGNED_TYPES.values())


def test_references_to_categories_collections_and_variants(window: Window) -> None:
    of = {
        "branch": ("SINGLE_REFERENCE", "CATEGORY"), "branches": ("REFERENCE", "CATEGORY"),
        "chests": ("REFERENCE", "COLLECTION"), "parts": ("REFERENCE", "PRODUCT_VARIANT"),
    }  # fmt: skip
    rows = {slug: create_attribute(slug=slug, name=slug, input_type=kind, entity_type=to) for slug, (kind, to) in of.items()}
    for row in rows.values():
        window.shop.product_type.attribute_slots.create(attribute=row)
    category, parts = window.shop.category, list(window.saree.variants.order_by("sort_order").values_list("pk", flat=True))
    write_product_values(
        window.stole,
        {"branch": category.pk, "branches": [category.parent_id, category.pk], "chests": [window.collection.pk], "parts": parts},
    )
    carried = ask("""{ product(slug: "silk-stole") { assignedAttributes { attribute { slug type }
        ... on AssignedSingleCategoryReferenceAttribute { one: value { slug } }
        ... on AssignedMultiCategoryReferenceAttribute { categories: value(limit: 1) { slug } }
        ... on AssignedMultiCollectionReferenceAttribute { collections: value { slug products(first: 1) { totalCount } } }
        ... on AssignedMultiProductVariantReferenceAttribute { variants: value { name product { slug } } } } } }""")
    found = {one["attribute"]["slug"]: one for one in carried["product"]["assignedAttributes"]}
    assert found["branch"]["one"] == {"slug": "sarees"} and found["branches"]["categories"] == [{"slug": "cloth"}]
    assert found["chests"]["collections"] == [{"slug": "wedding-chest", "products": {"totalCount": 2}}]
    assert [one["name"] for one in found["parts"]["variants"]] == ["Plain", "With zari"]
    assert found["parts"]["variants"][0]["product"] == {"slug": "katan-silk-saree"}


def test_attributes_of_pages_say_so(window: Window) -> None:
    lead = create_attribute(slug="lead", name="Lead", input_type="PLAIN_TEXT")
    kind = PageType.objects.create(slug="story", name="Story")
    PageTypeAttribute.objects.create(page_type=kind, attribute=lead)
    PageTypeAttribute.objects.create(page_type=kind, attribute=window.attributes["care"])
    both = ask('{ lead: attribute(slug: "lead") { type } care: attribute(slug: "care") { type } }')
    assert both == {"lead": {"type": "PAGE_TYPE"}, "care": {"type": "PRODUCT_TYPE"}}


def test_collections_at_the_root(window: Window) -> None:
    query = "{ collections(first: 5, filter: %s) { totalCount edges { node { slug } } } }"
    for given, count in {
        '{search: "chest"}': 1,
        '{search: "संदूक"}': 1,
        '{slugs: ["other"]}': 0,
        '{metadata: [{key: "a"}]}': 0,
    }.items():
        assert ask(query % given)["collections"]["totalCount"] == count, given
    create_channel(slug="export", name="Export", currency_code="USD")
    assert ask('{ collections(first: 5, channel: "export") { totalCount } }')["collections"]["totalCount"] == 0
    assert ask('{ collection(slug: "wedding-chest", channel: "export") { slug } }')["collection"] is None
    window.collection.channel_listings.update(is_published=False)
    answer = ask("""{ collection(slug: "wedding-chest") { slug } products(first: 5) { edges { node { collections { slug }
        assignedAttributes { ... on AssignedSingleCollectionReferenceAttribute { value { slug } } } } } } }""")
    assert answer["collection"] is None and "wedding-chest" not in str(answer)


@pytest.mark.parametrize(
    ("ask_for", "slugs"),
    [
        ('categories(first: 5, filter: {search: "साड़ियाँ"})', ["sarees"]),
        ('categories(first: 5, filter: {search: "साड़ियाँ SAR"})', ["sarees"]),
        ('categories(first: 5, filter: {search: "साड़ियाँ कपड़ा"})', []),
        ('attributes(first: 30, search: "रंग")', ["colour"]),
        ('attributes(first: 30, search: "रंग our COL")', ["colour"]),
        ('attributes(first: 30, search: "रंग बुनाई")', []),
        ('collections(first: 5, filter: {search: "chest WED"})', ["wedding-chest"]),
        ('collections(first: 5, filter: {search: "संदूक wedding"})', ["wedding-chest"]),
        ('collections(first: 5, filter: {search: "संदूक puja"})', []),
    ],
)
def test_a_search_looks_for_each_word_in_every_language(ask_for: str, slugs: list[str], window: Window) -> None:
    found = ask("{ it: %s { edges { node { slug } } } }" % ask_for)["it"]
    assert [edge["node"]["slug"] for edge in found["edges"]] == slugs


def test_categories_are_narrowed_and_ordered(window: Window) -> None:
    query = "{ categories(first: 5%s) { edges { node { slug } } } }"
    root = global_id("Category", window.shop.category.parent_id)
    cases = {
        ', filter: {search: "sar"}': ["sarees"], ', filter: {ids: ["%s"]}' % root: ["cloth"], ", level: 1": ["sarees"],
        ', where: {OR: [{ids: ["%s"]}, {ids: []}]}' % root: ["cloth"], ', where: {AND: [{ids: ["%s"]}, {ids: []}]}' % root: [],
        ", sortBy: {field: NAME, direction: DESC}": ["sarees", "cloth"], ', filter: {metadata: [{key: "a"}]}': [],
        ", sortBy: {field: SUBCATEGORY_COUNT, direction: ASC}": ["sarees", "cloth"],
    }  # fmt: skip
    for given, slugs in cases.items():
        assert [edge["node"]["slug"] for edge in ask(query % given)["categories"]["edges"]] == slugs, given


def test_metadata(window: Window) -> None:
    for model in (Attribute, Category, Collection, Product, ProductType, ProductVariant):
        model._default_manager.update(metadata={"loom": "pit", "age": "11"})
    node = _first()
    wanted = {
        "metadata": [{"key": "age", "value": "11"}, {"key": "loom", "value": "pit"}], "metafield": "pit",
        "metafields": {"loom": "pit"},
    }  # fmt: skip
    for thing in (node, node["productType"], node["variants"][0], node["attributes"][0]["attribute"]):
        assert {key: thing[key] for key in wanted} == wanted
    both = ask('{ category(slug: "sarees") { %s } collection(slug: "wedding-chest") { %s } }' % (META, META))
    assert both == {"category": wanted, "collection": wanted}


def test_tax_is_told_only_where_it_is_certain(window: Window) -> None:
    def tax() -> Any:
        return _first()["pricing"]["priceRange"]["start"]["tax"]["amount"]

    assert tax() == 500.0
    rate = GstRate.objects.get()
    rate.rate, rate.as_printed = None, "5/18"  # hangs on more than the price
    rate.save()
    assert tax() == 0
    rate.rate, rate.threshold_paise, rate.rate_above = 500, 9_500_00, 1800
    rate.save()
    assert tax() == 0  # Rs 10,500 lies just above the threshold: no rate is consistent
    rate.threshold_paise = 1_000_00
    rate.save()
    start = _first()["pricing"]["priceRange"]["start"]
    assert (start["tax"]["amount"], start["net"]["amount"]) == (1601.69, 8898.31)
    channel = create_channel(slug="export", name="Export", currency_code="USD")
    plain = window.saree.variants.get(name="Plain")
    set_price(variant=plain, channel=channel, price=Money(12_600, "USD"))
    publish(product=window.saree, channel=channel)
    abroad = ask('{ product(slug: "katan-silk-saree", channel: "export") { pricing %s } }' % PRICING)["product"]["pricing"]
    assert abroad["priceRange"]["start"]["tax"]["amount"] == 0 and abroad["priceRange"]["start"]["currency"] == "USD"


def test_a_pack_is_taxed_by_the_piece(window: Window) -> None:
    GstRate.objects.update(threshold_paise=1_500_00, rate_above=1800)
    ProductVariant.objects.filter(product=window.saree).update(net_quantity=10)
    pack = _first()["variants"][0]["pricing"]["price"]  # Rs 1,050 a piece
    assert pack["tax"] == {"amount": 500.0}


def test_the_statements_do_not_depend_on_rows(window: Window) -> None:
    def statements() -> int:
        _told()
        with CaptureQueriesContext(connection) as caught:
            _told()
        return len(caught)

    two = statements()
    for _ in range(2):
        window.shop.put()
    assert statements() == two
    assert two < 80  # for about two hundred fields


def test_designations_as_one_list(window: Window) -> None:
    query = "{ odopProducts(first: 5, %s) { totalCount edges { node { product district { slug state { slug } } } } } }"
    varanasi = global_id("District", window.shop.district.pk)
    state = global_id("State", window.shop.district.state_id)
    for given, count in {
        'search: "silk"': 1, 'search: "none"': 0, 'districts: ["%s"]' % varanasi: 1, 'states: ["%s"]' % state: 1,
        'sectors: ["handloom_textile"]': 1, 'sectors: []': 0, 'schemes: ["NONE"]': 0,
    }.items():  # fmt: skip
        assert ask(query % given)["odopProducts"]["totalCount"] == count, given
    [edge] = ask(query % 'search: "बनारसी"')["odopProducts"]["edges"]
    assert edge["node"] == {
        "product": "Banarasi silk saree",
        "district": {"slug": "varanasi", "state": {"slug": "uttar-pradesh"}},
    }


def test_a_rating_is_told_in_stars(window: Window) -> None:
    rate(product=window.saree, rating=433, reviews=3)
    assert {node["slug"]: node["rating"] for node in _told()}[window.saree.slug] == 4.33
