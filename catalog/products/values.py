"""The attribute values of a product or a variant: which it may carry, checked and written."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from catalog.attributes.carrying import carry
from catalog.attributes.models import Attribute
from catalog.categories.models import Category, CategoryAttribute
from catalog.categories.rules import Demands, branch_demands
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product, ProductTypeAttribute, ProductVariant
from marketplace.kit.refused import Refused


def branch_of(category: Category) -> Demands:
    """What the category demands of a listing, with all that its branch passes down to it."""
    keys = [*category.ancestors, category.pk]
    rows = {row.pk: row for row in Category.objects.filter(pk__in=keys)}
    attributes: dict[int, dict[int, bool]] = {key: {} for key in keys}
    for owner, attribute, required in CategoryAttribute.objects.filter(category__in=keys).values_list(
        "category", "attribute", "required"
    ):
        attributes[owner][attribute] = required
    return branch_demands(
        [
            Demands(hsn_default=rows[key].hsn_default_id, declarations=tuple(rows[key].declarations), attributes=attributes[key])
            for key in keys
        ]
    )


def write_product_values(product: Product, values: Mapping[str, object]) -> None:
    """Put these values in place of what the product carried for the attributes named; an empty value takes it away.

    Refused ATTRIBUTE_NOT_ALLOWED, INVALID_VALUE, OUT_OF_BOUNDS or NOT_FOUND, with the attribute's slug as field.
    """
    if values:
        allowed = _slots(product, for_variants=False) | set(branch_of(product.category).attributes)
        _write({"product": product}, allowed, values)


def write_variant_values(variant: ProductVariant, values: Mapping[str, object]) -> None:
    """Like `write_product_values`, for a variant: only the attributes that its type has for variants."""
    if values:
        _write({"variant": variant}, _slots(variant.product, for_variants=True), values)


def _slots(product: Product, *, for_variants: bool) -> set[int]:
    slots = ProductTypeAttribute.objects.filter(product_type=product.product_type_id, for_variants=for_variants)
    return set(slots.values_list("attribute", flat=True))


def _write(owner: Mapping[str, Product | ProductVariant], allowed: set[int], values: Mapping[str, object]) -> None:
    attributes = {row.slug: row for row in Attribute.objects.filter(pk__in=allowed, slug__in=list(values))}
    for slug in values:
        if slug not in attributes:
            raise Refused("ATTRIBUTE_NOT_ALLOWED", _("A listing of this type and category has no such attribute."), slug)
    carry(AttributeAssignment, owner, attributes, values)
