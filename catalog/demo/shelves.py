"""The collections of the demonstration: their words are data, which products stand in them is said here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from catalog.collections import actions
from catalog.collections.models import Collection
from catalog.demo.plan import ProductPlan, ShopPlan
from catalog.demo.reading import families, pair, toml
from catalog.products.models import Product
from marketplace.channels.models import Channel

MOST = 48
_NORTH_EAST = {"Assam", "Arunachal Pradesh", "Nagaland", "Manipur", "Mizoram", "Tripura", "Meghalaya", "Sikkim"}
_BRIDAL = {"silk_saree", "zardozi", "bangles", "enamel", "filigree", "brassware", "chikankari", "thewa", "silk_wild", "patola"}
_FESTIVE = {
    "brassware",
    "bells",
    "sweets",
    "petha",
    "incense",
    "deity_dress",
    "terracotta",
    "glass",
    "dry_fruit",
    "block_print",
    "bindi",
}
_LOOMS = {
    "silk_saree",
    "cotton_saree",
    "ikat",
    "handloom_cloth",
    "hill_weave",
    "shawl",
    "silk_wild",
    "patola",
    "pashmina",
    "kani",
}
_ROOMS = {"carpet", "durrie", "glazed", "blue_pottery", "wood", "furniture", "linen", "brassware", "bamboo", "wall_hanging"}
_WALLS = {"painting", "tanjore", "scroll", "mask"}
_TOYS = {"wooden_toy", "soft_toy"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What decides on a product's place on the shelves; `dearest` is the price of its dearest variant in rupees."""

    family: str
    state: str
    claim: str
    women_led: bool
    dearest: float


_CHOOSE: dict[str, Callable[[Shown], bool]] = {
    "gi-treasures": lambda shown: shown.claim == "valid",
    "wedding-trousseau": lambda shown: shown.family in _BRIDAL,
    "under-500": lambda shown: shown.dearest < 500,
    "women-led": lambda shown: shown.women_led,
    "festive-diwali": lambda shown: shown.family in _FESTIVE,
    "up-75": lambda shown: shown.state == "Uttar Pradesh",
    "handloom-of-india": lambda shown: shown.family in _LOOMS,
    "regional-kitchen": lambda shown: families()[shown.family].group == "food",
    "home-and-hearth": lambda shown: shown.family in _ROOMS,
    "little-ones": lambda shown: shown.family in _TOYS,
    "north-east": lambda shown: shown.state in _NORTH_EAST,
    "painters-walls": lambda shown: shown.family in _WALLS,
}


def belongs(slug: str, shown: Shown) -> bool:
    """Whether such a product may stand in the collection; never in one that is not of the demonstration."""
    return slug in _CHOOSE and _CHOOSE[slug](shown)


def chosen(slug: str, shops: Iterable[ShopPlan]) -> list[str]:
    """The slugs of the collection's products: one a shop (one a district for the 75), shops from all over in turn."""
    found: dict[str, str] = {}
    for shop in shops:
        key = shop.place.slug if slug == "up-75" else shop.slug
        for product in shop.products:
            if key not in found and belongs(slug, _shown(shop, product)):
                found[key] = product.slug
    slugs = list(found.values())
    if slug == "up-75":
        return slugs
    step = max(1, len(slugs) // MOST)
    return slugs[::step][:MOST]


def _shown(shop: ShopPlan, product: ProductPlan) -> Shown:
    dearest = max(variant.price for variant in product.variants)
    return Shown(product.family, shop.place.state, shop.claim, shop.women_led, dearest)


def fill_shelves(shops: Iterable[ShopPlan], channels: dict[str, Channel]) -> int:
    """Make the collections that are missing, in one transaction of the caller; how many were made."""
    there = set(Collection.objects.values_list("slug", flat=True))
    plans = list(shops)
    when = min((product.published_at for shop in plans for product in shop.products), default=None)
    missing = [slug for slug in toml("collections") if slug not in there]
    for slug in missing:
        words = toml("collections")[slug]
        name, about = pair(words["name"], "||"), pair(words["about"], "||")
        collection = actions.create(
            name=name.en, slug=slug, description=about.en,
            translations={"hi": actions.CollectionWords(name=name.hi, description=about.hi)},
        )  # fmt: skip
        slugs = chosen(slug, plans)
        rows = {row.slug: row for row in Product.objects.filter(slug__in=slugs)}
        actions.add_products(collection=collection, products=[rows[key] for key in slugs if key in rows])
        for channel in channels.values():
            actions.publish(collection=collection, channel=channel, at=when)
    return len(missing)
