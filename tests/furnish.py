"""A small catalogue in which everything is there: worlds that share nothing, each with so many of all that hangs in it."""

from datetime import timedelta
from itertools import count

from django.apps import apps
from django.utils import timezone

from catalog.attributes.actions import add_choice
from catalog.attributes.actions import create as create_attribute
from catalog.attributes.models import Attribute
from catalog.categories.actions import CategoryWords
from catalog.categories.actions import create as create_category
from catalog.categories.models import Category
from catalog.collections.actions import CollectionWords, add_products
from catalog.collections.actions import create as create_collection
from catalog.collections.actions import publish as publish_collection
from catalog.collections.models import Collection
from catalog.media.models import Background, Picture, ProductMedia, Rendition
from catalog.menus.actions import add_item
from catalog.menus.actions import create as create_menu
from catalog.pages.models import PageAttributeAssignment, PageTypeAttribute
from catalog.products.actions import ProductWords, add_variant, create_type
from catalog.products.actions import create as create_product
from catalog.products.models import Product, ProductType
from catalog.publication.actions import publish, set_price
from catalog.stock.actions import create_warehouse, set_quantity
from marketplace.channels.actions import create as create_channel
from marketplace.channels.models import Channel
from marketplace.content import actions as content
from marketplace.content.models import Page
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, Pincode
from marketplace.gi.actions import authorise
from marketplace.gi.models import GiTag, OdopGiLink
from marketplace.kit.money import Money
from marketplace.sellers.actions import SellerWords, approve, register
from marketplace.sellers.models import Seller
from marketplace.shop.actions import describe
from tests.factories import CraftFactory, DistrictFactory, GiTagFactory, HsnCodeFactory, OdopProductFactory
from tests.search.shelf import LEGAL

_number = count(1)
_VALUES = {
    "NUMERIC": 3, "BOOLEAN": True, "DATE": "2026-01-26", "PLAIN_TEXT": "By hand", "RICH_TEXT": "By **hand**",
    "DROPDOWN": "red", "MULTISELECT": ["red", "blue"], "FILE": "public/card.pdf",
}  # fmt: skip


def open_market() -> Channel:
    """The shop's name and its channel."""
    describe(name="Zila Bazaar", description="From every district.", translations={"hi": "हर ज़िले से।"})
    return create_channel(slug="india", name="India", currency_code="INR", is_default=True)


def add_world(channel: Channel, each: int) -> None:
    """A State with `each` districts, crafts, sellers, products, collections, menus and pages, all linked with each other."""
    place = next(_number)
    first = DistrictFactory(latitude=8 + place % 28, longitude=83, point_basis="test", aliases=["Old name"])
    districts = [first, *[DistrictFactory(state=first.state, aliases=["Old name"]) for _ in range(each - 1)]]
    DistrictFactory(state=first.state, latitude=8.5 + place % 28, longitude=83, point_basis="test")  # its neighbour
    attributes, of_variants = _attributes(place, "product"), _attributes(place, "variant")
    kinds = [
        create_type(
            slug=f"kind-{place}-{n}",
            name="Kind",
            product_attributes=attributes,
            variant_attributes=of_variants,
            translations={"hi": "प्रकार"},
        )  # fmt: skip
        for n in range(each)
    ]
    categories = _categories(each)
    crafts = [CraftFactory(spellings=["Kraft"]) for _ in range(each)]
    tags = [_tag(districts) for _ in range(each)]
    for craft in crafts:
        craft.districts.set(districts)
        for rank, language in enumerate(("en", "hi", "ur")[:each]):
            craft.names.create(language_code=language, name=f"Name in {language}", rank=rank)
    sellers = [_seller(districts[0], tags) for _ in range(each)]
    products = [
        _product(channel, seller, kind, categories[-1], craft, tag, each)
        for seller, kind, craft, tag in zip(sellers, kinds, crafts, tags, strict=True)
    ]
    # all that hangs below one district, seller, category, craft or tag comes `each` times, too
    products += [_product(channel, sellers[0], kinds[0], categories[-1], crafts[0], tags[0], each) for _ in range(each - 1)]
    collections = [_collection(channel, products, place) for _ in range(each)]
    pages = _pages(place, each, attributes[0])
    for number in range(each):
        _menu(f"menu-{place}-{number}", categories, collections, pages)
    _note_metadata()
    Pincode.objects.create(
        pincode=f"{221000 + place}", office_name="Head Office", office_type="HO", office_count=1, district=first,
        state=first.state, latitude=8 + place % 28, longitude=83, source="made up for a test",
    )  # fmt: skip


def _note_metadata() -> None:
    """Everything that can carry metadata carries some."""
    for model in apps.get_models():
        if any(column.name == "metadata" for column in model._meta.fields):
            model._default_manager.update(metadata={"source": "made up for a test"})


def _attributes(place: int, owner: str) -> list[Attribute]:
    made = []
    for kind in _VALUES:
        attribute = create_attribute(
            slug=f"{owner}-{kind.lower().replace('_', '-')}-{place}", name=kind.title(), input_type=kind, filterable=True,
            translations={"hi": "गुण"},
        )  # fmt: skip
        if kind in ("DROPDOWN", "MULTISELECT"):
            for choice in ("red", "blue"):
                add_choice(attribute=attribute, name=choice.title(), slug=choice, translations={"hi": "रंग"})
        made.append(attribute)
    return made


