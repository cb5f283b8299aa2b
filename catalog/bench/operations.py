"""What `bench catalogue` asks: the operations of a storefront with hundreds of different variables, and L's parameters."""

import base64
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from marketplace.kit.ids import global_id

Ask = Callable[[str, dict[str, Any]], Any]  # document, variables -> data
Rows = Callable[..., list[tuple[Any, ...]]]  # statement, parameters -> rows
PAGE = 24
BODIES = 300

_CARD = """
id slug name thumbnail(size: 256, format: WEBP) { url alt } category { id name slug }
pricing { onSale priceRange { start { gross { amount currency } } }
          priceRangeUndiscounted { start { gross { amount currency } } } }
"""
_CARDS = f"edges {{ cursor node {{ {_CARD} }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}"
_LIST = f"""query List($first: Int!, $after: String, $sortBy: ProductOrder) {{
  products(first: $first, after: $after, sortBy: $sortBy, channel: "india") {{ {_CARDS} }} }}"""
_CURSORS = """query Cursors($first: Int!, $after: String, $sortBy: ProductOrder) {
  products(first: $first, after: $after, sortBy: $sortBy, channel: "india") { edges { cursor } } }"""
_FILTERED = f"""query Filtered($first: Int!, $filter: ProductFilterInput) {{
  products(first: $first, filter: $filter, channel: "india") {{ totalCount {_CARDS} }} }}"""
_ATTRIBUTES = "attributes { attribute { id slug name inputType unit } values { id slug name plainText boolean } }"
_PRODUCT = f"""query Product($slug: String!) {{ product(slug: $slug, channel: "india") {{
  id slug name description seoTitle seoDescription isAvailable category {{ id name slug }} {_ATTRIBUTES}
  media {{ id alt type url(size: 720, format: WEBP) }}
  pricing {{ onSale priceRange {{ start {{ gross {{ amount currency }} }} stop {{ gross {{ amount currency }} }} }}
             priceRangeUndiscounted {{ start {{ gross {{ amount currency }} }} stop {{ gross {{ amount currency }} }} }} }}
  variants {{ id sku name quantityAvailable pricing {{ onSale price {{ gross {{ amount currency }} }}
              priceUndiscounted {{ gross {{ amount currency }} }} }} {_ATTRIBUTES} }} }} }}"""
_TREE = """query Tree { categories(level: 0, first: 50) { edges { node { id name slug
  children(first: 20) { edges { node { id name slug } } } } } } }"""
_COLLECTION = f"""query Collection($slug: String!) {{ collection(slug: $slug, channel: "india") {{ id slug name description
  products(first: {PAGE}, sortBy: {{field: COLLECTION, direction: ASC}}) {{ {_CARDS} }} }} }}"""
_DISTRICT = f"""query District($slug: String!) {{ district(slug: $slug) {{ id slug name state {{ id name }}
  products(first: {PAGE}, channel: "india") {{ {_CARDS} }} }} }}"""

# Products with a choice that can be filtered by, and their category and price: each gives one filter that finds something.
_FILTERS = """
SELECT p.category_id, l.price_from_minor / 200 * 100, l.price_from_minor * 3 / 100 * 100, o.id, t.slug, o.slug
FROM catalog_product p
JOIN catalog_productchannellisting l ON l.product_id = p.id AND l.is_published
    AND l.channel_id = (SELECT id FROM marketplace_channel WHERE slug = 'india')
JOIN catalog_attributeassignment a ON a.product_id = p.id
JOIN catalog_attribute t ON t.id = a.attribute_id AND t.filterable_in_storefront
JOIN catalog_attributechoice o ON o.id = a.choice_id
ORDER BY md5(a.id::text) LIMIT %s
"""
_SLUGS = """
SELECT slug FROM catalog_product p WHERE EXISTS (
    SELECT 1 FROM catalog_productchannellisting l WHERE l.product_id = p.id AND l.is_published
    AND l.channel_id = (SELECT id FROM marketplace_channel WHERE slug = 'india')
) ORDER BY md5(slug) LIMIT %s
"""
_COLLECTIONS = """
SELECT k.slug FROM catalog_collection k JOIN catalog_collectionproduct i ON i.collection_id = k.id
GROUP BY k.slug HAVING count(*) >= 12 ORDER BY count(*) DESC LIMIT %s
"""
_DISTRICTS = """
SELECT d.slug FROM marketplace_district d JOIN catalog_product p ON p.district_id = d.id
GROUP BY d.slug ORDER BY abs(count(*) - 24), d.slug LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation with a body for each request (they are sent in turn) and the parameters of L for the same rows."""

    name: str
    title: str
    bar: float
    document: str
    bodies: Sequence[tuple[dict[str, Any], list[Any]]] = field(repr=False)


