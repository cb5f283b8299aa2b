"""What AttributeInput means: which values of which attributes a product or one of its variants must carry."""

import base64
import binascii
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from catalog.categories.models import Category
from catalog.collections.queries import visible as visible_collections
from catalog.listing.conditions import AttributeCondition
from catalog.listing.queries import visible
from catalog.products.models import VariantChannelListing
from catalog.products.queries import Selectable, selectable
from marketplace.channels.queries import Viewpoint
from marketplace.kit.graphql.filters import few, texts_of
from marketplace.kit.graphql.ranges import among, ends_of
from marketplace.kit.text import clean

# What references may refer to: the words of the input, and the column that they look in among what is to be seen
_REFERENCES = {
    "product_slugs": ("PRODUCT", "product__slug"),
    "product_variant_skus": ("PRODUCT_VARIANT", "variant__sku"),
    "category_slugs": ("CATEGORY", "slug"),
    "collection_slugs": ("COLLECTION", "collection__slug"),
}
_KEYS = {"PRODUCT": "product_id", "PRODUCT_VARIANT": "variant_id", "CATEGORY": "id", "COLLECTION": "collection_id"}
_KINDS = {"Product": "PRODUCT", "ProductVariant": "PRODUCT_VARIANT", "Category": "CATEGORY", "Collection": "COLLECTION"}


def conditions_of(inputs: Sequence[Mapping[str, Any]], at: Viewpoint, *, field: str) -> tuple[AttributeCondition, ...] | None:
    """The conditions of several AttributeInputs, which must all hold; None where nothing can fulfil them.

    References to what is not to be seen from the viewpoint are as if they were not there: no list tells of hidden things.
    One statement for each kind of thing that references are narrowed to. Refused TOO_MANY or INVALID.
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
        several = _of_input(given, None if slug is None else known[slug], at, field)
        if several is None:
            return None
        found.extend(several)
    return tuple(found)


def _of_input(
    given: Mapping[str, Any], attribute: Selectable | None, at: Viewpoint, field: str
) -> list[AttributeCondition] | None:
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
    return _with_references(condition, value.get("reference") or {}, at, field)


def _slugs(given: Mapping[str, Any], value: Mapping[str, Any], field: str) -> list[str] | None:
    """The slugs that `values` and `value.slug` allow together."""
    values = few(given.get("values"), field=field)
    one = None if values is None else [clean(slug, field=field) for slug in values]
    other = texts_of(value.get("slug"), field=field)
    if one is None or other is None:
        return other if one is None else one
    return [slug for slug in one if slug in other]


def _with_references(
    condition: AttributeCondition, given: Mapping[str, Any], at: Viewpoint, field: str
) -> list[AttributeCondition] | None:
    """The condition with each set of things that must be referred to; by itself where none is named."""
    found: list[AttributeCondition] = []
    if given.get("page_slugs") is not None:
        return None  # nothing in the catalogue refers to pages
    for name, contains in given.items():
        for wanted, all_of_them in ((contains or {}).get("contains_any"), False), ((contains or {}).get("contains_all"), True):
            if wanted is None:
                continue
            texts = [clean(text, field=field) for text in few(wanted, field=field) or []]
            keys = _by_ids(texts, at) if name == "referenced_ids" else _by_slugs(name, texts, at)
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


def _by_ids(ids: Sequence[str], at: Viewpoint) -> list[tuple[str, int]]:
    found: dict[str, set[int]] = {}
    for value in ids:
        try:
            kind, _colon, key = base64.b64decode(value, validate=True).decode("ascii").partition(":")
        except (binascii.Error, UnicodeDecodeError, ValueError):
            continue
        if kind in _KINDS and key.isdigit() and len(key) <= 18:
            found.setdefault(_KINDS[kind], set()).add(int(key))
    return [pair for kind, keys in found.items() for pair in _shown(kind, _KEYS[kind], keys, at)]


def _by_slugs(name: str, texts: Sequence[str], at: Viewpoint) -> list[tuple[str, int]]:
    kind, column = _REFERENCES[name]
    return _shown(kind, column, texts, at)


def _shown(kind: str, column: str, wanted: Collection[str] | Collection[int], at: Viewpoint) -> list[tuple[str, int]]:
    """The things of the kind that are to be seen and have one of these values in the column; one statement."""
    rows: dict[str, QuerySet[Any]] = {
        "PRODUCT": visible(at),
        "PRODUCT_VARIANT": VariantChannelListing.objects.filter(
            channel_id=at.channel_id, variant__product_id__in=visible(at).values("product_id")
        ),
        "CATEGORY": Category.objects.all(),
        "COLLECTION": visible_collections(at),
    }
    keys = rows[kind].filter(**{f"{column}__in": list(wanted)}).values_list(_KEYS[kind], flat=True)
    return [(kind, key) for key in keys]
