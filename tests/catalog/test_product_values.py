"""Attribute values of products and variants: only those of type and branch, replaced whole, references that exist."""

import pytest

from catalog.attributes.models import Attribute
from catalog.categories import actions as categories
from catalog.products import actions
from catalog.products.models import Product
from catalog.products.values import write_product_values, write_variant_values
from marketplace.kit.refused import Refused
from tests.factories import (
    AttributeChoiceFactory,
    AttributeFactory,
    CategoryFactory,
    CollectionFactory,
    ProductFactory,
    ProductVariantFactory,
)

pytestmark = pytest.mark.django_db


def _product(*attributes: Attribute) -> Product:
    kind = actions.create_type(slug="kind", name="Kind", product_attributes=attributes)
    return ProductFactory(product_type=kind)


def test_values_replace_those_of_the_attributes_named_and_leave_the_others() -> None:
    colours, cloth = AttributeFactory(input_type="MULTISELECT", slug="colours"), AttributeFactory(slug="cloth")
    for slug in ("red", "gold", "green"):
        AttributeChoiceFactory(attribute=colours, slug=slug)
    product = _product(colours, cloth)
    write_product_values(product, {"colours": ["green", "red"], "cloth": "Silk"})
    write_product_values(product, {"colours": ["gold", "green"]})
    chosen = product.attribute_values.filter(attribute=colours).order_by("sort_order")
    assert [value.choice.slug for value in chosen] == ["gold", "green"]
    assert product.attribute_values.get(attribute=cloth).plain_text == "Silk"
    write_product_values(product, {"colours": []})
    assert [value.attribute for value in product.attribute_values.all()] == [cloth]


def test_a_refused_value_takes_nothing_away() -> None:
    cloth, length = AttributeFactory(slug="cloth"), AttributeFactory(slug="length", input_type="NUMERIC")
    product = _product(cloth, length)
    write_product_values(product, {"cloth": "Silk", "length": 550})
    with pytest.raises(Refused):
        write_product_values(product, {"cloth": "Cotton", "length": "long"})
    assert product.attribute_values.get(attribute=cloth).plain_text == "Silk"


def test_a_choice_of_another_attribute_is_refused() -> None:
    colour = AttributeChoiceFactory(slug="red").attribute
    AttributeChoiceFactory(slug="silk")
    with pytest.raises(Refused) as refused:
        write_product_values(_product(colour), {colour.slug: "silk"})
    assert (refused.value.code, refused.value.field) == ("INVALID_VALUE", colour.slug)


def test_the_branch_of_the_category_adds_to_what_the_type_allows() -> None:
    licence, root = AttributeFactory(slug="licence"), CategoryFactory()
    product = ProductFactory(category=CategoryFactory(parent=root))
    with pytest.raises(Refused) as refused:
        write_product_values(product, {"licence": "A"})
    assert (refused.value.code, refused.value.field) == ("ATTRIBUTE_NOT_ALLOWED", "licence")
    categories.require_attribute(category=root, attribute=licence, required=False)
    write_product_values(product, {"licence": "A"})
    assert product.attribute_values.get().plain_text == "A"


def test_slots_of_products_are_not_slots_of_variants() -> None:
    cloth, colour = AttributeFactory(slug="cloth"), AttributeFactory(slug="colour")
    kind = actions.create_type(slug="kind", name="Kind", product_attributes=[cloth], variant_attributes=[colour])
    variant = ProductVariantFactory(product=ProductFactory(product_type=kind))
    write_product_values(variant.product, {"cloth": "Silk"})
    write_variant_values(variant, {"colour": "Red"})
    with pytest.raises(Refused):
        write_product_values(variant.product, {"colour": "Red"})
    with pytest.raises(Refused):
        write_variant_values(variant, {"cloth": "Silk"})
    assert [value.plain_text for value in variant.attribute_values.all()] == ["Red"]


@pytest.mark.parametrize(
    ("entity", "factory"),
    [
        ("PRODUCT", ProductFactory),
        ("PRODUCT_VARIANT", ProductVariantFactory),
        ("CATEGORY", CategoryFactory),
        ("COLLECTION", CollectionFactory),
    ],
)
def test_a_reference_points_to_rows_of_its_kind_that_are_there(entity: str, factory: type) -> None:
    goes_with = AttributeFactory(slug="goes-with", input_type="REFERENCE", entity_type=entity)
    product, others = _product(goes_with), factory.create_batch(2)
    keys = [other.pk for other in reversed(others)]
    write_product_values(product, {"goes-with": keys})
    assert [value.reference_key for value in product.attribute_values.order_by("sort_order")] == keys
    with pytest.raises(Refused) as refused:
        write_product_values(product, {"goes-with": [keys[0], 2**40]})
    assert (refused.value.code, refused.value.field) == ("NOT_FOUND", "goes-with")
    assert product.attribute_values.count() == 2