def operations(ask: Ask, rows: Rows) -> Iterator[Operation]:
    """All operations for the catalogue that is there."""

    def lists(sort: dict[str, str] | None, skip: int, *, by_key: bool = True) -> list[tuple[dict[str, Any], list[Any]]]:
        found = []
        for cursor in _cursors(ask, sort, skip + BODIES)[skip:]:
            place = json.loads(base64.urlsafe_b64decode(cursor))
            found.append(({"first": PAGE, "after": cursor, "sortBy": sort}, place if by_key else place[:1]))
        return found

    by_name, by_price = ({"field": name, "direction": "ASC"} for name in ("NAME", "PRICE"))
    yield Operation("default", "list of 24, default order", 0.20, _LIST, lists(None, 0, by_key=False))
    yield Operation("by-name", "list of 24, by name", 0.20, _LIST, lists(by_name, 0))
    yield Operation("by-price", "list of 24, by price", 0.20, _LIST, lists(by_price, 0))
    yield Operation("page-50", "page 50 by cursor, by price", 0.20, _LIST, lists(by_price, 49 * PAGE))
    yield Operation("filtered", "category + attribute + price, counted", 0.20, _FILTERED, _filters(rows(_FILTERS, [BODIES])))
    yield Operation("product", "product detail", 0.12, _PRODUCT, _by_slug(rows(_SLUGS, [BODIES])))
    yield Operation("categories", "category tree, 50 roots x 20", 0.12, _TREE, [({}, [])])
    yield Operation("collection", "collection page with 24 products", 0.12, _COLLECTION, _by_slug(rows(_COLLECTIONS, [BODIES])))
    yield Operation("district", "district page with 24 products", 0.12, _DISTRICT, _by_slug(rows(_DISTRICTS, [BODIES])))


def _cursors(ask: Ask, sort: dict[str, str] | None, wanted: int) -> list[str]:
    """The cursors of the first products of a list."""
    found: list[str] = []
    while len(found) < wanted:
        variables = {"first": min(100, wanted - len(found)), "after": found[-1] if found else None, "sortBy": sort}
        edges = ask(_CURSORS, variables)["products"]["edges"]
        if not edges:
            raise RuntimeError(f"The catalogue has only {len(found)} products; {wanted} are wanted.")
        found += [edge["cursor"] for edge in edges]
    return found


def _filters(found: list[tuple[Any, ...]]) -> list[tuple[dict[str, Any], list[Any]]]:
    return [
        (
            {
                "first": PAGE,
                "filter": {
                    "categories": [global_id("Category", category)],
                    "price": {"gte": low / 100, "lte": high / 100},
                    "attributes": [{"slug": attribute, "values": [choice]}],
                },
            },
            [category, low, high, choice_id],
        )
        for category, low, high, choice_id, attribute, choice in found
    ]


def _by_slug(found: list[tuple[Any, ...]]) -> list[tuple[dict[str, Any], list[Any]]]:
    return [({"slug": slug}, [slug]) for (slug,) in found]
