"""Products: entered whole or not at all, with claims, words, declarations and variants."""

from typing import Any

import pytest

from catalog.products import actions
from catalog.products.actions import Legal, ProductWords
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product, ProductLegal, ProductTranslation, ProductType, ProductVariant
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.factories import (
    AttributeChoiceFactory,
    AttributeFactory,
    AuthorisedUserFactory,
    CategoryFactory,
    CraftFactory,
    DistrictFactory,
    GiTagFactory,
    HsnCodeFactory,
    OdopProductFactory,
    ProductFactory,
    ProductTypeFactory,
    ProductVariantFactory,
    SellerFactory,
)
from tests.side_by_side import side_by_side

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(db: None) -> dict[str, Any]:
    """All that a product needs, with a type that knows one attribute."""
    cloth = AttributeFactory(slug="cloth")
    return {
        "seller": SellerFactory(), "category": CategoryFactory(), "district": DistrictFactory(slug="varanasi"),
        "product_type": actions.create_type(slug="saree", name="Saree", product_attributes=[cloth]),
        "name": "Banarasi Katan Saree", "description": "Woven by hand.",
        "legal": Legal(generic_name="Saree", maker_name="Ansari Weavers", maker_address="12 Madanpura, Varanasi"),
    }  # fmt: skip


def _nothing_new(before: int) -> bool:
    tables = (Product, ProductLegal, ProductTranslation, AttributeAssignment)
    return not any(table.objects.exists() for table in tables) and len(announced()) == before


def test_a_product_is_entered_with_all_that_belongs_to_it(entry: dict[str, Any]) -> None:
    words = ProductWords(name="बनारसी कतान साड़ी", description="हाथ से बुनी।", seo_title="साड़ी")
    product = actions.create(
        **entry, craft=CraftFactory(), hsn=HsnCodeFactory(), attributes={"cloth": "Silk"}, translations={"hi": words}
    )
    product = Product.objects.get(pk=product.pk)
    assert (product.slug, product.name) == ("banarasi-katan-saree", "Banarasi Katan Saree")
    assert product.description == {"blocks": [{"type": "paragraph", "data": {"text": "Woven by hand."}}]}
    assert product.legal.maker_name == "Ansari Weavers" and product.legal.country_of_origin == "IN"
    assert product.translations.get().slug == "बनारसी-कतान-साड़ी"
    assert product.attribute_values.get().plain_text == "Silk"
    assert not product.channel_listings.exists()
    assert announced()[-1] == ("ProductCreated", {"product": product.pk})


def test_slugs_are_numbered_and_fall_back_on_district_and_type(entry: dict[str, Any]) -> None:
    names = ["Banarasi Katan Saree", "Banarasi Katan Saree", "बनारसी साड़ी", "कतान", "Katan", "x" * 200, "x" * 200]
    slugs = [actions.create(**{**entry, "name": name}).slug for name in names]
    assert slugs[:5] == ["banarasi-katan-saree", "banarasi-katan-saree-2", "varanasi-saree", "varanasi-saree-2", "katan"]
    assert slugs[5:] == ["x" * 152, "x" * 152 + "-2"]


