"""Filters taken apart by the facet that each belongs to, so that a facet is counted without its own. Pure but for the slugs of
attributes, which are known by heart."""

from dataclasses import fields
from typing import Any

from catalog.attributes.queries import attributes_by_id
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.narrowing import together
from search.engines.engine import MARKS, OF_ATTRIBUTE

FACETS = {
    "category_ids": "category", "craft_ids": "craft", "state_ids": "state", "district_ids": "district",
    "price_from": "price", "price_to": "price", "seller_kinds": "kind", "countries": "country", "rating_from": "rating",
    **{member: name for name, member in MARKS.items()},
}  # fmt: skip
"""The name in `Wanted.parts` of what a member of ProductFilters narrows to."""


def in_parts(filters: ProductFilters) -> tuple[ProductFilters, dict[str, ProductFilters]]:
    """What no facet stands for, and the part of each facet."""
    whole = together((filters.and_(all_of=()), *filters.all_of))
    parts: dict[str, ProductFilters] = {}
    base = EVERYTHING
    for field in fields(ProductFilters):
        value: Any = getattr(whole, field.name)
        if value == getattr(EVERYTHING, field.name):
            continue
        name = FACETS.get(field.name)
        if field.name == "attributes":
            for condition in value:
                _add(parts, _name_of(condition.attribute_id), EVERYTHING.and_(attributes=(condition,)))
        elif name is None:
            base = base.and_(**{field.name: value})
        else:
            _add(parts, name, EVERYTHING.and_(**{field.name: value}))
    return base, parts


def _add(parts: dict[str, ProductFilters], name: str, part: ProductFilters) -> None:
    parts[name] = together((parts[name], part)) if name in parts else part


def _name_of(attribute_id: int | None) -> str:
    attribute = attributes_by_id().get(attribute_id or 0)
    return OF_ATTRIBUTE + attribute.slug if attribute else OF_ATTRIBUTE
