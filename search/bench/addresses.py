"""What `bench pages` asks for: every kind of page, with up to so many different addresses, the heavy ones first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import override

Rows = Callable[..., list[tuple[object, ...]]]  # statement, parameters -> rows
MOST = 30

_STATES = """
SELECT s.slug FROM marketplace_state s JOIN marketplace_district d ON d.state_id = s.id
LEFT JOIN catalog_product p ON p.district_id = d.id GROUP BY s.slug ORDER BY count(*) DESC, s.slug LIMIT %s
"""
_DISTRICTS = """
SELECT d.slug FROM marketplace_district d JOIN catalog_product p ON p.district_id = d.id
GROUP BY d.slug ORDER BY count(*) DESC, d.slug LIMIT %s
"""
_CATEGORIES = """
SELECT c.slug FROM catalog_category c LEFT JOIN catalog_product p ON p.category_id = c.id
GROUP BY c.id ORDER BY count(p.id) DESC, c.level, c.id LIMIT %s
"""
_CRAFTS = """
SELECT c.slug FROM marketplace_craft c LEFT JOIN catalog_product p ON p.craft_id = c.id
GROUP BY c.id ORDER BY count(p.id) DESC, c.id LIMIT %s
"""
_GIS = """
SELECT g.slug FROM marketplace_gitag g LEFT JOIN catalog_product p ON p.gi_tag_id = g.id
GROUP BY g.id ORDER BY count(p.id) DESC, g.id LIMIT %s
"""
_SELLERS = """
SELECT s.slug FROM marketplace_seller s JOIN catalog_product p ON p.seller_id = s.id WHERE s.status = 'APPROVED'
GROUP BY s.slug ORDER BY count(*) DESC, s.slug LIMIT %s
"""
_PRODUCTS = """
SELECT p.slug FROM catalog_product p JOIN catalog_productchannellisting l ON l.product_id = p.id AND l.is_published
JOIN marketplace_seller s ON s.id = p.seller_id AND s.status = 'APPROVED'
WHERE l.channel_id = (SELECT id FROM marketplace_channel WHERE is_default) ORDER BY md5(p.slug) LIMIT %s
"""
_COLLECTIONS = """
SELECT k.slug FROM catalog_collection k JOIN catalog_collectionchannellisting l ON l.collection_id = k.id AND l.is_published
JOIN catalog_collectionproduct i ON i.collection_id = k.id GROUP BY k.slug ORDER BY count(*) DESC, k.slug LIMIT %s
"""
_PAGES = "SELECT slug FROM marketplace_page WHERE is_published ORDER BY slug LIMIT %s"

BY_SLUG = {
    "state": _STATES, "district": _DISTRICTS, "category": _CATEGORIES, "craft": _CRAFTS, "gi": _GIS, "seller": _SELLERS,
    "product": _PRODUCTS, "collection": _COLLECTIONS, "page": _PAGES,
}  # fmt: skip
ALONE = ("home", "states", "categories", "crafts", "gi-register")
WORDS = {
    "en": ("saree", "brass lamp", "silk", "honey", "block print", "shawl", "clay", "basket", "wood toy", "nothing like it"),
    "hi": ("साड़ी", "पीतल", "रेशम", "शहद", "शॉल", "मिट्टी", "टोकरी", "लकड़ी", "दीपक", "ऐसा कुछ नहीं"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page in one language, with different addresses of it."""

    name: str
    language: str
    paths: tuple[str, ...]


def kinds(rows: Rows, languages: tuple[str, ...] = ("en", "hi")) -> Iterator[Kind]:
    """All kinds in each language; those of which there is nothing in the shop are left out."""
    slugs = {name: [str(slug) for (slug,) in rows(statement, [MOST])] for name, statement in BY_SLUG.items()}
    for name in (*ALONE, *BY_SLUG, "products", "filtered", "search"):
        for language in languages:
            with override(language):
                paths = tuple(_paths(name, slugs, language))
            if paths:
                yield Kind(name, language, paths)


def _paths(name: str, slugs: dict[str, list[str]], language: str) -> Iterator[str]:
    if name in slugs:
        yield from (reverse(name, args=[slug]) for slug in slugs[name])
    elif name == "filtered":
        yield from (f"{reverse('products')}?{urlencode(query)}" for query in _queries(slugs["state"]))
    elif name == "search":
        yield from (f"{reverse('products')}?{urlencode({'q': words})}" for words in WORDS[language])
    else:
        yield reverse(name)


def _queries(states: list[str]) -> Iterator[dict[str, str | int]]:
    """Filters as readers put them together."""
    sorts = ("price", "-price", "new")
    for turn, state in enumerate(states):
        yield {"state": state, "from": 100 * (turn % 5 + 1), "to": 5000 + 500 * turn, "sort": sorts[turn % len(sorts)]}
        yield {"gi": 1, "state": state}
        yield {"odop": 1, "to": 3000 + turn}
