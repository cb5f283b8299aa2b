"""Filters put together into one, and taken apart into what the census (and every engine) knows and what only the database does.
Pure."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from catalog.listing.census import is_known, unknown
from catalog.listing.filters import EVERYTHING, ProductFilters

_MEMBERS = tuple(field.name for field in fields(ProductFilters))
_APART = frozenset(
    {"collection_ids", "variant_price_from", "variant_price_to", "variant_prices", "stock", "any_of"}
)  # a product may pass two of these by two collections, variants or ways: they hold side by side
_LEAST, _MOST = "_from", "_to"


def together(several: Iterable[ProductFilters]) -> ProductFilters:
    """What passes each of these filters, as one; `all_of` has what can be said only side by side."""
    found = EVERYTHING
    for one in several:
        found = _both(found, one)
    return found


def apart(filters: ProductFilters) -> tuple[ProductFilters, ProductFilters]:
    """The same in two: what the census knows of it, and the rest. What passes both passes the filters."""
    whole = together((filters.and_(all_of=()), *(together(apart(part)) for part in filters.all_of)))
    known, rest = EVERYTHING, EVERYTHING
    for name in _said(whole):
        value = getattr(whole, name)
        alone = EVERYTHING.and_(**{name: value})
        if name == "attributes":
            choices = tuple(condition for condition in value if is_known(condition))
            known, rest = known.and_(attributes=choices), rest.and_(attributes=tuple(one for one in value if one not in choices))
        elif unknown(alone):
            rest = rest.and_(**{name: value})
        else:
            known = known.and_(**{name: value})
    return known, rest


def _said(filters: ProductFilters) -> list[str]:
    """The members that say something."""
    return [name for name in _MEMBERS if getattr(filters, name) != getattr(EVERYTHING, name)]


def _both(one: ProductFilters, other: ProductFilters) -> ProductFilters:
    more = {}
    for name in _said(other):
        here, there = getattr(one, name), getattr(other, name)
        if here == getattr(EVERYTHING, name) or here == there:
            more[name] = there
        elif name in _APART:
            return one.and_(all_of=(*one.all_of, other))
        elif isinstance(here, bool) and name != "nothing":
            more["nothing"] = True
        else:
            more[name] = _narrower(name, here, there)
    return one.and_(**more)


def _narrower(name: str, here: Any, there: Any) -> Any:
    """What both of these values of a member let pass."""
    if name == "search":
        return f"{here} {there}"
    if isinstance(here, tuple) and name in ("attributes", "metadata", "all_of"):
        return (*here, *(one for one in there if one not in here))
    if name.endswith(_LEAST):
        return max(here, there)
    if name.endswith(_MOST):
        return min(here, there)
    return sorted(set(here) & set(there))
