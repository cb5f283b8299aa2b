"""How many products of a list have what: counts for narrowing it further. Each question is asked for many lists at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, Max, Min, Q, QuerySet

from catalog.listing.filters import ProductFilters
from catalog.listing.queries import Parent, listed_in
from catalog.listing.sorting import BY_SLUG
from catalog.origin.queries import with_gi_badge, with_odop_badge
from catalog.products.models import ProductChannelListing
from marketplace.channels.queries import Viewpoint

MOST_COUNTED = 100  # values of one facet, the most frequent first

# Values that a product, or its variants with a price in the channel, chose for attributes that lists may be narrowed by
_OF_PRODUCTS = "product__attribute_values"
_OF_VARIANTS = "product__variants__attribute_values"
_PRICED = "product__variants__channel_listings__channel_id"


class Lists(NamedTuple):
    """Lists that differ only in the thing they hang below: `keys` of `parent`s; (None,) at the root."""

    at: Viewpoint
    filters: ProductFilters
    parent: Parent | None
    keys: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A key (of a category, a district, a choice) and how many products of the list have it."""

    key: int
    count: int


class Totals(NamedTuple):
    """Counts over a whole list, and its lowest and highest price in minor units, None where nothing is priced."""

    gi: int
    odop: int
    cheapest: int | None
    dearest: int | None


NOTHING = Totals(0, 0, None, None)


def by_column(lists: Lists, column: str) -> dict[int | None, list[Counted]]:
    """How many products of each list have which value of a column of their listing; one statement."""
    rows = _rows(lists).order_by().values(*_key(lists), column).annotate(counted=Count("product_id", distinct=True))
    return _sorted(lists, rows.values_list(*_key(lists), column, "counted"))


def by_choice(lists: Lists) -> dict[int | None, list[Counted]]:
    """How many products of each list, by themselves or in one of their variants that have a price in the channel, have which
    choice; two statements."""
    found: dict[int | None, list[Counted]] = {key: [] for key in lists.keys}
    for path, seen in ((_OF_PRODUCTS, {}), (_OF_VARIANTS, {_PRICED: lists.at.channel_id})):
        chosen = {f"{path}__choice__isnull": False, f"{path}__attribute__filterable_in_storefront": True, **seen}
        rows = _rows(lists).filter(**chosen).order_by().values(*_key(lists), f"{path}__choice_id")
        counted = rows.annotate(counted=Count("product_id", distinct=True))
        several = _sorted(lists, counted.values_list(*_key(lists), f"{path}__choice_id", "counted"))
        for key, values in several.items():
            found[key].extend(values)
    return found


def totals(lists: Lists) -> dict[int | None, Totals]:
    """Badges and prices over each list; one statement."""
    counted = {
        "gi": Count("product_id", filter=with_gi_badge(lists.at, "product__"), distinct=True),
        "odop": Count("product_id", filter=with_odop_badge("product__"), distinct=True),
        "cheapest": Min("price_from_minor"),
        "dearest": Max("price_to_minor"),
    }
    if lists.parent is None:
        return {None: Totals(**_rows(lists).order_by().aggregate(**counted))}
    rows = _rows(lists).order_by().values(*_key(lists)).annotate(**counted).values_list(*_key(lists), *counted)
    return {key: Totals(*rest) for key, *rest in rows}


def _rows(lists: Lists) -> QuerySet[ProductChannelListing]:
    rows = listed_in(lists.at, lists.filters, BY_SLUG, lists.parent)
    return rows if lists.parent is None else rows.filter(Q(**{f"{lists.parent.value}__in": set(lists.keys)}))


def _key(lists: Lists) -> tuple[str, ...]:
    return () if lists.parent is None else (lists.parent.value,)


def _sorted(lists: Lists, rows: Sequence[Any] | QuerySet[Any, Any]) -> dict[int | None, list[Counted]]:
    """The counts of each list, the highest first."""
    found: dict[int | None, list[Counted]] = {key: [] for key in lists.keys}
    for *key, value, count in rows:
        if value is not None:
            found[key[0] if key else None].append(Counted(value, count))
    return {key: sorted(several, key=lambda one: (-one.count, one.key))[:MOST_COUNTED] for key, several in found.items()}
