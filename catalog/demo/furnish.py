"""Furnishes the catalogue before the first shop opens: channels, attributes, product types, the category tree."""

from dataclasses import dataclass

from catalog.attributes import actions as attributes
from catalog.attributes.models import Attribute
from catalog.categories import actions as categories
from catalog.categories.models import Category, Declaration
from catalog.demo.reading import split, toml
from catalog.products.actions import create_type
from catalog.products.models import ProductType, ProductTypeAttribute
from marketplace.channels import actions as channels
from marketplace.channels.models import Channel
from marketplace.tariff.models import HsnCode

# The six that the Legal Metrology (Packaged Commodities) Rules want of every listing.
EVERYWHERE = (
    Declaration.GENERIC_NAME, Declaration.MAKER, Declaration.NET_QUANTITY, Declaration.MRP, Declaration.CONSUMER_CARE,
    Declaration.COUNTRY_OF_ORIGIN,
)  # fmt: skip
ABROAD = ("AE", "AU", "CA", "DE", "FR", "GB", "JP", "NL", "SG", "US")
# What a buyer must always be told, by root of the tree.
_MANDATORY = {
    "foods": ("ingredients",),
    "sarees-and-fabrics": ("material",),
    "clothing": ("material",),
    "home-textiles": ("material",),
}


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands ready, by slug; `carries` says which attributes a type has for products, then for variants."""

    channels: dict[str, Channel]
    types: dict[str, ProductType]
    categories: dict[str, Category]
    carries: dict[str, tuple[frozenset[str], frozenset[str]]]


def furnish() -> Furniture:
    """Make what is missing, and hand out all of it. Safe to repeat; inside of one transaction of the caller."""
    for slug, name, currency, country, others in (("india", "India", "INR", "IN", ()), ("export", "Export", "USD", "US", ABROAD)):
        if not Channel.objects.filter(slug=slug).exists():
            default = slug == "india" and not Channel.objects.filter(is_default=True).exists()
            channels.create(
                slug=slug, name=name, currency_code=currency, default_country=country, countries=others, is_default=default
            )
    found = _attributes()
    _types(found)
    _tree(found)
    return furniture()


def furniture() -> Furniture:
    """What stands ready now."""
    sides: dict[str, tuple[set[str], set[str]]] = {}
    slots = ProductTypeAttribute.objects.values_list("product_type__slug", "attribute__slug", "for_variants")
    for kind, attribute, for_variants in slots:
        sides.setdefault(kind, (set(), set()))[for_variants].add(attribute)
    return Furniture(
        channels={row.slug: row for row in Channel.objects.filter(slug__in=("india", "export"))},
        types={row.slug: row for row in ProductType.objects.all()},
        categories={row.slug: row for row in Category.objects.all()},
        carries={kind: (frozenset(of[0]), frozenset(of[1])) for kind, of in sides.items()},
    )


def _attributes() -> dict[str, Attribute]:
    words = toml("attributes")
    there = {row.slug: row for row in Attribute.objects.all()}
    for text in words["attributes"]:
        slug, name, hindi, kind, unit, filterable = split(text)
        if slug in there:
            continue
        there[slug] = attributes.create(
            slug=slug, name=name, input_type=kind, unit=unit, filterable=filterable == "y",
            entity_type="PRODUCT" if kind == "REFERENCE" else "", translations={"hi": hindi},
        )  # fmt: skip
        for choice in words["choices"].get(slug, ()):
            key, called, in_hindi = split(choice)
            attributes.add_choice(attribute=there[slug], slug=key, name=called, translations={"hi": in_hindi})
    return there


def _types(found: dict[str, Attribute]) -> None:
    there = set(ProductType.objects.values_list("slug", flat=True))
    for text in toml("attributes")["types"]["list"]:
        slug, name, hindi, of_product, of_variant = split(text)
        if slug not in there:
            create_type(
                slug=slug, name=name, translations={"hi": hindi},
                product_attributes=[found[key] for key in of_product.split()],
                variant_attributes=[found[key] for key in of_variant.split()],
            )  # fmt: skip


def _tree(found: dict[str, Attribute]) -> None:
    there = {row.slug: row for row in Category.objects.all()}
    codes = {row.code: row for row in HsnCode.objects.all()}
    for branch in toml("categories")["branch"]:
        root = _category(branch["root"], None, there, codes, [*EVERYWHERE, *branch.get("declares", ())])
        for leaf in branch["leaves"]:
            _category(leaf, root, there, codes, [])
        for slug in _MANDATORY.get(root.slug, ()):
            categories.require_attribute(category=root, attribute=found[slug])


def _category(
    text: str, parent: Category | None, there: dict[str, Category], codes: dict[str, HsnCode], declares: list[str]
) -> Category:
    slug, name, hindi, hsn = split(text)
    if slug not in there:
        there[slug] = categories.create(
            slug=slug, name=name, parent=parent, hsn_default=codes[hsn], declarations=declares,
            translations={"hi": categories.CategoryWords(name=hindi)},
        )  # fmt: skip
    return there[slug]