def test_a_slug_that_ends_in_a_number_is_not_handed_out_twice(entry: dict[str, Any]) -> None:
    slugs = [actions.create(**{**entry, "name": "Katan", "slug": slug}).slug for slug in ("katan-2", None, None, None)]
    assert slugs == ["katan-2", "katan", "katan-3", "katan-4"]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": ""}, "REQUIRED", "name"),
        ({"name": "x" * 201}, "TOO_LONG", "name"),
        ({"name": "\udc00"}, "INVALID", "name"),
        ({"slug": "a b"}, "INVALID", "slug"),
        ({"description": {"blocks": [{"type": "html"}]}}, "INVALID", "description"),
        ({"seo_description": "x" * 301}, "TOO_LONG", "seo_description"),
        ({"legal": Legal(fssai_licence_no="1234567890123")}, "INVALID", "fssai_licence_no"),
        ({"legal": Legal(fssai_licence_no="१२३४५६७८९०१२३४")}, "INVALID", "fssai_licence_no"),
        ({"legal": Legal(country_of_origin="India")}, "INVALID", "country_of_origin"),
        ({"legal": Legal(food_mark="VEGAN")}, "INVALID", "food_mark"),
        ({"legal": Legal(generic_names={"xx": "Saree"})}, "INVALID", "translations"),
        ({"legal": Legal(generic_names={"hi": " "})}, "REQUIRED", "generic_name"),
        ({"legal": Legal(generic_names={"hi": "स" * 121})}, "TOO_LONG", "generic_name"),
        ({"legal": Legal(shelf_life_days=0)}, "INVALID", "shelf_life_days"),
        ({"legal": Legal(maker_address="x" * 301)}, "TOO_LONG", "maker_address"),
        ({"translations": {"hi": ProductWords(name="")}}, "REQUIRED", "name"),
        ({"translations": {"fr": ProductWords(name="x")}}, "INVALID", "translations"),
        ({"attributes": {"cloth": 5}}, "INVALID_VALUE", "cloth"),
        ({"attributes": {"cloth": "Silk", "colour": "red"}}, "ATTRIBUTE_NOT_ALLOWED", "colour"),
    ],
)
def test_a_failure_anywhere_leaves_nothing_behind(entry: dict[str, Any], given: dict[str, Any], code: str, field: str) -> None:
    before = len(announced())
    with pytest.raises(Refused) as refused:
        actions.create(**{**entry, "translations": {"hi": ProductWords(name="साड़ी")}, **given})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert _nothing_new(before)


def test_a_suspended_seller_enters_nothing_and_a_waiting_one_may(entry: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        actions.create(**{**entry, "seller": SellerFactory(status="SUSPENDED")})
    assert refused.value.code == "SELLER_SUSPENDED"
    assert actions.create(**{**entry, "seller": SellerFactory(status="PENDING")}).pk


def test_a_gi_claim_is_stored_without_authorisation(entry: dict[str, Any]) -> None:
    gi_tag = GiTagFactory()
    assert actions.create(**entry, gi_tag=gi_tag).gi_tag == gi_tag


def test_a_gi_of_another_country_cannot_be_claimed(entry: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        actions.create(**entry, gi_tag=GiTagFactory(country="Italy"))
    assert (refused.value.code, refused.value.field) == ("FOREIGN_GI", "gi_tag")


def test_no_words_make_a_claim(entry: dict[str, Any]) -> None:
    authorised = AuthorisedUserFactory(seller=entry["seller"])
    name = f"{authorised.gi_tag.name} GI certified, registered GI No. 99"
    product = actions.create(**{**entry, "name": name, "description": name, "attributes": {"cloth": name}})
    assert product.gi_tag is None and product.odop_product is None


def test_a_designation_is_claimed_in_its_own_district_only(entry: dict[str, Any]) -> None:
    designated = OdopProductFactory(district=entry["district"])
    assert actions.create(**entry, odop_product=designated).odop_product == designated
    with pytest.raises(Refused) as refused:
        actions.create(**entry, odop_product=OdopProductFactory())
    assert (refused.value.code, refused.value.field) == ("OTHER_DISTRICT", "odop_product")


def test_a_type_has_its_attributes_in_order() -> None:
    cloth, length, colour = AttributeFactory(), AttributeFactory(), AttributeFactory()
    made = actions.create_type(
        slug="saree", name="Saree", product_attributes=[length, cloth], variant_attributes=[colour], required=[cloth],
        translations={"hi": "साड़ी"},
    )  # fmt: skip
    slots = made.attribute_slots.order_by("sort_order").values_list("attribute", "for_variants", "required")
    assert list(slots) == [(length.pk, False, False), (cloth.pk, False, True), (colour.pk, True, False)]
    assert made.translations.get().name == "साड़ी"


def test_a_type_names_each_attribute_once() -> None:
    cloth, colour = AttributeFactory(), AttributeFactory()
    for given in (
        {"product_attributes": [cloth, cloth]},
        {"product_attributes": [cloth], "variant_attributes": [cloth]},
        {"product_attributes": [cloth], "required": [colour]},
    ):
        with pytest.raises(Refused) as refused:
            actions.create_type(slug="saree", name="Saree", **given)
        assert refused.value.code == "INVALID"
    assert not ProductType.objects.exists()


# Variants -------------------------------------------------------------------------------------------------------------


def test_variants_stand_in_order_with_words_and_values() -> None:
    colour = AttributeChoiceFactory(slug="red").attribute
    product = ProductFactory(product_type=actions.create_type(slug="saree", name="Saree", variant_attributes=[colour]))
    red = actions.add_variant(
        product=product,
        sku="BKS-1/RED",
        name="Red",
        weight_grams=650,
        attributes={colour.slug: "red"},
        translations={"hi": "लाल"},
    )
    actions.add_variant(product=product, sku="BKS-2", name="Ghee", net_quantity=500, net_quantity_unit="GRAM")
    assert list(product.variants.order_by("sort_order").values_list("sku", "net_quantity", "net_quantity_unit")) == [
        ("BKS-1/RED", 1, "PIECE"),
        ("BKS-2", 500, "GRAM"),
    ]
    assert red.attribute_values.get().choice.slug == "red" and red.translations.get().name == "लाल"
    assert announced()[-1] == ("ProductChanged", {"product": product.pk})


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"sku": ""}, "REQUIRED", "sku"),
        ({"sku": "a b"}, "INVALID", "sku"),
        ({"sku": "-a"}, "INVALID", "sku"),
        ({"sku": "x" * 65}, "TOO_LONG", "sku"),
        ({"sku": "TAKEN"}, "SKU_TAKEN", "sku"),
        ({"name": ""}, "REQUIRED", "name"),
        ({"weight_grams": 0}, "INVALID", "weight_grams"),
        ({"weight_grams": 1_000_001}, "INVALID", "weight_grams"),
        ({"net_quantity": 0}, "INVALID", "net_quantity"),
        ({"net_quantity": 1.5}, "INVALID", "net_quantity"),
        ({"net_quantity_unit": "STONE"}, "INVALID", "net_quantity_unit"),
        ({"attributes": {"x": 1}}, "ATTRIBUTE_NOT_ALLOWED", "x"),
        ({"translations": {"hi": "x" * 121}}, "TOO_LONG", "name"),
    ],
)
def test_a_nonsensical_variant_is_refused_whole(given: dict[str, Any], code: str, field: str) -> None:
    product = ProductVariantFactory(sku="TAKEN").product
    with pytest.raises(Refused) as refused:
        actions.add_variant(**{"product": product, "sku": "NEW", "name": "New", **given})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert ProductVariant.objects.count() == 1 and not announced()


