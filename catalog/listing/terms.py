"""Lists narrowed by category, choices and price, answered from one index (`ListingTerm`), however large the shop is."""

from collections.abc import Collection
from dataclasses import fields, replace
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from catalog.listing.conditions import AttributeCondition
from catalog.listing.filters import EVERYTHING, ProductFilters, of_prices
from catalog.listing.models import ListingTerm
from marketplace.channels.queries import Viewpoint
from marketplace.kit.paging import Listed

_FILTERS = frozenset({"category_ids", "attributes", "price_from", "price_to", "variant_price_from", "variant_price_to"})
_CONDITION = frozenset({"of_products", "of_variants", "attribute_id", "choice_ids"})
_ANY = AttributeCondition(of_products=True, of_variants=True)

Terms = QuerySet[ListingTerm, Any]
_LISTED: Listed[Any] = Listed(("slug", "product_id"), (str, int), tuple, tuple)


def answer(filters: ProductFilters) -> bool:
    """Whether terms say all that these filters ask for; like all builders of statements it does not look at values."""
    if not filters.category_ids or not filters.attributes:
        return False
    return _says_only(filters, EVERYTHING, _FILTERS) and all(map(_is_choice, filters.attributes))


def bare(filters: ProductFilters) -> ProductFilters:
    """The filters without what choices say already: values that no statement needs would keep it from being kept."""
    return filters.and_(attributes=tuple(replace(condition, attribute_id=None) for condition in filters.attributes))


def _is_choice(condition: AttributeCondition) -> bool:
    return bool(condition.attribute_id and condition.choice_ids) and _says_only(condition, _ANY, _CONDITION)


def _says_only(said: Any, nothing: Any, members: frozenset[str]) -> bool:
    return all(getattr(said, name) == getattr(nothing, name) for name in _NAMES[type(said)] if name not in members)


_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (ProductFilters, AttributeCondition)}


def terms_of(filters: ProductFilters, at: Viewpoint) -> Terms:
    """A term for each product that passes the filters and that the world may see, as `queries.visible` has it; several where
    it carries several of the first attribute's choices."""
    first, *others = filters.attributes
    rows = ListingTerm.objects.filter(_among("choice_id", first.choice_ids), _among("category_id", filters.category_ids))
    rows = rows.filter(channel_id=at.channel_id, published_at__lte=at.at)
    for other in others:
        beside = ListingTerm.objects.filter(channel_id=at.channel_id, product_id=OuterRef("product_id"))
        rows = rows.filter(Exists(beside.filter(_among("choice_id", other.choice_ids))))
    return rows.filter(*of_prices(filters, at))


def _among(column: str, keys: Collection[int] | None) -> Q:
    """One key is looked for by itself: only then does the index hand the rows out in the order of their slugs."""
    several = list(keys or ())
    return Q(**{column: several[0]}) if len(several) == 1 else Q(**{f"{column}__any_of": several})


def _repeats(filters: ProductFilters) -> bool:
    """Whether a product may come with several terms."""
    return len(filters.attributes[0].choice_ids or ()) > 1


def all_keys(filters: ProductFilters, at: Viewpoint) -> Terms:
    """The key of each product once, in no order: to be counted."""
    keys = terms_of(filters, at).values_list("product_id")
    return keys.distinct() if _repeats(filters) else keys


def keys_of_page(
    filters: ProductFilters,
    at: Viewpoint,
    after: list[Any] | None,
    before: list[Any] | None,
    *,
    descending: bool,
    backwards: bool,
    size: int,
) -> Terms:
    """The keys of a page in the order of slugs, between two places of it."""
    listed = replace(_LISTED, descending=descending)
    rows = listed.between(terms_of(filters, at), after, before).order_by(*listed.order(backwards=backwards))
    rows = rows.distinct("slug", "product_id") if _repeats(filters) else rows
    return rows.values("product_id")[:size]
