"""A shop window with everything that a storefront asks for: attributes of every kind, a collection, pictures, words in Hindi."""

from dataclasses import dataclass
from typing import Any

from catalog.attributes.actions import add_choice
from catalog.attributes.actions import create as create_attribute
from catalog.attributes.models import Attribute
from catalog.categories.models import CategoryTranslation
from catalog.collections.actions import CollectionWords, add_products
from catalog.collections.actions import create as create_collection
from catalog.collections.actions import publish as publish_collection
from catalog.collections.models import Collection
from catalog.media.models import Background, Picture, ProductMedia, Rendition
from catalog.products.actions import create_type
from catalog.products.models import Product
from catalog.products.translations import translate_values
from catalog.products.values import write_product_values, write_variant_values
from catalog.publication.actions import set_price
from marketplace.kit.money import Money
from marketplace.tariff.models import GstRate
from tests.search.shelf import Shelf, open_shop

FILE = "public/files/care.pdf"


@dataclass
class Window:
    """The shop with what stands in its window."""

    shop: Shelf
    saree: Product
    stole: Product
    collection: Collection
    attributes: dict[str, Attribute]


def open_window() -> Window:
    """Two products: a saree with all attributes on sale at 5 % GST, and a stole that is sold out."""
    shop = open_shop()
    attributes = _attributes()
    variants = [attributes[slug] for slug in ("colour", "length", "blouse", "note")]
    shop.product_type = create_type(
        slug="drape", name="Drape", variant_attributes=variants,
        product_attributes=[row for row in attributes.values() if row not in variants],
    )  # fmt: skip
    saree, stole = (
        shop.put("Katan silk saree", hindi="कतान रेशमी साड़ी", rupees=10_500),
        shop.put("Silk stole", rupees=2_000, pieces=0),
    )
    GstRate.objects.create(
        hsn=saree.hsn, rate=500, as_printed="5", confidence="high", source="made up for a test", valid_from=None, valid_until=None
    )
    collection = _collection(shop, [stole, saree])
    _fill(saree, stole, collection)
    _discount(saree, shop)
    _pictures(shop, saree, collection)
    CategoryTranslation.objects.filter(category=shop.category).update(slug="साड़ियाँ")
    return Window(shop, saree, stole, collection, attributes)


def _attributes() -> dict[str, Attribute]:
    kinds: dict[str, dict[str, Any]] = {
        "weave": {"input_type": "DROPDOWN", "translations": {"hi": "बुनाई"}, "filterable": True},
        "occasion": {"input_type": "MULTISELECT"},
        "days": {"input_type": "NUMERIC", "unit": "d"},
        "handmade": {"input_type": "BOOLEAN"},
        "woven-on": {"input_type": "DATE"},
        "care": {"input_type": "PLAIN_TEXT"},
        "story": {"input_type": "RICH_TEXT"},
        "leaflet": {"input_type": "FILE"},
        "goes-with": {"input_type": "REFERENCE", "entity_type": "PRODUCT"},
        "set": {"input_type": "SINGLE_REFERENCE", "entity_type": "COLLECTION"},
        "sister": {"input_type": "SINGLE_REFERENCE", "entity_type": "PRODUCT"},
        "cut-from": {"input_type": "SINGLE_REFERENCE", "entity_type": "PRODUCT_VARIANT"},
        "colour": {"input_type": "DROPDOWN", "translations": {"hi": "रंग"}, "filterable": True},
        "length": {"input_type": "NUMERIC", "unit": "cm"},
        "blouse": {"input_type": "BOOLEAN"},
        "note": {"input_type": "PLAIN_TEXT"},
    }
    rows = {slug: create_attribute(slug=slug, name=slug.capitalize(), **kind) for slug, kind in kinds.items()}
    for slug, choices in {"weave": ("katan", "organza"), "occasion": ("wedding", "puja"), "colour": ("red", "blue")}.items():
        for choice in choices:
            add_choice(attribute=rows[slug], name=choice.capitalize(), slug=choice, translations={"hi": f"{choice} (hi)"})
    return rows


def _fill(saree: Product, stole: Product, collection: Collection) -> None:
    write_product_values(
        saree,
        {
            "weave": "katan", "occasion": ["wedding", "puja"], "days": "11.5", "handmade": True, "woven-on": "2026-01-14",
            "care": "Dry clean", "story": "Woven in a lane behind the ghats.", "leaflet": FILE, "goes-with": [stole.pk],
            "set": collection.pk, "sister": stole.pk, "cut-from": stole.variants.get(name="Plain").pk,
        },
    )  # fmt: skip
    translate_values(product=saree, language="hi", values={"care": "ड्राई क्लीन"})
    write_product_values(stole, {"weave": "organza", "days": 3, "handmade": False})
    for product in (saree, stole):
        for variant, colour in zip(product.variants.order_by("sort_order"), ("red", "blue"), strict=True):
            write_variant_values(variant, {"colour": colour, "length": 550, "blouse": True, "note": "Measured by hand"})


def _collection(shop: Shelf, products: list[Product]) -> Collection:
    collection = create_collection(
        name="Wedding chest", description="For the trousseau.", seo_title="Wedding chest",
        translations={"hi": CollectionWords(name="विवाह संदूक", slug="विवाह-संदूक", description="दहेज के लिए।")},
    )  # fmt: skip
    add_products(collection=collection, products=products)
    publish_collection(collection=collection, channel=shop.channel)
    return collection


def _discount(product: Product, shop: Shelf) -> None:
    variant = product.variants.get(name="Plain")
    full = Money(12_600_00, "INR")
    set_price(variant=variant, channel=shop.channel, price=Money(10_500_00, "INR"), full_price=full, mrp=full)


def _pictures(shop: Shelf, product: Product, collection: Collection) -> None:
    picture = Picture.objects.create(sha256="0" * 64, state="ready", upload_key="", width=1200, height=800)
    for size in (360, 1200):
        Rendition.objects.create(
            picture=picture, format="WEBP", size=size, width=size, height=size * 2 // 3, byte_count=1,
            key=f"public/pictures/{'0' * 32}/{size}-00000000.webp",
        )  # fmt: skip
    media = ProductMedia.objects.create(product=product, picture=picture, alt="A red saree")
    media.variants.add(product.variants.get(name="Plain"))
    Background.objects.create(category=shop.category, picture=picture, alt="A loom")
    Background.objects.create(collection=collection, picture=picture)
