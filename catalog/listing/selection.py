"""What AttributeInput means: which values of which attributes a product or one of its variants must carry."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.apps import apps

from catalog.listing.conditions import AttributeCondition
from catalog.products.queries import Selectable, selectable
from marketplace.kit.graphql.filters import few, texts_of
from marketplace.kit.graphql.ranges import among, ends_of
from marketplace.kit.text import clean

# What references may refer to: the words of the input, the column that they look in, the table
_REFERENCES = {
    "product_slugs": ("PRODUCT", "Product", "slug"),
    "product_variant_skus": ("PRODUCT_VARIANT", "ProductVariant", "sku"),
    "category_slugs": ("CATEGORY", "Category", "slug"),
    "collection_slugs": ("COLLECTION", "Collection", "slug"),
}
_KINDS = {"Product": "PRODUCT", "ProductVariant": "PRODUCT_VARIANT", "Category": "CATEGORY", "Collection": "COLLECTION"}


def conditions_of(inputs: Sequence[Mapping[str, Any]], *, field: str) -> tuple[AttributeCondition, ...] | None:
    """The conditions of several AttributeInputs, which must all hold; None where nothing can fulfil them.

    Two statements, and one for each kind of thing whose slugs references are narrowed to. Refused TOO_MANY or INVALID.
    """
    if not inputs:
        return ()
    slugs = {clean(given["slug"], field=field) for given in inputs if given.get("slug") is not None}
    known = selectable(slugs) if slugs else {}
    found: list[AttributeCondition] = []
    for given in inputs:
        slug = None if given.get("slug") is None else clean(given["slug"], field=field)
        if (slug is not None and slug not in known) or given.get("date_time") is not None:
            return None
        several = _of_input(given, None if slug is None else known[slug], field)
        if several is None:
            return None
        found.extend(several)
    return tuple(found)


def _of_input(given: Mapping[str, Any], attribute: Selectable | None, field: str) -> list[AttributeCondition] | None:
    value = given.get("value") or {}
    low, high = ends_of(given.get("values_range") or (value.get("numeric") or {}).get("range"))
    since, until = ends_of(given.get("date") or value.get("date"))
    boolean = given.get("boolean") if given.get("boolean") is not None else value.get("boolean")
    slugs = _slugs(given, value, field)
    if value.get("date_time") is not None:
        return None
    carried = attribute or Selectable(0, "", True, True, {})
    if not (carried.of_products or carried.of_variants):
        return None
    condition = AttributeCondition(
        of_products=carried.of_products,
        of_variants=carried.of_variants,
        attribute_id=None if attribute is None else attribute.id,
        number_from=low,
        number_to=high,
        numbers=among(value.get("numeric"), field=field),
        choice_names=texts_of(value.get("name"), field=field),
        boolean=boolean,
        date_from=since,
        date_to=until,
    )
    if slugs is not None and attribute is not None:
        condition = replace(condition, choice_ids=[attribute.choices[slug] for slug in slugs if slug in attribute.choices])
    elif slugs is not None:
        condition = replace(condition, choice_slugs=slugs)
    return _with_references(condition, value.get("reference") or {}, field)


def _slugs(given: Mapping[str, Any], value: Mapping[str, Any], field: str) -> list[str] | None:
    """The slugs that `values` and `value.slug` allow together."""
    values = few(given.get("values"), field=field)
    one = None if values is None else [clean(slug, field=field) for slug in values]
    other = texts_of(value.get("slug"), field=field)
    if one is None or other is None:
        return other if one is None else one
    return [slug for slug in one if slug in other]


def _with_references(condition: AttributeCondition, given: Mapping[str, Any], field: str) -> list[AttributeCondition] | None:
    """The condition with each set of things that must be referred to; by itself where none is named."""
    found: list[AttributeCondition] = []
    if given.get("page_slugs") is not None:
        return None  # nothing in the catalogue refers to pages
    for name, contains in given.items():
        for wanted, all_of_them in ((contains or {}).get("contains_any"), False), ((contains or {}).get("contains_all"), True):
            if wanted is None:
                continue
            texts = [clean(text, field=field) for text in few(wanted, field=field) or []]
            keys = _by_ids(texts) if name == "referenced_ids" else _by_slugs(name, texts)
            if len(keys) < (len(set(texts)) if all_of_them else 1):
                return None
            groups = [[key] for key in keys] if all_of_them else _grouped(keys)
            found.extend(
                replace(condition, reference_type=group[0][0], reference_ids=[key for _kind, key in group]) for group in groups
            )
    return found or [condition]


def _grouped(keys: Sequence[tuple[str, int]]) -> list[list[tuple[str, int]]]:
    """References of one kind together; of several kinds only the first can be meant by one attribute."""
    kind = keys[0][0]
    return [[pair for pair in keys if pair[0] == kind]]


def _by_ids(ids: Sequence[str]) -> list[tuple[str, int]]:
    found = []
    for value in ids:
        try:
            kind, _colon, key = base64.b64decode(value, validate=True).decode("ascii").partition(":")
        except (binascii.Error, UnicodeDecodeError, ValueError):
            continue
        if kind in _KINDS and key.isdigit() and len(key) <= 18:
            found.append((_KINDS[kind], int(key)))
    return list(dict.fromkeys(found))


def _by_slugs(name: str, texts: Sequence[str]) -> list[tuple[str, int]]:
    kind, table, column = _REFERENCES[name]
    rows = apps.get_model("catalog", table)._default_manager.filter(**{f"{column}__in": texts})
    return [(kind, key) for key in rows.values_list("pk", flat=True)]
