"""What `filter`, `where`, `search` and `sortBy` on products mean, and what no argument can make visible."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from catalog.listing.asked import order_of
from catalog.listing.filters import EVERYTHING
from catalog.listing.queries import listed_in
from catalog.listing.sorting import listed_by
from catalog.products.models import Product, ProductChannelListing
from marketplace.channels.queries import viewpoint
from marketplace.kit.ids import global_id
from marketplace.sellers.actions import suspend
from tests.graphql_client import ask, code_of
from tests.saleor.window import Window, open_window
from tests.search.learnt import learn

pytestmark = pytest.mark.django_db
LIST = """query($filter: ProductFilterInput, $where: ProductWhereInput, $search: String, $sortBy: ProductOrder) {
    products(first: 20, filter: $filter, where: $where, search: $search, sortBy: $sortBy) {
    totalCount edges { node { slug } } } }"""
SAREE, STOLE = "katan-silk-saree", "silk-stole"
BOTH = [SAREE, STOLE]


@pytest.fixture
def window() -> Window:
    return open_window()


def _slugs(**variables: Any) -> list[str]:
    products = ask(LIST, **variables)["products"]
    slugs = [edge["node"]["slug"] for edge in products["edges"]]
    assert products["totalCount"] == len(slugs)
    return slugs


def _value(**value: Any) -> dict[str, Any]:
    return {"attributes": [{"value": value}]}


def _of(slug: str, **given: Any) -> dict[str, Any]:
    return {"attributes": [{"slug": slug, **given}]}


# What both inputs say in the same words
SHARED: list[tuple[dict[str, Any], list[str]]] = [
    (_of("weave", values=["katan"]), [SAREE]),
    (_of("weave", values=["katan", "organza"]), BOTH),
    (_of("weave", values=["muslin"]), []),
    (_of("nothing", values=["katan"]), []),
    (_of("weave"), BOTH),
    (_of("colour", values=["blue"]), BOTH),  # carried by variants
    (_of("days", valuesRange={"gte": 4}), [SAREE]),
    (_of("days", valuesRange={"lte": 4}), [STOLE]),
    (_of("length", valuesRange={"gte": 550, "lte": 550}), BOTH),
    (_of("handmade", boolean=True), [SAREE]),
    (_of("handmade", boolean=False), [STOLE]),
    (_of("woven-on", date={"gte": "2026-01-01", "lte": "2026-01-31"}), [SAREE]),
    (_of("woven-on", date={"gte": "2026-02-01"}), []),
    (_of("woven-on", dateTime={"gte": "2026-01-01T00:00:00Z"}), []),
    (_of("weave", value={"slug": {"eq": "katan"}}), [SAREE]),
    (_of("weave", value={"slug": {"oneOf": ["organza", "katan"]}}), BOTH),
    (_of("weave", value={"name": {"eq": "Organza"}}), [STOLE]),
    (_of("days", value={"numeric": {"eq": 11.5}}), [SAREE]),
    (_of("days", value={"numeric": {"oneOf": [3, 4]}}), [STOLE]),
    (_of("days", value={"numeric": {"range": {"gte": 3, "lte": 11}}}), [STOLE]),
    (_of("handmade", value={"boolean": True}), [SAREE]),
    (_of("set", value={"reference": {"collectionSlugs": {"containsAny": ["wedding-chest", "other"]}}}), [SAREE]),
    (_of("set", value={"reference": {"collectionSlugs": {"containsAll": ["wedding-chest", "other"]}}}), []),
    (_of("goes-with", value={"reference": {"productSlugs": {"containsAll": [STOLE]}}}), [SAREE]),
    (_of("goes-with", value={"reference": {"pageSlugs": {"containsAny": ["about"]}}}), []),
    (_value(slug={"eq": "organza"}), [STOLE]),
    ({"attributes": [{"slug": "weave", "values": ["katan"]}, {"slug": "handmade", "boolean": False}]}, []),
    ({"stockAvailability": "IN_STOCK"}, [SAREE]),
    ({"stockAvailability": "OUT_OF_STOCK"}, [STOLE]),
    ({"isAvailable": True}, [SAREE]),
    ({"isAvailable": False}, [STOLE]),
    ({"stocks": {"quantity": {"gte": 3}}}, [SAREE]),
    ({"stocks": {"quantity": {"lte": 2}}}, [STOLE]),
    ({"hasCategory": True, "isPublished": True, "isVisibleInListing": True, "giftCard": False}, BOTH),
    ({"hasCategory": False}, []),
    ({"isPublished": False}, []),
    ({"isVisibleInListing": False}, []),
    ({"giftCard": True}, []),
    ({"hasPreorderedVariants": True}, []),
    ({"metadata": [{"key": "loom", "value": "pit"}]}, [SAREE]),
    ({"metadata": [{"key": "loom"}]}, BOTH),
    ({"metadata": [{"key": "loom", "value": "frame"}, {"key": "none"}]}, []),
    ({"publishedFrom": "2020-01-01T00:00:00Z", "availableFrom": "2020-01-01T00:00:00Z"}, BOTH),
    ({"publishedFrom": "2120-01-01T00:00:00Z"}, []),
    ({"availableFrom": "2120-01-01T00:00:00Z"}, []),
    ({"ids": []}, []),
]


def test_what_filter_and_where_say_alike(window: Window) -> None:
    Product.objects.filter(pk=window.saree.pk).update(metadata={"loom": "pit"})
    Product.objects.filter(pk=window.stole.pk).update(metadata={"loom": "frame"})
    differing = {
        (name, str(given)): found
        for given, wanted in SHARED
        for name in ("filter", "where")
        if (found := sorted(_slugs(**{name: given}))) != wanted
    }
    assert differing == {}


def test_what_only_filter_says(window: Window) -> None:
    learn()
    collection = global_id("Collection", window.collection.pk)
    cases: list[tuple[dict[str, Any], list[str]]] = [
        ({"slugs": [SAREE]}, [SAREE]),
        ({"ids": [global_id("Product", window.stole.pk)]}, [STOLE]),
        ({"collections": [collection]}, BOTH),
        ({"collections": [global_id("Collection", window.collection.pk + 1)]}, []),
        ({"productTypes": [global_id("ProductType", window.shop.product_type.pk)]}, BOTH),
        ({"productTypes": [global_id("ProductType", 0)]}, []),
        ({"price": {"gte": 10800, "lte": 11500}}, [SAREE]),  # one of its variants
        ({"price": {"gte": 10600, "lte": 10900}}, []),  # none of its variants, though its range spans it
        ({"minimalPrice": {"gte": 10500}}, [SAREE]),
        ({"minimalPrice": {"gte": 10501}}, []),
        ({"updatedAt": {"lte": "2020-01-01T00:00:00Z"}}, []),
        ({"updatedAt": {"gte": "2020-01-01T00:00:00Z"}}, BOTH),
        ({"search": "silk", "slugs": [STOLE]}, [STOLE]),
        ({"channel": "india"}, BOTH),
        ({"search": "%"}, []),
    ]
    assert [(given, wanted) for given, wanted in cases if sorted(_slugs(filter=given)) != wanted] == []


def test_what_only_where_says(window: Window) -> None:
    learn()
    category, saree = global_id("Category", window.shop.category.parent_id), {"slug": {"eq": SAREE}}
    cases: list[tuple[dict[str, Any], list[str]]] = [
        (saree, [SAREE]),
        ({"slug": {"oneOf": [SAREE, "other"]}}, [SAREE]),
        ({"slug": {"eq": SAREE, "oneOf": [STOLE]}}, []),
        ({"name": {"eq": "Silk stole"}}, [STOLE]),
        ({"category": {"eq": category}}, BOTH),
        ({"category": {"oneOf": [global_id("Category", 0)]}}, []),
        ({"collection": {"eq": global_id("Collection", window.collection.pk)}}, BOTH),
        ({"productType": {"oneOf": [global_id("ProductType", window.shop.product_type.pk)]}}, BOTH),
        ({"price": {"eq": 11000.5}}, [SAREE]),
        ({"price": {"oneOf": [2000, 11000.5]}}, BOTH),
        ({"price": {"range": {"lte": 2000}}}, [STOLE]),
        ({"minimalPrice": {"eq": 2000}}, [STOLE]),
        ({"minimalPrice": {"range": {"gte": 2001}}}, [SAREE]),
        ({"updatedAt": {"range": {"gte": "2020-01-01T00:00:00Z"}}}, BOTH),
        ({"updatedAt": {"eq": "2020-01-01T00:00:00Z"}}, []),
        ({"OR": [saree, {"name": {"eq": "Silk stole"}}]}, BOTH),
        ({"AND": [saree, {"name": {"eq": "Silk stole"}}]}, []),
        ({"OR": [{"AND": [saree, _of("handmade", boolean=True)]}, {"price": {"eq": 1}}]}, [SAREE]),
        ({"OR": [saree, {}]}, BOTH),
        ({"OR": [saree], "name": {"eq": "Silk stole"}}, []),
    ]
    assert [(given, wanted) for given, wanted in cases if sorted(_slugs(where=given)) != wanted] == []
    assert _slugs(where=saree, filter={"slugs": [STOLE]}) == []
    assert _slugs(search="stole") == [STOLE]
    assert _slugs(search="silk", filter={"search": "stole"})[0] == STOLE  # what has both comes before what has most


def test_orders(window: Window) -> None:
    days, weave = (global_id("Attribute", window.attributes[slug].pk) for slug in ("days", "weave"))
    window.shop.put("Plain shawl")  # carries nothing
    learn()
    plain = "plain-shawl"
    rising: dict[str, list[str]] = {
        "NAME": [SAREE, plain, STOLE], "PRICE": [STOLE, SAREE, plain], "MINIMAL_PRICE": [STOLE, SAREE, plain],
        "PUBLISHED_AT": [SAREE, STOLE, plain], "PUBLICATION_DATE": [SAREE, STOLE, plain], "CREATED_AT": [SAREE, STOLE, plain],
        "TYPE": [SAREE, STOLE, plain], "PUBLISHED": [SAREE, plain, STOLE], "COLLECTION": [SAREE, plain, STOLE],
        "RANK": [SAREE, plain, STOLE], "RATING": [SAREE, STOLE, plain],
    }  # fmt: skip
    for field, slugs in rising.items():
        assert _slugs(sortBy={"field": field, "direction": "ASC"}) == slugs, field
        falling = slugs if field in ("COLLECTION", "RANK") else slugs[::-1]  # those have no meaning here
        assert _slugs(sortBy={"field": field, "direction": "DESC"}) == falling, field
    Product.objects.filter(slug=STOLE).update(rating=410, reviews=3)
    assert _slugs(sortBy={"field": "RATING", "direction": "DESC"}) == [STOLE, plain, SAREE]
    Product.objects.get(pk=window.saree.pk).save()
    for field in ("DATE", "LAST_MODIFIED", "LAST_MODIFIED_AT"):  # which all mean the last change, as in Saleor
        assert _slugs(sortBy={"field": field, "direction": "DESC"}) == [SAREE, plain, STOLE], field
        assert _slugs(sortBy={"field": field, "direction": "ASC"}) == [STOLE, plain, SAREE], field
    assert _slugs(sortBy={"attributeId": days, "direction": "ASC"}) == [STOLE, SAREE, plain]
    assert _slugs(sortBy={"attributeId": weave, "direction": "ASC"}) == [SAREE, STOLE, plain]
    inside = {"collections": [global_id("Collection", window.collection.pk)]}
    assert _slugs(filter=inside, sortBy={"field": "COLLECTION", "direction": "ASC"}) == [STOLE, SAREE]
    for order in ({"field": "RANK", "direction": "DESC"}, {"field": "RATING", "direction": "ASC"}, {"direction": "ASC"}, None):
        assert _slugs(search="silk stole", sortBy=order)[0] == STOLE, order
    assert _slugs(search="silk", sortBy={"field": "NAME", "direction": "DESC"}) == [STOLE, plain, SAREE]
    assert _slugs(search="silk", sortBy={"field": "PRICE", "direction": "DESC"}) == [plain, SAREE, STOLE]


@pytest.mark.parametrize("field", ["NAME", "PRICE", "DATE", "PUBLISHED_AT"])
def test_a_page_in_order_is_read_from_an_index(field: str, window: Window) -> None:
    """However many products there are: nothing is sorted for it, where the planner is kept from sorting few rows."""
    order = order_of({"field": field, "direction": "asc"})
    rows = listed_in(viewpoint(channel=None, language="en", at=timezone.now()), EVERYTHING, order)
    with connection.cursor() as cursor:
        for way in ("sort", "incremental_sort", "seqscan", "bitmapscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    plan = rows.order_by(*listed_by(order).order(backwards=False)).values_list("product_id")[:25].explain()
    assert "Limit" in plan and "Sort" not in plan, plan


@pytest.mark.parametrize(
    "order", ["field: TYPE", "field: CREATED_AT", "field: LAST_MODIFIED_AT", "field: RANK", 'attributeId: "%s"']
)
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_paging_by_what_stands_in_no_column(order: str, direction: str, window: Window) -> None:
    for place in range(3):
        window.shop.put(f"Silk thing {place}")
    learn()
    order = order % global_id("Attribute", window.attributes["days"].pk) if "%" in order else order
    query = """query($after: String, $before: String, $first: Int, $last: Int) { products(search: "silk", first: $first,
        last: $last, after: $after, before: $before, sortBy: {direction: DIRECTION, ORDER}) {
        edges { node { slug } } pageInfo { startCursor endCursor } } }"""
    query = query.replace("DIRECTION", direction).replace("ORDER", order)
    forwards, backwards, after, before = [], [], None, None
    for _ in range(4):
        page = ask(query, first=2, after=after)["products"]
        forwards += [edge["node"]["slug"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"] or after
        page = ask(query, last=2, before=before)["products"]
        backwards = [edge["node"]["slug"] for edge in page["edges"]] + backwards
        before = page["pageInfo"]["startCursor"] or before
    assert len(set(forwards)) == len(forwards) == 5
    assert backwards == forwards


REFUSED = {
    '{ products(filter: {attributes: [{slug: "a\\u0000"}]}) { totalCount } }': "BAD_USER_INPUT",
    "{ products(where: {category: {eq: \"UHJvZHVjdDox\"}}) { totalCount } }": "INVALID",
    "{ products(where: {price: {eq: -1}}) { totalCount } }": "INVALID",
    "{ products(where: {price: {range: {gte: 1e300}}}) { totalCount } }": "BAD_USER_INPUT",
    '{ products(sortBy: {direction: ASC, attributeId: "UHJvZHVjdDox"}) { totalCount } }': "INVALID",
    '{ products(filter: {metadata: [{key: "' + "k" * 300 + '"}]}) { totalCount } }': "TOO_LONG",
    "{ products(filter: {stocks: {warehouseIds: [\"UHJvZHVjdDox\"]}}) { totalCount } }": "INVALID",
    "{ products(filter: {channel: \"nowhere\"}) { totalCount } }": "NOT_FOUND",
}  # fmt: skip


@pytest.mark.parametrize("query", REFUSED)
def test_what_cannot_be_meant_is_refused(query: str) -> None:
    open_window()
    assert code_of(query) == REFUSED[query]


def test_deep_conditions_are_refused(window: Window) -> None:
    deep: dict[str, Any] = {"slug": {"eq": "x"}}
    for _ in range(40):
        deep = {"AND": [deep]}
    assert code_of(LIST, where=deep) in ("TOO_MANY", "BAD_USER_INPUT")  # the door has bounds of its own
    wide = {"OR": [{"slug": {"eq": str(n)}} for n in range(60)]}
    assert code_of(LIST, where=wide) == "TOO_MANY"


DOORS = """query($id: ID!, $variant: ID!, $other: ID!, $collection: ID!, $slug: String!) {
    products(first: 9) { edges { node { slug } } }
    where: products(first: 9, where: {OR: [{slug: {eq: $slug}}, {}]}) { edges { node { slug } } }
    product(id: $id) { slug } bySlug: product(slug: $slug) { slug }
    hindi: product(slug: "कतान-रेशमी-साड़ी", slugLanguageCode: HI) { slug }
    productVariant(id: $variant) { product { slug } }
    collection(id: $collection) { products(first: 9) { edges { node { slug } } } }
    category(slug: "sarees") { products(first: 9) { edges { node { slug } } } }
    district(slug: "varanasi") { products(first: 9) { edges { node { slug } } } }
    referring: product(id: $other) { assignedAttributes {
        ... on AssignedMultiProductReferenceAttribute { products: value { slug } }
        ... on AssignedSingleProductReferenceAttribute { product: value { slug } }
        ... on AssignedSingleProductVariantReferenceAttribute { variant: value { product { slug } } } } } }"""


def _mentions(window: Window, hidden: Product, other: Product) -> int:
    """How often the answers of all doors name the product."""
    variables = {
        "id": global_id("Product", hidden.pk), "variant": global_id("ProductVariant", hidden.variants.get(name="Plain").pk),
        "other": global_id("Product", other.pk), "collection": global_id("Collection", window.collection.pk), "slug": hidden.slug,
    }  # fmt: skip
    return str(ask(DOORS, **variables)).count(f"'{hidden.slug}'")


@pytest.mark.parametrize("state", ["unpublished", "not yet", "not in listings", "of no channel", "seller suspended"])
def test_every_door_hides_what_is_not_to_be_seen(state: str, window: Window) -> None:
    stole = window.stole
    assert _mentions(window, stole, window.saree) == 11
    listing = ProductChannelListing.objects.filter(product=stole)
    if state == "unpublished":
        listing.update(is_published=False)
    elif state == "not yet":
        listing.update(published_at=timezone.now() + timedelta(hours=1))
    elif state == "of no channel":
        listing.delete()
    elif state == "seller suspended":
        suspend(seller=window.shop.seller)
    else:
        listing.update(visible_in_listings=False)
        # lists hide it; who knows its address, or comes by a reference, finds it
        assert _mentions(window, stole, window.saree) == 6
        return
    assert _mentions(window, stole, window.saree) == 0