def test_a_type_without_variants_has_one() -> None:
    product = ProductFactory(product_type=ProductTypeFactory(has_variants=False))
    actions.add_variant(product=product, sku="A", name="A")
    with pytest.raises(Refused) as refused:
        actions.add_variant(product=product, sku="B", name="B")
    assert refused.value.code == "TOO_MANY_VARIANTS"


@pytest.mark.django_db(transaction=True)
def test_products_of_one_name_at_the_same_moment_get_slugs_of_their_own(entry: dict[str, Any]) -> None:
    made = side_by_side([lambda: actions.create(**entry)] * 5)
    assert {product.slug for product in made} == {"banarasi-katan-saree", *(f"banarasi-katan-saree-{n}" for n in range(2, 6))}


@pytest.mark.django_db(transaction=True)
def test_one_article_number_at_the_same_moment_makes_one_variant() -> None:
    first, second = ProductFactory(), ProductFactory()
    made = side_by_side(
        [lambda product=product: actions.add_variant(product=product, sku="A", name="A") for product in (first, second)]
    )
    assert [one.code for one in made if isinstance(one, Refused)] == ["SKU_TAKEN"]
    assert ProductVariant.objects.count() == 1


def test_a_rating_comes_from_reviews_and_is_told_once() -> None:
    product = ProductFactory()
    assert (product.rating, product.reviews) == (None, 0)
    actions.rate(product=product, rating=433, reviews=3)
    actions.rate(product=product, rating=433, reviews=3)
    product.refresh_from_db()
    assert (product.rating, product.reviews) == (433, 3)
    assert announced() == [("ProductChanged", {"product": product.pk})]
    actions.rate(product=product, rating=None, reviews=0)
    assert Product.objects.get().rating is None


@pytest.mark.parametrize(("rating", "reviews", "field"), [
    (None, 1, "rating"), (400, 0, "rating"), (99, 1, "rating"), (501, 1, "rating"), (4.5, 1, "rating"), (None, -1, "reviews"),
    (400, 10**10, "reviews"),
])  # fmt: skip
def test_no_other_rating_is_taken(rating: Any, reviews: int, field: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.rate(product=ProductFactory(), rating=rating, reviews=reviews)
    assert (refused.value.code, refused.value.field) == ("INVALID", field)