def _categories(each: int) -> list[Category]:
    """A root, `each` categories below it, and `each` below the last of those; the last of all is returned last."""
    words = {"hi": CategoryWords(name="श्रेणी", description="शब्द")}
    root = create_category(name="Root", translations=words)
    middle = [create_category(name="Middle", parent=root, translations=words) for _ in range(each)]
    leaves = [create_category(name="Leaf", parent=middle[-1], translations=words) for _ in range(each)]
    for category in (root, *middle, *leaves):
        Background.objects.create(category=category, picture=_picture(), alt="A loom")
    return [root, *middle, *leaves]


def _tag(districts: list[District]) -> GiTag:
    tag = GiTagFactory()
    tag.states.add(districts[0].state)
    for district in districts:
        tag.areas.create(district=district, basis="made up for a test")
        odop = OdopProductFactory(district=district)
        OdopGiLink.objects.create(odop_product=odop, gi_tag=tag, basis="made up for a test")
    return tag


def _seller(district: District, tags: list[GiTag]) -> Seller:
    seller = register(
        name="Weavers", legal_name="Weavers Limited", kind="SHG", district=district, women_led=True, languages=["hi"],
        story="They weave.", founded_year=1998, member_count=4, street_address="1 Lane", city="Varanasi", pincode="221001",
        customer_care_email="care@weavers.example", customer_care_phone="+91 98765 43210",
        translations={"hi": SellerWords(name="बुनकर", story="वे बुनते हैं।")},
    )  # fmt: skip
    approve(seller=seller)
    today = timezone.localdate()
    for tag in tags:
        authorise(
            gi_tag=tag, seller=seller, valid_from=today - timedelta(days=9), valid_until=today + timedelta(days=9),
            source="made up for a test", authorised_user_no="AU/1",
        )  # fmt: skip
    create_warehouse(seller=seller, name="House", district=district, street_address="1 Lane", city="Varanasi", pincode="221001")
    return seller


def _values(kind: ProductType, *, for_variants: bool) -> dict[str, object]:
    """A value for each attribute of a type."""
    slots = kind.attribute_slots.filter(for_variants=for_variants).select_related("attribute")
    return {slot.attribute.slug: _VALUES[slot.attribute.input_type] for slot in slots}


def _product(
    channel: Channel, seller: Seller, kind: ProductType, category: Category, craft: Craft, tag: GiTag, each: int
) -> Product:
    district = seller.district
    product = create_product(
        seller=seller, product_type=kind, category=category, district=district, name="Saree", gi_tag=tag, craft=craft,
        odop_product=district.odop_products.first(), hsn=HsnCodeFactory(), legal=LEGAL, description="Woven.", seo_title="Saree",
        attributes=_values(kind, for_variants=False), translations={"hi": ProductWords(name="साड़ी", description="बुनी हुई।")},
    )  # fmt: skip
    pictures = [
        ProductMedia.objects.create(product=product, picture=_picture(), alt="A saree", sort_order=n) for n in range(each)
    ]
    for number in range(each):
        variant = add_variant(
            product=product, sku=f"S-{product.pk}-{number}", name="Plain", weight_grams=700, translations={"hi": "सादा"},
            attributes=_values(kind, for_variants=True),
        )  # fmt: skip
        price = Money(125_000 + number, channel.currency_code)
        set_price(variant=variant, channel=channel, price=price, full_price=Money(130_000, "INR"), mrp=Money(130_000, "INR"))
        set_quantity(variant=variant, warehouse=seller.warehouses.get(), quantity=3)
        variant.media.set(pictures)
    for picture in pictures:
        picture.translations.create(language_code="hi", alt="साड़ी")
    publish(product=product, channel=channel)
    return product


def _picture() -> Picture:
    number = next(_number)
    picture = Picture.objects.create(
        sha256=f"{number:064x}", state=Picture.State.READY, upload_key="", width=1200, height=900, colour="#aa5500"
    )
    Rendition.objects.create(
        picture=picture, format="WEBP", size=360, width=360, height=270, key=f"media/{number}.webp", byte_count=9
    )
    return picture


def _collection(channel: Channel, products: list[Product], place: int) -> Collection:
    collection = create_collection(
        name=f"Best of {place}", description="Chosen.", translations={"hi": CollectionWords(name="चुने हुए", description="शब्द")}
    )
    add_products(collection=collection, products=products)
    publish_collection(collection=collection, channel=channel)
    Background.objects.create(collection=collection, picture=_picture(), alt="A loom")
    return collection


def _pages(place: int, each: int, attribute: Attribute) -> list[Page]:
    kind = content.create_type(name=f"Help {place}")
    PageTypeAttribute.objects.create(page_type=kind, attribute=attribute)
    pages = [
        content.create(
            page_type=kind, title=f"Page {number} of {place}", content="Words.",
            translations={"hi": content.PageWords(title="पृष्ठ", content="शब्द।")},
        )
        for number in range(each)
    ]  # fmt: skip
    for page in pages:
        PageAttributeAssignment.objects.create(page=page, attribute=attribute, number=3)
    return [content.publish(page=page, at=timezone.now() - timedelta(hours=1)) for page in pages]


def _menu(slug: str, categories: list[Category], collections: list[Collection], pages: list[Page]) -> None:
    menu = create_menu(name="Menu", slug=slug)
    top = add_item(menu=menu, name="Shelves", translations={"hi": "अलमारियाँ"})
    for category, collection, page in zip(categories, collections, pages, strict=False):
        add_item(menu=menu, name="Category", parent=top, category=category, translations={"hi": "श्रेणी"})
        add_item(menu=menu, name="Collection", parent=top, collection=collection)
        add_item(menu=menu, name="Page", parent=top, page=page)
        add_item(menu=menu, name="Elsewhere", parent=top, url="https://example.org/")
