"""Questions about types of products, and about what is kept beside the words of products and variants."""

from collections.abc import Collection
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from catalog.attributes.models import Attribute, AttributeChoice
from catalog.categories.models import CategoryAttribute
from catalog.products.models import Product, ProductType, ProductTypeAttribute, ProductVariant
from marketplace.kit.held import Held


class ProductTypeRow(NamedTuple):
    """A type of product, its name in the language it was written in."""

    id: int
    slug: str
    name: str
    has_variants: bool
    is_shipping_required: bool


def product_types_by_id(ids: Collection[int]) -> dict[int, ProductTypeRow]:
    """Types by key, from memory."""
    known = _types()
    return {key: known[key] for key in ids}


def _read_types(_key: None) -> dict[int, ProductTypeRow]:
    rows = ProductType.objects.values_list(*ProductTypeRow._fields)
    return {row[0]: ProductTypeRow._make(row) for row in rows}


_types = Held(_read_types, "catalog_producttype")


def attributes_of_types(type_ids: Collection[int], *, for_variants: bool) -> dict[int, list[int]]:
    """The keys of the attributes that products (or variants) of each type may carry, in order; one statement."""
    found: dict[int, list[int]] = {key: [] for key in type_ids}
    slots = ProductTypeAttribute.objects.filter(product_type_id__in=found, for_variants=for_variants)
    in_order = slots.order_by("product_type_id", "sort_order", "id")
    for key, attribute in in_order.values_list("product_type_id", "attribute_id"):
        found[key].append(attribute)
    return found


def metadata_of_products(ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The metadata of each product; one statement."""
    return dict(Product.objects.filter(id__in=set(ids)).values_list("id", "metadata"))


def metadata_of_variants(ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The metadata of each variant; one statement."""
    return dict(ProductVariant.objects.filter(id__in=set(ids)).values_list("id", "metadata"))


def metadata_of_types(ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The metadata of each type of product; one statement."""
    return dict(ProductType.objects.filter(id__in=set(ids)).values_list("id", "metadata"))


class Selectable(NamedTuple):
    """An attribute that lists may be narrowed by: who may carry it, and its choices by slug."""

    id: int
    input_type: str
    of_products: bool
    of_variants: bool
    choices: dict[str, int]


def selectable(slugs: Collection[str]) -> dict[str, Selectable]:
    """The attributes with these slugs, from memory."""
    known = _selectable()
    return {slug: known[slug] for slug in slugs if slug in known}


def _read(_key: None) -> dict[str, Selectable]:
    """All attributes: a product carries what its type or its category asks for, a variant what its product's type does."""
    slots = ProductTypeAttribute.objects.filter(attribute_id=OuterRef("pk"))
    branches = CategoryAttribute.objects.filter(attribute_id=OuterRef("pk"))
    rows = Attribute.objects.annotate(
        of_products=Exists(slots.filter(for_variants=False)) | Exists(branches),
        of_variants=Exists(slots.filter(for_variants=True)),
    )
    choices: dict[int, dict[str, int]] = {}
    for attribute, slug, key in AttributeChoice.objects.values_list("attribute_id", "slug", "id"):
        choices.setdefault(attribute, {})[slug] = key
    found = rows.values_list("slug", "id", "input_type", "of_products", "of_variants")
    return {row[0]: Selectable(*row[1:], choices.get(row[1], {})) for row in found}


_selectable = Held(
    _read, "catalog_attribute", "catalog_attributechoice", "catalog_producttypeattribute", "catalog_categoryattribute"
)
